import {
  firstChildOf,
  isElement,
  matches,
  nameOf,
  nextSiblingOf,
  nodeTypeOf,
  parentNodeOf,
  previousSiblingOf,
  queryAll,
  textContentOf,
} from '../../../dom/tree.ts';
import type { VisibleParts } from '../../../messaging/page-protocol.ts';
import { boxOf } from '../layout.ts';
import { isEditable } from './elements.ts';
import { substitutePrefix } from './selectors.ts';
import { anyShadowOf } from './shadow.ts';

/** The most parts read from a page. */
const mostParts = 40_000;
/** Words of one part beyond this length are not compared, in UTF-16 units. */
const longestPart = 20_000;

/** Elements that are one part, with the letter of their kind. Their content is not listed, except in `svg`. */
const kinds: Readonly<Record<string, string>> = {
  ...{ img: 'p', image: 'p', use: 'p', canvas: 'd' },
  ...{ iframe: 'b', frame: 'b', object: 'b', embed: 'b', video: 'b', audio: 'b' },
  ...{ input: 'f', textarea: 'f', select: 'f' },
};
const silent = /^(?:script|style|noscript|template|head|title|meta|link|base|defs|symbol|datalist|option)$/;

/**
 * What a window shows: words, pictures, drawings, fields and boxes, in document order, with their boxes in the window
 * in CSS pixels. What style hides is not listed, and what a person typed is not read. Parts that an animation may be
 * moving are marked. Pages and copies are listed the same way.
 */
export function listParts(view: Window): VisibleParts {
  const { document } = view;
  const list: VisibleParts = { kinds: '', words: [], boxes: [], isCut: false, view: viewOf(view) };
  const letters: string[] = [];
  const reader = new Reader(document, (kind, words, box) => {
    letters.push(kind);
    list.words.push(words);
    for (const side of [box.x, box.y, box.width, box.height]) list.boxes.push(Math.round(side * 10) / 10);
    return letters.length < mostParts;
  });
  list.isCut = !reader.read();
  list.kinds = letters.join('');
  return list;
}

function viewOf(view: Window): VisibleParts['view'] {
  return {
    ...{ width: view.innerWidth, height: view.innerHeight },
    ...{ x: view.scrollX, y: view.scrollY, devicePixelRatio: view.devicePixelRatio },
  };
}

type Box = Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>;

class Reader {
  readonly #document: Document;
  readonly #range: Range;
  readonly #moving: ReadonlySet<Element>;
  readonly #give: (kind: string, words: string, box: Box) => boolean;
  /** Whether words directly inside an element are visible, by element. */
  readonly #shows = new Map<Element, boolean>();

  constructor(document: Document, give: (kind: string, words: string, box: Box) => boolean) {
    this.#document = document;
    this.#range = Document.prototype.createRange.call(document);
    this.#moving = movingIn(document);
    this.#give = give;
  }

  /** False when there was more than may be listed. Iterative, because a page may nest to any depth. */
  read(): boolean {
    const root: Element | null = Reflect.get(Document.prototype, 'documentElement', this.#document);
    const waiting: (readonly [node: Node, isMoving: boolean])[] = root === null ? [] : [[root, false]];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [node, isMoving] = next;
      const following = nextSiblingOf(node);
      if (following !== null && node !== root) waiting.push([following, isMoving]);
      if (!isElement(node)) {
        if (isText(node) && !followsText(node) && !this.#words(node, isMoving)) return false;
        continue;
      }
      const name = plainName(node);
      if (silent.test(name)) continue;
      const moves = isMoving || this.#moving.has(node);
      const kind = kinds[name] ?? (name === 'svg' ? 'd' : undefined);
      if (kind !== undefined && !this.#box(node, kind, moves)) return false;
      if (kind !== undefined && name !== 'svg') continue;
      if (isEditable(node)) continue;
      const child = firstChildOf(node);
      if (child !== null) waiting.push([child, moves]);
      const inner = anyShadowOf(node);
      const first = inner === null ? null : firstChildOf(inner);
      if (first !== null) waiting.push([first, moves]);
    }
    return true;
  }

  #words(node: Node, isMoving: boolean): boolean {
    const { text, last } = runFrom(node);
    if (!/\S/.test(text)) return true;
    const parent = hostOrParent(node);
    if (parent === undefined || !this.#showsWords(parent)) return true;
    this.#range.setStartBefore(node);
    this.#range.setEndAfter(last);
    const box = this.#range.getBoundingClientRect();
    if (box.width < 0.5 || box.height < 0.5) return true;
    const words = text.replace(/\s+/g, ' ').trim().slice(0, longestPart);
    return this.#give(isMoving ? 'W' : 'w', words, box);
  }

  #box(element: Element, kind: string, isMoving: boolean): boolean {
    const box = boxOf(element);
    if (box.width < 2 || box.height < 2 || !isShown(element)) return true;
    return this.#give(isMoving ? kind.toUpperCase() : kind, kind === 'f' ? choiceOf(element) : '', box);
  }

  #showsWords(parent: Element): boolean {
    const known = this.#shows.get(parent);
    if (known !== undefined) return known;
    const shows = isShown(parent) && !isClear(parent);
    this.#shows.set(parent, shows);
    return shows;
  }
}

function isText(node: Node): boolean {
  return nodeTypeOf(node) === 3 || nodeTypeOf(node) === 4;
}

/** Scripts may put words into adjacent text nodes, which become one node in a file. */
function followsText(node: Node): boolean {
  let before = previousSiblingOf(node);
  while (before !== null && !isText(before) && !isElement(before)) before = previousSiblingOf(before);
  return before !== null && isText(before);
}

function runFrom(first: Node): { text: string; last: Node } {
  const texts = [textContentOf(first)];
  let last = first;
  for (let next = nextSiblingOf(first); next !== null && !isElement(next); next = nextSiblingOf(next)) {
    if (!isText(next)) continue;
    texts.push(textContentOf(next));
    last = next;
  }
  return { text: texts.join(''), last };
}

/** What is ticked or selected in a field, as the screen shows it, and nothing that was typed. */
function choiceOf(element: Element): string {
  if (nameOf(element) === 'input') return matches(element, ':checked') ? '✓' : '';
  const chosen = nameOf(element) === 'select' ? queryAll(element, 'option:checked') : [];
  return chosen.map(option => textContentOf(option).replace(/\s+/g, ' ').trim()).join(' ');
}

/** The element's name in the page, also when the copy renames it. */
function plainName(element: Element): string {
  const name = nameOf(element);
  return name.startsWith(substitutePrefix) ? name.slice(substitutePrefix.length) : name;
}

function hostOrParent(node: Node): Element | undefined {
  const parent = parentNodeOf(node);
  if (parent === null) return undefined;
  if (isElement(parent)) return parent;
  const host: unknown =
    nodeTypeOf(parent) === 11 ? Reflect.get(ShadowRoot.prototype, 'host', parent) : undefined;
  return host === undefined ? undefined : (host as Element);
}

/** Older browsers know these options by other names, so both are given. */
const asSeen = {
  ...{ opacityProperty: true, visibilityProperty: true },
  ...{ checkOpacity: true, checkVisibilityCSS: true },
};

function isShown(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, asSeen);
}

function isClear(element: Element): boolean {
  const { color, webkitTextFillColor: fill } = getComputedStyle(element);
  return /^(?:transparent|rgba\(.*,\s*0\))$/.test(fill === '' ? color : fill);
}

/** The elements that a running or paused animation may be moving or fading. */
function movingIn(document: Document): ReadonlySet<Element> {
  try {
    const running = Document.prototype.getAnimations
      .call(document)
      .filter(({ playState }) => playState === 'running' || playState === 'paused');
    return new Set(
      running.flatMap(({ effect }) => {
        const target: unknown = effect === null ? null : Reflect.get(effect, 'target');
        return target === null || target === undefined ? [] : [target as Element];
      }),
    );
  } catch {
    return new Set();
  }
}

/** A digest of the words that are shown, in order; for comparing only. */
export function wordsDigest({ words }: VisibleParts): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const text of words) {
    for (let at = 0; at < text.length; at += 1) {
      high = Math.imul(high ^ text.charCodeAt(at), 2_654_435_761);
      low = Math.imul(low ^ text.charCodeAt(at), 1_597_334_677);
    }
    high = Math.imul(high ^ 0x1f, 2_654_435_761);
  }
  return `${(high >>> 0).toString(16).padStart(8, '0')}${(low >>> 0).toString(16).padStart(8, '0')}`;
}
