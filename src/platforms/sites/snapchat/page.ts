import { closestOf, parentOf, queryAll } from '../../../dom/tree.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { blocks } from '../../reading/blocks.ts';
import { agreed, outermostAround, outermostOf, shownName } from '../../reading/fence.ts';
import { isName } from '../../reading/names.ts';
import { present } from '../../reading/present.ts';

/*
 * On the web, what one person wrote in succession is an item of a list with that person's name in its header. `nonIntl`
 * marks what is never translated, both names and words (page scripts in public code, 2026). All other classes are
 * generated. Nothing marks where a message shows another that it answers, so its words are not read.
 */
const group = 'ul > li';
const head = 'header';
const name = 'header span.nonIntl';

/** Groups of one person's successive messages, in order; where no sender is marked, every block that may be one. */
export function posts(document: Document): readonly Element[] {
  const marked = outermostOf(queryAll(document, group).filter(isGroup));
  return marked.length > 0 ? marked : blocks.posts(document);
}

export function postAround(element: Element): Element | undefined {
  const marked = outermostAround(element, group);
  return marked !== undefined && isGroup(marked) ? marked : blocks.postAround(element);
}

/** Whether the item is a group and no look-alike in a message: one header, one name, no list around or inside it. */
function isGroup(item: Element): boolean {
  const parent = parentOf(item);
  const list = parent && parentOf(parent);
  if (list !== null && closestOf(list, group) !== undefined) return false;
  return (
    queryAll(item, head).length === 1 &&
    queryAll(item, name).length === 1 &&
    queryAll(item, 'li').length === 0
  );
}

const notRead =
  'One person wrote what stands in this block. A message in it may show words of another that it answers, so the words were not read; they stand in the text.';

/** Who wrote the group. Its words are only in the text of the box. */
export function read(post: Element, address: URL, viewer: Viewer): ReadPost {
  if (!isGroup(post)) return blocks.read(post, address, viewer);
  const displayName = agreed(queryAll(post, name).map(shownName));
  const isNamed = displayName !== undefined && isName(displayName);
  return present<ReadPost>({
    reader: 'snapchat/web-2026',
    kind: 'message',
    account: isNamed ? { displayName } : {},
    notes: [noteOn(displayName), notRead],
  });
}

function noteOn(displayName: string | undefined): string {
  if (displayName === undefined) return 'The page shows no name with this block.';
  if (displayName === 'Me')
    return 'The page calls the sender “Me”, as it does the account that is signed in.';
  if (!isName(displayName))
    return `The page calls the sender “${displayName}”, which was not taken as a name.`;
  return 'The name is the one that the conversation shows; it may be chosen by whoever looks, and the account that is signed in is called by a word such as “Me”.';
}
