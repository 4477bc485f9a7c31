import {
  attributeOf,
  closestOf,
  matches,
  parentOf,
  queryAll,
  queryFirst,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account, Ids, PostAddress } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { mediaOf } from '../../reading/media.ts';
import { ownParts } from '../../reading/parts.ts';
import { type Words, wordsOf } from '../../reading/quotations.ts';
import { lineOf, postText } from '../../reading/text.ts';
import { readMachineTime } from '../../reading/time.ts';

/*
 * The current page has everything in attributes of `shreddit-post` and `shreddit-comment` (saved pages of 2026-07 to
 * 2026-10), `old.reddit.com` in attributes of `.thing`. A reply is inside the comment that it answers.
 */
const current = 'shreddit-post[id^="t3_"], shreddit-comment[thingid^="t1_"]';
const old = '.thing[data-fullname^="t3_"], .thing[data-fullname^="t1_"]';
const any = `${current}, ${old}`;
const deleted = /^\[(?:deleted|removed)\]$/;

/** Every post and every comment in the document, in order. */
export function posts(document: Document): readonly Element[] {
  return queryAll(document, any);
}

export function postAround(element: Element): Element | undefined {
  return closestOf(element, any);
}

export function postAt(document: Document, fullname: string | undefined): Element | undefined {
  return posts(document).find(post => fullnameOf(post) === fullname);
}

function fullnameOf(post: Element): string | undefined {
  const said = attributeOf(post, 'thingid') ?? attributeOf(post, 'data-fullname') ?? attributeOf(post, 'id');
  return /^t[13]_[a-z0-9]{1,13}$/.exec(said ?? '')?.[0];
}

/** What the post's element says. Its link counts only where it names the post's own number. */
export function read(post: Element, _address: URL, viewer: Viewer): ReadPost {
  const own = (selector: string) => ownParts(post, selector, queryAll(post, any));
  const fullname = fullnameOf(post);
  const isComment = fullname?.startsWith('t1_') ?? matches(post, 'shreddit-comment, .comment');
  const postId = fullname?.slice(3);
  const link = linkOf(post, postId);
  const { title, words } = partsOf(post, own);
  const text = postText([title, words.text].filter(part => part !== undefined).join('\n\n'));
  const notes = [...words.notes, ...(text.note === undefined ? [] : [text.note])];
  const time = own('faceplate-timeago time, .tagline time[datetime]')[0] ?? own('time')[0];
  const said =
    attributeOf(post, 'created-timestamp') ??
    attributeOf(post, 'created') ??
    (time && attributeOf(time, 'datetime'));
  const machineTime = readMachineTime(said);
  const shown = lineOf(time && textContentOf(time));
  const edited = own('.edited-timestamp').map(mark => lineOf(attributeOf(mark, 'title')))[0];
  const counts = countsOf(post);
  const media = isComment ? [] : mediaOf(own('img.media-lightbox-img, shreddit-player, .media-preview img'));
  return {
    reader: matches(post, '.thing') ? 'reddit/old' : 'reddit/2026-10',
    kind: isComment ? (isReply(post) ? 'reply' : 'comment') : 'post',
    ...(postId !== undefined && { postId }),
    ...(link?.parentId !== undefined && isComment && { parentId: link.parentId }),
    ...(fullname !== undefined && { ids: { fullname, ...link?.place } }),
    ...(link && { permalink: link.permalink }),
    account: authorOf(post),
    ...(text.text !== undefined && { text: text.text }),
    ...(shown !== undefined && { displayedTime: { text: shown, ...viewer } }),
    ...(machineTime && { machineTime }),
    ...(edited !== undefined && { edited }),
    ...(Object.keys(counts).length > 0 && { counts }),
    ...(media.length > 0 && { media }),
    ...(words.related.length > 0 && { related: words.related }),
    ...(notes.length > 0 && { notes }),
  };
}

function isReply(post: Element): boolean {
  if (Number(attributeOf(post, 'depth') ?? 0) > 0) return true;
  const around = parentOf(post);
  return around !== null && closestOf(around, '.thing[data-fullname^="t1_"]') !== undefined;
}

function linkOf(
  post: Element,
  postId: string | undefined,
): { place: Ids; parentId: string; permalink: string } | undefined {
  const link = attributeOf(post, 'permalink') ?? attributeOf(post, 'data-permalink') ?? '';
  const found =
    /^\/(?:r\/(?<community>\w{2,40})|user\/(?<profile>[\w-]{3,20}))\/comments\/(?<thread>[a-z0-9]+)(?:\/[^/]*(?:\/(?<comment>[a-z0-9]+))?)?\/?$/.exec(
      link,
    )?.groups;
  if (found === undefined || (found['comment'] ?? found['thread']) !== postId) return undefined;
  const { community, profile = '', thread = '', comment } = found;
  const path = community === undefined ? `user/${profile}` : `r/${community}`;
  const place: Ids = community === undefined ? { profile } : { community };
  const above = `https://www.reddit.com/${path}/comments/${thread}/`;
  const permalink = comment === undefined ? above : `${above}comment/${comment}/`;
  return { place, parentId: thread, permalink };
}

function authorOf(post: Element): Account {
  const name = attributeOf(post, 'author') ?? attributeOf(post, 'data-author') ?? '';
  const id = attributeOf(post, 'author-id') ?? attributeOf(post, 'data-author-fullname') ?? '';
  const accountId = /^t2_[a-z0-9]{1,20}$/.exec(id)?.[0];
  if (deleted.test(name) || !/^[\w-]{2,20}$/.test(name)) return {};
  return {
    handle: name,
    ...(accountId !== undefined && { accountId }),
    profileAddress: `https://www.reddit.com/user/${name}/`,
  };
}

/** The title, which only a post has, and the words below it. */
function partsOf(
  post: Element,
  own: (selector: string) => Element[],
): { readonly title: string | undefined; readonly words: Words } {
  const title =
    lineOf(attributeOf(post, 'post-title')) ??
    own('[slot="title"], a.title').map(it => lineOf(textContentOf(it)))[0];
  const body = own(
    '[slot="text-body"], [slot="comment"], .usertext-body .md, [id$="-post-rtjson-content"]',
  ).filter(part => !isOfAnother(part, post))[0];
  const isPost = matches(post, 'shreddit-post, .link');
  return {
    title: isPost ? title : undefined,
    words: wordsOf(body),
  };
}

/** Whether the words belong to a post that this one crossposts. */
function isOfAnother(part: Element, post: Element): boolean {
  if (closestOf(part, '.crosspost-preview') !== undefined) return true;
  const id = /^(t3_[a-z0-9]+)-post-rtjson-content$/.exec(attributeOf(part, 'id') ?? '')?.[1];
  return id !== undefined && id !== fullnameOf(post);
}

function countsOf(post: Element): Record<string, string> {
  const names = { score: ['score', 'data-score'], comments: ['comment-count', 'data-comments-count'] };
  const counts: Record<string, string> = {};
  for (const [name, attributes] of Object.entries(names)) {
    const figure = attributes.map(each => attributeOf(post, each)).find(each => each !== undefined);
    if (figure !== undefined && /^-?\d{1,12}$/.test(figure)) counts[name] = figure;
  }
  return counts;
}

/** The account of a profile page, from one of its own posts that gives both its name and number. */
export function account(document: Document, asked: PostAddress | undefined): Account | undefined {
  if (asked?.kind !== 'profile') return undefined;
  const handle = asked.handle?.toLowerCase();
  return posts(document)
    .map(authorOf)
    .find(author => author.handle?.toLowerCase() === handle && author.accountId !== undefined);
}

/** The signed-in account, as the page names it. */
export function signedIn(document: Document): Account | undefined {
  const user = queryFirst(document, 'rs-current-user[display-name]');
  const link = queryFirst(document, '#header .user a[href*="/user/"]');
  const handle = (user && attributeOf(user, 'display-name')) ?? (link && textContentOf(link).trim()) ?? '';
  if (!/^[\w-]{2,20}$/.test(handle)) return undefined;
  const accountId = /^t2_[a-z0-9]{1,20}$/.exec((user && attributeOf(user, 'id')) ?? '')?.[0];
  return {
    handle,
    ...(accountId !== undefined && { accountId }),
    profileAddress: `https://www.reddit.com/user/${handle}/`,
  };
}
