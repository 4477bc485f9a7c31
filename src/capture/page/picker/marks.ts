import type { View } from '../../../messaging/page-protocol.ts';
import { clientSize } from '../layout.ts';

/** One opaque field that Holdfast drew over the page: where, in the window, and in which colour. */
export type Mark = View['marks'][number];

type Color = Mark['color'];

/** A stale picture may show an outline before the last. */
const mostRings = 3;
const mostBars = 3;

/** The same colour to the eye, a little otherwise each time: a page's own blue cannot be known beforehand. */
export function shade([red, green, blue]: Color): Color {
  const near = (channel: number) => Math.max(0, Math.min(255, channel + Math.floor(Math.random() * 13) - 6));
  return [near(red), near(green), near(blue)];
}

/** Remembers where the picker draws, so that pictures can be searched for it. */
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

  /** A ring around this box, its border `width` CSS pixels wide inside it. */
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

  /** The bar with the hint. */
  bar({ left, top, width, height }: DOMRect): void {
    const marks = this.#mark({ x: left, y: top, width, height }, this.#colors.bar);
    const isKnown = JSON.stringify(marks) === JSON.stringify(this.#bars.slice(-1));
    if (!isKnown) this.#bars = [...this.#bars, ...marks].slice(-mostBars);
  }

  /** Everything that was drawn last, the newest first. */
  all(): Mark[] {
    return [...this.#rings.toReversed().flat(), ...this.#bars.toReversed()];
  }

  /** What of the field lies in the window; nothing for a field that does not. */
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
