import type { Instant } from '../../../model/identifiers.ts';
import type { PostedAt } from '../../../model/post.ts';
import type { Example, Platform, Vector } from '../../contract.ts';
import { snowflakeTime } from '../../identifiers/snowflake.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { chatMessageAround, chatMessages, isChatMessage, readChatMessage } from './chat.ts';
import { postAround, postAt, posts, read } from './page.ts';
import { account, signedIn } from './profile.ts';

const reserved =
  'i|home|explore|search|notifications|messages|settings|compose|hashtag|intent|tos|privacy|login|share';

const patterns: readonly Pattern[] = [
  {
    kind: 'post',
    path: /^\/(?!i\/)(?<handle>\w{1,15})\/status(?:es)?\/(?<postId>\d{1,19})(?:[/?]|$)/,
    permalink: ({ handle, postId }) => `https://x.com/${handle}/status/${postId}`,
  },
  {
    kind: 'post',
    path: /^\/i\/(?:web\/)?status\/(?<postId>\d{1,19})(?:[/?]|$)/,
    permalink: ({ postId }) => `https://x.com/i/status/${postId}`,
  },
  {
    kind: 'profile',
    path: /^\/(?:i\/user\/|intent\/user\?(?:[^#]*&)?user_id=)(?<accountId>\d{1,19})(?:[/?&]|$)/,
    permalink: ({ accountId }) => `https://x.com/i/user/${accountId}`,
  },
  {
    kind: 'message',
    path: /^\/messages\/(?<conversationId>\d{1,19}(?:-\d{1,19})?)(?:[/?]|$)/,
    permalink: ({ conversationId }) => `https://x.com/messages/${conversationId}`,
  },
  {
    kind: 'message',
    path: /^\/i\/chat\/(?<conversationId>g?\d{1,19}(?:-\d{1,19})?)(?:[/?]|$)/,
    permalink: ({ conversationId }) => `https://x.com/i/chat/${conversationId}`,
  },
  {
    kind: 'live',
    path: /^\/i\/spaces\/(?<spaceId>[0-9a-zA-Z]{13})(?:[/?]|$)/,
    permalink: ({ spaceId }) => `https://x.com/i/spaces/${spaceId}`,
  },
  {
    kind: 'profile',
    path: new RegExp(`^/(?!(?:${reserved})(?:[/?]|$))(?<handle>\\w{1,15})/?(?:\\?|$)`),
    permalink: ({ handle }) => `https://x.com/${handle}`,
  },
];

/** The start of X's snowflakes, 2010-11-04T01:42:54.657Z. */
const snowflakes = { epoch: 1_288_834_974_657n };

/** X, formerly Twitter. Selectors, in `page.ts`, are from pages saved from 2017 to 2026. */
export const x: Platform = {
  id: 'x',
  name: 'X (Twitter)',
  hosts: [
    'x.com',
    'www.x.com',
    'm.x.com',
    'mobile.x.com',
    'twitter.com',
    'www.twitter.com',
    'm.twitter.com',
    'mobile.twitter.com',
  ],
  addressNamesAuthor: true,
  identify: address => identifyBy(patterns, x.hosts, withoutHashBang(address)),
  postedAt,
  posts: document => [...posts(document), ...chatMessages(document)],
  postAround: element => postAround(element) ?? chatMessageAround(element),
  postAt: (document, address) => {
    const postId = x.identify(address)?.postId;
    return postId === undefined ? undefined : postAt(document, postId);
  },
  read: (post, address, viewer) =>
    isChatMessage(post) ? readChatMessage(post, viewer) : read(post, address, viewer),
  account: (document, address) => account(document, x.identify(address)),
  signedIn,
};

/** Addresses before 2012 have their path after `#!`. */
function withoutHashBang(address: URL): URL {
  return address.hash.startsWith('#!/') ? new URL(address.hash.slice(2), address.origin) : address;
}

function postedAt(postId: string, notAfter: Instant): PostedAt | undefined {
  const at = snowflakeTime(postId, snowflakes, notAfter);
  if (at === undefined) return undefined;
  return {
    at,
    method: 'derived-from-id',
    toleranceSeconds: 1,
    caveat: 'Computed from the number in the address. The number of a repost holds the time of the repost.',
  };
}

/** How X answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'Legal Request Submissions, https://legalrequests.x.com',
    addresses: ['https://legalrequests.x.com', 'https://legalrequests.twitter.com/forms/landing_disclaimer'],
    confirmed: true,
  },
  emergency: {
    text: 'The same site. It needs a cover sheet on letterhead marked “Emergency Disclosure Request” with the person at risk, the nature of the emergency, @username and address, the posts concerned, and the officer’s signature.',
    confirmed: true,
  },
  keptFor: {
    text: 'A temporary snapshot of the account’s records is kept for 90 days.',
    days: 90,
    confirmed: true,
  },
  renewal: {
    text: 'X may extend it. A separate request must reach it at least 7 days before the 90 days end.',
    askBefore: 7,
    confirmed: true,
  },
  mustHold: [
    { text: 'the signature of the requesting official', confirmed: true },
    { text: 'an official e-mail address for the answer', confirmed: true },
    { text: 'the force’s letterhead, in a format that cannot be edited (PDF)', confirmed: true },
    { text: '@username and address of the profile, or the account number (UID)', confirmed: true },
  ],
  whoMayAsk: {
    text: 'Law enforcement only, from an official e-mail domain; others are sent to the Help Center.',
    anyone: false,
    confirmed: true,
  },
  userNotice: {
    text: 'X tells its users of requests for their account information, with a copy, unless it is forbidden to; it makes exceptions for threats to life, child sexual exploitation and terrorism. Its text does not say that a preservation request alone is told.',
    noticeOfPreservation: false,
    confirmed: true,
  },
  ukAddressee: {
    text: 'X’s texts differ. Its privacy policy (2026-07-16) names X Internet Unlimited Company, One Cumberland Place, Fenian Street, Dublin 2, D02 AX07 for the United Kingdom; its guidelines for law enforcement name Dublin for the EU and EEA alone, else X Corp., 800 W Cesar Chavez St, Austin TX 78701. Name both.',
    confirmed: false,
  },
  victimRoute: {
    text: 'Report the post in X; download your own archive in the settings; privacy form at https://help.x.com/forms/privacy',
    confirmed: true,
  },
  deleted: {
    text: 'Content that the account’s holder removed “is generally not available”; IP logs are kept for “a very brief period”.',
    confirmed: true,
  },
  identifiers: ['accountId', 'handle', 'profileAddress', 'permalink', 'postId'],
  dateStyle: 'both',
  source:
    'Law Enforcement Guidelines, version of 2026-08-13 (Open Terms Archive, contrib-versions, Twitter); Privacy Policy, 2026-07-16 (pga-versions, X)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://x.com/i/chat/783214-2244994945',
    source: 'page scripts of 2026-10',
    expect: { kind: 'message', ids: { conversationId: '783214-2244994945' } },
  },
  {
    url: 'https://x.com/UaSmart/status/934106870834454529?s=20&t=abc',
    source: 'metascraper-x fixtures',
    expect: {
      kind: 'post',
      handle: 'UaSmart',
      postId: '934106870834454529',
      permalink: 'https://x.com/UaSmart/status/934106870834454529',
    },
  },
  {
    url: 'https://twitter.com/i/web/status/1170041925560258560',
    source: 'yt-dlp extractor/twitter.py',
    expect: { kind: 'post', postId: '1170041925560258560' },
  },
  {
    url: 'https://mobile.twitter.com/i/status/1098230906194546688/photo/1',
    source: 'dfir-unfurl tests/unit/test_twitter.py',
    expect: { kind: 'post', postId: '1098230906194546688' },
  },
  {
    url: 'https://twitter.com/#!/robin_sample/status/1098230906194546688',
    source: 'the form of before 2012',
    expect: { kind: 'post', handle: 'robin_sample', postId: '1098230906194546688' },
  },
  {
    url: 'https://twitter.com/i/user/2976459548',
    source: 'yt-dlp extractor/twitter.py',
    expect: { kind: 'profile', accountId: '2976459548' },
  },
  {
    url: 'https://twitter.com/intent/user?user_id=2976459548',
    source: 'yt-dlp extractor/twitter.py',
    expect: { kind: 'profile', accountId: '2976459548', permalink: 'https://x.com/i/user/2976459548' },
  },
  {
    url: 'https://x.com/messages/783214-2244994945',
    source: 'from memory',
    expect: { kind: 'message', ids: { conversationId: '783214-2244994945' } },
  },
  {
    url: 'https://x.com/i/spaces/1DXxyRYNejbKM',
    source: 'yt-dlp extractor/twitter.py',
    expect: { kind: 'live', ids: { spaceId: '1DXxyRYNejbKM' } },
  },
  {
    url: 'https://x.com/kikobeats?lang=en',
    source: 'metascraper-x fixtures',
    expect: { kind: 'profile', handle: 'kikobeats', permalink: 'https://x.com/kikobeats' },
  },
  { url: 'https://x.com/home', identified: false },
  { url: 'https://x.com/search?q=a', identified: false },
  { url: 'https://help.x.com/en', identified: false },
];

/** Identifiers and the times encoded in them. */
export const vectors: readonly Vector[] = [
  {
    id: '1098230906194546688',
    at: '2019-02-20T14:40:26.837Z',
    source: 'dfir-unfurl tests/unit/test_twitter.py',
  },
  {
    id: '1823945883910279168',
    at: '2024-08-15T04:52:40.657Z',
    source: '@sapphire/snowflake tests, TwitterSnowflake (1723697560657)',
  },
  {
    id: '1296304589591810048',
    at: '2020-08-20T04:34:32.990Z',
    source: 'gallery-dl test/results/twitter.py, which reports 2020-08-20T04:34:32Z',
  },
  {
    id: '1382350606417817604',
    at: '2021-04-14T15:10:42.059Z',
    source: 'the formula; the value that techconverter.me publishes (15:30:06) is wrong',
  },
  { id: '8138669971', at: undefined, source: 'gallery-dl test/results/twitter.py: before snowflakes' },
  { id: '29700859247', at: undefined, source: 'the last sequential number, from memory' },
];
