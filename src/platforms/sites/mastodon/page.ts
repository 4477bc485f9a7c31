import { hrefOf } from '../../../dom/links.ts';
import { pictureText } from '../../../dom/shown-text.ts';
import { attributeOf, closestOf, matches, queryAll, queryFirst, textContentOf } from '../../../dom/tree.ts';
import type { Account, PostAddress, RelatedPost } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { before, firstSeen, shownName } from '../../reading/fence.ts';
import { scriptJson, textIn, valueAt } from '../../reading/json.ts';
import { mediaOf } from '../../reading/media.ts';
import { ownParts } from '../../reading/parts.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { wordsOf } from '../../reading/quotations.ts';
import { lineOf, postText, textWithPictures } from '../../reading/text.ts';
import { readMachineTime } from '../../reading/time.ts';
import { fullHandle, identify } from './addresses.ts';

/* The classes of Mastodon's own pages, as page scripts of 2022 to 2026 and its sources use them. */
const mark = {
  post: '.detailed-status__wrapper, .status__wrapper',
  single: '.detailed-status__wrapper',
  quoted: '.status__quote',
  status: '.status[data-id]',
  time: 'a.detailed-status__datetime, a.status__relative-time',
  account: '.display-name__account',
  name: '.display-name__html',
  text: '.status__content__text',
  warning: '.content-warning, .status__content__spoiler-text',
  above: '.status__prepend',
  edited: '.status__relative-time abbr[title]',
  visibility: '.visibility-icon, .status__visibility-icon',
  media: '.media-gallery img, .video-player video, video',
} as const;

/** Every post that is not inside another, in document order. */
export function posts(document: Document): readonly Element[] {
  return queryAll(document, mark.post).filter(post => closestOf(post, mark.quoted) === undefined);
}

export function postAround(element: Element): Element | undefined {
  const quoted = closestOf(element, mark.quoted);
  return closestOf(quoted ?? element, mark.post);
}

/** The post with the number that the address names, which no answer below it has. */
export function postAt(document: Document, address: URL): Element | undefined {
  const asked = identify(address);
  if (asked?.postId === undefined) return undefined;
  return posts(document).find(post => linkOf(post, address).link?.postId === asked.postId);
}

interface Found {
  readonly link: PostAddress | undefined;
  readonly doubts: readonly string[];
}

/** The post's own address: the link around its time, which must agree with its number and author. */
function linkOf(post: Element, page: URL): Found {
  const own = ownIn(post);
  const time = own(mark.time)[0];
  const href = time && hrefOf(time);
  const target = href !== undefined && URL.canParse(href, page.href) ? new URL(href, page.href) : undefined;
  const linked = target?.host === page.host ? identify(target) : undefined;
  const shown = shownHandle(own, page);
  // Older versions link to the post on its own server; on the post's own page the page's address is used.
  const asked = identify(page);
  const isPage = linked === undefined && matches(post, mark.single) && asked?.handle === shown;
  const link = linked ?? (isPage ? asked : undefined);
  if (link?.postId === undefined) return { link: undefined, doubts: [] };
  const status = matches(post, mark.status) ? post : own(mark.status)[0];
  const number = status && attributeOf(status, 'data-id');
  const isOther = shown !== undefined && link.handle !== undefined && !isSame(shown, link.handle);
  if (isOther || (number !== undefined && number !== link.postId)) {
    return {
      link: undefined,
      doubts: [
        'The post’s link, its number and its author’s name do not agree; number and time were not read.',
      ],
    };
  }
  return { link, doubts: [] };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The post's own parts, without the line above it that names who boosted it or is answered. */
function ownIn(post: Element): (selector: string) => Element[] {
  const inside = queryAll(post, `${mark.quoted}, ${mark.above}`);
  return selector => ownParts(post, selector, inside);
}

function shownHandle(own: (selector: string) => Element[], page: URL): string | undefined {
  const shown = shownName(firstSeen(own(mark.account)));
  const handle = /^@([\w.-]+(?:@[\w.-]+)?)$/.exec(shown ?? '')?.[1];
  return handle === undefined ? undefined : fullHandle(handle, page.hostname);
}

/** What the post shows. Posts around or inside it appear only as related posts. */
export function read(post: Element, address: URL, viewer: Viewer): ReadPost {
  const own = ownIn(post);
  const { link, doubts } = linkOf(post, address);
  const body = own(mark.text)[0];
  const { text, related, notes } = wordsOf(body, { pictures: true });
  const times = doubts.length > 0 ? [] : own(mark.time).flatMap(around => queryFirst(around, 'time') ?? []);
  const [time] = times;
  const warning = own(mark.warning).map(part => lineOf(textWithPictures(part)))[0];
  const above = ownParts(post, mark.above, queryAll(post, mark.quoted)).map(part =>
    lineOf(textWithPictures(part)),
  )[0];
  const visibility = own(mark.visibility)
    .map(titleOf)
    .find(title => title !== undefined);
  return present<ReadPost>({
    reader: 'mastodon/2026',
    kind: 'post',
    postId: link?.postId,
    ids: { server: address.hostname },
    permalink: link?.permalink,
    account: accountOf(own, address),
    text,
    displayedTime: displayed(lineOf(time && textContentOf(time)), viewer),
    machineTime: readMachineTime(time && attributeOf(time, 'datetime')),
    edited: own(mark.edited).map(titleOf)[0],
    visibility,
    media: unlessEmpty(mediaOf(own(mark.media))),
    related: unlessEmpty([
      ...queryAll(post, mark.quoted)
        .slice(0, 1)
        .map(each => readQuoted(each, address, viewer)),
      ...related,
    ]),
    notes: unlessEmpty([
      ...doubts,
      ...(above === undefined ? [] : [`Shown above the post: “${above}”.`]),
      ...(warning === undefined ? [] : [`Shown behind a warning: “${warning}”.`]),
      ...notes,
    ]),
  });
}

function titleOf(element: Element): string | undefined {
  const inside = queryFirst(element, '[title], [aria-label]');
  return lineOf(
    attributeOf(element, 'title') ??
      attributeOf(element, 'aria-label') ??
      (inside && (attributeOf(inside, 'title') ?? attributeOf(inside, 'aria-label'))),
  );
}

/** The account above the words; below them, a link preview may name another. */
function accountOf(all: (selector: string) => Element[], page: URL): Account {
  const own = (selector: string) => before(all(selector), all(mark.text)[0]);
  const handle = shownHandle(own, page);
  const [name, server] = handle?.split('@') ?? [];
  const local = server === page.hostname ? name : handle;
  return present<Account>({
    handle,
    displayName: shownName(firstSeen(own(mark.name))),
    profileAddress: local === undefined ? undefined : `${page.origin}/@${local}`,
  });
}

function readQuoted(block: Element, page: URL, viewer: Viewer): RelatedPost {
  const own = (selector: string) => queryAll(block, selector);
  const link = queryFirst(block, mark.time);
  const href = link && hrefOf(link);
  const target = href !== undefined && URL.canParse(href, page.href) ? new URL(href, page.href) : undefined;
  const found = target && identify(target);
  const body = queryFirst(block, mark.text);
  const time = link && queryFirst(link, 'time');
  return present<RelatedPost>({
    relation: 'quoted',
    postId: found?.postId,
    permalink: found?.postId === undefined ? undefined : found.permalink,
    account: unlessEmpty(accountOf(own, page)),
    text: postText(body === undefined ? '' : pictureText(body)).text,
    displayedTime: displayed(lineOf(time && textContentOf(time)), viewer),
    machineTime: readMachineTime(time && attributeOf(time, 'datetime')),
  });
}

/** The account of a profile page, where its header names the handle of the address. From memory, 2026-11-21. */
export function account(document: Document, address: URL): Account | undefined {
  const asked = identify(address);
  const head = queryFirst(document, '.account__header__tabs__name');
  if (asked?.kind !== 'profile' || asked.handle === undefined || head === undefined) return undefined;
  const small = queryFirst(head, 'small');
  const handle = /@([\w.-]+@[\w.-]+)/.exec((small && textContentOf(small)) ?? '')?.[1];
  if (handle === undefined || !isSame(handle, asked.handle)) return undefined;
  const name = queryFirst(head, '.display-name__html, h1 > span, h1 > bdi');
  return present<Account>({
    handle,
    displayName: lineOf(name && textWithPictures(name)),
    profileAddress: asked.permalink,
  });
}

/** The signed-in account, from the page's initial data. */
export function signedIn(document: Document): Account | undefined {
  for (const state of scriptJson(document, 'script#initial-state')) {
    const me = textIn(state, 'meta', 'me');
    const server = textIn(state, 'meta', 'domain');
    const mine = me === undefined ? undefined : valueAt(state, 'accounts', me);
    const name = textIn(mine, 'acct');
    if (name === undefined || server === undefined) continue;
    const profileAddress = textIn(mine, 'url');
    return present<Account>({
      handle: lineOf(fullHandle(name, server)),
      displayName: lineOf(textIn(mine, 'display_name')),
      profileAddress: profileAddress?.startsWith('https://') ? lineOf(profileAddress) : undefined,
    });
  }
  return undefined;
}
