import type { Account, Ids } from '../model/post.ts';
import type { ReadPost, Viewer } from './contract.ts';
import { attributeOf, matches, queryFirst, textContentOf } from './dom.ts';
import { displayed, present, unlessEmpty } from './present.ts';
import { writtenText } from './shown-text.ts';
import { lineOf, postText, textWithPictures } from './text.ts';
import { readUnixTime } from './time.ts';

/** A message in web.telegram.org/k. From memory, 2026-11-21. */
export const bubble = '.bubble[data-mid][data-timestamp]';

/**
 * What the bubble shows. Its own number, `data-mid`, is not the number of Telegram's links in every chat and is kept
 * apart under the app's word. The chat is the one that the bubble names.
 */
export function readBubble(post: Element, _address: URL, viewer: Viewer): ReadPost {
  const mid = /^\d{1,20}$/.exec(attributeOf(post, 'data-mid') ?? '')?.[0];
  const peerId = /^-?\d{1,20}$/.exec(attributeOf(post, 'data-peer-id') ?? '')?.[0];
  const ids: Ids = { ...(mid !== undefined && { mid }), ...(peerId !== undefined && { peerId }) };
  const body = queryFirst(post, '.translatable-message, .message');
  const time = queryFirst(post, '.time');
  const shown = lineOf(time && (attributeOf(time, 'title') ?? textContentOf(time)));
  const { text, note } = postText(body === undefined ? '' : withoutTime(body, time));
  const unix = readUnixTime(attributeOf(post, 'data-timestamp'));
  return present<ReadPost>({
    kind: 'message',
    ids: unlessEmpty(ids),
    account: authorOf(post, peerId),
    text,
    displayedTime: displayed(shown, viewer),
    machineTime: unix && { ...unix, caveat: 'Read from the page’s attribute data-timestamp, as Unix time.' },
    notes: unlessEmpty([
      ...(matches(post, '.is-out')
        ? ['The page shows this message as sent by the account that is signed in.']
        : []),
      ...(note === undefined ? [] : [note]),
    ]),
  });
}

function withoutTime(body: Element, time: Element | undefined): string {
  const text = writtenText(body);
  const end = time === undefined ? '' : writtenText(time);
  const at = end === '' ? -1 : text.lastIndexOf(end);
  return at < 0 ? text : text.slice(0, at) + text.slice(at + end.length);
}

/** The name above the bubble, with its number; in a conversation of two, what comes in is the other's. */
function authorOf(post: Element, peerId: string | undefined): Account {
  const name = queryFirst(post, '.name .peer-title[data-peer-id], .colored-name .peer-title[data-peer-id]');
  const named = /^\d{1,20}$/.exec((name && attributeOf(name, 'data-peer-id')) ?? '')?.[0];
  const isOther = matches(post, '.is-in') && peerId !== undefined && !peerId.startsWith('-');
  return present<Account>({
    displayName: lineOf(name && textWithPictures(name)),
    accountId: named ?? (name === undefined && isOther ? peerId : undefined),
  });
}
