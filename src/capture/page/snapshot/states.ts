import { matches, nameOf, queryAll } from '../../../dom/tree.ts';
import { attributeText } from './escape.ts';
import { stateAttribute, statesIn } from './selectors.ts';

/** Elements of the browser's top layer. */
const inFront = ':is(:popover-open, :modal, :fullscreen)';

/**
 * The states that only a running page has and that its style sheets test, such as hover, focus and validity. They are
 * read in the task in which the page is walked, once all its sheets have been seen.
 */
export class States {
  readonly #asked = new Set<string>();
  readonly #roots: (Document | ShadowRoot)[] = [];
  readonly #custom: Element[] = [];
  readonly #found = new Map<Element, string[]>();
  readonly #front = new Set<Element>();

  /** Notes which states a style sheet tests. */
  ask(css: string): void {
    for (const name of statesIn(css)) this.#asked.add(name);
  }

  /** Call for each tree that is copied. */
  enter(root: Document | ShadowRoot): void {
    this.#roots.push(root);
    for (const element of found(root, inFront)) this.#front.add(element);
  }

  /** Call for each element that is copied. */
  meet(element: Element): void {
    if (nameOf(element).includes('-')) this.#custom.push(element);
  }

  /** Whether the element is in the browser's top layer: popover, modal dialog, full screen. */
  isInFront(element: Element): boolean {
    return this.#front.has(element);
  }

  /** Reads the states of all trees and elements. */
  read(): void {
    const plain = [...this.#asked].filter(name => name !== 'undefined' && !name.startsWith('state('));
    if (plain.length > 0) {
      const any = `:is(${plain.map(name => `:${name}`).join(', ')})`;
      for (const root of this.#roots) for (const element of found(root, any)) this.#keep(element, plain);
    }
    const own = [...this.#asked].filter(name => name.startsWith('state('));
    for (const element of this.#custom) {
      if (this.#asked.has('undefined') && !holds(element, 'defined')) this.#add(element, 'undefined');
      if (own.length > 0) this.#keep(element, own);
    }
  }

  /** The states of an element as an attribute, ready for a tag; empty when it has none. */
  attribute(element: Element): string {
    const names = this.#found.get(element);
    return names === undefined ? '' : attributeText(stateAttribute, names.join(' '));
  }

  #keep(element: Element, names: readonly string[]): void {
    for (const name of names) if (holds(element, name)) this.#add(element, name);
  }

  #add(element: Element, name: string): void {
    const known = this.#found.get(element);
    if (known === undefined) this.#found.set(element, [name]);
    else known.push(name);
  }
}

function found(root: Document | ShadowRoot, selector: string): Element[] {
  try {
    return queryAll(root, selector);
  } catch {
    return [];
  }
}

/** False for a state that this browser does not know. */
function holds(element: Element, name: string): boolean {
  try {
    return matches(element, `:${name}`);
  } catch {
    return false;
  }
}
