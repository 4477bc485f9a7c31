import { type SeenOptions, seenText } from '../../dom/seen-text.ts';
import { queryDeep } from '../../dom/shadow.ts';
import { shownText } from '../../dom/shown-text.ts';
import { attributeOf, closestOf, containsNode, matches, parentOf, queryFirst } from '../../dom/tree.ts';
import type { Account, RelatedPost } from '../../model/post.ts';
import { nameIn } from './names.ts';
import { present, unlessEmpty } from './present.ts';
import { lineOf, postText } from './text.ts';

/*
 * How pages mark what somebody else wrote, from memory, 2026-11-29, except for Discourse and Vanilla: XenForo
 * `bbCodeBlock--quote`, `bbCodeQuote`; Discourse `aside.quote`; Vanilla `UserQuote`, `embedQuote`; vBulletin 4
 * `bbcode_quote`, vBulletin 3 an inset cell; Invision `ipsQuote`; Simple Machines `bbc_standard_quote` below a
 * `quoteheader`; forumotion `quotecontent`. phpBB, MyBB and others have a plain `blockquote`. What a post answers or
 * shares counts too: `h-cite` of microformats, Discourse `onebox`, VK `copy_quote` (from memory, 2026-11-30).
 */
export const quotation = [
  'blockquote',
  ...['aside', 'div', 'section', 'table', 'td', 'figure'].map(name => `${name}.quote`),
  '.bbCodeBlock--quote, .bbCodeQuote, .UserQuote, .embedQuote, .bbcode_quote, .quote_container, .quotecontent',
  '.ipsQuote, .bbc_standard_quote, table td.alt2[style*="inset"]',
  '.h-cite:not(.comment, .p-comment), aside.onebox, .copy_quote',
  'div.blockquote, .quoted-message, .quoted-text, .quoted-post, .quote-body, .quotebox, .quote-box, .quote-block, .quoteblock, div.quoted',
].join(', ');

/** The line above a quotation that says whose it is. */
const heading =
  '.title, cite, .QuoteAuthor, .bbCodeBlock-title, .attribution, .bbcode_postedby, .bb_quoteauthor, .ipsQuote_citation, .quotetitle, .quoteheader';

/** What holds only the quoted words within a quotation. */
const quotedWords =
  'aside.quote > blockquote, .quote_container > .message, .QuoteText, .bbCodeBlock-content, .ipsQuote_contents';

/** Attributes in which a program names the author of a quotation, surest first. */
const namingAttributes = ['data-username', 'data-quote', 'data-author', 'data-ipsquote-username'];
const naming =
  '.QuoteAuthor a[href], .bbcode_postedby strong, cite a[href*="profile"], cite a[href*="memberlist"]';

const most = 50;

/** What somebody wrote, with its quotations marked. */
export interface Words {
  readonly text?: string;
  readonly related: RelatedPost[];
  readonly notes: readonly string[];
}

/** How a site writes its words: emoji as pictures, the writer's line breaks, and controls among them. */
export type WordsHow = Pick<SeenOptions, 'pictures' | 'keepsLines' | 'isLeftOut'>;

/**
 * The words of a post's body as they were seen. What the page marks as a quotation gets `> ` before each line and is
 * also a related post, so that somebody who quotes a threat does not seem to make it. Empty without a body.
 */
export function wordsOf(body: Element | undefined, how: WordsHow = {}): Words {
  if (body === undefined) return { related: [], notes: [] };
  const quotations = quotationsIn(body);
  const { text, note } = postText(quotations.length === 0 ? seenText(body, how).text : markedText(body, how));
  const notes = note === undefined ? [] : [note];
  if (quotations.length === 0) return { ...(text !== undefined && { text }), related: [], notes };
  const isTyped = /^\s*(?:> )*\\\s*>/m.test(text ?? '');
  notes.push(
    'Lines of the text that begin with “> ” are what the page marks as a quotation. Whether the person it names wrote so was not checked.',
    ...(isTyped
      ? ['Lines that begin with “\\>” begin with “>” on the page, and no mark of a quotation.']
      : []),
  );
  return {
    ...(text !== undefined && { text }),
    related: quotations.slice(0, most).map(relatedOf),
    notes,
  };
}

/** The outermost quotations below the element, which may itself be a `blockquote`, as some programs write bodies. */
function quotationsIn(body: Element): Element[] {
  const found = queryDeep(body, quotation);
  return found.filter(it => !found.some(other => other !== it && containsNode(other, it)));
}

function markedText(body: Element, how: WordsHow = {}): string {
  return seenText(body, {
    ...how,
    isQuotation: element => element !== body && matches(element, quotation) && startsLevel(element, body),
  }).text;
}

/** Whether the quotation begins a new level; some programs wrap the words of one in a second element. */
function startsLevel(element: Element, body: Element): boolean {
  const parent = parentOf(element);
  const around = parent === null ? undefined : closestOf(parent, quotation);
  if (around === undefined || around === body || !containsNode(body, around)) return true;
  return matches(element, 'blockquote') && matches(around, 'blockquote');
}

function relatedOf(element: Element): RelatedPost {
  const account = accountOf(element);
  return present<RelatedPost>({
    relation: 'quoted',
    postId: postIdOf(element),
    account: unlessEmpty(account),
    text: postText(wordsWithin(element)).text,
  });
}

/** The words of a quotation, without the line that says whose they are; quotations inside it are marked. */
function wordsWithin(element: Element): string {
  const words = queryFirst(element, quotedWords);
  if (words !== undefined) return markedText(words);
  const all = markedText(element);
  const over = queryFirst(element, heading);
  const line = over === undefined ? '' : shownText(over).trim();
  return line !== '' && all.startsWith(line) ? all.slice(line.length).trim() : all;
}

/** The author of the quotation by the page; empty where it names more than one, or only in running words. */
function accountOf(element: Element): Account {
  for (const name of namingAttributes) {
    const said = lineOf(attributeOf(element, name));
    if (said !== undefined && said.length <= 100) {
      return name === 'data-username' ? { handle: said } : { displayName: said };
    }
  }
  const inner = quotationsIn(element);
  const names = new Set(
    queryDeep(element, naming)
      .filter(link => !inner.some(other => isAnothers(other, link)))
      .map(nameIn)
      .filter(name => name !== undefined),
  );
  const [only] = names;
  if (only === undefined || names.size > 1) return {};
  return /^@\S+$/.test(only) ? { handle: only.slice(1) } : { displayName: only };
}

function isAnothers(inner: Element, link: Element): boolean {
  return containsNode(inner, link) && matches(inner, 'blockquote');
}

/** The number of the quoted post, where the program writes it: XenForo `post: 344`, phpBB beside the arrow. */
function postIdOf(element: Element): string | undefined {
  const source = /^post:\s*(\d{1,19})$/.exec(attributeOf(element, 'data-source') ?? '')?.[1];
  const arrow = queryFirst(element, 'cite a[data-post-id]');
  return source ?? /^\d{1,19}$/.exec((arrow && attributeOf(arrow, 'data-post-id')) ?? '')?.[0];
}
