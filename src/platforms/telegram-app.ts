import { writtenTextWithout } from '../dom/shown-text.ts';
import { attributeOf, closestOf, matches, queryAll, queryFirst, textContentOf } from '../dom/tree.ts';
import type { Account, Ids, RelatedPost } from '../model/post.ts';
import type { ReadPost, Viewer } from './contract.ts';
import { agreed, fence, type Own, shownName } from './fence.ts';
import { forwardedNote, signedInNote } from './message-notes.ts';
import { displayed, present, unlessEmpty } from './present.ts';
import { wordsOf } from './quotations.ts';
import { lineOf, postText } from './text.ts';
import { readUnixTime } from './time.ts';

/*
 * A message in web.telegram.org/k. Bubbles of one sender stand in one group; in groups of people its avatar names the
 * sender, also where a bubble shows no name. A bubble that forwards shows the name of whom it came from in the same
 * place as others show their sender's (the app's own code, and page scripts that read it, 2026).
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
 * What the bubble shows. Its own number, `data-mid`, is not the number of Telegram's links in every chat and is kept
 * apart under the app's word. The chat is the one that the bubble names.
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

/** The time in full, which stands on the element or in it; otherwise its words. */
function timeOf(time: Element): string {
  const full = matches(time, '[title]') ? time : queryFirst(time, '[title]');
  return (full && attributeOf(full, 'title')) ?? textContentOf(time);
}

/** The bubble's own marks, without those in what it answers and in what was written. */
function ownOf(post: Element): Own {
  return fence(post, queryAll(post, `${words}, ${answered}, .web`));
}

function peerOf(element: Element | undefined): string | undefined {
  return /^-?\d{1,20}$/.exec((element && attributeOf(element, 'data-peer-id')) ?? '')?.[0];
}

function isForwarded(post: Element): boolean {
  return matches(post, '.forwarded') || ownOf(post)(`${origin}, [data-saved-from]`).length > 0;
}

/** Names above the bubble that are shown and are not those of whom it came from. */
function titlesOf(post: Element): Element[] {
  return ownOf(post)(title).filter(
    each =>
      closestOf(each, `${origin}, .is-via`) === undefined &&
      attributeOf(each, 'data-saved-from') === undefined &&
      shownName(each) !== undefined,
  );
}

/**
 * The sender, where all that names him agrees: the avatar beside the group of bubbles, the name above the bubble, and
 * in a conversation of two the number of the other, of what comes in. Of a bubble that forwards, the name alone says
 * nothing, since it may be that of the origin.
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

/** Whom the message came from, as the page names him. */
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
