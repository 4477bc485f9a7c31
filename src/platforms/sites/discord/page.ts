import { hrefOf } from '../../../dom/links.ts';
import { writtenText } from '../../../dom/shown-text.ts';
import {
  attributeOf,
  closestOf,
  containsNode,
  documentOf,
  queryAll,
  queryFirst,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account, PostAddress, RelatedPost } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { firstSeen, shownName } from '../../reading/fence.ts';
import { mediaOf } from '../../reading/media.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { wordsOf } from '../../reading/quotations.ts';
import { lineOf, postText } from '../../reading/text.ts';
import { readMachineTime } from '../../reading/time.ts';

/*
 * Discord's classes are hashed; its ids end with the number of the message, as page scripts of 2021 to 2026 use them.
 * What a message answers is in `message-reply-context-…`, with its author and words.
 */
const message = 'li[id^="chat-messages-"]';
const idForm = /^chat-messages-(?<channelId>\d{17,20})-(?<postId>\d{17,20})$/;

/** Parts of a message with pictures and names of others. */
const notItsOwn = '[id^="message-reply-context-"], [id^="message-content-"], [id^="message-accessories-"]';

/** Where a message shows one that it forwards, without its author (from memory, 2026-11-30). */
const passedOn = '[id^="message-accessories-"], [class*="messageSnapshot"], [class*="forwarded" i]';

/** Every message that the page has loaded, in document order. */
export function posts(document: Document): readonly Element[] {
  return queryAll(document, message).filter(each => idsOf(each) !== undefined);
}

export function postAround(element: Element): Element | undefined {
  const found = closestOf(element, message);
  return found !== undefined && idsOf(found) !== undefined ? found : undefined;
}

/** The message with the number and channel that the address names; undefined when it is not loaded. */
export function postAt(document: Document, asked: PostAddress | undefined): Element | undefined {
  if (asked?.postId === undefined) return undefined;
  return posts(document).find(each => {
    const ids = idsOf(each);
    return ids?.postId === asked.postId && ids?.channelId === asked.ids?.['channelId'];
  });
}

function idsOf(post: Element): { channelId: string; postId: string } | undefined {
  const { channelId, postId } = idForm.exec(attributeOf(post, 'id') ?? '')?.groups ?? {};
  return channelId === undefined || postId === undefined ? undefined : { channelId, postId };
}

/** What the message shows. The server is known only from the address, when that names the same channel. */
export function read(post: Element, asked: PostAddress | undefined, viewer: Viewer): ReadPost {
  const ids = idsOf(post);
  if (ids === undefined) return { reader: 'unknown', kind: 'message', account: {} };
  const { channelId, postId } = ids;
  const part = (name: string) => queryFirst(post, `[id="message-${name}-${postId}"]`);
  const time = part('timestamp');
  const all = queryAll(post, `[id="message-content-${postId}"]`);
  const forwarded = all.find(each => isPassedOn(each, post));
  const body = all.find(each => !isPassedOn(each, post));
  const edit = body && queryFirst(body, '[class*="edited"]');
  const edited = lineOf(edit && textContentOf(edit));
  const words = wordsOf(body, { pictures: true, keepsLines: true });
  const { text, note } = postText(withoutEnd(words.text ?? '', edit));
  const account = authorOf(post, postId);
  const accessories = part('accessories');
  const answered = part('reply-context');
  const notes = [
    ...(Object.keys(account).length > 0 ? [] : ['The page shows no author with this message.']),
    ...words.notes,
    ...(note === undefined ? [] : [note]),
  ];
  return present<ReadPost>({
    reader: 'discord/2026',
    kind: 'message',
    postId,
    ids: { ...guildOf(asked, channelId), channelId },
    permalink: permalinkOf(asked, ids),
    account,
    text,
    displayedTime: displayed(lineOf(time && textContentOf(time)), viewer),
    machineTime: readMachineTime(time && attributeOf(time, 'datetime')),
    edited,
    media: unlessEmpty(mediaOf(accessories === undefined ? [] : queryAll(accessories, 'img, video'))),
    related: unlessEmpty([
      ...(answered === undefined ? [] : [readAnswered(answered)]),
      ...(forwarded === undefined ? [] : [readForwarded(forwarded)]),
      ...words.related,
    ]),
    notes: unlessEmpty(notes),
  });
}

function withoutEnd(text: string, end: Element | undefined): string {
  const mark = end === undefined ? '' : writtenText(end);
  return mark !== '' && text.endsWith(mark) ? text.slice(0, -mark.length) : text;
}

function guildOf(asked: PostAddress | undefined, channelId: string): { guildId?: string } {
  const guildId = asked?.ids?.['guildId'];
  return guildId === undefined || asked?.ids?.['channelId'] !== channelId ? {} : { guildId };
}

/** The message's address; undefined where the page's address names another channel: the server is then unknown. */
function permalinkOf(asked: PostAddress | undefined, ids: { channelId: string; postId: string }) {
  if (asked?.ids?.['channelId'] !== ids.channelId) return undefined;
  const guild = asked.ids['guildId'] ?? '@me';
  return `https://discord.com/channels/${guild}/${ids.channelId}/${ids.postId}`;
}

/**
 * The author. Successive messages show the name once, above the first, and the others refer to it by its id. Names can
 * differ between servers; the number is in the address of the picture.
 */
function authorOf(post: Element, postId: string): Account {
  const labelled = queryFirst(post, '[aria-labelledby*="message-username-"]');
  const labels = (labelled && attributeOf(labelled, 'aria-labelledby')) ?? '';
  const first = /(?:^|\s)message-username-(\d{17,20})(?:\s|$)/.exec(labels)?.[1] ?? postId;
  const document = documentOf(post);
  const names =
    document === null
      ? []
      : queryAll(document, `[id="message-username-${first}"]`).filter(
          each => closestOf(each, notItsOwn) === undefined,
        );
  const name = firstSeen(names);
  const head = name && postAround(name);
  if (name === undefined || head === undefined || idsOf(head)?.postId !== first) return {};
  if (idsOf(head)?.channelId !== idsOf(post)?.channelId) return {};
  const marked = queryAll(name, '[class*="username"]');
  const shown = marked.length > 0 ? firstSeen(marked) : name;
  const pictures = queryAll(head, 'img[src]').filter(picture => closestOf(picture, notItsOwn) === undefined);
  return present<Account>({
    displayName: shownName(shown),
    accountId: pictures.map(pictureOwner).find(id => id !== undefined),
  });
}

/** The number in `/avatars/<account>/…` or, for one server only, `/guilds/<guild>/users/<account>/avatars/…`. */
function pictureOwner(picture: Element): string | undefined {
  const form =
    /^https:\/\/(?:cdn\.discordapp\.com|media\.discordapp\.net)\/(?:avatars\/(?<own>\d{17,20})\/|guilds\/\d{17,20}\/users\/(?<guild>\d{17,20})\/avatars\/)/;
  const { own, guild } = form.exec(hrefOf(picture, 'src') ?? '')?.groups ?? {};
  return own ?? guild;
}

function readAnswered(block: Element): RelatedPost {
  const name = firstSeen(queryAll(block, '[class*="username"]'));
  const body = queryFirst(block, '[id^="message-content-"]');
  const postId = /^message-content-(\d{17,20})$/.exec((body && attributeOf(body, 'id')) ?? '')?.[1];
  const displayName = shownName(name);
  const accountId = queryAll(block, 'img[src]').map(pictureOwner)[0];
  return present<RelatedPost>({
    relation: 'parent',
    postId,
    account: unlessEmpty(present<Account>({ displayName, accountId })),
    text: postText(body === undefined ? '' : writtenText(body)).text,
  });
}

function isPassedOn(body: Element, post: Element): boolean {
  const around = closestOf(body, passedOn);
  return around !== undefined && around !== post && containsNode(post, around);
}

function readForwarded(body: Element): RelatedPost {
  return present<RelatedPost>({ relation: 'reposted', text: postText(writtenText(body)).text });
}

/** The signed-in account: the one in the panel at the bottom, by the number in its picture. From memory, 2026-11-21. */
export function signedIn(document: Document): Account | undefined {
  const picture = queryFirst(document, 'section[class*="panels"] [class*="avatar"] img[src]');
  const accountId = picture && pictureOwner(picture);
  return accountId === undefined
    ? undefined
    : { accountId, profileAddress: `https://discord.com/users/${accountId}` };
}
