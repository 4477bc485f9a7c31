import type { View } from '../../../messaging/page-protocol.ts';
import { clientSize } from '../layout.ts';

/** An opaque area that Holdfast drew over the page: its place in the window and its colour. */
export type Mark = View['marks'][number];

type Color = Mark['color'];

/** A stale screenshot may show an earlier outline. */
const mostRings = 3;
const mostBars = 3;

/** A random variation of a colour that looks the same, so that it differs from the page's own colours. */
export function shade([red, green, blue]: Color): Color {
  const near = (channel: number) => Math.max(0, Math.min(255, channel + Math.floor(Math.random() * 13) - 6));
  return [near(red), near(green), near(blue)];
}

/** Remembers where the picker draws, so that screenshots can be searched for it. */
export class Marks {
  readonly #colors: { readonly ring: Color; readonly bar: Color };
  #rings: Mark[][] = [];
  #bars: Mark[] = [];

  constructor(colors: { readonly ring: Color; readonly bar: Color }) {
    this.#colors = colors;
  }

  get ringColor(): string {
    return `rgb(${this.#colors.ring.join(', ')})`;
  }

  get barColor(): string {
    return `rgb(${this.#colors.bar.join(', ')})`;
  }

  /** Records a ring inside this box, with a border of `border` CSS pixels. */
  ring({ left, top, width, height }: DOMRect, border: number): void {
    const edges = [
      { x: left, y: top, width, height: border },
      { x: left, y: top + height - border, width, height: border },
      { x: left, y: top, width: border, height },
      { x: left + width - border, y: top, width: border, height },
    ];
    const marks = edges.flatMap(rect => this.#mark(rect, this.#colors.ring));
    const isKnown = JSON.stringify(marks) === JSON.stringify(this.#rings.at(-1));
    if (!isKnown) this.#rings = [...this.#rings, marks].slice(-mostRings);
  }

  /** Records the bar with the hint. */
  bar({ left, top, width, height }: DOMRect): void {
    const marks = this.#mark({ x: left, y: top, width, height }, this.#colors.bar);
    const isKnown = JSON.stringify(marks) === JSON.stringify(this.#bars.slice(-1));
    if (!isKnown) this.#bars = [...this.#bars, ...marks].slice(-mostBars);
  }

  /** Everything drawn last, newest first. */
  all(): Mark[] {
    return [...this.#rings.toReversed().flat(), ...this.#bars.toReversed()];
  }

  /** The part of the area within the window; empty when there is none. */
  #mark({ x, y, width, height }: Mark['rect'], color: Color): Mark[] {
    const client = clientSize();
    const left = Math.max(0, x);
    const top = Math.max(0, y);
    const right = Math.min(client.width, x + width);
    const bottom = Math.min(client.height, y + height);
    if (right <= left || bottom <= top) return [];
    return [{ rect: { x: left, y: top, width: right - left, height: bottom - top }, color }];
  }
}
