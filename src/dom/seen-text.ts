import { arrange } from './seen/arrange.ts';
import { dropCovered } from './seen/covers.ts';
import { gather } from './seen/gather.ts';
import { groundElsewhere } from './seen/ground.ts';
import { writeText } from './seen/write.ts';
import { bodyOf, documentOf, parentNodeOf } from './tree.ts';

/** The words of a page or a post as they were on the screen. */
export interface SeenText {
  readonly text: string;
  /** How many words stand in the code and were not to be seen. */
  readonly unseen: number;
  /** What style did to the words, in plain sentences. */
  readonly notes: readonly string[];
  /** How many words could not be decided: the shape that clips them, or the numbers that style writes, are not read. */
  readonly doubtful: number;
}

/** How the words are to be read. */
export interface SeenOptions {
  /** Whether pictures are told by their alternative text; many sites write emoji as pictures. */
  readonly pictures?: boolean;
  /** Whether what style writes beside the words, such as `::before`, is left out. */
  readonly leavesOutWritten?: boolean;
  /** Whether line breaks in the code count where there is no layout to say so. */
  readonly keepsLines?: boolean;
  /** Whether the element and all in it is left out, such as a control in what somebody wrote. */
  isLeftOut?(element: Element): boolean;
  /** Whether the element is a quotation: its lines begin with `> `, and others that begin so with `\\>`. */
  isQuotation?(element: Element): boolean;
  /** Whether the element was hidden by Holdfast itself, for a picture of the page: then it counts as visible. */
  isOurs?(element: Element): boolean;
  /** Whether what lies over the root from elsewhere counts as well; for that, the whole page is walked through. */
  readonly isWithinPage?: boolean;
}

/**
 * The text below `root` as it is seen: what style hides, clips, covers or puts where nobody can scroll is left out, what
 * style writes is in it, and the order is that of the layout. Shadow roots and parts that are not drawn yet
 * (`content-visibility: auto`) belong to it. Where there is no layout at all, style alone decides. Changes nothing.
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

/** The body that the element stands in, through shadow roots as well; the element itself where there is none. */
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
