import { pictureTextWithout } from '../../../dom/shown-text.ts';
import { attributeOf, closestOf, matches, queryAll } from '../../../dom/tree.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { blocks } from '../../reading/blocks.ts';
import { fence, outermostAround, outermostIn, outermostOf, shownName } from '../../reading/fence.ts';
import { mediaOf } from '../../reading/media.ts';
import { sentNote } from '../../reading/message-notes.ts';
import { isName as isPlainName } from '../../reading/names.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { readMessageBlock } from '../../reading/single-message.ts';
import { isSentHeading, type MessageLabel, readMessageLabel } from '../../reading/site-words.ts';
import { lineOf, postText } from '../../reading/text.ts';

/*
 * A message is a row of the table of messages with a number of its own; its label is `At 3:08 AM, Name: words` (seen in
 * public code, 2026), in the page's language: see `site-words.ts`.
 */
const message = '[data-scope="messages_table"][data-message-id^="mid."]';
const words = 'div[dir="auto"]';
const control = '[role="button"], button';

/** Every message; where the page marks none, every block that may be one. */
export function posts(document: Document): readonly Element[] {
  const marked = outermostIn(document, message).filter(each => !isInWords(each));
  return marked.length > 0 ? marked : blocks.posts(document);
}

export function postAround(element: Element): Element | undefined {
  const marked = outermostAround(element, message);
  return marked === undefined || isInWords(marked) ? blocks.postAround(element) : marked;
}

/** Whether the element is within somebody's words, and so is no message. */
function isInWords(element: Element): boolean {
  return closestOf(element, words) !== undefined;
}

/** What the message shows. */
export function read(post: Element, viewer: Viewer): ReadPost {
  const id = numberOf(post);
  return id === undefined ? readMessageBlock(post) : readMarked(post, id, viewer);
}

function numberOf(post: Element): string | undefined {
  if (!matches(post, message) || isInWords(post)) return undefined;
  return /^mid\.\$?[\w:.-]{4,200}$/.exec(attributeOf(post, 'data-message-id') ?? '')?.[0];
}

function readMarked(post: Element, messageId: string, viewer: Viewer): ReadPost {
  const others = queryAll(post, message);
  const own = fence(post, others);
  const { text, note } = postText(wordsOf(post, outermostOf(own(words))));
  const headings = own('h3, h4, h5').map(shownName);
  const label = labelOf(post, text);
  const isSent = headings.some(isSentHeading);
  const isDoubtful =
    others.length > 0 ||
    headings.some(each => !(label?.name === undefined && isSentHeading(each)) && !isName(each, label?.name));
  const said = isDoubtful ? undefined : label;
  const media = mediaOf(own('video, a img'));
  return present<ReadPost>({
    reader: 'messenger/2026',
    kind: 'message',
    ids: { messageId },
    account: said?.name === undefined ? {} : { displayName: said.name },
    text,
    displayedTime: displayed(label?.time, viewer),
    media: unlessEmpty(media),
    notes: [...(note === undefined ? [] : [note]), senderNote(said, isSent && label?.name === undefined)],
  });
}

/** The note on what the page says of the sender besides a name. */
function senderNote(label: MessageLabel | undefined, isSent: boolean): string {
  if (label?.name !== undefined)
    return 'The name is the one that the conversation shows; it may be a nickname.';
  if (label !== undefined) {
    return 'The page calls the sender “You”, as it does the account that is signed in; a nickname may say the same.';
  }
  return isSent
    ? sentNote
    : 'The page’s label of this message names nobody in a form that is known here, or something contradicts it.';
}

/**
 * The words at which the label ends, in any language: a reply shows the words it answers before its own. With several
 * texts none is taken where the label does not show which are the message's.
 */
function wordsOf(post: Element, paragraphs: readonly Element[]): string {
  const texts = paragraphs.map(each => pictureTextWithout(each, control));
  const label = lineOf(attributeOf(post, 'aria-label')) ?? '';
  const [only = ''] = texts;
  if (texts.length < 2) return only;
  const ends = texts.map((_each, from) => texts.slice(from).join('\n'));
  return ends.find(each => isEndOf(label, lineOf(each))) ?? '';
}

function isEndOf(label: string, words: string | undefined): boolean {
  if (words === undefined || !label.endsWith(words)) return false;
  return label
    .slice(0, label.length - words.length)
    .trimEnd()
    .endsWith(':');
}

function isName(shown: string | undefined, name: string | undefined): boolean {
  return shown === undefined || shown === name;
}

/**
 * What the label says, when it ends exactly with the shown words. Without shown words it is read only where a single
 * colon separates the name from the rest.
 */
function labelOf(post: Element, text: string | undefined): MessageLabel | undefined {
  const label = lineOf(attributeOf(post, 'aria-label'));
  const line = lineOf(text);
  if (label === undefined) return undefined;
  const end = line === undefined ? afterName(label) : line;
  if (end === undefined || !label.endsWith(end)) return undefined;
  const said = readMessageLabel(label.slice(0, label.length - end.length).trimEnd());
  return said?.name === undefined || isPlainName(said.name) ? said : undefined;
}

/** What follows the name in a label with exactly one colon followed by a space; otherwise undefined. */
function afterName(label: string): string | undefined {
  const parts = label.split(': ');
  return parts.length === 2 ? parts[1] : undefined;
}
