import { writtenTextWithout } from '../../../dom/shown-text.ts';
import { attributeOf, closestOf, matches, parentOf, queryAll, textContentOf } from '../../../dom/tree.ts';
import type { Account, RelatedPost } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { agreed, fence, type Own, shownName } from '../../reading/fence.ts';
import { forwardedNote, signedInNote } from '../../reading/message-notes.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { wordsOf } from '../../reading/quotations.ts';
import { lineOf, postText } from '../../reading/text.ts';

/*
 * A message in web.telegram.org/a. The sender's avatar is shown once beside successive messages, and the name above the
 * first. For a forwarded message the same place holds the name of its origin, after a mark in
 * `.forward-title-container` (pages saved in public code, 2026).
 */
export const appMessage = '.Message[data-message-id]';
const group = '.sender-group-container';
const avatar = '.Avatar[data-peer-id]';
const embedded = '.EmbeddedMessage';
const body = '.text-content';
const sender = '.message-title .sender-title';
const inWords = '.Reactions, .MessageMeta, .WebPage, .EmbeddedMessage';

/** What the message shows. Its number is unique only within its chat, which the message does not name. */
export function readAppMessage(post: Element, viewer: Viewer): ReadPost {
  const own = ownOf(post);
  const mid = /^\d{1,20}$/.exec(attributeOf(post, 'data-message-id') ?? '')?.[0];
  const answers = fence(post, queryAll(post, body))(embedded);
  const written = fence(post, queryAll(post, `${embedded}, .WebPage`))(body)[0];
  const isLeftOut = (part: Element) => matches(part, inWords);
  const { text, related: quoted, notes } = wordsOf(written, { pictures: true, keepsLines: true, isLeftOut });
  const time = queryAll(post, '.MessageMeta .message-time').at(-1);
  const forwarded = isForwarded(own);
  const origin: RelatedPost[] = forwarded
    ? [{ relation: 'reposted', account: present<Account>({ displayName: shownName(own(sender)[0]) }) }]
    : [];
  return present<ReadPost>({
    reader: 'telegram/a-2026',
    kind: 'message',
    ids: mid === undefined ? undefined : { mid },
    account: authorOf(post, own),
    text,
    displayedTime: displayed(lineOf(time && textContentOf(time)), viewer),
    related: unlessEmpty([...origin, ...answers.slice(0, 1).map(readAnswered), ...quoted]),
    notes: unlessEmpty([
      ...(matches(post, '.own') ? [signedInNote] : []),
      ...(forwarded ? [forwardedNote] : []),
      ...notes,
    ]),
  });
}

function ownOf(post: Element): Own {
  return fence(post, queryAll(post, `${body}, ${embedded}, .WebPage`));
}

function isForwarded(own: Own): boolean {
  return own('.forward-title-container').some(
    mark => textContentOf(mark).trim() !== '' || queryAll(mark, '*').length > 0,
  );
}

/** The sender: the avatar beside the messages, and the name above one that is not forwarded. */
function authorOf(post: Element, own: Own): Account {
  const around = closestOf(post, group);
  const messages = around === undefined ? [post] : queryAll(around, appMessage);
  const beside = around === undefined ? [] : fence(around, messages)(avatar);
  const inside = own(avatar).filter(each => parentOf(each) === post);
  const avatars = [...beside, ...inside];
  const accountId = agreed(avatars.map(numberOf));
  if (avatars.length > 0 && accountId === undefined) return {};
  const names = messages
    .map(ownOf)
    .filter(each => !isForwarded(each))
    .flatMap(each => each(sender));
  const displayName = agreed(names.map(shownName));
  if (accountId !== undefined) return present<Account>({ accountId, displayName });
  const mine = isForwarded(own) ? [] : own(sender);
  return present<Account>({ displayName: agreed(mine.map(shownName)) });
}

function numberOf(element: Element): string | undefined {
  return /^-?\d{1,20}$/.exec(attributeOf(element, 'data-peer-id') ?? '')?.[0];
}

function readAnswered(block: Element): RelatedPost {
  const displayName = shownName(queryAll(block, '.embedded-sender')[0]);
  const said = queryAll(block, '.embedded-text-wrapper')[0];
  return present<RelatedPost>({
    relation: 'parent',
    account: displayName === undefined ? undefined : { displayName },
    text: said && postText(writtenTextWithout(said, inWords)).text,
  });
}
