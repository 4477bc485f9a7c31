import { hrefOf } from '../../../dom/links.ts';
import { writtenTextWithout } from '../../../dom/shown-text.ts';
import {
  attributeOf,
  closestOf,
  containsNode,
  documentOf,
  parentOf,
  queryAll,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account, PostAddress, RelatedPost } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { mediaIdOf } from '../../identifiers/shortcode.ts';
import { before, outermostOf } from '../../reading/fence.ts';
import { mediaOf } from '../../reading/media.ts';
import { isToAnother } from '../../reading/name-line.ts';
import { blockAround, isFurniture, ownParts } from '../../reading/parts.ts';
import { lineOf, postText } from '../../reading/text.ts';
import { readMachineTime } from '../../reading/time.ts';
import { accountFacts, factsOf } from '../instagram/facts.ts';

/*
 * A post is a pressable container, identified by the link around its time; one inside another is quoted. Page scripts
 * of 2026 use these marks.
 */
const container = '[data-pressable-container]';
const timeLink = 'a[href*="/post/"] time[datetime]';
const control = '[role="button"], button';

/** Every post that is not inside another, in document order. */
export function posts(document: Document): readonly Element[] {
  return queryAll(document, container).filter(
    post => outside(post) === undefined && linkOf(post) !== undefined,
  );
}

function outside(post: Element): Element | undefined {
  const parent = parentOf(post);
  return parent === null ? undefined : closestOf(parent, container);
}

export function postAround(element: Element): Element | undefined {
  let found = closestOf(element, container);
  for (let next = found && outside(found); next !== undefined; next = outside(next)) found = next;
  return found !== undefined && linkOf(found) !== undefined ? found : undefined;
}

export function postAt(document: Document, postId: string | undefined): Element | undefined {
  return posts(document).find(post => linkOf(post)?.postId === postId);
}

interface Link {
  readonly handle: string;
  readonly postId: string;
  readonly time: Element;
}

function linkOf(post: Element): Link | undefined {
  for (const time of ownParts(post, timeLink, queryAll(post, container))) {
    const link = closestOf(time, 'a[href]');
    const found =
      /^(?:https:\/\/www\.threads\.(?:com|net))?\/@([\w.]{1,30})\/post\/([\w-]{5,50})(?:[/?#]|$)/.exec(
        (link && hrefOf(link)) ?? '',
      );
    const [, handle, postId] = found ?? [];
    if (handle !== undefined && postId !== undefined) return { handle, postId, time };
  }
  return undefined;
}

/** What the post shows; posts inside it appear only as quoted. */
export function read(post: Element, _address: URL, viewer: Viewer): ReadPost {
  const quoted = queryAll(post, container);
  const own = (selector: string) => ownParts(post, selector, quoted);
  const link = linkOf(post);
  const document = documentOf(post);
  const facts = document === null ? {} : factsOf(document, link?.postId, link?.handle);
  const text = postText(bodyOf(post, own));
  const machineTime = readMachineTime(link && attributeOf(link.time, 'datetime'));
  const shown = lineOf(link && textContentOf(link.time));
  const media = mediaOf(own('picture img, video'));
  const related = quoted.map(readQuoted);
  return {
    reader: 'threads/2026-07',
    kind: 'post',
    ...(link && addressed(link)),
    account: { ...accountOf(link?.handle), ...facts },
    ...(text.text !== undefined && { text: text.text }),
    ...(shown !== undefined && { displayedTime: { text: shown, ...viewer } }),
    ...(machineTime && { machineTime }),
    ...(media.length > 0 && { media }),
    ...(related.length > 0 && { related }),
    ...(text.note !== undefined && { notes: [text.note] }),
  };
}

function addressed({ handle, postId }: Link): Pick<ReadPost, 'postId' | 'ids' | 'permalink'> {
  const mediaId = mediaIdOf(postId);
  return {
    postId,
    ...(mediaId !== undefined && { ids: { mediaId } }),
    permalink: `https://www.threads.com/@${handle}/post/${postId}`,
  };
}

function accountOf(handle: string | undefined): Account {
  return handle === undefined ? {} : { handle, profileAddress: `https://www.threads.com/@${handle}` };
}

/**
 * The text's paragraphs are adjacent spans after the line of name, time and badges; names, times and buttons are links
 * and buttons. A link to another account outside the text begins another post.
 */
function bodyOf(post: Element, own: (selector: string) => Element[]): string {
  const link = linkOf(post);
  const header = link === undefined ? undefined : headerOf(post, link);
  const border = link === undefined ? undefined : strangerAfter(link, own);
  const spans = outermostOf(own('span[dir="auto"]')).filter(
    span =>
      !isFurniture(span, post) &&
      queryAll(span, 'time').length === 0 &&
      !isName(span) &&
      !isToAnother(textContentOf(span)) &&
      textContentOf(span).trim() !== '·' &&
      !(header !== undefined && containsNode(header, span)) &&
      (link === undefined || before([link.time], span).length > 0),
  );
  const mine = before(spans, border);
  return mine
    .filter(span => parentOf(span) === parentOf(mine[0] ?? span))
    .map(span => writtenTextWithout(span, control))
    .join('\n');
}

/** The line of name and time, where it is a block of its own. */
function headerOf(post: Element, link: Link): Element | undefined {
  const header = blockAround(link.time, block =>
    queryAll(block, 'a[href]').some(
      each => handleOf(each) === link.handle.toLowerCase() && textContentOf(each) !== '',
    ),
  );
  return header !== undefined && header !== post && containsNode(post, header) ? header : undefined;
}

function handleOf(link: Element): string | undefined {
  return /^(?:https:\/\/www\.threads\.(?:com|net))?\/@([\w.]{1,30})\/?(?:\?|$)/
    .exec(hrefOf(link) ?? '')?.[1]
    ?.toLowerCase();
}

function strangerAfter(link: Link, own: (selector: string) => Element[]): Element | undefined {
  return own('a[href]').find(each => {
    const handle = handleOf(each);
    const isOther = handle !== undefined && handle !== link.handle.toLowerCase();
    return (
      isOther && before([link.time], each).length > 0 && closestOf(each, 'span[dir="auto"]') === undefined
    );
  });
}

function isName(span: Element): boolean {
  const links = queryAll(span, 'a[href^="/@"]').map(textContentOf).join('').trim();
  return links !== '' && links === textContentOf(span).trim();
}

function readQuoted(block: Element): RelatedPost {
  const link = linkOf(block);
  const { text } = postText(bodyOf(block, selector => queryAll(block, selector)));
  const machineTime = readMachineTime(link && attributeOf(link.time, 'datetime'));
  return {
    relation: 'quoted',
    ...(link && {
      postId: link.postId,
      permalink: `https://www.threads.com/@${link.handle}/post/${link.postId}`,
    }),
    ...(link && { account: accountOf(link.handle) }),
    ...(text !== undefined && { text }),
    ...(machineTime && { machineTime }),
  };
}

/** The account of a profile page, from data with the handle in the address. */
export function account(document: Document, asked: PostAddress | undefined): Account | undefined {
  if (asked?.kind !== 'profile' || asked.handle === undefined) return undefined;
  const { accountId, displayName } = accountFacts(document, asked.handle);
  if (accountId === undefined) return undefined;
  const name = lineOf(displayName);
  return { ...accountOf(asked.handle), accountId, ...(name !== undefined && { displayName: name }) };
}

/** The signed-in account: the only one that the menu links to. From memory, 2026-11-21. */
export function signedIn(document: Document): Account | undefined {
  const handles = new Set(
    queryAll(document, 'nav a[href^="/@"]').flatMap(
      link => /^\/@([\w.]{1,30})\/?$/.exec(hrefOf(link) ?? '')?.[1] ?? [],
    ),
  );
  const [handle] = handles;
  return handles.size === 1 ? accountOf(handle) : undefined;
}
