import type { Account, Ids } from '../model/post.ts';
import type { ReadPost, Viewer } from './contract.ts';
import { attributeOf, closestOf, documentOf, matches, queryAll, queryFirst, textContentOf } from './dom.ts';
import { outermostIn } from './fence.ts';
import { mediaOf } from './media.ts';
import { inOrder, ownParts } from './parts.ts';
import { writtenText } from './shown-text.ts';
import { cut, lineOf, longestLine, postText, textWithPictures } from './text.ts';

/*
 * A message is a row of `#main`. Its `data-id` was `<true|false>_<chat>_<message>[_<member>]`, with the telephone
 * number in the chat (`…@c.us`) or a stand-in for it (`…@lid`); since August 2026 many accounts see the message's
 * number alone, and a message to oneself with `_out` behind it. `data-pre-plain-text` holds `[<time and date>] <name>: ` in the order of the viewer's language, to
 * the minute and without a zone: it is kept as it is and never parsed. Seen in page scripts of 2026-06 to 2026-10.
 */
const stamped = '[data-pre-plain-text]';
const message = `#main [data-id], #main ${stamped}`;
const row = '#main [role="row"], #main [data-id]';
const sentMark =
  '[data-icon="tail-out"], [data-icon^="msg-check"], [data-icon^="msg-dblcheck"], [data-icon^="wds-ic-read"], [data-icon^="wds-ic-delivered"], [data-icon^="wds-ic-sent"]';
/** The ticks of 2026-09, which name themselves in the title of their drawing. */
const sentTitle = /^wds-ic-(?:read|delivered|sent)$/;
const quotation = '[data-testid="quoted-message"], [role="button"]:has(.quoted-mention), .quoted-mention';

/** Every message that the open conversation shows; lines between days are none. */
export function posts(document: Document): readonly Element[] {
  return inOrder(queryAll(document, message).map(found => outermostRow(found)));
}

/** The row of a message; where several messages stand in one, each is by itself, since they may be of two people. */
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

/** What a message shows. Names are those of the address book of whoever looks, and no evidence of who wrote. */
export function read(post: Element, _address: URL, viewer: Viewer): ReadPost {
  const { messageId, ids, phone, sent } = idOf(post);
  const stamp = stampOf(post);
  const text = postText(bodyOf(post));
  const media = mediaOf(queryAll(post, 'img[src^="blob:"], video'));
  const quoted = lineOf(queryAll(post, '.quoted-mention').map(textWithPictures)[0]);
  const account: Account = {
    ...(stamp?.name !== undefined && { displayName: stamp.name }),
    ...(phone !== undefined && { accountId: phone }),
  };
  return {
    reader: 'whatsapp/2026-10',
    kind: 'message',
    ...(messageId !== undefined && { postId: messageId }),
    ...(Object.keys(ids).length > 0 && { ids }),
    account,
    ...(text.text !== undefined && { text: text.text }),
    ...(stamp?.time !== undefined && { displayedTime: { text: stamp.time, ...viewer } }),
    ...(media.length > 0 && { media }),
    ...(quoted !== undefined && { related: [{ relation: 'quoted' as const, text: quoted }] }),
    notes: notesOf(post, sent ?? isSent(post), stamp?.name, text.note),
  };
}

interface MessageId {
  readonly messageId?: string;
  readonly ids: Ids;
  /** The sender's telephone number, of a message received. */
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
  const said = cut((holder && attributeOf(holder, 'data-pre-plain-text')) ?? '', longestLine);
  const found = /^\[(?<time>[^\]]{1,60})\]\s?(?<name>.*?):?\s*$/s.exec(said)?.groups;
  return found && { time: lineOf(found['time']), name: lineOf(found['name']) };
}

function bodyOf(post: Element): string {
  const holder = matches(post, stamped) ? post : queryFirst(post, stamped);
  const own = (root: Element) => ownParts(root, '.selectable-text', queryAll(root, quotation))[0];
  const body = (holder && own(holder)) ?? own(post);
  return body === undefined ? '' : writtenText(body);
}

/** True with a mark of a message sent; undefined without, since some messages that were sent bear none. */
function isSent(post: Element): boolean | undefined {
  if (queryFirst(post, sentMark) !== undefined) return true;
  const titles = queryAll(post, 'svg > title').map(title => textContentOf(title).trim());
  if (titles.some(title => sentTitle.test(title))) return true;
  return queryFirst(post, '[data-icon="tail-in"]') === undefined ? undefined : false;
}

function notesOf(
  post: Element,
  sent: boolean | undefined,
  name: string | undefined,
  note: string | undefined,
): string[] {
  const document = documentOf(post);
  const header = document === null ? undefined : queryFirst(document, '#main header span[dir="auto"]');
  const title = lineOf(header && textContentOf(header));
  return [
    ...(note === undefined ? [] : [note]),
    ...(title === undefined ? [] : [`Shown in the conversation “${title}”.`]),
    ...(sent === undefined
      ? []
      : [sent ? 'The message was sent from this account.' : 'The message was received.']),
    ...(name === undefined ? [] : ['The name is that of the address book, or the one the sender chose.']),
  ];
}
