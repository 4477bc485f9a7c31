import { writtenTextWithout } from '../../../dom/shown-text.ts';
import { attributeOf, closestOf, matches, queryAll, queryFirst, textContentOf } from '../../../dom/tree.ts';
import type { Account, Ids, RelatedPost } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { agreed, fence, type Own, shownName } from '../../reading/fence.ts';
import { forwardedNote, signedInNote } from '../../reading/message-notes.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { wordsOf } from '../../reading/quotations.ts';
import { lineOf, postText } from '../../reading/text.ts';
import { readUnixTime } from '../../reading/time.ts';

/*
 * A message in web.telegram.org/k. Bubbles of one sender are in one group; in group chats its avatar identifies the
 * sender, also where a bubble shows no name. A forwarded bubble shows the name of its origin where others show their
 * sender's (the app's own code, and page scripts that read it, 2026).
 */
export const bubble = '.bubble[data-mid][data-timestamp]';
const group = '.bubbles-group';
const avatar = '.bubbles-group-avatar[data-peer-id]';
const origin = '.bubble-name-forwarded';
const answered = '.reply';
const words = '.translatable-message, .message';
const title = '.name .peer-title[data-peer-id]';
const inWords = '.time, .reactions, .reply, .web, .name';

/**
 * What the bubble shows. Its `data-mid` is not in every chat the number in Telegram's links, so it is kept separately
 * under the app's name for it. The chat is the one that the bubble names.
 */
export function readBubble(post: Element, _address: URL, viewer: Viewer): ReadPost {
  const own = ownOf(post);
  const mid = /^\d{1,20}$/.exec(attributeOf(post, 'data-mid') ?? '')?.[0];
  const peerId = peerOf(post);
  const ids: Ids = { ...(mid !== undefined && { mid }), ...(peerId !== undefined && { peerId }) };
  const message = fence(post, queryAll(post, answered))('.message')[0];
  const body = (message && queryFirst(message, '.translatable-message')) ?? message ?? own(words)[0];
  const time = queryAll(post, '.time').at(-1);
  const shown = lineOf(time && timeOf(time));
  const isLeftOut = (part: Element) => matches(part, inWords);
  const { text, related: quoted, notes } = wordsOf(body, { pictures: true, keepsLines: true, isLeftOut });
  const unix = readUnixTime(attributeOf(post, 'data-timestamp'));
  const related = [...originsOf(post), ...answersOf(post), ...quoted];
  return present<ReadPost>({
    reader: 'telegram/k-2026',
    kind: 'message',
    ids: unlessEmpty(ids),
    account: authorOf(post),
    text,
    displayedTime: displayed(shown, viewer),
    machineTime: unix && { ...unix, caveat: 'Read from the page’s attribute data-timestamp, as Unix time.' },
    related: unlessEmpty(related),
    notes: unlessEmpty([
      ...(matches(post, '.is-out') ? [signedInNote] : []),
      ...(isForwarded(post) ? [forwardedNote] : []),
      ...notes,
    ]),
  });
}

/** The full time, in the `title` of the element or one inside it; otherwise its text. */
function timeOf(time: Element): string {
  const full = matches(time, '[title]') ? time : queryFirst(time, '[title]');
  return (full && attributeOf(full, 'title')) ?? textContentOf(time);
}

/** The bubble's own marks, without those in what it answers and in its words. */
function ownOf(post: Element): Own {
  return fence(post, queryAll(post, `${words}, ${answered}, .web`));
}

function peerOf(element: Element | undefined): string | undefined {
  return /^-?\d{1,20}$/.exec((element && attributeOf(element, 'data-peer-id')) ?? '')?.[0];
}

function isForwarded(post: Element): boolean {
  return matches(post, '.forwarded') || ownOf(post)(`${origin}, [data-saved-from]`).length > 0;
}

/** Visible names above the bubble, without those of its origin. */
function titlesOf(post: Element): Element[] {
  return ownOf(post)(title).filter(
    each =>
      closestOf(each, `${origin}, .is-via`) === undefined &&
      attributeOf(each, 'data-saved-from') === undefined &&
      shownName(each) !== undefined,
  );
}

/**
 * The sender, where all sources agree: the avatar beside the group, the name above the bubble, and, for an incoming
 * bubble of a conversation of two, the other's number. For a forwarded bubble the name alone is not enough, because it
 * may be the origin's.
 */
function authorOf(post: Element): Account {
  const around = closestOf(post, group);
  const avatars = around === undefined ? [] : fence(around, queryAll(around, bubble))(avatar);
  const titles = titlesOf(post);
  const peerId = peerOf(post);
  const isOther = matches(post, '.is-in') && peerId !== undefined && !peerId.startsWith('-');
  const sure = [...avatars.map(peerOf), ...(isOther ? [peerId] : [])];
  if (isForwarded(post) && sure.length === 0) return {};
  const id = agreed([...sure, ...titles.map(peerOf)]);
  if (id === undefined) return {};
  const neighbours = around === undefined ? [] : queryAll(around, bubble).filter(each => !isForwarded(each));
  const named = [...titles, ...neighbours.flatMap(titlesOf)].filter(each => peerOf(each) === id);
  return present<Account>({
    displayName: agreed(named.map(shownName)),
    accountId: /^\d+$/.exec(id)?.[0],
  });
}

/** The origin of a forwarded message, as the page names it. */
function originsOf(post: Element): RelatedPost[] {
  const titles = ownOf(post)('.peer-title').filter(
    each => closestOf(each, origin) !== undefined || attributeOf(each, 'data-saved-from') !== undefined,
  );
  return titles.slice(0, 1).map(each => {
    const account = present<Account>({
      displayName: shownName(each),
      accountId: /^\d+$/.exec(peerOf(each) ?? '')?.[0],
    });
    return { relation: 'reposted', account };
  });
}

function answersOf(post: Element): RelatedPost[] {
  return queryAll(post, answered)
    .filter(each => closestOf(each, '.translatable-message') === undefined)
    .slice(0, 1)
    .map(block => {
      const name = queryFirst(block, '.reply-title .peer-title');
      const said = queryFirst(block, '.reply-subtitle');
      const account = present<Account>({
        displayName: shownName(name),
        accountId: /^\d+$/.exec(peerOf(name) ?? '')?.[0],
      });
      return present<RelatedPost>({
        relation: 'parent',
        account: unlessEmpty(account),
        text: said && postText(writtenTextWithout(said, inWords)).text,
      });
    });
}
