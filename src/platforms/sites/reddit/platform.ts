import type { Example, Platform, Vector } from '../../contract.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { account, postAround, postAt, posts, read, signedIn } from './page.ts';

const home = 'https://www.reddit.com';
const products = [
  'reddit.com',
  'www.reddit.com',
  'old.reddit.com',
  'new.reddit.com',
  'np.reddit.com',
  'm.reddit.com',
  'sh.reddit.com',
];
const place = String.raw`(?:r\/(?<community>\w{2,40})|(?:u|user)\/(?<profile>[\w-]{3,20}))`;

type Groups = Readonly<Record<string, string>>;

/** The place of a thread: a community, a profile, or unknown. */
function placeOf({ community, profile }: Groups): string {
  if (community !== undefined) return `${home}/r/${community}`;
  return profile === undefined ? home : `${home}/user/${profile}`;
}

const patterns: readonly Pattern[] = [
  {
    kind: 'comment',
    path: new RegExp(
      `^/(?:${place}/)?comments/(?<parentId>[a-z0-9]{1,13})/(?:comment|[^/?]*)/(?<postId>[a-z0-9]{1,13})/?(?:\\?|$)`,
    ),
    hosts: products,
    permalink: groups => `${placeOf(groups)}/comments/${groups['parentId']}/comment/${groups['postId']}/`,
    ids: ({ postId }) => ({ fullname: `t1_${postId}` }),
  },
  {
    kind: 'post',
    path: new RegExp(`^/(?:${place}/)?comments/(?<postId>[a-z0-9]{1,13})(?:/[^/?]*)?/?(?:\\?|$)`),
    hosts: products,
    permalink: groups => `${placeOf(groups)}/comments/${groups['postId']}/`,
    ids: ({ postId }) => ({ fullname: `t3_${postId}` }),
  },
  {
    kind: 'other',
    path: new RegExp(`^/${place}/s/(?<shortLink>[A-Za-z0-9]{10})/?(?:\\?|$)`),
    hosts: products,
    permalink: groups => `${placeOf(groups)}/s/${groups['shortLink']}`,
  },
  {
    kind: 'post',
    path: /^\/(?<postId>[a-z0-9]{2,13})\/?(?:\?|$)/,
    hosts: ['redd.it'],
    permalink: ({ postId }) => `${home}/comments/${postId}/`,
    ids: ({ postId }) => ({ fullname: `t3_${postId}` }),
  },
  {
    kind: 'message',
    path: /^\/message\/messages\/(?<postId>[a-z0-9]{1,13})(?:[/?]|$)/,
    hosts: products,
    permalink: ({ postId }) => `${home}/message/messages/${postId}`,
  },
  {
    kind: 'message',
    path: /^\/chat\/room\/(?<roomId>[^/?]{1,200})(?:[/?]|$)/,
    hosts: products,
    permalink: ({ roomId }) => `${home}/chat/room/${roomId}`,
  },
  {
    kind: 'profile',
    path: /^\/(?:u|user)\/(?<handle>[\w-]{3,20})\/?(?:\?|$)/,
    hosts: products,
    permalink: ({ handle }) => `${home}/user/${handle}/`,
  },
];

/** Reddit, including `old.reddit.com`. Its numbers are a sequence and encode no time. */
export const reddit: Platform = {
  id: 'reddit',
  name: 'Reddit',
  hosts: [...products, 'redd.it'],
  identify: address => identifyBy(patterns, reddit.hosts, address),
  postedAt: () => undefined,
  posts,
  postAround,
  postAt: (document, address) => {
    const asked = reddit.identify(address);
    return asked?.postId === undefined ? undefined : postAt(document, asked.ids?.['fullname']);
  },
  read,
  account: (document, address) => account(document, reddit.identify(address)),
  signedIn,
};

/** How Reddit answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'Reddit’s portal for law enforcement, as its “Guidelines for Law Enforcement” on redditinc.com name it (perhaps Kodex).',
    addresses: [],
    confirmed: false,
  },
  emergency: { text: 'Reddit has reported that it answers emergency requests.', confirmed: false },
  keptFor: { text: '90 days.', days: 90, confirmed: false },
  renewal: { text: 'Not known.', confirmed: false },
  mustHold: [
    { text: 'the exact user name', confirmed: false },
    { text: 'the permalink of each post and comment', confirmed: false },
    { text: 'letterhead and an official e-mail address', confirmed: false },
  ],
  whoMayAsk: {
    text: 'Law enforcement only, from an official e-mail domain.',
    anyone: false,
    confirmed: false,
  },
  userNotice: {
    text: '“To the extent the law allows it, we will attempt to provide you with prior notice before disclosing” (Privacy Policy, 2026-08-20). Whether a preservation request alone is told is not known.',
    noticeOfPreservation: false,
    confirmed: true,
  },
  ukAddressee: {
    text: 'Reddit, Inc., the controller for the United Kingdom. Representative there: Reddit UK Limited, 5 New Street Square, London EC4A 3TW, ukrepresentative@reddit.com',
    confirmed: true,
  },
  victimRoute: {
    text: 'Report the post or the comment; https://www.reddit.com/report; ask for your own data in the settings.',
    confirmed: false,
  },
  identifiers: ['handle', 'accountId', 'permalink', 'ids.fullname', 'postId', 'profileAddress'],
  dateStyle: 'iso',
  source:
    'Privacy Policy, version of 2026-08-20 (Open Terms Archive, pga-versions); guidelines of 2016-03-31, first part; a guide at second hand',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://www.reddit.com/r/test/comments/abc/comment/c1/?utm_source=share&utm_name=x',
    source: 'dfir-unfurl tests',
    expect: {
      kind: 'comment',
      postId: 'c1',
      parentId: 'abc',
      ids: { community: 'test', fullname: 't1_c1' },
      permalink: 'https://www.reddit.com/r/test/comments/abc/comment/c1/',
    },
  },
  {
    url: 'https://old.reddit.com/r/test/comments/abc/a_title_in_words/c1/?context=3',
    source: 'the older form, with a title in the place of “comment”',
    expect: {
      kind: 'comment',
      postId: 'c1',
      parentId: 'abc',
      ids: { community: 'test', fullname: 't1_c1' },
      permalink: 'https://www.reddit.com/r/test/comments/abc/comment/c1/',
    },
  },
  {
    url: 'https://www.reddit.com/r/lotus/comments/1pzbv0z/my_lotus_elise_72d_with_17_rays_volk_gtp/',
    source: 'gallery-dl test/results/reddit.py',
    expect: {
      kind: 'post',
      postId: '1pzbv0z',
      ids: { community: 'lotus', fullname: 't3_1pzbv0z' },
      permalink: 'https://www.reddit.com/r/lotus/comments/1pzbv0z/',
    },
  },
  {
    url: 'https://www.reddit.com/user/robin_sample/comments/1pzbv0z/a_post_on_a_profile/',
    source: 'gallery-dl extractor/reddit.py',
    expect: { kind: 'post', postId: '1pzbv0z', ids: { profile: 'robin_sample', fullname: 't3_1pzbv0z' } },
  },
  {
    url: 'https://www.reddit.com/r/analog/s/hKrTTvFVwZ',
    source: 'gallery-dl test/results/reddit.py: where it leads is not in it',
    expect: { kind: 'other', shortLink: 'hKrTTvFVwZ', ids: { community: 'analog' } },
  },
  {
    url: 'https://redd.it/1pzbv0z',
    source: 'gallery-dl extractor/reddit.py',
    expect: { kind: 'post', postId: '1pzbv0z', ids: { fullname: 't3_1pzbv0z' } },
  },
  {
    url: 'https://www.reddit.com/message/messages/abc123',
    source: 'from memory',
    expect: { kind: 'message', postId: 'abc123' },
  },
  {
    url: 'https://www.reddit.com/user/The_Love-Tap',
    source: 'gallery-dl test/results/reddit.py',
    expect: { kind: 'profile', handle: 'The_Love-Tap' },
  },
  { url: 'https://www.reddit.com/r/test/', identified: false },
  { url: 'https://www.reddit.com/', identified: false },
];

/** Reddit's numbers encode no time. */
export const vectors: readonly Vector[] = [
  { id: '1pzbv0z', at: undefined, source: 'a sequence in base 36, which only orders' },
];
