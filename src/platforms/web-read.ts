import type { Account } from '../model/post.ts';
import type { ReadPost, Viewer } from './contract.ts';
import { attributeOf, closestOf, containsNode, matches, nameOf, textContentOf } from './dom.ts';
import { webAddress, withoutTracking } from './hosts.ts';
import { shownText } from './shown-text.ts';
import { lineOf, longestLine, postText } from './text.ts';
import { readMachineTime, readUnixTime } from './time.ts';
import { linkOf, ownElements } from './web-blocks.ts';

/** Where pages put an author, surest first; the first kind that gives exactly one name is taken. */
const authorMarks = [
  '[itemprop="author"]',
  'a[rel~="author"]',
  '.p-author, .h-card .p-name, .fn',
  '.author, .username, .user-name, .postauthor, .comment-author',
  'h1 a[href*="/user"], h2 a[href*="/user"], h3 a[href*="/user"], h4 a[href*="/user"], h3 a[href*="/@"], h4 a[href*="/@"], h3 a[href*="/profile"], h4 a[href*="/profile"], h3 a[href*="member"], h4 a[href*="member"]',
];

const bodyMarks = [
  '[itemprop="text"], [itemprop="articleBody"], [itemprop="commentText"]',
  '.post-body, .post-content, .message-body, .comment-content, .comment-text, .e-content, .entry-content',
];

const comment = '[itemtype$="schema.org/Comment"], .comment, [data-comment-id]';
const message = '[role="log"] > *, .chat-message, .msg, [data-message-id]';
const idAttributes = ['data-post-id', 'data-comment-id', 'data-message-id'];
const unixAttributes = ['data-time', 'data-timestamp', 'data-utime'];

/** What the block shows. Name, time and number are left out wherever the page leaves a doubt. */
export function read(post: Element, address: URL, viewer: Viewer): ReadPost {
  const notes: string[] = [];
  const account = authorOf(post, address, notes);
  const time = timeOf(post, address, notes);
  const text = postText(shownText(bodyOf(post)));
  if (text.note !== undefined) notes.push(text.note);
  const postId = postIdOf(post);
  const permalink = permalinkOf(post, address);
  const media = mediaOf(post, address);
  return {
    kind: kindOf(post),
    account,
    ...(postId !== undefined && { postId }),
    ...(permalink !== undefined && { permalink }),
    ...(text.text !== undefined && { text: text.text }),
    ...(time.shown !== undefined && { displayedTime: { text: time.shown, ...viewer } }),
    ...(time.machine && { machineTime: time.machine }),
    ...(media.length > 0 && { media }),
    ...(notes.length > 0 && { notes }),
  };
}

function kindOf(post: Element): ReadPost['kind'] {
  if (matches(post, comment)) return 'comment';
  return matches(post, message) ? 'message' : 'post';
}

function authorOf(post: Element, address: URL, notes: string[]): Account {
  const said = lineOf(attributeOf(post, 'data-author'));
  for (const mark of authorMarks) {
    const found = outer(ownElements(post, mark)).filter(element => !isMention(post, element));
    const names = new Map<string, Element>();
    for (const element of found) {
      const name = nameIn(element);
      if (name !== undefined && !names.has(name)) names.set(name, element);
    }
    const [only] = names;
    if (names.size === 1 && only !== undefined) return accountOf(only[0], only[1], address);
    if (names.size > 1) {
      notes.push('More than one name stands where the author is expected; none was taken.');
      return {};
    }
  }
  return said === undefined ? {} : nameToAccount(said);
}

/** Names inside the post's own text, a quotation or a list of answers are not its author's. */
function isMention(post: Element, element: Element): boolean {
  const inside = closestOf(element, `${bodyMarks.join(',')}, blockquote, q, cite`);
  return inside !== undefined && inside !== post && containsNode(post, inside);
}

function outer(elements: readonly Element[]): Element[] {
  return elements.filter(it => !elements.some(other => other !== it && containsNode(other, it)));
}

function nameIn(element: Element): string | undefined {
  const named = ownElements(element, '[itemprop="name"], .fn, .p-name')[0];
  const content = named ?? element;
  const name = lineOf(attributeOf(content, 'content') ?? textContentOf(content));
  return name !== undefined && name.length <= 200 ? name : undefined;
}

function nameToAccount(name: string): Account {
  return /^@\S+$/.test(name) ? { handle: name.slice(1) } : { displayName: name };
}

function accountOf(name: string, element: Element, base: URL): Account {
  const link = closestOf(element, 'a[href]') ?? ownElements(element, 'a[href]')[0];
  const href = link === undefined ? undefined : webAddress(attributeOf(link, 'href'), base);
  const handle = /\/@([\w.-]{1,100})\/?$/.exec(href?.pathname ?? '')?.[1];
  const accountId = /^\d{1,19}$/.exec(attributeOf(link ?? element, 'data-user-id') ?? '')?.[0];
  return {
    ...nameToAccount(name),
    ...(handle !== undefined && { handle }),
    ...(accountId !== undefined && { accountId }),
    ...(href !== undefined && { profileAddress: withoutTracking(href).slice(0, longestLine) }),
  };
}

interface ReadTime {
  readonly shown?: string;
  readonly machine?: NonNullable<ReadPost['machineTime']>;
}

function timeOf(post: Element, base: URL, notes: string[]): ReadTime {
  const selector = `time, ${unixAttributes.map(name => `[${name}]`).join(', ')}, [itemprop="datePublished"], [itemprop="dateCreated"]`;
  const found = outer(ownElements(post, selector)).filter(element => !isMention(post, element));
  const linked = found.filter(element => isLinked(element, post, base));
  const candidates = linked.length > 0 ? linked : found;
  const times = candidates.map(element => ({ element, machine: machineTimeOf(element) }));
  const distinct = new Set(times.map(({ element, machine }) => machine?.at ?? textContentOf(element).trim()));
  if (distinct.size > 1) {
    notes.push('More than one time stands in this post; none was taken as the time it was posted.');
    return {};
  }
  const [first] = times;
  if (first === undefined) {
    const machine = machineTimeOf(post);
    return machine === undefined ? {} : { machine };
  }
  const shown = lineOf(textContentOf(first.element));
  return { ...(shown !== undefined && { shown }), ...(first.machine && { machine: first.machine }) };
}

function isLinked(time: Element, post: Element, base: URL): boolean {
  const link = closestOf(time, 'a[href]');
  if (link === undefined || !containsNode(post, link)) return false;
  return webAddress(attributeOf(link, 'href'), base)?.href === linkOf(post, base)?.href;
}

function machineTimeOf(element: Element): ReadTime['machine'] {
  const written = readMachineTime(attributeOf(element, 'datetime') ?? attributeOf(element, 'content'));
  if (written !== undefined) return written;
  for (const name of unixAttributes) {
    const unix = readUnixTime(attributeOf(element, name));
    if (unix !== undefined) {
      return { ...unix, caveat: `Read from the page's attribute ${name}, taken as Unix time.` };
    }
  }
  return undefined;
}

function bodyOf(post: Element): Element {
  for (const mark of bodyMarks) {
    const bodies = outer(ownElements(post, mark));
    const [only] = bodies;
    if (bodies.length === 1 && only !== undefined) return only;
  }
  return post;
}

function postIdOf(post: Element): string | undefined {
  for (const name of idAttributes) {
    const id = lineOf(attributeOf(post, name));
    if (id !== undefined && id.length <= 200) return id;
  }
  return /^(?:js-)?(?:post|p|comment|c|msg|message|reply|entry)[-_]?(?:id[-_]?)?(\d{1,19})$/i.exec(
    attributeOf(post, 'id') ?? '',
  )?.[1];
}

function permalinkOf(post: Element, base: URL): string | undefined {
  const link = linkOf(post, base);
  if (link !== undefined) return withoutTracking(link).slice(0, longestLine);
  const id = attributeOf(post, 'id');
  if (id === undefined || postIdOf(post) === undefined || !/^[\w-]{1,100}$/.test(id)) return undefined;
  const address = new URL(base.href);
  address.hash = id;
  return withoutTracking(address);
}

function mediaOf(post: Element, base: URL): { kind: string; address?: string; alt?: string }[] {
  const kinds: Readonly<Record<string, string>> = { img: 'image', video: 'video', audio: 'audio' };
  return ownElements(post, 'img, video, audio')
    .slice(0, 50)
    .map(element => {
      const address = webAddress(attributeOf(element, 'src') ?? attributeOf(element, 'poster'), base)?.href;
      const alt = lineOf(attributeOf(element, 'alt') ?? attributeOf(element, 'aria-label'));
      const fits = address !== undefined && address.length <= longestLine;
      return {
        kind: kinds[nameOf(element)] ?? 'image',
        ...(fits && { address }),
        ...(alt !== undefined && { alt }),
      };
    });
}
