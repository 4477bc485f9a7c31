import type { Example, Platform, Vector } from '../../contract.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { postAround, postAt, posts, read } from './page.ts';
import { account } from './profile.ts';

const home = 'https://www.youtube.com';
const video = '[A-Za-z0-9_-]{11}(?![A-Za-z0-9_-])';
const shortHost = ['youtu.be'];

const patterns: readonly Pattern[] = [
  {
    kind: 'reply',
    path: new RegExp(
      `^/watch\\?(?=(?:.*&)?v=(?<parentId>${video}))(?=(?:.*&)?lc=(?<postId>(?<commentId>[\\w-]+)\\.[\\w-]+)(?:&|$))`,
    ),
    permalink: ({ parentId, postId }) => `${home}/watch?v=${parentId}&lc=${postId}`,
  },
  {
    kind: 'comment',
    path: new RegExp(`^/watch\\?(?=(?:.*&)?v=(?<parentId>${video}))(?=(?:.*&)?lc=(?<postId>[\\w-]+)(?:&|$))`),
    permalink: ({ parentId, postId }) => `${home}/watch?v=${parentId}&lc=${postId}`,
  },
  {
    kind: 'video',
    path: new RegExp(`^/watch\\?(?:.*&)?v=(?<postId>${video})`),
    permalink: ({ postId }) => `${home}/watch?v=${postId}`,
  },
  {
    kind: 'video',
    path: new RegExp(`^/(?:embed|v|e|shorts|live)/(?<postId>${video})`),
    permalink: ({ postId }) => `${home}/watch?v=${postId}`,
  },
  {
    kind: 'video',
    hosts: shortHost,
    path: new RegExp(`^/(?<postId>${video})`),
    permalink: ({ postId }) => `${home}/watch?v=${postId}`,
  },
  {
    kind: 'post',
    path: /^\/channel\/(?<accountId>UC[\w-]{22})\/community\?(?:.*&)?lb=(?<postId>Ug[\w-]+)/,
    permalink: ({ accountId, postId }) => `${home}/channel/${accountId}/community?lb=${postId}`,
  },
  {
    kind: 'reply',
    path: /^\/post\/(?<parentId>Ug[\w-]+)\?(?:.*&)?lc=(?<postId>(?<commentId>[\w-]+)\.[\w-]+)(?:&|$)/,
    permalink: ({ parentId, postId }) => `${home}/post/${parentId}?lc=${postId}`,
  },
  {
    kind: 'comment',
    path: /^\/post\/(?<parentId>Ug[\w-]+)\?(?:.*&)?lc=(?<postId>[\w-]+)(?:&|$)/,
    permalink: ({ parentId, postId }) => `${home}/post/${parentId}?lc=${postId}`,
  },
  {
    kind: 'post',
    path: /^\/post\/(?<postId>Ug[\w-]+)/,
    permalink: ({ postId }) => `${home}/post/${postId}`,
  },
  {
    kind: 'profile',
    path: /^\/channel\/(?<accountId>UC[\w-]{22})(?:[/?]|$)/,
    permalink: ({ accountId }) => `${home}/channel/${accountId}`,
  },
  {
    kind: 'profile',
    path: /^\/@(?<handle>[^/?]+)/,
    permalink: ({ handle }) => `${home}/@${handle}`,
  },
  // Names from before handles are no handles: the same word may belong to another channel today.
  {
    kind: 'profile',
    path: /^\/user\/(?<userName>[^/?]+)/,
    permalink: ({ userName }) => `${home}/user/${userName}`,
  },
  {
    kind: 'profile',
    path: /^\/c\/(?<customName>[^/?]+)/,
    permalink: ({ customName }) => `${home}/c/${customName}`,
  },
];

/** YouTube. Its identifiers encode no time, and comments have no machine-readable time. */
export const youtube: Platform = {
  id: 'youtube',
  name: 'YouTube',
  hosts: [
    'youtube.com',
    'www.youtube.com',
    'm.youtube.com',
    'music.youtube.com',
    'youtu.be',
    'youtube-nocookie.com',
    'www.youtube-nocookie.com',
  ],
  identify: address => identifyBy(patterns, youtube.hosts, address),
  postedAt: () => undefined,
  posts,
  postAround,
  postAt: (document, address) => postAt(document, youtube.identify(address)),
  read: (post, address, viewer) => read(post, youtube.identify(address), address, viewer),
  account: (document, address) => account(document, youtube.identify(address)),
};

/** How Google answers requests about YouTube. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'Google’s Law Enforcement Request System, https://lers.google.com',
    addresses: ['https://lers.google.com'],
    confirmed: false,
  },
  emergency: { text: 'The same system.', confirmed: false },
  keptFor: {
    text: 'No period stands in the pages that were read; 90 days are usual. Preservation holds what Google has at the time of the request.',
    confirmed: false,
  },
  renewal: { text: 'Not known. Ask again before 90 days end.', confirmed: false },
  mustHold: [
    { text: 'in writing, signed by an authorised official, under a law that applies', confirmed: false },
    {
      text: 'the channel’s address or number (UC…), the video’s address, or the Gmail address',
      confirmed: false,
    },
  ],
  whoMayAsk: { text: 'Verified government agencies.', anyone: false, confirmed: false },
  userNotice: {
    text: 'Google e-mails the user before it discloses, unless that is prohibited, the account is disabled or hijacked, or in an emergency. Its text does not say that preservation alone is told.',
    noticeOfPreservation: false,
    confirmed: false,
  },
  ukAddressee: {
    text: 'Google LLC for the United Kingdom; Google Ireland Limited for the European Economic Area and Switzerland.',
    confirmed: false,
  },
  victimRoute: {
    text: 'Report the video, comment or channel in YouTube; its privacy complaint process; Google Takeout for your own data.',
    confirmed: false,
  },
  identifiers: ['accountId', 'handle', 'profileAddress', 'permalink', 'postId', 'parentId'],
  dateStyle: 'both',
  source:
    'policies.google.com/terms/information-requests; support.google.com/transparencyreport/answer/7380434 and 9713961 (undated copies)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://www.youtube.com/watch?v=hwMkbaS_M_c&lc=UgxAbCdEfGhIjKlMnOp4AaABAg',
    source: 'from memory',
    expect: {
      kind: 'comment',
      postId: 'UgxAbCdEfGhIjKlMnOp4AaABAg',
      parentId: 'hwMkbaS_M_c',
      permalink: 'https://www.youtube.com/watch?v=hwMkbaS_M_c&lc=UgxAbCdEfGhIjKlMnOp4AaABAg',
    },
  },
  {
    url: 'https://m.youtube.com/watch?lc=UgxAbCdEfGhIjKlMnOp4AaABAg.9AbCdEfGhIj&si=sharer&v=hwMkbaS_M_c',
    source: 'from memory: an answer is named parent.child',
    expect: {
      kind: 'reply',
      postId: 'UgxAbCdEfGhIjKlMnOp4AaABAg.9AbCdEfGhIj',
      parentId: 'hwMkbaS_M_c',
      ids: { commentId: 'UgxAbCdEfGhIjKlMnOp4AaABAg' },
    },
  },
  {
    url: 'https://www.youtube.com/watch?v=hwMkbaS_M_c&t=10s&list=PL123',
    source: 'yt-dlp extractor/youtube',
    expect: {
      kind: 'video',
      postId: 'hwMkbaS_M_c',
      permalink: 'https://www.youtube.com/watch?v=hwMkbaS_M_c',
    },
  },
  {
    url: 'https://youtu.be/hwMkbaS_M_c?si=whoSharedIt',
    source: 'yt-dlp extractor/youtube',
    expect: {
      kind: 'video',
      postId: 'hwMkbaS_M_c',
      permalink: 'https://www.youtube.com/watch?v=hwMkbaS_M_c',
    },
  },
  {
    url: 'https://www.youtube.com/shorts/hwMkbaS_M_c?feature=share',
    source: 'yt-dlp extractor/youtube',
    expect: {
      kind: 'video',
      postId: 'hwMkbaS_M_c',
      permalink: 'https://www.youtube.com/watch?v=hwMkbaS_M_c',
    },
  },
  {
    url: 'https://www.youtube-nocookie.com/embed/hwMkbaS_M_c',
    source: 'yt-dlp extractor/youtube',
    expect: { kind: 'video', postId: 'hwMkbaS_M_c' },
  },
  {
    url: 'https://www.youtube.com/post/UgkxAbCdEfGhIjKlMnOpQrStUvWxYz012345',
    source: 'from memory',
    expect: { kind: 'post', postId: 'UgkxAbCdEfGhIjKlMnOpQrStUvWxYz012345' },
  },
  {
    url: 'https://www.youtube.com/channel/UCzcRQ3vRNr6fJ1A9rqFn7QA/community?lb=UgkxAbCdEfGhIjKlMnOp',
    source: 'from memory',
    expect: { kind: 'post', postId: 'UgkxAbCdEfGhIjKlMnOp', accountId: 'UCzcRQ3vRNr6fJ1A9rqFn7QA' },
  },
  {
    url: 'https://www.youtube.com/channel/UCzcRQ3vRNr6fJ1A9rqFn7QA/videos',
    source: 'metascraper-youtube fixtures',
    expect: { kind: 'profile', accountId: 'UCzcRQ3vRNr6fJ1A9rqFn7QA' },
  },
  {
    url: 'https://www.youtube.com/@OneMedia.',
    source: 'metascraper-youtube fixtures',
    expect: { kind: 'profile', handle: 'OneMedia.', permalink: 'https://www.youtube.com/@OneMedia.' },
  },
  {
    url: 'https://www.youtube.com/user/StarWars',
    source: 'metascraper-youtube fixtures',
    expect: { kind: 'profile', ids: { userName: 'StarWars' } },
  },
  { url: 'https://www.youtube.com/feed/history', identified: false },
  { url: 'https://www.youtube.com/watch?v=tooshort', identified: false },
  { url: 'https://www.youtube.com/watch?v=hwMkbaS_M_cX', identified: false },
];

/** No identifier of YouTube encodes a time. */
export const vectors: readonly Vector[] = [
  { id: 'hwMkbaS_M_c', at: undefined, source: 'the number of a video' },
  { id: 'UgxAbCdEfGhIjKlMnOp4AaABAg', at: undefined, source: 'the number of a comment, invented' },
];
