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

/** A piece of the file that can only be written once the resources are there. */
type Part = string | (() => string);

/** The file as it grows: text, and places where resources will stand. */
export class Copy {
  readonly resources = new Resources();
  readonly tally = new Tally();
  readonly states = new States();
  readonly frozen = new Frozen();
  readonly nesting: Nesting;
  /** Names of elements of which one at least stands in the copy under another name. */
  readonly renamed = new Set<string>();
  readonly base: string = Reflect.get(Node.prototype, 'baseURI', rootOf(document) ?? document);
  /** Whether what is left out leaves an empty element where it stood: within the page's body. */
  keepsPlaces = false;
  /** Stands before every id, where the piece is to be put into another copy. */
  readonly idPrefix: string;
  /** Parts of other drawings that were found, by what stands before their ids. */
  readonly partsThere = new Set<string>();
  readonly #usedParts = new Map<Node, Map<string, string>>();
  #partCount = 0;
  readonly #parts: Part[] = [];
  #length = 0;

  /** `isQuirky`: it will be read by the rules for pages without a document type, as the page was. */
  constructor(isQuirky = false, idPrefix = '') {
    this.nesting = new Nesting(isQuirky);
    this.idPrefix = idPrefix;
  }

  /** Adds text. Throws `capture.page.too-large` when the file grows beyond 40 million characters. */
  add(part: Part): void {
    this.#parts.push(part);
    if (typeof part === 'string') this.#grow(part.length);
  }

  /** The whole file. Throws `capture.page.too-large`. */
  write(): string {
    const pieces = this.#parts.map(part => {
      if (typeof part === 'string') return part;
      const text = part();
      this.#grow(text.length);
      return text;
    });
    return pieces.join('');
  }

  /** The address in full; undefined when it is no address. */
  resolve(address: string, base = this.base): string | undefined {
    return URL.canParse(address, base) ? new URL(address, base).href : undefined;
  }

  /** The parts of other drawings that this tree uses: what stands before their ids, by address. */
  usedParts(root: Node): Map<string, string> {
    const known = this.#usedParts.get(root) ?? new Map<string, string>();
    this.#usedParts.set(root, known);
    return known;
  }

  nextPart(): number {
    this.#partCount += 1;
    return this.#partCount;
  }

  /** What follows the `#` of an address that leads into this document; undefined when it leads elsewhere. */
  ownFragment(address: string): string | undefined {
    if (address.startsWith('#')) return address.slice(1);
    const [place, fragment] = this.resolve(address)?.split('#') ?? [];
    return fragment !== undefined && place === location.href.split('#')[0] ? fragment : undefined;
  }

  /** Style text whose addresses are inlined where the browser holds them, and dead otherwise. */
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
   * The style attribute of an element, with what keeps it as it was shown and with declarations of the copy's own, which
   * are given when it is written.
   */
  inlineStyle(element: Element): (own?: string) => string {
    const written = this.styleText(hasStyle(element) ? (attributeOf(element, 'style') ?? '') : '');
    const kept = [this.frozen.styleOf(element), this.states.isInFront(element) ? inFrontStyle(element) : ''];
    return (own = '') =>
      [written().trim().replace(/;$/, ''), own, ...kept].filter(text => text !== '').join(';');
  }

  /** A tree that is being copied: the document, or a shadow root. */
  enter(root: Document | ShadowRoot): void {
    this.states.enter(root);
    this.frozen.enter(root);
  }

  /** The text of a style sheet: as {@link styleText}, with its selectors as the copy needs them. */
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

/** Whether what the style attribute says counts: a page's policy may forbid that. */
function hasStyle(element: Element): boolean {
  if (element instanceof HTMLElement) return Reflect.get(HTMLElement.prototype, 'style', element).length > 0;
  return !(element instanceof SVGElement) || Reflect.get(SVGElement.prototype, 'style', element).length > 0;
}
