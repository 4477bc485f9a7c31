import { isElement, nameOf, nodeTypeOf, textContentOf } from '../tree.ts';
import { ancestorsOf, isLaidOut } from './around.ts';
import type { Asked } from './asked.ts';
import { blockOf, isTransparent, isUpright, type Part, partOf } from './blocks.ts';
import { type Box, boxOf, common, everywhere, isEmpty, isWithin } from './box.ts';
import { isBeyond, isInside, shortened } from './clipped-words.ts';
import { Counters, type Pseudo } from './counters.ts';
import { drawnChildren } from './flat-tree.ts';
import { contentText, ListNumbers, markerText, Quotes } from './generated.ts';
import { drawnLetters } from './letter-case.ts';
import {
  backwards,
  collapsible,
  linesOf,
  readsFromRight,
  seenPart,
  splitLines,
  wordCount,
} from './letters.ts';
import { isSet } from './paint-order.ts';
import { paintedOf, pictures } from './painted.ts';
import { replacedText, silent, silentWords } from './replaced.ts';
import { outermost, type Surroundings, within } from './surroundings.ts';
import type { Block, Item, Painted, Run } from './tree.ts';
import { gone, isFarOff, isUnseen, spaced, type Words, wordsOf } from './visible-words.ts';

/** The result of a walk through a page or post. */
export interface Gathered {
  readonly root: Block;
  /** Every block, parents before children. */
  readonly blocks: readonly Block[];
  readonly runs: readonly Run[];
  readonly painted: readonly Painted[];
  /** Words of the code that are not visible. */
  unseen: number;
  /** Whether style generated words or changed letters. */
  isWritten: boolean;
  /** Words whose visibility could not be decided. */
  doubtful: number;
}

interface Frame {
  readonly element: Element;
  readonly children: readonly Node[];
  at: number;
  readonly inside: Surroundings;
  readonly block: Block;
  readonly style: CSSStyleDeclaration | undefined;
  readonly words: Words;
  readonly isOurs: boolean;
  readonly painted: Painted | undefined;
}

/** The state of the walk when the wanted element began. */
interface Only {
  readonly block: Block;
  readonly runs: number;
  readonly blocks: number;
  readonly unseen: number;
  readonly doubtful: number;
}

/** Walks the page in drawing order and gathers its words with their places. Changes nothing. */
export function gather(root: Element, asked: Asked): Gathered {
  return new Gatherer(root, asked).walk();
}

class Gatherer {
  readonly #asked: Asked;
  readonly #hasLayout: boolean;
  readonly #counters: Counters;
  readonly #range = new Range();
  readonly #quotes = new Quotes();
  readonly #numbers = new ListNumbers();
  readonly #frames: Frame[] = [];
  readonly #blocks: Block[] = [];
  readonly #runs: Run[] = [];
  readonly #painted: Painted[] = [];
  readonly #root: Element;
  #only: Only | undefined;
  #order = 0;
  #last = '';
  #unseen = 0;
  #doubtful = 0;
  #isWritten = false;

  constructor(root: Element, asked: Asked) {
    this.#root = root;
    this.#asked = asked;
    this.#counters = new Counters(root);
    this.#hasLayout = isLaidOut(root);
  }

  walk(): Gathered {
    const base = this.#surroundings();
    const top = this.#newBlock(undefined, getComputedStyle(this.#root), base, 'plain');
    this.#enter(this.#root, base, top, gone, false);
    let gathered: Gathered | undefined;
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      const child = frame.children[frame.at];
      frame.at += 1;
      if (child === undefined) {
        this.#leave(frame);
        if (frame.element === this.#asked.only) gathered = this.#gathered(top);
      } else if (isElement(child)) this.#enter(child, frame.inside, frame.block, frame.words, frame.isOurs);
      else if (nodeTypeOf(child) === 3 || nodeTypeOf(child) === 4) this.#addText(child, frame);
    }
    return gathered ?? this.#gathered(top);
  }

  #gathered(top: Block): Gathered {
    const from = this.#only ?? { block: top, runs: 0, blocks: 0, unseen: 0, doubtful: 0 };
    return {
      root: from.block,
      blocks: this.#blocks.slice(from.blocks),
      runs: this.#runs.slice(from.runs),
      painted: this.#painted,
      unseen: this.#unseen - from.unseen,
      isWritten: this.#isWritten,
      doubtful: this.#doubtful - from.doubtful,
    };
  }

  /** The effect of the root's ancestors. */
  #surroundings(): Surroundings {
    const document = Reflect.get(Node.prototype, 'ownerDocument', this.#root) ?? window.document;
    let outer = outermost(document, this.#hasLayout);
    for (const element of ancestorsOf(this.#root)) {
      const style = getComputedStyle(element);
      const place = { order: 0, hasLayout: this.#hasLayout, isOurs: this.#asked.isOurs(element) };
      const inside = within(element, style, outer, place);
      const painted = this.#hasLayout
        ? paintedOf(element, nameOf(element), style, inside, outer, 0)
        : undefined;
      // The page's own background extends over the whole page.
      const isPage = /^(?:html|body)$/.test(nameOf(element));
      if (painted !== undefined) {
        this.#painted.push({ ...painted, end: Infinity, ...(isPage && { box: everywhere }) });
      }
      outer = inside;
    }
    return outer;
  }

  #enter(element: Element, outer: Surroundings, block: Block, words: Words, wasOurs: boolean): void {
    if (this.#asked.isLeftOut(element)) return;
    this.#order += 1;
    const order = this.#order;
    const name = nameOf(element);
    if (name === 'br') {
      if (!outer.isGone) this.#addRun(block, { text: '\n', keep: true, lines: [], drawn: undefined });
      return;
    }
    if (outer.isGone) {
      if (element === this.#asked.only) this.#beginGone(element, outer, block);
      if (!silent.test(name)) this.#push(element, outer, block, undefined, gone, wasOurs, undefined);
      return;
    }
    const style = getComputedStyle(element);
    const isOurs = wasOurs || this.#asked.isOurs(element);
    const inside = within(element, style, outer, { order, hasLayout: this.#hasLayout, isOurs });
    if (inside.isGone) {
      if (element === this.#asked.only) this.#beginGone(element, inside, block);
      if (!silent.test(name)) this.#push(element, inside, block, undefined, gone, isOurs, undefined);
      return;
    }
    const isVisible = isOurs || !/^(?:hidden|collapse)$/.test(style.visibility);
    const painted =
      this.#hasLayout && isVisible ? paintedOf(element, name, style, inside, outer, order) : undefined;
    if (painted !== undefined) this.#painted.push(painted);
    if (pictures.test(name) || silent.test(name) || name === 'input') {
      if (isVisible) this.#addReplaced(element, name, inside, block);
      return;
    }
    const isOnly = element === this.#asked.only;
    const part = partOf(name, this.#asked.isQuotation(element));
    const own = isTransparent(style, part) && !isOnly ? block : this.#newBlock(block, style, inside, part);
    if (isOnly) this.#only = this.#begin(own);
    const said = wordsOf(element, style, inside, isVisible, words.forced, own !== block);
    this.#push(element, inside, own, style, said, isOurs, painted);
    if (style.display.includes('list-item')) this.#addMarker(element, style, own, inside);
    this.#addGenerated(element, '::before', own, inside, isOurs);
  }

  #beginGone(element: Element, inside: Surroundings, block: Block): void {
    this.#only = this.#begin(this.#newBlock(block, getComputedStyle(element), inside, 'plain'));
  }

  #begin(block: Block): Only {
    return {
      block,
      runs: this.#runs.length,
      blocks: this.#blocks.indexOf(block),
      unseen: this.#unseen,
      doubtful: this.#doubtful,
    };
  }

  #push(
    element: Element,
    inside: Surroundings,
    block: Block,
    style: CSSStyleDeclaration | undefined,
    words: Words,
    isOurs: boolean,
    painted: Painted | undefined,
  ): void {
    const { drawn, untold } = drawnChildren(element);
    for (const node of untold) this.#unseen += silentWords(node);
    this.#frames.push({ element, children: drawn, at: 0, inside, block, style, words, isOurs, painted });
  }

  #leave(frame: Frame): void {
    this.#frames.pop();
    if (frame.style !== undefined) {
      this.#addGenerated(frame.element, '::after', frame.block, frame.inside, frame.isOurs);
    }
    if (frame.painted !== undefined) frame.painted.end = this.#order;
  }

  #newBlock(parent: Block | undefined, style: CSSStyleDeclaration, inside: Surroundings, part: Part): Block {
    const { block, isInline } = blockOf(style, inside, part);
    if (!isInline) this.#last = '';
    parent?.items.push(block);
    this.#blocks.push(block);
    return block;
  }

  #addRun(block: Block, run: Omit<Run, 'kind'>): void {
    const item: Run = { kind: 'run', ...run };
    block.items.push(item satisfies Item);
    this.#runs.push(item);
    if (run.text !== '') this.#last = run.text.slice(-3);
  }

  #addText(node: Node, { element, inside, block, style, words }: Frame): void {
    const raw = textContentOf(node);
    if (raw === '') return;
    const isBlank = /^[ \t\n\r\f]*$/.test(raw);
    if (style === undefined || inside.isGone || words.isHidden) {
      if (!isBlank) this.#unseen += wordCount(raw);
      return;
    }
    const keep =
      /^(?:pre|break-spaces)/.test(style.whiteSpace ?? '') || (this.#asked.keepsLines && !this.#hasLayout);
    if (isBlank) {
      this.#addRun(block, { text: keep ? spaced(raw, style) : ' ', keep, lines: [], drawn: undefined });
      return;
    }
    const all = this.#hasLayout ? linesOf(this.#range, node) : [];
    const lines = /^ruby-text/.test(style.display) ? [] : all;
    const before = this.#last;
    const finish = (text: string) => {
      const letters = drawnLetters(
        keep ? spaced(text, style) : text.replace(collapsible, ' '),
        element,
        style,
        before,
      );
      if (letters !== text && style.textTransform !== 'none' && isSet(style.textTransform))
        this.#isWritten = true;
      return letters;
    };
    const text = this.#hasLayout ? this.#shownText(node, raw, all, inside, style) : raw;
    if (text === undefined) return;
    if (inside.isDoubtful) this.#doubtful += wordCount(text);
    const isVertical = isUpright(style.writingMode);
    this.#addRun(block, {
      text: finish(text),
      keep,
      lines,
      drawn: {
        node,
        parent: element,
        layers: inside.layers,
        panes: inside.clip.panes,
        order: this.#order,
        colour: words.colour,
        opacity: inside.opacity,
        isStill: inside.isStill,
        isForced: words.forced !== undefined,
        partly: isSeen =>
          finish(this.#count(seenPart(node, box => isSeen(box) && isInside(box, inside.clip)))),
        split: () => splitLines(node, isVertical).map(line => ({ ...line, text: finish(line.text) })),
      },
    });
    if (words.forced !== undefined) this.#force(node, words.forced, finish, isVertical);
  }

  #count({ text, lost }: { readonly text: string; readonly lost: number }): string {
    this.#unseen += lost;
    return text;
  }

  /** Style can reverse the letters of a line: they are read as displayed. */
  #force(node: Node, forced: 'ltr' | 'rtl', finish: (text: string) => string, isVertical: boolean): void {
    const run = this.#runs.at(-1);
    if (run === undefined || readsFromRight(run.text) === (forced === 'rtl')) return;
    const lines = this.#hasLayout ? splitLines(node, isVertical).map(({ text }) => text) : [run.text];
    const [, start = '', end = ''] = /^(\s?).*?(\s?)$/s.exec(run.text) ?? [];
    run.text = end + lines.map(line => backwards(finish(line)).trim()).join(' ') + start;
    this.#isWritten = true;
  }

  /** The part of a text that is not clipped; undefined when nothing is left. */
  #shownText(
    node: Node,
    raw: string,
    lines: readonly Box[],
    inside: Surroundings,
    style: CSSStyleDeclaration,
  ): string | undefined {
    const { clip, ellipsis } = inside;
    const least = 2;
    const isTiny = lines.every(
      ({ width, height }: Box & Partial<DOMRect>) => Math.min(width ?? 9, height ?? 9) < least,
    );
    if (isTiny || lines.every(line => isEmpty(common(line, clip)))) {
      this.#unseen += wordCount(raw);
      if (ellipsis !== undefined && !ellipsis.isMarked && lines.length > 0) {
        ellipsis.isMarked = true;
        return '…';
      }
      return undefined;
    }
    const isShort = ellipsis !== undefined && lines.some(line => isBeyond(line, ellipsis));
    if (!isShort && lines.every(line => isWithin(line, clip, 1))) return raw;
    const seen = seenPart(node, box => isInside(box, clip));
    if (seen.lost === 0 && !isShort) return raw;
    const kept =
      ellipsis === undefined ? seen : shortened(node, clip, ellipsis, isUpright(style.writingMode));
    this.#unseen += kept.lost;
    if (kept.text.trim() === '') return undefined;
    return kept.text;
  }

  #addReplaced(element: Element, name: string, inside: Surroundings, block: Block): void {
    const text = replacedText(element, name, this.#asked.pictures);
    if (text === '') return;
    const box = this.#hasLayout ? boxOf(element) : undefined;
    if (box !== undefined && (isEmpty(box) || isEmpty(common(box, inside.clip)))) return;
    this.#addRun(block, { text, keep: false, lines: box === undefined ? [] : [box], drawn: undefined });
  }

  #addMarker(item: Element, style: CSSStyleDeclaration, block: Block, inside: Surroundings): void {
    if (this.#asked.leavesOutWritten) return;
    if (/^(?:none|disc|circle|square|disclosure-\w+)?$/.test(style.listStyleType ?? '')) return;
    const marker = getComputedStyle(item, '::marker');
    if (marker.content === 'none' || isUnseen(marker, inside) || this.#isClippedAway(item, inside)) return;
    const isOwn = !/^(?:normal)?$/.test(marker.content ?? '');
    const known = { counters: this.#counters, quotes: this.#quotes };
    const text = isOwn
      ? contentText(item, '::marker', marker, known)
      : markerText(item, style, this.#numbers);
    if (text === undefined) this.#doubtful += 1;
    this.#addWritten(block, text ?? '');
  }

  #addGenerated(element: Element, pseudo: Pseudo, block: Block, inside: Surroundings, isOurs: boolean): void {
    if (this.#asked.leavesOutWritten) return;
    const style = getComputedStyle(element, pseudo);
    const { content } = style;
    if (content === undefined || /^(?:none|normal)?$/.test(content)) return;
    const text = contentText(element, pseudo, style, { counters: this.#counters, quotes: this.#quotes });
    if (text === undefined) this.#doubtful += 1;
    if (text === undefined || text.trim() === '') return;
    if (!isOurs && /^(?:hidden|collapse)$/.test(style.visibility)) return;
    if (isUnseen(style, inside) || isFarOff(style) || this.#isClippedAway(element, inside)) return;
    const drawn = drawnLetters(text, element, style, this.#last);
    if (/^(?:block|flex|grid|table|list-item)$/.test(style.display)) {
      this.#addWritten(this.#newBlock(block, style, inside, 'plain'), drawn);
    } else this.#addWritten(block, drawn);
  }

  #addWritten(block: Block, text: string): void {
    if (text === '') return;
    this.#isWritten = true;
    this.#addRun(block, { text: text.replace(collapsible, ' '), keep: false, lines: [], drawn: undefined });
  }

  #isClippedAway(element: Element, inside: Surroundings): boolean {
    if (!this.#hasLayout) return false;
    const box = boxOf(element);
    return !isEmpty(box) && isEmpty(common(box, inside.clip));
  }
}
