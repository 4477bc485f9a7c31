import {
  closestOf,
  containsNode,
  isElement,
  matches,
  nameOf,
  nextSiblingOf,
  nodeTypeOf,
  parentOf,
  previousSiblingOf,
  queryAll,
  textContentOf,
} from '../../dom/tree.ts';
import { before } from './fence.ts';
import { letters, lineAround, type Standing, wordsIn } from './name-line.ts';

/*
 * Where in a post a name is: pages have places of their own for whom a post answers, who likes or edits it, and who
 * signs it; and an author's name has no words of the post above it.
 */

/** Where pages put the names of others: whom a post answers, and who likes, edits or signs. */
const places = [
  'in-reply',
  'inreply',
  'reply-to',
  'replyto',
  'replied',
  'replying',
  'reaction',
  'likes',
  'liked',
  'liker',
  'upvot',
  'voters',
  'edited',
  'lastedit',
  'last-edit',
  'editor-note',
  'signature',
  'mention',
  'pinned',
  'lastpost',
  'last-post',
  'last-reply',
  'quoted',
  'preview',
  'parent-message',
  'parent-post',
  'reference',
  'forwarded',
  'recipient',
  'addressee',
  'assignee',
  'assigned',
  'reviewer',
  'seen-by',
  'seenby',
  'read-by',
  'readby',
  'receipt',
  'viewers',
  'watchers',
  'typing',
  'tagged',
  'testimonial',
  'profile-card',
  'profilecard',
  'match-card',
  'credit',
  'most-active',
  'active-members',
  'top-members',
  'recommended',
  'suggested',
]
  .map(part => `[class*="${part}" i]`)
  .join(', ');

/** Parts of a page where no post is written: a reply box, a menu, the caption of a picture. */
const elsewhere =
  'form, figcaption, nav, dialog, template, noscript, [role="tooltip"], [role="menu"], [role="dialog"]';

/** Properties of another thing within a post, such as the book that a review is about. */
const otherItem = '[itemscope][itemprop]:not([itemprop~="author"], [itemprop~="creator"])';

/** Marks of the post's author, valid anywhere in it; the other marks are those of any member. */
const saysAuthor = '[itemprop~="author"], [itemprop~="creator"], [rel~="author"], .p-author';

/** Whether the place of a name, one of `names` in the post, and the lines around it allow it to be the author's. */
export function standsAsAuthor(name: Element, standing: Standing): boolean {
  const { post, body } = standing;
  const inside = closestOf(name, `${places}, ${otherItem}, ${elsewhere}`);
  if (inside !== undefined && inside !== post && containsNode(post, inside)) return false;
  const { says, joinedTo } = lineAround(name, standing);
  if (says === 'another' || (joinedTo !== undefined && !standsAsAuthor(joinedTo, standing))) return false;
  const isSigned = says === 'author' || closestOf(name, saysAuthor) !== undefined;
  if (!isSigned && (body === undefined ? isAmongWords(name, post) : isBelow(name, post, body))) return false;
  return body === undefined || !matches(post, message) || !isPreview(name, post, body);
}

/** Blocks of conversations, where only a name and a time are above the words. */
const message = '[role="log"] > *, .chat-message, .msg, [data-message-id]';

/** Whether a name above the words of a message has words of its own after it, as in a preview of what is answered. */
function isPreview(name: Element, post: Element, body: Element): boolean {
  if (containsNode(body, name) || containsNode(name, body) || before([name], body).length === 0) return false;
  let around = name;
  for (let at = parentOf(name); at !== null && at !== post && !containsNode(at, body); at = parentOf(at)) {
    around = at;
  }
  return around !== name && letters(wordsAfter(name, around)) > mostBeside;
}

/** How many letters may be between name and words, or above both: a role, and a place. */
const mostBeside = 12;

/** A paragraph of the text, not a line about the post. */
const paragraph = 'p:not([class*="author" i], [class*="byline" i], [class*="meta" i])';

/** Whether a name has words before and after it, or a paragraph before it, for a post whose body is not known. */
function isAmongWords(name: Element, post: Element): boolean {
  const over = before(queryAll(post, paragraph), name).filter(each => containsNode(post, each));
  if (over.some(each => letters(wordsIn(each)) > 0)) return true;
  const isOver = letters(wordsBefore(name, post)) > mostBeside;
  return isOver && letters(wordsAfter(name, post)) > 0;
}

/** How many letters may follow an author below the words: when and where it was. */
const mostBelow = 40;

/**
 * Whether a name below the words belongs to somebody who answers, reads or likes them: it is not marked as the
 * author's, or further words follow it.
 */
function isBelow(name: Element, post: Element, body: Element): boolean {
  if (containsNode(body, name) || containsNode(name, body) || before([body], name).length === 0) return false;
  const marked = closestOf(name, '[class*="author" i]');
  if (marked === undefined || marked === post || !containsNode(post, marked)) return true;
  return letters(wordsAfter(name, post)) > mostBelow;
}

/** All that the post shows after a name, except links, headings, times and controls. */
function wordsAfter(name: Element, post: Element): string {
  return wordsBeside(name, post, nextSiblingOf);
}

/** All that the post shows before a name, except headings, links, times and controls. */
function wordsBefore(name: Element, post: Element): string {
  return wordsBeside(name, post, previousSiblingOf);
}

function wordsBeside(name: Element, post: Element, step: (node: Node) => Node | null): string {
  const parts: string[] = [];
  for (let at: Element | null = name; at !== null && at !== post; at = parentOf(at)) {
    for (let node = step(at); node !== null; node = step(node)) {
      if (!isElement(node)) parts.push(nodeTypeOf(node) === 3 ? textContentOf(node) : '');
      else if (!/^(?:a|h[1-6])$/.test(nameOf(node))) parts.push(wordsIn(node));
    }
  }
  return parts.join(' ');
}
