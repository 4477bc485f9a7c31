import { addressOf, innerDocumentOf } from '../../../dom/inner-document.ts';
import { hrefOf } from '../../../dom/links.ts';
import { writtenText } from '../../../dom/shown-text.ts';
import {
  attributeOf,
  bodyOf,
  closestOf,
  documentOf,
  matches,
  queryAll,
  queryFirst,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account, PostAddress, RelatedPost } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { firstSeen, outermostAround, outermostIn, shownName } from '../../reading/fence.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { wordsOf } from '../../reading/quotations.ts';
import { lineOf, longestLine, postText, textWithPictures } from '../../reading/text.ts';
import { readMachineTime } from '../../reading/time.ts';
import { bubble, readBubble } from './app.ts';
import { appMessage, readAppMessage } from './app-a.ts';

/* Marks of the public pages, `t.me/s/<channel>` and the embedded message, as scripts of 2020 to 2026 read them. */
const mark = {
  post: '.tgme_widget_message[data-post]',
  author: '.tgme_widget_message_owner_name',
  signature: '.tgme_widget_message_from_author',
  text: '.tgme_widget_message_text',
  link: 'a.tgme_widget_message_date',
  views: '.tgme_widget_message_views',
  meta: '.tgme_widget_message_meta',
  answered: '.tgme_widget_message_reply',
  answeredName: '.tgme_widget_message_author_name',
  answeredText: '.tgme_widget_message_metatext, .js-message_reply_text',
  forwarded: '.tgme_widget_message_forwarded_from',
  photo: '.tgme_widget_message_photo_wrap, .tgme_widget_message_video_thumb',
} as const;
const everyPost = `${mark.post}, ${bubble}, ${appMessage}`;
const framedPath = /^\/(?<handle>[A-Za-z]\w{3,31})\/(?:\d+\/)?(?<postId>\d+)\/?$/;
const dataPost = /^(?<handle>[A-Za-z][A-Za-z0-9_]{3,31})\/(?<postId>\d+)$/;

/** Every message, and every frame that shows one, in document order; none inside another. */
export function posts(document: Document): readonly Element[] {
  return outermostIn(document, `${everyPost}, iframe`).filter(
    post => matches(post, everyPost) || framedMessage(post) !== undefined,
  );
}

/** The message around an element; what looks like a message inside a message is part of it. */
export function postAround(element: Element): Element | undefined {
  const post = outermostAround(element, everyPost);
  return post ?? (framedMessage(element) === undefined ? undefined : element);
}

/** The message with this number in this channel. */
export function postAt(document: Document, asked: PostAddress | undefined): Element | undefined {
  const { handle, postId } = asked ?? {};
  if (handle === undefined || postId === undefined || asked?.kind !== 'message') return undefined;
  return posts(document).find(post => {
    const ids = idsOf(framedMessage(post) ?? post);
    return ids?.postId === postId && ids?.handle.toLowerCase() === handle.toLowerCase();
  });
}

function idsOf(post: Element): { handle: string; postId: string } | undefined {
  const { handle, postId } = dataPost.exec(attributeOf(post, 'data-post') ?? '')?.groups ?? {};
  return handle === undefined || postId === undefined ? undefined : { handle, postId };
}

/** What the message shows. */
export function read(post: Element, address: URL, viewer: Viewer): ReadPost {
  if (matches(post, bubble)) return readBubble(post, address, viewer);
  if (matches(post, appMessage)) return readAppMessage(post, viewer);
  return matches(post, 'iframe') ? readFrame(post, address, viewer) : readWidget(post, viewer);
}

/**
 * The message shown in a frame. The page of one message, `t.me/<channel>/<number>`, has it in a frame of its own site
 * with `?embed=1`. Undefined for every other frame, and where the frame's address names another message than it shows.
 */
function framedMessage(frame: Element): Element | undefined {
  const inner = innerDocumentOf(frame);
  const address = inner && addressOf(inner);
  if (inner === undefined || address?.searchParams.get('embed') !== '1') return undefined;
  const { handle, postId } = framedPath.exec(address.pathname)?.groups ?? {};
  return outermostIn(inner, mark.post).find(message => {
    const ids = idsOf(message);
    return ids !== undefined && ids.postId === postId && ids.handle.toLowerCase() === handle?.toLowerCase();
  });
}

/** The body of the frame with the message's words; undefined for other posts. */
export function framedBody(post: Element): Element | undefined {
  const message = framedMessage(post);
  const inner = message && documentOf(message);
  return (inner && bodyOf(inner)) ?? undefined;
}

/** What the frame shows, when it is on the page's own host. */
function readFrame(frame: Element, page: URL, viewer: Viewer): ReadPost {
  const message = framedMessage(frame);
  const inner = message && documentOf(message);
  if (!message || !inner || addressOf(inner)?.host !== page.host) {
    return { reader: 'unknown', kind: 'message', account: {} };
  }
  const read = readWidget(message, viewer);
  const note = 'The page shows this message in a frame; it was read inside the frame.';
  return { ...read, reader: 'telegram/frame-2026', notes: [...(read.notes ?? []), note] };
}

function readWidget(post: Element, viewer: Viewer): ReadPost {
  const ids = idsOf(post);
  const all = (selector: string) =>
    queryAll(post, selector).filter(part => closestOf(part, mark.answered) === undefined);
  const own = (selector: string) => all(selector)[0];
  const body = own(mark.text);
  const { text, related, notes } = wordsOf(body, { pictures: true, keepsLines: true });
  const time = queryAll(post, `${mark.link} time`)[0];
  const answered = queryFirst(post, mark.answered);
  const views = lineOf(lineIn(own(mark.views)));
  const forwarded = lineIn(own(mark.forwarded));
  const signature = lineIn(own(mark.signature));
  const media = queryAll(post, mark.photo).map(pictureOf);
  return present<ReadPost>({
    reader: 'telegram/page-2026',
    kind: 'message',
    postId: ids?.postId,
    permalink: ids && `https://t.me/${ids.handle}/${ids.postId}`,
    account: authorOf(firstSeen(all(mark.author))),
    text,
    displayedTime: displayed(lineIn(time), viewer),
    machineTime: readMachineTime(time && attributeOf(time, 'datetime')),
    edited: editedOf(own(mark.meta)),
    counts: views === undefined ? undefined : { views },
    media: unlessEmpty(media),
    related: unlessEmpty([...(answered === undefined ? [] : [readAnswered(answered)]), ...related]),
    notes: unlessEmpty([
      ...(signature === undefined ? [] : [`Signed in the channel: “${signature}”.`]),
      ...(forwarded === undefined ? [] : [`Shown above the message: “${forwarded}”.`]),
      ...notes,
    ]),
  });
}

/** The author: the channel for a channel's message; in a group, the person named and linked. */
function authorOf(name: Element | undefined): Account {
  const handle = /^https:\/\/t\.me\/([A-Za-z]\w{3,31})(?:\?|$)/.exec((name && hrefOf(name)) ?? '')?.[1];
  return present<Account>({
    handle,
    displayName: shownName(name),
    profileAddress: handle === undefined ? undefined : `https://t.me/${handle}`,
  });
}

function lineIn(element: Element | undefined): string | undefined {
  return lineOf(element && textWithPictures(element));
}

/** The word that the page writes before the time of an edited message, in its own language. */
function editedOf(meta: Element | undefined): string | undefined {
  const time = meta && queryFirst(meta, 'time');
  if (meta === undefined || time === undefined) return undefined;
  const others = queryAll(meta, mark.signature).map(textContentOf);
  const rest = [textContentOf(time), ...others].reduce(
    (text, part) => text.replace(part, ''),
    textContentOf(meta),
  );
  return lineOf(rest.replace(/[,\s]+/g, ' '));
}

function pictureOf(element: Element): { kind: string; address?: string } {
  const style = attributeOf(element, 'style') ?? '';
  const address = /background-image:\s*url\(["']?(https:\/\/[^"')]+)["']?\)/.exec(style)?.[1];
  const kind = /video/.test(attributeOf(element, 'class') ?? '') ? 'video' : 'image';
  return { kind, ...(address !== undefined && address.length <= longestLine && { address }) };
}

function readAnswered(block: Element): RelatedPost {
  const { handle, postId } =
    /^https:\/\/t\.me\/(?<handle>\w{4,32})\/(?<postId>\d+)(?:\?|$)/.exec(hrefOf(block) ?? '')?.groups ?? {};
  const body = queryFirst(block, mark.answeredText);
  const displayName = shownName(firstSeen(queryAll(block, mark.answeredName)));
  return present<RelatedPost>({
    relation: 'parent',
    postId,
    permalink: handle === undefined ? undefined : `https://t.me/${handle}/${postId}`,
    account: displayName === undefined ? undefined : { displayName },
    text: postText(body === undefined ? '' : writtenText(body)).text,
  });
}

/** The channel of a public page, where the page names the handle in the address. */
export function account(document: Document, asked: PostAddress | undefined): Account | undefined {
  if ((asked?.kind !== 'channel' && asked?.kind !== 'profile') || asked.handle === undefined)
    return undefined;
  const shown = lineIn(queryFirst(document, '.tgme_channel_info_header_username, .tgme_page_extra'));
  const handle = /^@(\w{4,32})$/.exec(shown ?? '')?.[1];
  if (handle === undefined || handle.toLowerCase() !== asked.handle.toLowerCase()) return undefined;
  const title = queryFirst(document, '.tgme_channel_info_header_title, .tgme_page_title');
  return present<Account>({ handle, displayName: lineIn(title), profileAddress: `https://t.me/${handle}` });
}
