import { arrange } from './seen/arrange.ts';
import { dropCovered } from './seen/covers.ts';
import { gather } from './seen/gather.ts';
import { groundElsewhere } from './seen/ground.ts';
import { writeText } from './seen/write.ts';
import { bodyOf, documentOf, parentNodeOf } from './tree.ts';

/** The words of a page or a post as they were on the screen. */
export interface SeenText {
  readonly text: string;
  /** How many words of the code were not visible. */
  readonly unseen: number;
  /** What style did to the words, in plain sentences. */
  readonly notes: readonly string[];
  /** How many words could not be decided, because a clipping shape or a counter style is not understood. */
  readonly doubtful: number;
}

/** How the text is read. */
export interface SeenOptions {
  /** Whether pictures are replaced by their alternative text; many sites write emoji as pictures. */
  readonly pictures?: boolean;
  /** Whether generated content such as `::before` is left out. */
  readonly leavesOutWritten?: boolean;
  /** Whether line breaks in the code count where there is no layout. */
  readonly keepsLines?: boolean;
  /** Whether the element and its content are left out, such as a control within a written text. */
  isLeftOut?(element: Element): boolean;
  /** Whether the element is a quotation: its lines begin with `> `, and the `>` of other lines becomes `\>`. */
  isQuotation?(element: Element): boolean;
  /** Whether Holdfast itself hid the element for a screenshot; then it counts as visible. */
  isOurs?(element: Element): boolean;
  /** Whether what covers the root from elsewhere counts too; this walks the whole page. */
  readonly isWithinPage?: boolean;
}

/**
 * The text below `root` as it is seen, in layout order. What style hides, clips, covers or puts out of reach is left
 * out, and what style generates is included, as are shadow roots and parts not yet drawn (`content-visibility: auto`).
 * Without a layout, style alone decides. Changes nothing.
 */
export function seenText(root: Element, options: SeenOptions = {}): SeenText {
  const page = options.isWithinPage === true ? pageAround(root) : root;
  const gathered = gather(page, {
    only: page === root ? undefined : root,
    pictures: options.pictures ?? false,
    keepsLines: options.keepsLines ?? false,
    leavesOutWritten: options.leavesOutWritten ?? false,
    isLeftOut: options.isLeftOut ?? (() => false),
    isQuotation: options.isQuotation ?? (() => false),
    isOurs: options.isOurs ?? (() => false),
  });
  gathered.unseen += dropCovered(gathered, page === root ? groundElsewhere(root) : () => false);
  const isMoved = arrange(gathered.blocks);
  const notes = [
    ...(isMoved
      ? ['Style shows words in another order than the code; the text has them as they are shown.']
      : []),
    ...(gathered.isWritten
      ? ['Style writes or changes some of the letters; the text has them as they are shown.']
      : []),
  ];
  return {
    text: writeText(gathered.root, options.isQuotation !== undefined),
    unseen: gathered.unseen,
    notes,
    doubtful: gathered.doubtful,
  };
}

/** The body around the element, across shadow roots; the element itself where there is none. */
function pageAround(element: Element): Element {
  const body = bodyOf(documentOf(element) ?? document);
  for (let node: Node | null = element; node !== null; node = outerOf(node)) {
    if (node === body) return body;
  }
  return element;
}

function outerOf(node: Node): Node | null {
  const parent = parentNodeOf(node);
  return parent instanceof ShadowRoot ? Reflect.get(ShadowRoot.prototype, 'host', parent) : parent;
}
