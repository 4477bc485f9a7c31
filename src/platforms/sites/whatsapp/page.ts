import {
  attributeOf,
  closestOf,
  documentOf,
  matches,
  parentOf,
  queryAll,
  queryFirst,
  textContentOf,
} from '../../../dom/tree.ts';
import { boundedText } from '../../../model/bounded-text.ts';
import type { Account, Ids, RelatedPost } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { agreed, outermostIn, outermostOf, shownName } from '../../reading/fence.ts';
import { mediaOf } from '../../reading/media.ts';
import { deletedNote, forwardedNote } from '../../reading/message-notes.ts';
import { inOrder, ownParts } from '../../reading/parts.ts';
import { type Words, wordsOf } from '../../reading/quotations.ts';
import { isChangedWord, isViewerWord } from '../../reading/site-words.ts';
import { lineOf, longestLine, textWithPictures } from '../../reading/text.ts';

/*
 * A message is a row of `#main`. Its `data-id` was `<true|false>_<chat>_<message>[_<member>]`, with the telephone
 * number in the chat (`…@c.us`) or a substitute (`…@lid`). Since August 2026 many accounts see only the message's
 * number, with `_out` appended for one to oneself. `data-pre-plain-text` holds `[<time and date>] <name>: ` in the
 * order of the viewer's language, to the minute, without a zone: it is kept as is and never parsed. Seen in page
 * scripts of 2026-06 to 2026-10.
 */
const stamped = '[data-pre-plain-text]';
const message = `#main [data-id], #main ${stamped}`;
const row = '#main [role="row"], #main [data-id]';
const sentMark =
  '[data-icon="tail-out"], [data-icon^="msg-check"], [data-icon^="msg-dblcheck"], [data-icon^="wds-ic-read"], [data-icon^="wds-ic-delivered"], [data-icon^="wds-ic-sent"]';
/** The ticks of 2026-09, named in the title of their icon. */
const sentTitle = /^wds-ic-(?:read|delivered|sent)$/;
/** What a message answers is in a box of its own that leads to it. */
const quotation = '[data-testid="quoted-message"], [role="button"], .quoted-mention';
const written = '.selectable-text';
/** Icons of forwarded and deleted messages (public code, 2024-12 to 2026-10). */
const forwardMark =
  '[data-icon="forwarded"], [data-icon="forward-refreshed"], [data-icon="frequently-forwarded"], [data-testid="forwarded"]';
const deletedMark = '[data-icon^="recalled"], [data-testid="recalled"]';
/** The accessible label before a message: its sender and a colon. */
const spoken = 'span[aria-label$=":"]';

/** Every message that the open conversation shows, without the lines between days. */
export function posts(document: Document): readonly Element[] {
  return inOrder(queryAll(document, message).map(found => outermostRow(found)));
}

/** The row of a message. Where several messages share one row, each is separate, because they may be by two people. */
function outermostRow(found: Element): Element {
  const around = closestOf(found, '#main [role="row"]');
  if (around !== undefined && isSingle(around)) return around;
  return closestOf(found, '#main [data-id]') ?? found;
}

function isSingle(around: Element): boolean {
  return outermostIn(around, '[data-id]').length <= 1;
}

export function postAround(element: Element): Element | undefined {
  const around = closestOf(element, row);
  if (around === undefined) return closestOf(element, `#main ${stamped}`);
  const block = outermostRow(around);
  if (matches(block, '[data-id]')) return block;
  return isSingle(block) && queryFirst(block, `[data-id], ${stamped}`) !== undefined ? block : undefined;
}

/** What a message shows. Names come from the viewer's address book and are no evidence of who wrote. */
export function read(post: Element, _address: URL, viewer: Viewer): ReadPost {
  const { messageId, ids, phone, ...id } = idOf(post);
  const own = (selector: string) => ownParts(post, selector, queryAll(post, `${quotation}, ${written}`));
  const stamp = stampOf(post);
  const sent = id.sent ?? isSent(post, stamp?.name);
  const name = nameOf(post, stamp?.name, sent);
  const words = bodyOf(post);
  const media = mediaOf(queryAll(post, 'img[src^="blob:"], video'));
  const related = [...answeredBy(post), ...words.related];
  const edited = own('[data-testid="msg-meta"] span').map(textContentOf).map(lineOf).find(isChangedWord);
  const account: Account = {
    ...(name !== undefined && { displayName: name }),
    ...(phone !== undefined && { accountId: phone }),
  };
  return {
    reader: 'whatsapp/2026-10',
    kind: 'message',
    ...(messageId !== undefined && { postId: messageId }),
    ...(Object.keys(ids).length > 0 && { ids }),
    account,
    ...(words.text !== undefined && { text: words.text }),
    ...(stamp?.time !== undefined && { displayedTime: { text: stamp.time, ...viewer } }),
    ...(edited !== undefined && { edited }),
    ...(media.length > 0 && { media }),
    ...(related.length > 0 && { related }),
    notes: [
      ...notesOf(post, sent, name),
      ...(own(forwardMark).length > 0 ? [forwardedNote] : []),
      ...(own(deletedMark).length > 0 ? [deletedNote] : []),
      ...words.notes,
    ],
  };
}

interface MessageId {
  readonly messageId?: string;
  readonly ids: Ids;
  /** The sender's telephone number, for a received message. */
  readonly phone?: string;
  readonly sent?: boolean;
}

function idOf(post: Element): MessageId {
  const holder = matches(post, '[data-id]') ? post : queryFirst(post, '[data-id]');
  const said = (holder && attributeOf(holder, 'data-id')) ?? '';
  const alone = /^(?<messageId>[A-F0-9]{16,40})(?:_(?:out|in))?$/i.exec(said)?.groups?.['messageId'];
  if (alone !== undefined) return { messageId: alone, ids: {} };
  const found =
    /^(?<sent>true|false)_(?<chat>[\w.+:-]{1,60}@(?:c\.us|g\.us|lid|s\.whatsapp\.net|broadcast|newsletter))_(?<id>[A-Za-z\d.-]{8,60})(?:_(?:out|in))?(?:_(?<member>[\w.+:-]{1,60}@(?:c\.us|lid|s\.whatsapp\.net)))?$/.exec(
      said,
    )?.groups;
  const { sent, chat, id, member } = found ?? {};
  if (chat === undefined || id === undefined) return { ids: {} };
  const sender = sent === 'false' ? (member ?? chat) : undefined;
  const phone = /^(\d{6,15})@(?:c\.us|s\.whatsapp\.net)$/.exec(sender ?? '')?.[1];
  const lid = /^(\d{6,20})@lid$/.exec(sender ?? '')?.[1];
  return {
    messageId: id,
    ids: { chatId: chat, ...(lid !== undefined && { lid }) },
    ...(phone !== undefined && { phone: `+${phone}` }),
    sent: sent === 'true',
  };
}

function stampOf(
  post: Element,
): { readonly time: string | undefined; readonly name: string | undefined } | undefined {
  const holder = matches(post, stamped) ? post : queryFirst(post, stamped);
  const said = boundedText((holder && attributeOf(holder, 'data-pre-plain-text')) ?? '', longestLine);
  const found = /^\[(?<time>[^\]]{1,60})\]\s?(?<name>.*?):?\s*$/s.exec(said)?.groups;
  return found && { time: lineOf(found['time']), name: lineOf(found['name']) };
}

const several = 'The message shows several texts that the page does not mark as one; none was read.';

/** The words of the message: all of its texts that are siblings; none where some are elsewhere. */
function bodyOf(post: Element): Words {
  const holder = matches(post, stamped) ? post : queryFirst(post, stamped);
  const own = (root: Element) => outermostOf(ownParts(root, written, queryAll(root, quotation)));
  const found = holder === undefined ? [] : own(holder);
  const bodies = found.length > 0 ? found : own(post);
  if (new Set(bodies.map(parentOf)).size > 1) return { related: [], notes: [several] };
  const all = bodies.map(body => wordsOf(body, { pictures: true, keepsLines: true }));
  const texts = all.map(({ text }) => text).filter(text => text !== undefined);
  return {
    ...(texts.length > 0 && { text: texts.join('\n') }),
    related: all.flatMap(({ related }) => related),
    notes: Array.from(new Set(all.flatMap(({ notes }) => notes))),
  };
}

/**
 * The message that this one answers. Its author is known by the name in the box only where a message on the page has
 * that name, because the word for the signed-in account is in the same place.
 */
function answeredBy(post: Element): RelatedPost[] {
  const quoted = '.quoted-mention';
  const wordsIn = (each: Element) =>
    matches(each, quoted) ? each : (queryFirst(each, quoted) ?? queryFirst(each, written));
  const box = outermostIn(post, quotation).find(each => wordsIn(each) !== undefined);
  const words = box && wordsIn(box);
  if (box === undefined) return [];
  const text = lineOf(words && textWithPictures(words));
  const shown = shownName(queryFirst(box, '[data-testid="author"]'));
  const document = documentOf(post);
  const isKnown =
    document !== null &&
    shown !== undefined &&
    !isViewerWord(shown) &&
    queryAll(document, message).some(each => stampOf(each)?.name === shown);
  if (text === undefined) return [];
  return [{ relation: 'quoted', ...(isKnown && { account: { displayName: shown } }), text }];
}

/** The name in the stamp, unless it is the page's word for the viewer. */
function nameOf(post: Element, name: string | undefined, sent: boolean | undefined): string | undefined {
  if (isViewerWord(name) && sent !== false) return undefined;
  return sent === true && name === spokenOf(post) ? undefined : name;
}

/** The sender in the accessible labels; undefined where they name none, or several. */
function spokenOf(post: Element): string | undefined {
  const labels = ownParts(post, spoken, queryAll(post, `${quotation}, ${written}`)).map(each =>
    lineOf(attributeOf(each, 'aria-label')?.replace(/\s*:$/u, '')),
  );
  return agreed(labels);
}

/**
 * Whether the signed-in account sent the message: true with a mark of a sent message, or one labelled “You”; false with
 * a mark of a received message, or where the label has the name in its stamp; undefined where neither is shown.
 */
function isSent(post: Element, name: string | undefined): boolean | undefined {
  if (queryFirst(post, sentMark) !== undefined) return true;
  const titles = queryAll(post, 'svg > title').map(title => textContentOf(title).trim());
  if (titles.some(title => sentTitle.test(title))) return true;
  if (queryFirst(post, '[data-icon="tail-in"]') !== undefined) return false;
  const sender = spokenOf(post);
  if (sender === undefined || name === undefined) return undefined;
  if (sender === name) return isViewerWord(name) ? undefined : false;
  return isViewerWord(sender) ? true : undefined;
}

function notesOf(post: Element, sent: boolean | undefined, name: string | undefined): string[] {
  const document = documentOf(post);
  const header = document === null ? undefined : queryFirst(document, '#main header span[dir="auto"]');
  const title = lineOf(header && textContentOf(header));
  return [
    ...(title === undefined ? [] : [`Shown in the conversation “${title}”.`]),
    ...(sent === undefined
      ? []
      : [sent ? 'The message was sent from this account.' : 'The message was received.']),
    ...(name === undefined ? [] : ['The name is that of the address book, or the one the sender chose.']),
  ];
}
