import type { Example, Platform, Vector } from '../../contract.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { postAround, posts, read } from './page.ts';

const home = 'https://www.snapchat.com';
const site = ['snapchat.com', 'www.snapchat.com'];
const name = '[a-z][a-z0-9._-]{2,14}';

const patterns: readonly Pattern[] = [
  {
    kind: 'video',
    hosts: site,
    path: new RegExp(`^/(?:@(?<handle>${name})/)?spotlight/(?<postId>\\w+)(?:[/?]|$)`),
    permalink: ({ handle, postId }) =>
      handle === undefined ? `${home}/spotlight/${postId}` : `${home}/@${handle}/spotlight/${postId}`,
  },
  {
    kind: 'message',
    hosts: site,
    path: /^\/web\/(?<conversationId>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:[/?]|$)/,
    permalink: ({ conversationId }) => `${home}/web/${conversationId}`,
  },
  {
    kind: 'message',
    hosts: ['web.snapchat.com'],
    path: /^\/(?<conversationId>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:[/?]|$)/,
    permalink: ({ conversationId }) => `${home}/web/${conversationId}`,
  },
  {
    kind: 'profile',
    hosts: site,
    path: new RegExp(`^/(?:add/|@|u/)(?<handle>${name})/?(?:\\?|$)`),
    permalink: ({ handle }) => `${home}/add/${handle}`,
  },
  {
    kind: 'other',
    hosts: ['t.snapchat.com'],
    path: /^\/(?<shortLink>[A-Za-z0-9]+)(?:[/?]|$)/,
    permalink: ({ shortLink }) => `https://t.snapchat.com/${shortLink}`,
  },
];

/** Snapchat. Chats soon disappear from its pages. */
export const snapchat: Platform = {
  id: 'snapchat',
  name: 'Snapchat',
  hosts: ['snapchat.com', 'www.snapchat.com', 'story.snapchat.com', 't.snapchat.com', 'web.snapchat.com'],
  identify: address => identifyBy(patterns, snapchat.hosts, address),
  postedAt: () => undefined,
  posts,
  postAround,
  // No address names a message.
  postAt: () => undefined,
  read,
};

/** How Snap answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'Law Enforcement Service Site (LESS), https://less.snapchat.com; without it lawenforcement@snapchat.com from an official domain. Address it to “Snap Inc.”.',
    addresses: ['https://less.snapchat.com'],
    confirmed: true,
  },
  emergency: {
    text: 'https://less.snapchat.com/emergency, by a sworn official from an official domain.',
    confirmed: true,
  },
  keptFor: {
    text: 'Up to 90 days. For authorities outside the United States, at Snap’s discretion, up to one year while mutual legal assistance or letters rogatory are under way.',
    days: 90,
    confirmed: true,
  },
  renewal: {
    text: 'One further 90 days; for authorities outside the United States one further 180 days. The request must be marked clearly as an extension; serial requests are refused.',
    confirmed: true,
  },
  mustHold: [
    {
      text: 'the Snapchat user name, or the telephone number with country code, the e-mail address, or the User ID in hexadecimal; a display name is not accepted',
      confirmed: true,
    },
    {
      text: 'the range of dates as month/day/year to month/day/year with the time zone; records are in UTC',
      confirmed: true,
    },
    { text: 'the officer’s contact, on a government domain', confirmed: true },
    { text: 'the kinds of data', confirmed: true },
    { text: 'for a disclosure: an objection to telling the user, with the reason', confirmed: true },
  ],
  whoMayAsk: {
    text: 'Law enforcement only, from an official e-mail domain; not victims.',
    anyone: false,
    confirmed: true,
  },
  userNotice: {
    text: 'Snap tells users of legal process, with two exceptions. “Snap does not notify users when we are served with preservation requests.”',
    noticeOfPreservation: false,
    confirmed: true,
  },
  ukAddressee: {
    text: 'Snap Inc. (United States). Its guide accepts process under a “CLOUD Act bilateral agreement”.',
    confirmed: true,
  },
  victimRoute: {
    text: 'Press and hold the message or the story and choose Report; Snapchat’s support site; My Data for your own data.',
    confirmed: true,
  },
  deleted: {
    text: 'Servers delete most content by default: ask “as soon as possible after an alleged incident”. Snap cannot decrypt My Eyes Only.',
    confirmed: true,
  },
  identifiers: ['handle', 'accountId', 'profileAddress', 'permalink', 'postId'],
  dateStyle: 'both',
  source:
    'Law Enforcement Guidelines, version of 2026-06-25 (Open Terms Archive, vlopses-us-versions), with the guide of 2025-07-01',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://www.snapchat.com/spotlight/W7_EDlXWTBiXAEEniNoMPwAAYYWtidGhudGZpAX1TKn0JAX1TKnXJAAAAAA?share_id=a',
    source: 'yt-dlp extractor/snapchat.py',
    expect: {
      kind: 'video',
      postId: 'W7_EDlXWTBiXAEEniNoMPwAAYYWtidGhudGZpAX1TKn0JAX1TKnXJAAAAAA',
      permalink:
        'https://www.snapchat.com/spotlight/W7_EDlXWTBiXAEEniNoMPwAAYYWtidGhudGZpAX1TKn0JAX1TKnXJAAAAAA',
    },
  },
  {
    url: 'https://www.snapchat.com/add/milliemanillie?share_id=a',
    source: 'from memory',
    expect: {
      kind: 'profile',
      handle: 'milliemanillie',
      permalink: 'https://www.snapchat.com/add/milliemanillie',
    },
  },
  {
    url: 'https://www.snapchat.com/@invented.name',
    source: 'from memory',
    expect: { kind: 'profile', handle: 'invented.name' },
  },
  {
    url: 'https://web.snapchat.com/0f0e0d0c-0b0a-4908-8706-050403020100',
    source: 'from memory: a conversation',
    expect: { kind: 'message', ids: { conversationId: '0f0e0d0c-0b0a-4908-8706-050403020100' } },
  },
  {
    url: 'https://t.snapchat.com/AbCd1234',
    source: 'from memory: where it leads is not in it',
    expect: { kind: 'other', shortLink: 'AbCd1234' },
  },
  { url: 'https://www.snapchat.com/lens', identified: false },
  { url: 'https://story.snapchat.com/', identified: false },
];

/** No identifier of Snapchat is known to encode a time. */
export const vectors: readonly Vector[] = [
  {
    id: 'W7_EDlXWTBiXAEEniNoMPwAAYYWtidGhudGZpAX1TKn0JAX1TKnXJAAAAAA',
    at: undefined,
    source: 'the identifier of a film',
  },
];
