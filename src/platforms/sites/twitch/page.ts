import { writtenText } from '../../../dom/shown-text.ts';
import { attributeOf, closestOf, matches, queryAll, queryFirst, textContentOf } from '../../../dom/tree.ts';
import type { Account } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { fence, firstSeen, isSeen, type Own, shownName } from '../../reading/fence.ts';
import { deletedNote } from '../../reading/message-notes.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { lineOf, postText } from '../../reading/text.ts';

/*
 * Marks of the live chat as page scripts of 2020 to 2026 use them; those of the chat beside a recorded video are from
 * memory, 2026-11-21. `data-a-user` is the login name; the name shown may be spelled differently.
 */
const mark = {
  line: '[data-a-target="chat-line-message"], .chat-line__message',
  recorded: '.vod-message',
  user: '[data-a-user]',
  name: '[data-a-target="chat-message-username"], .chat-author__display-name',
  body: '[data-a-target="chat-line-message-body"], .video-chat__message',
  deleted: '[data-a-target="chat-deleted-message-placeholder"]',
  time: '.chat-line__timestamp, .vod-message__header, .vod-message__timestamp',
} as const;
const every = `${mark.line}, ${mark.recorded}`;

/** Every line of the chat, in document order. */
export function posts(document: Document): readonly Element[] {
  return queryAll(document, every).filter(line => lineAround(line) === line);
}

export function postAround(element: Element): Element | undefined {
  return lineAround(element);
}

function lineAround(element: Element): Element | undefined {
  return closestOf(element, mark.recorded) ?? closestOf(element, every);
}

/** What the line shows. When the page shows no time, only the time of the recording bounds it. */
export function read(post: Element, _address: URL, viewer: Viewer): ReadPost {
  const own = fence(post, queryAll(post, every));
  const [body] = own(mark.body);
  const { text, note } = postText(body === undefined ? '' : writtenText(body));
  const time = queryFirst(post, mark.time);
  const isDeleted = queryFirst(post, mark.deleted) !== undefined;
  const isRecorded = matches(post, mark.recorded);
  return present<ReadPost>({
    reader: 'twitch/2026',
    kind: 'message',
    account: authorOf(post, own),
    text,
    displayedTime: displayed(lineOf(time && textContentOf(time)), viewer),
    notes: unlessEmpty([
      ...(isRecorded && time !== undefined
        ? ['The time shown is how far into the recorded video it was.']
        : []),
      ...(isDeleted ? [deletedNote] : []),
      ...(note === undefined ? [] : [note]),
      'Twitch shows no number of a message; it is known by its words, its author and the channel.',
    ]),
  });
}

/** The line's own login name; names in its text belong to others. */
function authorOf(post: Element, own: Own): Account {
  const name = firstSeen(own(mark.name));
  const said = [post, ...(name === undefined ? [] : [name, ...queryAll(name, mark.user).filter(isSeen)])]
    .map(element => attributeOf(element, 'data-a-user'))
    .find(user => user !== undefined && /^[A-Za-z0-9_]{2,25}$/.test(user));
  const shown = shownName(name);
  const displayName = shown === said ? undefined : shown;
  return present<Account>({
    handle: said,
    displayName,
    profileAddress: said === undefined ? undefined : `https://www.twitch.tv/${said}`,
  });
}
