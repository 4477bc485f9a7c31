import type { Instant } from '../../../model/identifiers.ts';
import type { PostedAt } from '../../../model/post.ts';
import type { Example, Platform, Vector } from '../../contract.ts';
import { plausible } from '../../identifiers/window.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { hosts, identify } from './addresses.ts';
import { account, postAround, postAt, posts, read, signedIn } from './page.ts';

/** Mastodon and compatible servers. */
export const mastodon: Platform = {
  id: 'mastodon',
  name: 'Mastodon and compatible',
  hosts,
  addressNamesAuthor: true,
  identify,
  postedAt,
  posts,
  postAround,
  postAt: (document, address) => postAt(document, address),
  read,
  account: (document, address) => account(document, address),
  signedIn,
};

/** This scheme came with Mastodon 2.0; earlier identifiers are sequential. From memory, 2026-11-21. */
const earliest = BigInt(Date.UTC(2017, 9, 1));

/*
 * mastodon/mastodon lib/mastodon/snowflake.rb:
 *   bit 63 … 16                   15 … 0
 *   milliseconds since 1970       sequence
 */
function postedAt(postId: string, notAfter: Instant): PostedAt | undefined {
  if (!/^[1-9]\d{14,18}$/.test(postId)) return undefined;
  const at = plausible((BigInt(postId) >> 16n) - earliest, earliest, notAfter);
  if (at === undefined) return undefined;
  return {
    at,
    method: 'derived-from-id',
    toleranceSeconds: 40,
    caveat:
      'Computed from the number that this server gave the post. For a post of the same server that is the moment it was sent; a copy from another server may differ by up to 40 seconds, or lie later when it came late.',
  };
}

/** How the operator of a server can be asked. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'The operator of the server, whose address stands on its page /about and in /api/v2/instance (contact.email). Else the company that hosts it, and the registrar of its name.',
    addresses: [],
    confirmed: true,
  },
  emergency: { text: 'The operator by e-mail, and the hosting company’s abuse desk.', confirmed: false },
  keptFor: { text: 'No period is published: each operator decides. Ask for 90 days.', confirmed: false },
  renewal: { text: 'Not known. Ask again before the period ends.', confirmed: false },
  mustHold: [
    { text: 'the address (URI) of the post on its author’s own server', confirmed: false },
    { text: 'the account as @name@server, and the address of its profile', confirmed: false },
    { text: 'the time in UTC', confirmed: false },
    { text: 'the addresses of pictures and films', confirmed: false },
    { text: 'that copies on other servers are asked for as well, of their operators', confirmed: false },
  ],
  whoMayAsk: {
    text: 'Anyone may ask. Whether a request binds the operator depends on the law of the place.',
    anyone: true,
    confirmed: false,
  },
  userNotice: {
    text: 'Each operator decides. Ask not to tell the user.',
    noticeOfPreservation: false,
    confirmed: false,
  },
  ukAddressee: {
    text: 'The operator of the server, wherever that is. One in the United Kingdom can be reached under its law directly.',
    confirmed: false,
  },
  victimRoute: {
    text: 'Report the post, and choose to forward the report to the author’s own server.',
    confirmed: false,
  },
  identifiers: ['handle', 'profileAddress', 'permalink', 'postId', 'ids.server'],
  dateStyle: 'iso',
  source:
    'mastodon/documentation entities/Instance.md (2026-07-02); mastodon/mastodon lib/mastodon/snowflake.rb; the rest is general knowledge',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://mastodon.social/@Gargron/103270115826048975',
    source: 'mastodon/documentation entities/Status.md',
    expect: {
      kind: 'post',
      handle: 'Gargron@mastodon.social',
      postId: '103270115826048975',
      ids: { server: 'mastodon.social' },
      permalink: 'https://mastodon.social/@Gargron/103270115826048975',
    },
  },
  {
    url: 'https://mastodon.social/users/Gargron/statuses/103270115826048975',
    source: 'mastodon/documentation entities/Status.md',
    expect: {
      kind: 'post',
      handle: 'Gargron@mastodon.social',
      postId: '103270115826048975',
      ids: { server: 'mastodon.social' },
      permalink: 'https://mastodon.social/@Gargron/103270115826048975',
    },
  },
  {
    url: 'https://mastodonapp.uk/web/@robin@invented.example/109304791051979061',
    source: 'the copy of a post of another server',
    expect: {
      kind: 'post',
      handle: 'robin@invented.example',
      postId: '109304791051979061',
      ids: { server: 'mastodonapp.uk' },
      permalink: 'https://mastodonapp.uk/@robin@invented.example/109304791051979061',
    },
  },
  {
    url: 'https://mastodon.social/ap/users/115000000000000001/statuses/115000000000000002',
    source: 'from memory: the form of 2025',
    expect: {
      kind: 'post',
      postId: '115000000000000002',
      ids: { server: 'mastodon.social', actorId: '115000000000000001' },
    },
  },
  {
    url: 'https://woem.space/notice/Aswds12sVGsm55NS2S',
    source: 'yt-dlp and gallery-dl tests: Pleroma',
    expect: { kind: 'post', postId: 'Aswds12sVGsm55NS2S', ids: { server: 'woem.space' } },
  },
  {
    url: 'https://mastodon.social/@ponapalt@ukadon.shillest.net',
    source: 'gallery-dl test/results/mastodon.py',
    expect: { kind: 'profile', handle: 'ponapalt@ukadon.shillest.net', ids: { server: 'mastodon.social' } },
  },
  {
    url: 'https://mastodon.scot/@robin/with_replies',
    source: 'the same form',
    expect: { kind: 'profile', handle: 'robin@mastodon.scot', ids: { server: 'mastodon.scot' } },
  },
  { url: 'https://mastodon.social/explore', identified: false },
  { url: 'https://mastodon.social/notice/Aswds12sVGsm55NS2S', identified: false },
];

/** Numbers and the times encoded in them. */
export const vectors: readonly Vector[] = [
  {
    id: '103270115826048975',
    at: '2019-12-08T03:48:33.849Z',
    source: 'mastodon/documentation entities/Status.md, which reports 03:48:33.901',
  },
  {
    id: '103254962155278888',
    at: '2019-12-05T11:34:47.183Z',
    source: 'mastodon/documentation methods/statuses.md, which reports 11:34:47.196',
  },
  { id: '634564', at: undefined, source: 'a number of 2016, which counted up' },
  { id: 'Aswds12sVGsm55NS2S', at: undefined, source: 'Pleroma: of another scheme' },
];
