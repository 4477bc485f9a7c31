import { attributeOf, rootOf } from '../../../dom/tree.ts';
import { Fault } from '../../../model/fault.ts';
import { rewriteAddresses } from './css.ts';
import { Frozen } from './frozen.ts';
import { inFrontStyle } from './in-front.ts';
import { Nesting } from './nesting.ts';
import { isHarmlessData, Resources } from './resources.ts';
import { rewriteSelectors } from './selectors.ts';
import { States } from './states.ts';
import { Tally } from './tally.ts';

/** Largest copy, in UTF-16 units. */
const largest = 40_000_000;

/** A piece of the file; a function when it can be written only once the resources are gathered. */
type Part = string | (() => string);

/** The file while it is built: text, and places for resources. */
export class Copy {
  readonly resources = new Resources();
  readonly tally = new Tally();
  readonly states = new States();
  readonly frozen = new Frozen();
  readonly nesting: Nesting;
  /** Names of elements of which at least one has another name in the copy. */
  readonly renamed = new Set<string>();
  readonly base: string = Reflect.get(Node.prototype, 'baseURI', rootOf(document) ?? document);
  /** Whether what is left out leaves an empty element in its place; true within the page's body. */
  keepsPlaces = false;
  /** A prefix of every id, for a piece that is inserted into another copy. */
  readonly idPrefix: string;
  /** Prefixes of the parts of other drawings that were found. */
  readonly partsThere = new Set<string>();
  readonly #usedParts = new Map<Node, Map<string, string>>();
  #partCount = 0;
  readonly #parts: Part[] = [];
  #length = 0;

  /** `isQuirky`: the copy will be parsed in quirks mode, as the page was. */
  constructor(isQuirky = false, idPrefix = '') {
    this.nesting = new Nesting(isQuirky);
    this.idPrefix = idPrefix;
  }

  /** Adds text. Throws `capture.page.too-large` when the file grows beyond 40 million characters. */
  add(part: Part): void {
    this.#parts.push(part);
    if (typeof part === 'string') this.#grow(part.length);
  }

  /** The whole file. Throws `capture.page.too-large` beyond 40 million characters. */
  write(): string {
    const pieces = this.#parts.map(part => {
      if (typeof part === 'string') return part;
      const text = part();
      this.#grow(text.length);
      return text;
    });
    return pieces.join('');
  }

  /** The absolute address; undefined when it is invalid. */
  resolve(address: string, base = this.base): string | undefined {
    return URL.canParse(address, base) ? new URL(address, base).href : undefined;
  }

  /** The parts of other drawings used in this tree: id prefix by address. */
  usedParts(root: Node): Map<string, string> {
    const known = this.#usedParts.get(root) ?? new Map<string, string>();
    this.#usedParts.set(root, known);
    return known;
  }

  nextPart(): number {
    this.#partCount += 1;
    return this.#partCount;
  }

  /** The fragment of an address within this document; undefined for any other address. */
  ownFragment(address: string): string | undefined {
    if (address.startsWith('#')) return address.slice(1);
    const [place, fragment] = this.resolve(address)?.split('#') ?? [];
    return fragment !== undefined && place === location.href.split('#')[0] ? fragment : undefined;
  }

  /** Style text with its addresses inlined where the browser holds the resource, and made inert otherwise. */
  styleText(css: string, base = this.base): () => string {
    rewriteAddresses(css, address => {
      const full = this.#remote(address, base);
      if (full !== undefined) this.resources.want(full);
      return '';
    });
    return () =>
      rewriteAddresses(css, address => {
        if (address === '' || address.startsWith('#') || isHarmlessData(address)) return address;
        const full = this.#remote(address, base);
        const data = full === undefined ? undefined : this.resources.get(full);
        if (data !== undefined) return data;
        this.tally.add('styleResource');
        return `data:,${encodeURIComponent((full ?? '').slice(0, 2_000))}`;
      });
  }

  /**
   * The style attribute of an element, with declarations that preserve how it was shown. The returned function adds the
   * copy's own declarations when it is written.
   */
  inlineStyle(element: Element): (own?: string) => string {
    const written = this.styleText(hasStyle(element) ? (attributeOf(element, 'style') ?? '') : '');
    const kept = [this.frozen.styleOf(element), this.states.isInFront(element) ? inFrontStyle(element) : ''];
    return (own = '') =>
      [written().trim().replace(/;$/, ''), own, ...kept].filter(text => text !== '').join(';');
  }

  /** Call for each tree that is copied: the document, or a shadow root. */
  enter(root: Document | ShadowRoot): void {
    this.states.enter(root);
    this.frozen.enter(root);
  }

  /** The text of a style sheet: as {@link styleText}, with its selectors rewritten for the copy. */
  sheetText(css: string, base: string): () => string {
    this.states.ask(css);
    const text = this.styleText(css, base);
    return () => rewriteSelectors(text(), this.renamed);
  }

  #remote(address: string, base: string): string | undefined {
    if (address === '' || address.startsWith('#') || /^data:/i.test(address)) return undefined;
    return this.resolve(address, base);
  }

  #grow(length: number): void {
    this.#length += length;
    if (this.#length > largest) throw new Fault('capture.page.too-large');
  }
}

/** Whether the style attribute takes effect: a page's content security policy may forbid it. */
function hasStyle(element: Element): boolean {
  if (element instanceof HTMLElement) return Reflect.get(HTMLElement.prototype, 'style', element).length > 0;
  return !(element instanceof SVGElement) || Reflect.get(SVGElement.prototype, 'style', element).length > 0;
}
