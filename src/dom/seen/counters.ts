import { attributeOf, documentOf, isElement, nameOf, rootOf } from '../tree.ts';
import { drawnChildren } from './flat-tree.ts';

export type Pseudo = '::before' | '::after' | '::marker';

/** The values of every counter at one place, innermost last. */
type Values = ReadonlyMap<string, readonly number[]>;

interface Counter {
  readonly depth: number;
  value: number;
}

/** The counters (CSS Lists 3) of a document, which is walked once, when the first one is read. */
export class Counters {
  readonly #document: Document | null;
  #at: Map<Element, Map<Pseudo, Values>> | undefined;

  constructor(within: Element) {
    this.#document = documentOf(within);
  }

  /** The counter's values for the element's generated content, outermost first; [0] where it has none. */
  valuesAt(element: Element, pseudo: Pseudo, name: string): readonly number[] {
    this.#at ??= this.#document === null ? new Map() : countIn(this.#document);
    return this.#at.get(element)?.get(pseudo)?.get(name) ?? [0];
  }
}

function countIn(document: Document): Map<Element, Map<Pseudo, Values>> {
  const count = new Count();
  const root = rootOf(document);
  const waiting: (Element | (() => void))[] = root === null ? [] : [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'function') {
      next();
      continue;
    }
    const element = next;
    const style = getComputedStyle(element);
    if (style.display === 'none') continue;
    count.enter(element, style);
    waiting.push(() => count.leave(element));
    waiting.push(...drawnChildren(element).drawn.filter(isElement).reverse());
  }
  return count.at;
}

class Count {
  readonly at = new Map<Element, Map<Pseudo, Values>>();
  readonly #counters = new Map<string, Counter[]>();
  #depth = 0;

  enter(element: Element, style: CSSStyleDeclaration): void {
    this.#apply(style);
    this.#item(element, style);
    this.#depth += 1;
    if (style.display.includes('list-item')) this.#generated(element, '::marker');
    this.#generated(element, '::before');
  }

  leave(element: Element): void {
    this.#generated(element, '::after');
    for (const counters of this.#counters.values()) {
      while ((counters.at(-1)?.depth ?? 0) > this.#depth - 0.5) counters.pop();
    }
    this.#depth -= 1;
  }

  #generated(element: Element, pseudo: Pseudo): void {
    const style = getComputedStyle(element, pseudo);
    const { content } = style;
    if (pseudo !== '::marker' && /^(?:none|normal)?$/.test(content)) return;
    this.#apply(style);
    if (!content.includes('counter')) return;
    const values = new Map(
      Array.from(this.#counters, ([name, counters]) => [name, counters.map(({ value }) => value)] as const),
    );
    const known = this.at.get(element) ?? new Map<Pseudo, Values>();
    known.set(pseudo, values);
    this.at.set(element, known);
  }

  #apply(style: CSSStyleDeclaration): void {
    for (const [name, value] of pairs(style.counterReset, 0)) this.#reset(name, value);
    for (const [name, by] of pairs(style.counterIncrement, 1)) this.#change(name, value => value + by);
    for (const [name, to] of pairs(style.counterSet, 0)) this.#change(name, () => to);
  }

  /** The implicit counting of lists. */
  #item(element: Element, style: CSSStyleDeclaration): void {
    if (/^(?:ol|ul|menu|dir)$/.test(nameOf(element)) && !/list-item/.test(style.counterReset ?? '')) {
      this.#reset('list-item', Number.parseInt(attributeOf(element, 'start') ?? '1', 10) - 1 || 0);
    }
    if (style.display.includes('list-item') && !/list-item/.test(style.counterIncrement ?? '')) {
      const written = Number.parseInt(attributeOf(element, 'value') ?? '', 10);
      this.#change('list-item', value => (Number.isNaN(written) ? value + 1 : written));
    }
  }

  #reset(name: string, value: number): void {
    const counters = this.#counters.get(name) ?? [];
    this.#counters.set(name, counters);
    if (counters.at(-1)?.depth === this.#depth) counters.pop();
    counters.push({ depth: this.#depth, value });
  }

  #change(name: string, change: (value: number) => number): void {
    if ((this.#counters.get(name)?.length ?? 0) === 0) this.#reset(name, 0);
    const counter = this.#counters.get(name)?.at(-1);
    if (counter !== undefined) counter.value = change(counter.value);
  }
}

/** The names and numbers of a `counter-reset` or similar property. */
function pairs(text: string | undefined, otherwise: number): (readonly [string, number])[] {
  if (text === undefined || text === '' || text === 'none') return [];
  const found = text.matchAll(/([A-Za-z_-][\w-]*)(?:\s+(-?\d+))?/g);
  return Array.from(found, ([, name = '', value]) => [name, Number(value ?? otherwise)] as const);
}
