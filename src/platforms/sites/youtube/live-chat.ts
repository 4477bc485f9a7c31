import { writtenText } from '../../../dom/shown-text.ts';
import {
  attributeOf,
  childNodesOf,
  containsNode,
  matches,
  nodeTypeOf,
  queryAll,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { isName } from '../../reading/names.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { lineOf, postText } from '../../reading/text.ts';

/* Marks of the page of a live chat (page scripts in public code, 2026-07). It links to no account. */
const mark = {
  message:
    'yt-live-chat-text-message-renderer[id], yt-live-chat-paid-message-renderer[id], yt-live-chat-paid-sticker-renderer[id], yt-live-chat-membership-item-renderer[id]',
  name: '#author-name',
  words: '#message',
  time: '#timestamp',
} as const;
const number = /^[\w%.=-]{10,300}$/;

/** Every loaded message of the chat, in document order. */
export function chatMessages(document: Document): Element[] {
  return queryAll(document, mark.message).filter(isChatMessage);
}

/** Whether the element is a message of a live chat, with a number. */
export function isChatMessage(element: Element): boolean {
  return matches(element, mark.message) && number.test(attributeOf(element, 'id') ?? '');
}

/** What the message shows; its author only where it shows exactly one. */
export function readChatMessage(message: Element, address: URL, viewer: Viewer): ReadPost {
  const bodies = queryAll(message, mark.words);
  const [body] = bodies;
  const own = (selector: string) =>
    queryAll(message, selector).filter(
      part => !bodies.some(words => words !== part && containsNode(words, part)),
    );
  const names = own(mark.name);
  const [time, ...times] = own(mark.time);
  const { text, note } = postText(body === undefined ? '' : writtenText(body));
  const parentId = /^[A-Za-z0-9_-]{11}$/.exec(address.searchParams.get('v') ?? '')?.[0];
  return present<ReadPost>({
    reader: 'youtube/chat-2026-07',
    kind: 'message',
    postId: attributeOf(message, 'id'),
    parentId: /^\/live_chat\b/.test(address.pathname) ? parentId : undefined,
    account: names.length === 1 ? accountOf(names[0]) : {},
    text,
    displayedTime: displayed(times.length === 0 ? lineOf(time && textContentOf(time)) : undefined, viewer),
    notes: unlessEmpty(note === undefined ? [] : [note]),
  });
}

/** The name without its badges. Live chats show the handle, older ones the channel's name. */
function accountOf(name: Element | undefined): Account {
  const texts = name === undefined ? [] : childNodesOf(name).filter(node => nodeTypeOf(node) === 3);
  const shown = lineOf(texts.map(textContentOf).join(''));
  if (shown === undefined || !isName(shown)) return {};
  return /^@[^\s@]+$/.test(shown) ? { handle: shown.slice(1) } : { displayName: shown };
}
