import { hrefOf } from '../../dom/links.ts';
import { shownText } from '../../dom/shown-text.ts';
import {
  attributeOf,
  childNodesOf,
  closestOf,
  isElement,
  matches,
  nodeTypeOf,
  previousSiblingOf,
  queryAll,
  queryFirst,
  textContentOf,
} from '../../dom/tree.ts';
import { webAddress, withoutTracking } from '../hosts.ts';
import { lineOf, longestLine } from './text.ts';

const longestName = 100;
const controls = 'button, [role="button"], time, input, select, textarea, summary';

/**
 * What no name contains. On many forums and blogs a line about a post (“von lupa am 26/10/13, 03:48 pm”, “Helen on
 * 11/08/2020 at 10:39 Antworten”, “#1”) is in the place of a name (saved pages, 2026-11). A real name that looks like
 * one of these is lost, which does less harm than a wrong one.
 */
const noName: readonly RegExp[] = [
  /^[^\p{L}\p{N}]*$/u,
  /^#\s?\d+$/,
  /\b\d{1,2}[:.h]\d{2}\b/,
  /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/,
  /\b\d{1,2}(?:st|nd|rd|th|\.)?\s+\p{L}{3,}\.?,?\s+\d{4}\b/u,
  /\p{L}{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b/u,
  /\b\d+\s*(?:s|sec|m|min|h|hr|d|w|mo|y|seconds?|minutes?|hours?|days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|heures?|jours?|mois|ans?|horas?|d[ií]as?|ore|giorni|uur|dagen)\b(?:.*\b(?:ago|geleden|fa)\b)?$/iu,
  /^(?:vor|il y a|hace|há)\s+\d/i,
  /^(?:posted |written |published |submitted |geschrieben |gepostet )?(?:by|von|par|por)\b.*\b(?:on|am|le|el|em)\b/iu,
  /^(?:(?:posted|written|published|submitted|geschrieben|gepostet|publié|escrito)\s+)?by\s/iu,
  /^(?:author|autor|autorin|auteur|autore|from|von)\s*:/iu,
  /\bon\b.*\bat\b|\bam\b.*\bum\b/iu,
  /(?:^|\s)(?:wrote|said|says|writes|commented|replied|posted|schrieb|schreibt|sagte|sagt|geschrieben|écrit|dit|escribió|escreveu|dijo|disse|scritto|scrisse|schreef|napisał|napisała|skrev|писал|написал|написала)\b/iu,
  /(?:^|\s)(?:reply|antworten|répondre|responder|rispondi|beantwoorden|quote|zitieren|citer|report|melden|like|share|teilen|follow|folgen|edit|delete|log in to reply)$/iu,
  /^(?:ads?|advert|advertisement|advertisements|sponsored|promoted|anzeige|werbung|publicité|publicidad|pubblicità|advertentie)$/iu,
  /:$|https?:\/\//i,
  /^\d[\d.,\s]*[km]?\s+(?:posts?|comments?|replies|points?|karma|followers?|messages?|topics|threads|reviews?|photos?|votes?|likes?|beiträge|kommentare|antworten|punkte|messages|publicaciones|seguidores|posti?|berichten)$/iu,
  /^(?:(?:view|see|show|visit|open) )?(?:the |full )?(?:profile|profil|perfil|profilo)(?: anzeigen| ansehen)?$|^(?:voir le profil|ver perfil)$/iu,
  /^(?:(?:see|view|show|read) (?:more|less|original|translation|all)|translate|pinned|verified|edited|permalink|message|send message|original poster|mehr anzeigen|voir plus|ver más)$/iu,
  /[→▸▶►⇒]|\b(?:in reply to|replying to|in response to|antwort auf|en réponse à|en respuesta a|em resposta a|in risposta a)\b/iu,
  /\s(?:and|und|et|y|e|en)\s+\d+\s/iu,
  // What a page calls its viewer, and what it calls a member in place of a name or beside it.
  /^(?:you|me|du|ich|sie|vous|moi|tú|usted|yo|jij|ik|вы|ты|я)(?:\s*\(.*\))?$|^(?:you|me)\s+to\s|\sto\s+(?:everyone|you|me|all)$/iu,
  /^(?:author|autorin|autor|auteur|autore|op|(?:topic|thread) starter|moderator|mod|staff|(?:new |junior |senior )?member|creator|owner|host|online|offline|verified \p{L}+|top (?:contributor|commenter|fan)|local guide|following|subscribed|user ?name|name|loading\b.*)$/iu,
  /^(?:ignore|message|block|unblock|mute|unmute|follow|unfollow|report|contact|invite|mention|reply to|view|visit|see|show|hide|more (?:by|from))\s+\S/iu,
  /(?:'s|’s)\s+(?:profile|avatar|picture|photo|blog|page|posts?|comments?|wall|reviews?)$|^(?:avatar|profile|picture|photo)\s+(?:of|for|by|von|de)\s/iu,
  /\sverified(?:\s(?:profile|account|user|buyer|purchase))?(?:\s|$)/iu,
  /\s(?:likes?|liked|loves?|loved|shared|reposted|recommends?|recommended|pinned|edited|deleted|joined|reacted to)\s+(?:this|that|it|your|a|an|the)(?:\s|$)/iu,
];

/** Whether a text can be a name, and not a line about a post, a time or a control. */
export function isName(text: string): boolean {
  return text.length <= longestName && !noName.some(form => form.test(text));
}

/**
 * The name shown by an element that the page marks as a name. Undefined where it contains a control, is wholly or
 * partly hidden, or its text cannot be a name.
 */
export function nameIn(element: Element): string | undefined {
  if (queryFirst(element, controls) !== undefined) return undefined;
  const name = lineOf(attributeOf(element, 'content') ?? withoutBadges(element));
  if (name === undefined || !isName(name) || showsLines(element)) return undefined;
  return attributeOf(element, 'content') === undefined && isPartlyHidden(element) ? undefined : name;
}

/** What pages write beside a name, such as “Moderator”. */
export const badge = ['badge', 'flair', 'rank', 'role-', 'user-title', 'usertitle']
  .map(part => `[class*="${part}" i]`)
  .join(', ');

/** Whether the element shows several lines, such as a name with its bearer's description. */
function showsLines(element: Element): boolean {
  if (queryFirst(element, 'br, p, li, dd, div') === undefined) return false;
  const lines = shownText(element).split('\n');
  return lines.filter(line => line.trim() !== '').length > 1;
}

const beside = `${badge}, small, sup, [class*="label" i]`;

/** Whether text after a name in its element is a rank, which begins with a capital; “liked this” is not. */
function isBadge(part: Element): boolean {
  if (matches(part, badge)) return true;
  return previousSiblingOf(part) !== null && /^\s*[([]?\p{Lu}/u.test(textContentOf(part));
}

/** The text without badges such as “Moderator”. */
function withoutBadges(element: Element): string {
  const badges = queryAll(element, beside).filter(isBadge);
  if (badges.length === 0) return textContentOf(element);
  return childNodesOf(element)
    .filter(node => !badges.some(part => part === node))
    .map(node => (isElement(node) ? withoutBadges(node) : nodeTypeOf(node) === 3 ? textContentOf(node) : ''))
    .join('');
}

/** Whether the page shows other words in the element than its code contains, ignoring case. */
export function isPartlyHidden(element: Element): boolean {
  return plain(shownText(element)) !== plain(lineOf(textContentOf(element)) ?? '');
}

/** Ignores white space and case, which style may change. */
function plain(text: string): string {
  return text.replace(/\s+/gu, '').toLowerCase();
}

const profilePath =
  /(?:^|[/?&;=])(?:users?|u|members?|profiles?|profil|authors?|autor|auteur|people|person|viewprofile|memberlist|uid)(?=[/?&;=.\-_]|$)|^\/u\d+$|^\/[@~][\w.-]+\/?$/i;

const noProfile = /\/(?:search|find|log-?in|sign-?(?:in|up)|register|report)(?:[/.]|$)/i;

/**
 * The address of the author's profile in a link: on the same site, in the form of a profile, and not on the page
 * itself. A website that a commenter typed and the post's own link are no profile; then undefined.
 */
export function profileIn(link: Element | undefined, page: URL): string | undefined {
  const address = webAddress(link && hrefOf(link), page);
  if (link === undefined || address === undefined || address.host !== page.host) return undefined;
  if (address.pathname === page.pathname && address.search === page.search) return undefined;
  if (/^#(?:[a-z]+[-_]?)?\d+$/i.test(address.hash)) return undefined;
  if (noProfile.test(address.pathname)) return undefined;
  const isMarked = closestOf(link, 'a[rel~="author"]') === link;
  if (!isMarked && !profilePath.test(address.pathname + address.search)) return undefined;
  return withoutTracking(address).slice(0, longestLine);
}

/** The website that a commenter typed beside the name; undefined where the link stays on the page's own site. */
export function websiteIn(link: Element | undefined, page: URL): string | undefined {
  const address = webAddress(link && hrefOf(link), page);
  if (address === undefined || address.host === page.host) return undefined;
  return withoutTracking(address).slice(0, longestLine);
}
