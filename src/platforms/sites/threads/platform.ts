import type { Instant } from '../../../model/identifiers.ts';
import type { PostedAt } from '../../../model/post.ts';
import type { Example, Platform, Vector } from '../../contract.ts';
import { mediaIdOf, shortcodeTime } from '../../identifiers/shortcode.ts';
import { metaByAnalogy, metaUnitedStates } from '../../meta-preservation.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { account, postAround, postAt, posts, read, signedIn } from './page.ts';

const home = 'https://www.threads.com';

const mediaIds = ({ postId = '' }: Readonly<Record<string, string>>): Record<string, string> => {
  const mediaId = mediaIdOf(postId);
  return mediaId === undefined ? {} : { mediaId };
};

const patterns: readonly Pattern[] = [
  {
    kind: 'post',
    path: /^\/@(?<handle>[A-Za-z0-9_.]{1,30})\/post\/(?<postId>[\w-]{5,50})(?:[/?]|$)/,
    permalink: ({ handle, postId }) => `${home}/@${handle}/post/${postId}`,
    ids: mediaIds,
  },
  {
    kind: 'post',
    path: /^\/t\/(?<postId>[\w-]{5,50})(?:[/?]|$)/,
    permalink: ({ postId }) => `${home}/t/${postId}`,
    ids: mediaIds,
  },
  {
    kind: 'profile',
    path: /^\/@(?<handle>[A-Za-z0-9_.]{1,30})\/?(?:\?|$)/,
    permalink: ({ handle }) => `${home}/@${handle}`,
  },
];

/** Threads. Its handles and numbers are those of the Instagram accounts. */
export const threads: Platform = {
  id: 'threads',
  name: 'Threads',
  hosts: ['threads.com', 'www.threads.com', 'threads.net', 'www.threads.net'],
  addressNamesAuthor: true,
  identify: address => identifyBy(patterns, threads.hosts, address),
  postedAt,
  posts,
  postAround,
  postAt: (document, address) => postAt(document, threads.identify(address)?.postId),
  read,
  account: (document, address) => account(document, threads.identify(address)),
  signedIn,
};

function postedAt(postId: string, notAfter: Instant): PostedAt | undefined {
  const at = /^\d{19}$/.test(postId) ? undefined : shortcodeTime(postId, notAfter);
  if (at === undefined) return undefined;
  return {
    at,
    method: 'derived-from-id',
    toleranceSeconds: 10,
    caveat:
      'Computed from the code in the address, which is given out up to some seconds before the post appears.',
  };
}

/** How Threads answers requests. Meta's guidelines do not name it. */
export const preservation: PreservationFacts = metaByAnalogy({
  ukAddressee: { text: metaUnitedStates, confirmed: false },
  deleted: {
    text: 'As for Facebook: nothing is kept for law enforcement unless the request comes before the user deletes.',
    confirmed: false,
  },
  victimRoute: { text: 'Report the post in Threads.', confirmed: false },
  identifiers: ['handle', 'accountId', 'profileAddress', 'permalink', 'postId', 'ids.mediaId'],
  source:
    'Threads Supplemental Privacy Policy, version of 2026-06-29 (Open Terms Archive, pga-versions); the guidelines for Instagram, by analogy',
});

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://www.threads.net/@zuck/post/CuP48CiS5sx?xmt=AQGz&slof=1',
    source: 'dfir-unfurl site definitions',
    expect: {
      kind: 'post',
      handle: 'zuck',
      postId: 'CuP48CiS5sx',
      ids: { mediaId: '3138977881796614961' },
      permalink: 'https://www.threads.com/@zuck/post/CuP48CiS5sx',
    },
  },
  {
    url: 'https://www.threads.net/t/Cu8M4wXLZQx',
    source: 'gallery-dl extractor/threads.py',
    expect: { kind: 'post', postId: 'Cu8M4wXLZQx', ids: { mediaId: '3151450516029805617' } },
  },
  {
    url: 'https://www.threads.com/@zuck',
    source: 'gallery-dl extractor/threads.py',
    expect: { kind: 'profile', handle: 'zuck', permalink: 'https://www.threads.com/@zuck' },
  },
  { url: 'https://www.threads.com/search?q=a', identified: false },
];

/** Codes and the times encoded in them. */
export const vectors: readonly Vector[] = [
  {
    id: 'DXeAE2qE-n1',
    at: '2026-04-23T09:14:38.765Z',
    source: 'a record of the Threads API in a public repository, which reports 09:14:38Z',
  },
  {
    id: 'DXbVXtqE2sj',
    at: '2026-04-22T08:23:00.013Z',
    source: 'the same, which reports 08:23:00Z',
  },
  { id: '17934560123456789', at: undefined, source: 'the Graph API’s “id” is another number' },
];
