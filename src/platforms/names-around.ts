import {
  closestOf,
  containsNode,
  isElement,
  matches,
  nameOf,
  nextSiblingOf,
  nodeTypeOf,
  parentOf,
  previousElementOf,
  previousSiblingOf,
  textContentOf,
} from './dom.ts';
import { badge } from './names.ts';
import { lineOf } from './text.ts';

/*
 * A page marks every member in the same way: whoever wrote, is answered, likes, moves or edits a post. Whose name it is
 * says the line around it, in the language of the page: only a name that begins its line, or follows a word such as
 * “by”, is that of the author.
 */

const byline =
  /^(?:(?:posted|written|published|submitted|started|created|asked|answered|comment|reply|answer|question|review|post|message|article|story|words|antwort|geschrieben|verfasst|gepostet|veröffentlicht|kommentar|beitrag|publié|écrit|publicado|escrito|scritto|pubblicato|geschreven|geplaatst)\s+)?(?:by|von|par|por|di|door|av|af|от)\s*:?$|^(?:name|user|username|member|author|autor|autorin|auteur|autore|auteure|benutzer|from)\s*:$/iu;
const deed =
  /^(?:(?:and|und|et|y)\s.{1,40}\s)?(?:also\s)?(?:likes?|liked|loves?|loved|upvoted|downvoted|voted|reacted|shared|shares|reposted|boosted|retweeted|reblogged|recommends?|recommended|pinned|follows?|followed|thanked|thanks|moved|edited|deleted|removed|closed|locked|banned|approved|replied to|commented on|gefällt|mag|teilte|hat|aime|a (?:aimé|partagé)|le gusta|compartió|ha condiviso|vindt)(?:\s|$)/iu;
const toAnother =
  /(?:replying|reply|replied|response|responding|respond|answer|antworte?t?|réponse|répond|respuesta|responde(?:ndo)?|resposta|risposta|antwoord)\s+(?:to|auf|an|à|a|op)\s*:?$|(?:^|\s)(?:edited|modified|liked|upvoted|pinned|shared|reposted|boosted|moved|translated|approved|closed|quoted)\s+by\s*:?$/iu;

/** Whether a line of its own, above a name, says that it is not that of the author. */
function isOfAnother(line: string): boolean {
  return line.length <= 60 && (toAnother.test(line) || changed.test(line));
}

/** Whether a line says whom a post answers and nothing else. */
export function isToAnother(line: string): boolean {
  const words = line.trim().replace(/@[\w.]+$/u, '');
  return words !== line.trim() && /^\p{L}+(?:\s\p{L}+)?$/u.test(words.trim()) && toAnother.test(words.trim());
}

const changed = /^(?:last\s)?(?:edited|modified|updated|bearbeitet|geändert|modifié|editado|modificato)\b/iu;

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
]
  .map(part => `[class*="${part}" i]`)
  .join(', ');

/** Properties of another thing within a post, as the book that a review is about. */
const otherItem = '[itemscope][itemprop]:not([itemprop~="author"], [itemprop~="creator"])';

/** What may follow a name in a heading; other words make a title of it. */
const saying = /^(?:says|said|wrote|writes|sagt|schrieb|schreibt|dit|a écrit|dice|dijo|scrive)(?:\s|:|$)/iu;

/** What parts the names of two who wrote together. */
const joint = /^(?:and|und|et|y|e|en|og|och|i|и)$/iu;

/** Whether all that stands around a name, one of `names` in the post, allows that it is that of an author. */
export function standsAsAuthor(name: Element, post: Element, names: readonly Element[]): boolean {
  const inside = closestOf(name, `${places}, ${otherItem}`);
  if (inside !== undefined && inside !== post && containsNode(post, inside)) return false;
  const { text: before, next: above } = lineBeside(name, post, previousSiblingOf, names);
  const isNext = names.some(other => other === above) && joint.test(before.replace(/[\s,;&]+/gu, ''));
  const counted = lineOf(before.replace(/(?:no\.|nr\.|[#\d().,|•·–—-])+/giu, ' ')) ?? '';
  if (/\p{L}/u.test(before) && !byline.test(counted) && !isNext) return false;
  if (before === '' && isOfAnother(lineAbove(name, post))) return false;
  const { text: behind } = lineBeside(name, post, nextSiblingOf, []);
  const isTitle = closestOf(name, 'h1, h2, h3, h4, h5, h6') !== undefined;
  return !deed.test(behind) && !(isTitle && /^\p{L}/u.test(behind) && !saying.test(behind));
}

const block =
  /^(?:address|article|aside|blockquote|br|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|th|tr|ul)$/;
const wordless = /^(?:button|script|style|svg|time|video)$/;

/** What stands in the same line before or behind an element, as far as a block or another name. */
function lineBeside(
  element: Element,
  post: Element,
  step: (node: Node) => Node | null,
  names: readonly Element[],
): { readonly text: string; readonly next?: Element } {
  const parts: string[] = [];
  const text = () => lineOf((step === previousSiblingOf ? parts.toReversed() : parts).join(' ')) ?? '';
  for (let at = element; at !== post; ) {
    const isWhole = block.test(nameOf(at));
    for (let node = step(at); node !== null; node = step(node)) {
      if (isElement(node)) {
        const other = names.find(each => each !== element && containsNode(node, each));
        if (other !== undefined) return { text: text(), next: other };
        if (isWhole || block.test(nameOf(node))) return { text: text(), next: node };
        if (!wordless.test(nameOf(node)) && !matches(node, badge)) parts.push(textContentOf(node));
      } else if (nodeTypeOf(node) === 3) {
        if (isWhole && textContentOf(node).trim() !== '') return { text: text() };
        parts.push(textContentOf(node));
      }
    }
    const parent = parentOf(at);
    if (parent === null || block.test(nameOf(parent))) break;
    at = parent;
  }
  return { text: text() };
}

/** The words of the element that stands before an element, or before what it begins, up to the post. */
function lineAbove(element: Element, post: Element): string {
  for (let at: Element | null = element; at !== null && at !== post; at = parentOf(at)) {
    for (let before = previousElementOf(at); before !== undefined; before = previousElementOf(before)) {
      const line = lineOf(textContentOf(before));
      if (line !== undefined) return line;
    }
  }
  return '';
}
