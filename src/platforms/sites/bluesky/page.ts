import { hrefOf } from '../../../dom/links.ts';
import { writtenText } from '../../../dom/shown-text.ts';
import {
  attributeOf,
  closestOf,
  containsNode,
  documentOf,
  matches,
  queryAll,
  queryFirst,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account, PostAddress, RelatedPost } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { shownName } from '../../reading/fence.ts';
import { mediaOf } from '../../reading/media.ts';
import { ownParts } from '../../reading/parts.ts';
import { lineOf, postText } from '../../reading/text.ts';
import { readMachineTime } from '../../reading/time.ts';

/*
 * A post is a `feedItem-by-<handle>` or a `postThreadItem-by-<handle>` (the site's own source, 2025). Its time is a
 * link to it. The post that the page is about shows its time without a link, and links to who liked it. The DID is in
 * the address of the author's picture.
 */
const item = '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]';
const text = '[data-testid="postText"], div[data-word-wrap="1"]';
const postLink = 'a[href*="/post/"]';
const linkForm =
  /^(?:https:\/\/bsky\.app)?\/profile\/(?<actor>[^/?#]+)\/post\/(?<postId>[\w.~:-]+)(?<more>\/(?:liked-by|reposted-by|quotes))?\/?(?:[?#]|$)/;

export function posts(document: Document): readonly Element[] {
  return queryAll(document, item);
}

export function postAround(element: Element): Element | undefined {
  return closestOf(element, item);
}

export function postAt(document: Document, asked: PostAddress | undefined): Element | undefined {
  if (asked?.kind !== 'post') return undefined;
  return posts(document).find(post => postIdOf(post, asked) === asked.postId);
}

function handleOf(post: Element): string | undefined {
  return /-by-([\w-]+(?:\.[\w-]+)+)$/.exec(attributeOf(post, 'data-testid') ?? '')?.[1];
}

/** Quoted posts: blocks inside the post that are links and also link to somebody. From memory, 2026-11-21. */
function quotedIn(post: Element): Element[] {
  return queryAll(post, `[role="link"], ${postLink}`).filter(
    block =>
      queryFirst(block, 'a[href*="/profile/"]') !== undefined ||
      (matches(block, '[role="link"]:not(a)') && queryFirst(block, text) !== undefined),
  );
}

interface Link {
  readonly element: Element;
  readonly actor: string;
  readonly postId: string;
  readonly isCount: boolean;
}

function linksIn(elements: readonly Element[]): Link[] {
  return elements.flatMap(element => {
    const { actor, postId, more } = linkForm.exec(hrefOf(element) ?? '')?.groups ?? {};
    if (actor === undefined || postId === undefined) return [];
    return [{ element, actor: decodeActor(actor), postId, isCount: more !== undefined }];
  });
}

function decodeActor(actor: string): string {
  return actor.replaceAll('%3A', ':').toLowerCase();
}

/** The post's own links. A link to another post of the same author does not count, unless it is shown as the time. */
function ownLinks(post: Element): Link[] {
  const names = [handleOf(post)?.toLowerCase(), didOf(post)];
  const links = linksIn(ownParts(post, postLink, quotedIn(post))).filter(({ actor }) =>
    names.includes(actor),
  );
  return links.filter(({ element, isCount }) => isCount || attributeOf(element, 'aria-label') !== undefined);
}

/** The key in the post's own links; for the page's main post without any, the key in the address. */
function postIdOf(post: Element, asked: PostAddress | undefined): string | undefined {
  const keys = new Set(ownLinks(post).map(({ postId }) => postId));
  const [key] = keys;
  if (key !== undefined) return keys.size === 1 ? key : undefined;
  return isMain(post, asked) ? asked?.postId : undefined;
}

function isMain(post: Element, asked: PostAddress | undefined): boolean {
  const document = documentOf(post);
  if (document === null || asked?.kind !== 'post') return false;
  const isAuthor =
    asked.accountId === undefined ? asked.handle === handleOf(post) : asked.accountId === didOf(post);
  const isThread = attributeOf(post, 'data-testid')?.startsWith('postThreadItem-') === true;
  const linkless = posts(document).filter(other => ownLinks(other).length === 0);
  return isAuthor && isThread && linkless.length === 1 && linkless[0] === post;
}

/** The DID in the address of the picture that links to the author. */
function didOf(post: Element): string | undefined {
  const handle = handleOf(post);
  for (const picture of ownParts(post, 'a[href] img[src*="/did:"]', quotedIn(post))) {
    const link = closestOf(picture, 'a[href]');
    const linked = /\/profile\/([^/?#]+)\/?$/.exec((link && hrefOf(link)) ?? '')?.[1];
    const did = /\/(did:[a-z]+:[\w.:%-]+)\//.exec(hrefOf(picture, 'src') ?? '')?.[1];
    const isOwn = linked === handle || (linked !== undefined && decodeActor(linked) === did);
    if (did !== undefined && isOwn) return did;
  }
  return undefined;
}

/** What the post shows. The page's head describes the page that was loaded first, and is used only for that post. */
export function read(post: Element, asked: PostAddress | undefined, viewer: Viewer): ReadPost {
  const quoted = quotedIn(post);
  const own = (selector: string) => ownParts(post, selector, quoted);
  const postId = postIdOf(post, asked);
  const handle = handleOf(post);
  const head = postId === undefined ? {} : headOf(documentOf(post), postId, handle);
  const did = didOf(post) ?? head.did;
  // A card of a linked page holds somebody else's words about it.
  const words = own(text).filter(each => {
    const card = closestOf(each, 'a[href]');
    return card === undefined || !containsNode(post, card);
  });
  const body = postText(words.slice(0, 1).map(writtenText).join(''));
  const time = ownLinks(post).find(link => !link.isCount)?.element;
  const shown = lineOf(time && (attributeOf(time, 'aria-label') ?? textContentOf(time)));
  const likes = lineOf(own('[data-testid="likeCount"]').map(textContentOf)[0]);
  const media = mediaOf(own('img[src*="/img/feed_"], video'));
  const related = quoted.map(block => readQuoted(block)).filter(each => each !== undefined);
  return {
    reader: 'bluesky/2025',
    kind: 'post',
    ...(postId !== undefined && { postId }),
    ...(postId !== undefined &&
      did !== undefined && {
        ids: { uri: `at://${did}/app.bsky.feed.post/${postId}` },
      }),
    ...(postId !== undefined && { permalink: `https://bsky.app/profile/${handle ?? did}/post/${postId}` }),
    account: accountOf(handle, did, own),
    ...(body.text !== undefined && { text: body.text }),
    ...(shown !== undefined && { displayedTime: { text: shown, ...viewer } }),
    ...(head.time && { machineTime: head.time }),
    ...(likes !== undefined && { counts: { likes } }),
    ...(media.length > 0 && { media }),
    ...(related.length > 0 && { related }),
    ...(body.note !== undefined && { notes: [body.note] }),
  };
}

function accountOf(
  handle: string | undefined,
  did: string | undefined,
  own: (selector: string) => Element[],
): Account {
  if (handle === undefined) return did === undefined ? {} : { accountId: did };
  const names = own('a[href*="/profile/"]')
    .filter(link => /\/profile\/([^/?#]+)\/?$/.exec(hrefOf(link) ?? '')?.[1] === handle)
    .filter(link => closestOf(link, text) === undefined)
    .map(link => lineOf(shownName(link)?.replace(/[\u2066-\u2069\u200E\u200F]/g, '')))
    .filter(name => name !== undefined && !name.includes(`@${handle}`) && name !== handle);
  // Someone who reposts their own post is named twice, once with the action: “Reposted by Kim”.
  const displayName = names.find(name => names.every(other => name !== undefined && other?.endsWith(name)));
  return {
    handle,
    ...(displayName !== undefined && { displayName }),
    ...(did !== undefined && { accountId: did }),
    profileAddress: `https://bsky.app/profile/${handle}`,
  };
}

function readQuoted(block: Element): RelatedPost | undefined {
  const [link] = linksIn([block, ...queryAll(block, postLink)]);
  const body = queryFirst(block, text);
  const words = postText(body === undefined ? '' : writtenText(body)).text;
  if (link === undefined && words === undefined) return undefined;
  const account =
    link && (link.actor.startsWith('did:') ? { accountId: link.actor } : { handle: link.actor });
  return {
    relation: 'quoted',
    ...(link && {
      postId: link.postId,
      permalink: `https://bsky.app/profile/${link.actor}/post/${link.postId}`,
    }),
    ...(account && { account }),
    ...(words !== undefined && { text: words }),
  };
}

interface Head {
  readonly did?: string;
  readonly time?: NonNullable<ReadPost['machineTime']>;
}

/** What the page's head says of this post; empty where it describes another. */
function headOf(document: Document | null, postId: string, handle: string | undefined): Head {
  if (document === null) return {};
  const link = queryFirst(document, 'link[rel="alternate"][href^="at://did:"]');
  const found = /^at:\/\/(did:[^/]+)\/app\.bsky\.feed\.post\/([^/?#]+)$/.exec((link && hrefOf(link)) ?? '');
  const canonical = queryFirst(document, 'link[rel="canonical"]');
  const named = /\/profile\/([^/]+)\/post\//.exec((canonical && hrefOf(canonical)) ?? '')?.[1];
  if (
    found === null ||
    found[2] !== postId ||
    (named !== undefined && named !== handle && named !== found[1])
  ) {
    return {};
  }
  const meta = queryFirst(document, 'meta[property="article:published_time"]');
  const time = readMachineTime(meta && attributeOf(meta, 'content'));
  const caveat = 'The time that the program of the person who posted gave; no server vouches for it.';
  return { ...(found[1] !== undefined && { did: found[1] }), ...(time && { time: { ...time, caveat } }) };
}
