import { shownText } from '../../dom/shown-text.ts';
import {
  attributeOf,
  childNodesOf,
  childrenOf,
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
  queryAll,
  textContentOf,
} from '../../dom/tree.ts';
import { badge } from './names.ts';
import { lineOf } from './text.ts';

/*
 * A page marks every member in the same way: whoever wrote, is answered, likes, moves or edits a post. The line around
 * a name says whose it is, in the language of the page: only a name that begins its line, or follows a word such as
 * “by”, is the author's.
 */

const byline =
  /^(?:(?:posted|sent|written|published|submitted|started|created|asked|answered|comment|reply|answer|question|review|post|message|article|story|words|antwort|gesendet|geschrieben|verfasst|gepostet|veröffentlicht|kommentar|beitrag|publié|envoyé|écrit|publicado|enviado|escrito|inviato|scritto|pubblicato|geschreven|geplaatst)\s+)?(?:by|von|par|por|di|door|av|af|от)\s*:?$|^(?:name|user|username|member|author|autor|autorin|auteur|autore|auteure|benutzer|from)\s*:$/iu;
const deed =
  /^(?:(?:and|und|et|y)\s.{1,40}\s)?(?:also\s)?(?:is(?!\s(?:with|feeling|at|in)\b)|was|are|were|has|had|joined|left|entered|added(?!\s(?:an?|new|\d+)\b)|invited|kicked|mentioned|agrees?|agreed|disagrees?|disagreed|likes?|liked|loves?|loved|upvoted|downvoted|voted|reacted|shared|shares|reposted|boosted|retweeted|reblogged|recommends?|recommended|pinned|follows?|followed|thanked|thanks|moved|edited|deleted|removed|closed|locked|banned|approved|replied to|commented on|gefällt|mag|teilte|hat|aime|a (?:aimé|partagé)|le gusta|compartió|ha condiviso|vindt)(?:\s|$)/iu;
const toAnother =
  /(?:replying|reply|replied|response|responding|respond|answer|antworte?t?|réponse|répond|respuesta|responde(?:ndo)?|resposta|risposta|antwoord)\s+(?:to|auf|an|à|a|op)\s*:?$|(?:^|\s)(?:edited|modified|liked|upvoted|pinned|shared|reposted|boosted|moved|translated|approved|closed|quoted)\s+by\s*:?$/iu;

/** Words that lead to a name which is not the author’s, such as “Forwarded from” or “Odpowiedź dla”. */
const openEnd =
  /(?:^|\s)(?:to|from|by|for|with|of|about|regarding|concerning|re|cc|bcc|an|für|von|über|mit|à|pour|de|par|avec|a|para|por|con|di|da|per|op|aan|voor|van|door|met|till|för|av|från|для|от|dla|do|od)$/iu;

/** Labels of people who did not write, and headings of lists of members. */
const role =
  /^(?:subject|about|betreff|objet|asunto|oggetto|onderwerp|recipients?|addressees?|assignees?|reviewers?|pupil|student|child|patient|victim|target|betrifft|empfänger(?:in)?|schüler(?:in)?|destinataires?|élève|destinatarios?|alumn[oa]|destinatario|ontvanger)$/iu;
const list =
  /\S\s+(?:members|users|contributors|commenters|posters|authors|readers|visitors|viewers|followers|friends|online|mitglieder|benutzer|nutzer|membres|utilisateurs|miembros|usuarios|membri|utenti|leden)$|^(?:latest|last|newest|most recent|previous|next|neueste[rs]?|letzte[rs]?|dernière?|última?o?|ultim[oa]|laatste)\s+(?:reply|post|comment|answer|message|member|user|beitrag|antwort|kommentar|mitglied|réponse|commentaire|message|respuesta|mensaje|risposta|reactie|bericht)$|^(?:people |profiles |accounts )?(?:you (?:may|might) (?:know|like|also like)|who to follow|suggested for you)$/iu;

/** What some do with the words of others, after their names or in a line below. */
const social =
  /^(?:also\s)?(?:likes?|liked|loves?|loved|upvoted|downvoted|reacted|thanked|thanks|reposted|boosted|retweeted|reblogged|agrees?|agreed|replied to)(?:\s|[).!]|$)/iu;
/** What follows the name of somebody whom a page introduces: an age, or that two people matched. */
const introduced = /^,\s*\d\d(?!\d)/u;
const matched = /^(?:you(?:’ve|'ve)?\s(?:both\s)?matched|it(?:’|')s a match)(?:\s|[.!,]|$)/iu;

/** What others did, as a line over their names. A number alone is a count, which may also be over an author. */
const done =
  /^(?![\d.,\s]+[km]?\s*\p{L}+$)(?:.*\s)?(?:likes?|liked|reactions?|reacted|upvotes?|votes?|agrees?|participants?|attendees?|interested)(?:\s(?:this|it|that|to this))?$/iu;

/** Whether the line above a name says that it is not the author's. */
function isOfAnother({ text: line, isTitle }: Line): boolean {
  if (line.length > 60) return false;
  if (toAnother.test(line) || changed.test(line) || role.test(line) || list.test(line)) return true;
  if (done.test(line)) return true;
  // A title is a sentence of its own, whatever it ends with.
  if (isTitle && line.split(' ').length > 3) return false;
  return (openEnd.test(line) || /[:：]$/u.test(line)) && !byline.test(line);
}

/** Whether a line only says whom a post answers. */
export function isToAnother(line: string): boolean {
  const words = line.trim().replace(/@[\w.]+$/u, '');
  return words !== line.trim() && /^\p{L}+(?:\s\p{L}+)?$/u.test(words.trim()) && toAnother.test(words.trim());
}

const changed = /^(?:last\s)?(?:edited|modified|updated|bearbeitet|geändert|modifié|editado|modificato)\b/iu;

/** What may follow an author's name in a heading; with other words it is a title. */
const saying = /^(?:says|said|wrote|writes|sagt|schrieb|schreibt|dit|a écrit|dice|dijo|scrive)(?:\s|:|$)/iu;

/** What joins the names of two authors. */
const joint = /^(?:and|und|et|y|e|en|og|och|i|и)$/iu;

/** What may follow a name in its line and describes the author: when and where it was, and the author's role. */
const ofAuthor =
  /^(?:is (?:with|feeling|at|in)|added an?|on|at|in|to|from|via|an?|one|now|just|today|yesterday|heute|gestern|hier|ayer|hoy|ieri|oggi|am|um|vor|aus|le|el|il|à|alle|op|om|uit|den|kl|since|ago|edited|admin|administrator|mod|moderator|op|author|autor|auteur|member|staff|verified|guest|team|owner|creator|online|offline|she|he|they|replying|responding|replied|commented|asked|answered|posted|published|submitted|fragte|antwortete|kommentierte|meint|meinte|commenté|répondu|comentó|respondió|escribió|reageerde|schreef)(?:[\s:,.)]|$)/iu;

/** An arrow, or the sign before the name of somebody addressed. */
const pointsAt = /[→↩↪↳⤷➜➤▸▶►⇒⮑@]\s*$/u;

/** What precedes an author's name below the words: a line such as “asked 1 May”, or a dash. */
const written =
  /^(?:(?:asked|answered|posted|written|published|submitted|commented|replied|gefragt|beantwortet|geschrieben|publié|publicado|pubblicato)(?:\s|$)(?!.*\s(?:to|on behalf of|for)$)|(?:by|von|par|por|di|door)\s*:?$)/iu;
const signature = /^[–—-]\s*$/u;

/** A name's context: the post, the other names in it, and the element with its words, where known. */
export interface Standing {
  readonly post: Element;
  readonly names: readonly Element[];
  readonly body?: Element | undefined;
}

/** What the lines around a name say about whose it is. */
export interface LineAround {
  /** `another`: somebody else’s. `author`: an author’s, wherever it is. `open`: the place decides. */
  readonly says: 'another' | 'author' | 'open';
  /** The name before this one that “and” joins it to: both have the same role. */
  readonly joinedTo?: Element;
}

const anothers: LineAround = { says: 'another' };

/** Reads the line of a name, the lines above and below it, and the labels that the page gives it. */
export function lineAround(name: Element, { post, names, body }: Standing): LineAround {
  const borders = body === undefined ? [] : [body];
  const { text: ahead, next: above } = lineBeside(name, post, previousSiblingOf, [...names, ...borders]);
  const other = names.find(each => each === above);
  const isNext = other !== undefined && joint.test(ahead.replace(/[\s,;&]+/gu, ''));
  const counted = lineOf(ahead.replace(/(?:no\.|nr\.|[#\d().,|•·–—-])+/giu, ' ')) ?? '';
  const isJoined = /\p{L}/u.test(ahead) && !byline.test(counted);
  if ((isJoined && !isNext) || pointsAt.test(ahead)) return anothers;
  const over: Line = ahead === '' ? lineAbove(name, post) : { text: '', isTitle: false };
  if (isOfAnother(over) || isOfAnother(columnOf(name, post)) || isLabelled(name, post)) return anothers;
  if (writesBefore(name, post) || tellsOfAnother(name, { post, names, body })) return anothers;
  // Below the words of a letter, “From:” begins another letter.
  const isSigned =
    (byline.test(counted) && !/^(?:from|von|de|da)\s*:$/iu.test(counted)) ||
    written.test(over.text) ||
    signature.test(ahead);
  return { says: isSigned ? 'author' : 'open', ...(isJoined && other !== undefined && { joinedTo: other }) };
}

/** Whether what follows a name, in its line or one below, says what somebody else did. */
function tellsOfAnother(name: Element, { post, names, body }: Standing): boolean {
  const borders = body === undefined ? [] : [body];
  const { text: behind } = lineBeside(name, post, nextSiblingOf, borders);
  const { text: continuation } = lineBeside(name, post, nextSiblingOf, [...names, ...borders]);
  const isTitle = closestOf(name, 'h1, h2, h3, h4, h5, h6') !== undefined;
  if (isTitle && /^:?\s*\p{L}/u.test(behind) && !saying.test(behind)) return true;
  // Where the words have an element of their own, a lower-case continuation of the name describes somebody's act.
  const isDeed =
    body !== undefined &&
    /^\p{Ll}/u.test(continuation) &&
    !ofAuthor.test(continuation) &&
    !joint.test(continuation);
  if (social.test(behind.replace(/^[\s([–—·•|,:-]+/u, ''))) return true;
  if (behind === '' && social.test(lineBelow(name, post))) return true;
  if (introduced.test(behind) || matched.test(behind === '' ? lineBelow(name, post) : behind)) return true;
  return deed.test(behind) || /^['’]s(?:\s|$)/u.test(behind) || (isDeed && !saying.test(behind));
}

/** How many letters a text has. */
export function letters(text: string): number {
  return text.replace(/[^\p{L}]/gu, '').length;
}

/** The heading of a name's column, for a name in a table. */
function columnOf(name: Element, post: Element): Line {
  const cell = closestOf(name, 'td');
  const row = cell && parentOf(cell);
  const table = cell && closestOf(cell, 'table');
  const first = table && queryAll(table, 'tr')[0];
  const none = { text: '', isTitle: false };
  if (!cell || !row || !first || first === row || cell === post) return none;
  const head = childrenOf(first)[childrenOf(row).indexOf(cell)];
  return head === undefined || nameOf(head) !== 'th'
    ? none
    : { text: lineOf(textContentOf(head)) ?? '', isTitle: false };
}

/** Whether a label or tooltip of a name says that it is another's. */
function isLabelled(name: Element, post: Element): boolean {
  const shown = lineOf(textContentOf(name)) ?? '';
  for (let at: Element | null = name; at !== null && at !== post; at = parentOf(at)) {
    for (const label of [attributeOf(at, 'aria-label'), attributeOf(at, 'title')]) {
      const rest = lineOf(label?.replace(shown, '')) ?? '';
      if (rest.length <= 60 && toAnother.test(rest)) return true;
    }
  }
  const said = lineOf(attributeOf(post, 'aria-label')) ?? '';
  return /\s(?:by|von|par|por|di|door)\s+\p{Lu}/u.test(said) && !said.includes(shown);
}

/** Whether style generates words before a name in its line, other than “by”. */
function writesBefore(name: Element, post: Element): boolean {
  const line = parentOf(name);
  const shown = lineOf(textContentOf(name));
  if (line === null || line === post || shown === undefined || textContentOf(line).length > 200) return false;
  const ahead = (text: string) => (text.includes(shown) ? text.slice(0, text.indexOf(shown)) : '');
  const seen = ahead(lineOf(shownText(line)) ?? '');
  return letters(seen) > letters(ahead(lineOf(textContentOf(line)) ?? '')) && !byline.test(seen.trim());
}

const block =
  /^(?:address|article|aside|blockquote|br|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|th|tr|ul)$/;
/** A badge, or the letter that replaces a picture. */
const unsaid = `${badge}, [class*="avatar" i]`;
const wordless = /^(?:button|script|style|svg|time|video)$/;

/** An icon before a name that means “in reply to” or the like. */
const sign = ['reply', 'repost', 'retweet', 'renote', 'reblog', 'boost', 'forward']
  .map(part => `:is(svg, i, span, img)[class*="${part}" i]`)
  .join(', ');

/** The text in the same line before or after an element, up to a block or another name. */
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
        parts.push(wordsIn(node));
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

/** The words of an element without times, controls and badges. */
export function wordsIn(element: Element): string {
  if (matches(element, sign) && textContentOf(element).trim() === '') return '↩';
  if (wordless.test(nameOf(element)) || matches(element, unsaid)) return '';
  return childNodesOf(element)
    .map(node => (isElement(node) ? wordsIn(node) : nodeTypeOf(node) === 3 ? textContentOf(node) : ''))
    .join('');
}

/** A line, and whether it is a title. */
interface Line {
  readonly text: string;
  readonly isTitle: boolean;
}

/** The words of the nearest element before this one, within the post. */
function lineAbove(element: Element, post: Element): Line {
  for (let at: Element | null = element; at !== null && at !== post; at = parentOf(at)) {
    for (let before = previousElementOf(at); before !== undefined; before = previousElementOf(before)) {
      const line = lineOf(textContentOf(before));
      if (line !== undefined) return { text: line, isTitle: /^h[1-6]$/.test(nameOf(before)) };
    }
  }
  return { text: '', isTitle: false };
}

/** The words of the nearest element after this one, within the post; empty for a long line. */
function lineBelow(element: Element, post: Element): string {
  for (let at: Element | null = element; at !== null && at !== post; at = parentOf(at)) {
    for (let node = nextSiblingOf(at); node !== null; node = nextSiblingOf(node)) {
      const line = isElement(node) ? lineOf(wordsIn(node)) : undefined;
      if (line !== undefined) return line.length <= 60 ? line : '';
    }
  }
  return '';
}
