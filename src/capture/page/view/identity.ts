import { attributeOf, parentOf, queryAll, textContentOf } from '../../../dom/tree.ts';
import type { Identity, PagePost } from '../../../messaging/page-protocol.ts';
import { chosenElement, pageAddress, platformHere, viewer } from '../chosen.ts';
import { boxOf } from '../layout.ts';
import type { PageSession } from '../session.ts';
import { type Box, meet } from './box.ts';
import { holds } from './flat-tree.ts';

/** The parts of a post that identify it. */
export type NamedPost = Pick<PagePost, 'permalink' | 'postId' | 'account'>;

/** How many posts in view are compared, and how much of each, in UTF-16 units. */
const mostPosts = 100;
const mostWords = 200;

/** What identifies the chosen post; undefined when there is none. `known` is what was just read of it. */
export function postIdentity(session: PageSession, known?: NamedPost): Identity | undefined {
  const { chosen } = session;
  const element = chosenElement(session);
  if (chosen === undefined || element === undefined) return undefined;
  const read: NamedPost = known ?? chosen.platform.read(element, pageAddress(), viewer());
  const key = read.permalink ?? read.postId;
  const author = read.account.handle ?? read.account.displayName;
  return {
    ...(key !== undefined && { key }),
    words: digestOf(wordsOf(chosen.platform.framedBody?.(element) ?? element)),
    ...(author !== undefined && { author }),
  };
}

/** What identifies the page in the window: its posts in view, in order; undefined when it shows none. */
export function pageIdentity(port: Box): Identity | undefined {
  const seen = platformHere()
    .posts(document)
    .filter(post => meet(boxOf(post), port))
    .slice(0, mostPosts);
  if (seen.length === 0) return undefined;
  const posts = seen.map(post => digestOf(markOf(post)));
  return { words: digestOf(posts.join('\n')), posts };
}

/** A post's identifiers in the page's code, else its first words. */
function markOf(post: Element): string {
  const names = ['id', 'data-message-id', 'data-post-id', 'data-comment-id', 'data-id', 'data-urn'];
  const own = names.map(name => attributeOf(post, name) ?? '').join(' ');
  return own.trim() !== '' ? own : textContentOf(post).trim().slice(0, mostWords);
}

/** The post's shown words without those of a player, which count seconds. */
function wordsOf(post: Element): string {
  let words = roughText(post);
  for (const film of queryAll(post, 'video, audio')) {
    const player = roughText(playerAround(film, post));
    if (player.trim() !== '') words = words.replace(player, '');
  }
  return words;
}

/** The words as the browser would copy them: fast, and enough to compare texts. */
function roughText(element: Element): string {
  return element instanceof HTMLElement
    ? Reflect.get(HTMLElement.prototype, 'innerText', element)
    : textContentOf(element);
}

/** The video with what lies exactly over it: its clock and buttons. */
function playerAround(film: Element, post: Element): Element {
  const { width, height } = boxOf(film);
  let player = film;
  for (
    let node = parentOf(film);
    node !== null && node !== post && holds(post, node);
    node = parentOf(node)
  ) {
    const box = boxOf(node);
    if (Math.abs(box.width - width) > 2 || Math.abs(box.height - height) > 2) break;
    player = node;
  }
  return player;
}

/**
 * A 53-bit digest of a text, for comparing only (after cyrb53, in the public domain). `crypto.subtle` is missing on
 * pages without TLS, and the text itself should not be sent twice per shot.
 */
export function digestOf(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(16).padStart(14, '0');
}
