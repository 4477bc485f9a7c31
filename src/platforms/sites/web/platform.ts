import type { PostAddress } from '../../../model/post.ts';
import type { Example, Platform, Vector } from '../../contract.ts';
import { withoutTracking } from '../../hosts.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { postAround, postAt, posts } from './blocks.ts';
import { anchorForm } from './identity.ts';
import { read } from './read.ts';

/**
 * Any page: the nearest block that looks like a post. What is not plain from the page is left out, because a wrong name
 * does more harm than a missing one.
 */
export const web: Platform = {
  id: 'web',
  name: 'Web page',
  hosts: [],
  identify,
  postedAt: () => undefined,
  posts,
  postAround,
  postAt,
  read,
};

/** XenForo also names a post in the path. */
const inPath = /\/threads\/[^/]+\/post-(?<postId>\d{1,19})\/?$/;

function identify(address: URL): PostAddress | undefined {
  if (!/^https?:$/.test(address.protocol)) return undefined;
  const postId =
    anchorForm.exec(address.hash.slice(1))?.groups?.['postId'] ??
    inPath.exec(address.pathname)?.groups?.['postId'];
  const permalink = withoutTracking(address);
  return postId === undefined ? { kind: 'other', permalink } : { kind: 'post', postId, permalink };
}

/** How a website that is not known can be asked. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'The site’s owner or moderators; then its hosting provider and registrar, whose contacts the public registers (RDAP, WHOIS) name.',
    addresses: [],
    confirmed: false,
  },
  emergency: { text: '999, and through the police.', confirmed: false },
  keptFor: { text: 'No period is known. Ask for 90 days.', confirmed: false },
  renewal: { text: 'Not known. Ask again before the period ends.', confirmed: false },
  mustHold: [
    { text: 'the address of each page, and when it was recorded (UTC)', confirmed: false },
    { text: 'the user name and the address of the profile', confirmed: false },
    { text: 'the number or the anchor of the post', confirmed: false },
  ],
  whoMayAsk: {
    text: 'Anyone may ask. Police ask for data through their SPoC.',
    anyone: true,
    confirmed: false,
  },
  userNotice: {
    text: 'Not known. Ask the site not to tell the user.',
    noticeOfPreservation: false,
    confirmed: false,
  },
  ukAddressee: { text: 'Not known.', confirmed: false },
  victimRoute: {
    text: 'Report the post to the site. Where a UK controller ignores a request for your own data, complain to the Information Commissioner.',
    confirmed: false,
  },
  identifiers: ['permalink', 'postId', 'handle', 'displayName', 'accountId', 'profileAddress'],
  dateStyle: 'iso',
  source: 'from memory',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://forum.example.org/viewtopic.php?f=3&t=123&p=4567#p4567',
    source: 'phpBB: permalink of a post',
    expect: {
      kind: 'post',
      postId: '4567',
      permalink: 'https://forum.example.org/viewtopic.php?f=3&t=123&p=4567#p4567',
    },
  },
  {
    url: 'https://news.example.org/story?utm_source=mail&id=7#comment-99',
    source: 'WordPress: anchor of a comment',
    expect: { kind: 'post', postId: '99', permalink: 'https://news.example.org/story?id=7#comment-99' },
  },
  {
    url: 'https://forum.example.org/viewtopic.php?p=4567&sid=0123456789abcdef0123456789abcdef#p4567',
    source: 'phpBB: with the session of whoever is signed in',
    expect: {
      kind: 'post',
      postId: '4567',
      permalink: 'https://forum.example.org/viewtopic.php?p=4567#p4567',
    },
  },
  {
    url: 'https://forum.example.org/threads/a-title.12/#post-345',
    source: 'XenForo: anchor of a post',
    expect: { kind: 'post', postId: '345' },
  },
  {
    url: 'https://forum.example.org/threads/a-title.12/post-345',
    source: 'XenForo: the link of a post',
    expect: { kind: 'post', postId: '345' },
  },
  {
    url: 'https://forum.example.org/showthread.php?t=12&p=345#post345',
    source: 'vBulletin: anchor of a post',
    expect: { kind: 'post', postId: '345' },
  },
  {
    url: 'https://forum.example.org/t/a-title/12/4?u=who_shared_it',
    source: 'Discourse: the link of a post, with the name of whoever shared it',
    expect: { kind: 'other', permalink: 'https://forum.example.org/t/a-title/12/4' },
  },
  {
    url: 'https://user:secret@chat.example.org/room/1',
    source: 'RFC 3986, section 3.2.1: credentials in an address',
    expect: { kind: 'other', permalink: 'https://chat.example.org/room/1' },
  },
  { url: 'about:blank', identified: false },
  { url: 'data:text/html,a', identified: false },
];

/** No identifier of an unknown site is known to encode a time. */
export const vectors: readonly Vector[] = [
  { id: '1823945883910279168', at: undefined, source: 'a snowflake, but of which epoch?' },
];
