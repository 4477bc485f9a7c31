import type { Example, Platform, Vector } from '../../contract.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { postAround, posts, read } from './page.ts';

const home = 'https://www.twitch.tv';
const site = ['twitch.tv', 'www.twitch.tv', 'm.twitch.tv', 'go.twitch.tv'];
const clips = ['clips.twitch.tv'];
const offset = String.raw`(?:\?(?:.*&)?t=(?<offset>\d[\dhms]{0,15})(?:&|$))?`;
const reserved =
  'videos|directory|p|settings|popout|moderator|subscriptions|inventory|drops|wallet|friends|search|downloads|jobs|turbo|prime|store|login|signup|messages|privacy|team|collections|following|u';

const videoLink = ({ postId = '', offset = '' }: Readonly<Record<string, string>>) =>
  `${home}/videos/${postId}${offset === '' ? '' : `?t=${offset}`}`;

const patterns: readonly Pattern[] = [
  {
    kind: 'video',
    hosts: site,
    path: new RegExp(`^/(?:[^/?]+/v(?:ideo)?/|videos/)(?<postId>\\d+)/?${offset}`),
    permalink: videoLink,
  },
  {
    kind: 'video',
    hosts: site,
    path: /^\/(?<handle>[A-Za-z0-9_]{3,25})\/clip\/(?<postId>[A-Za-z0-9_-]+)(?:[/?]|$)/,
    permalink: ({ handle, postId }) => `${home}/${handle}/clip/${postId}`,
  },
  {
    kind: 'video',
    hosts: clips,
    path: /^\/(?!embed(?:[/?]|$))(?<postId>[A-Za-z0-9_-]+)(?:[/?]|$)/,
    permalink: ({ postId }) => `https://clips.twitch.tv/${postId}`,
  },
  {
    kind: 'live',
    hosts: site,
    path: /^\/(?:popout|moderator)\/(?<handle>[A-Za-z0-9_]{3,25})(?:\/chat)?\/?(?:\?|$)/,
    permalink: ({ handle }) => `${home}/popout/${handle}/chat`,
  },
  {
    kind: 'profile',
    hosts: site,
    path: new RegExp(
      `^/(?!(?:${reserved})(?:[/?]|$))(?<handle>[A-Za-z0-9_]{3,25})(?:/(?:about|videos|clips|schedule|chat))?/?(?:\\?|$)`,
    ),
    permalink: ({ handle }) => `${home}/${handle}`,
  },
];

/** Twitch. A chat message has no address, no visible number, and usually no time. */
export const twitch: Platform = {
  id: 'twitch',
  name: 'Twitch',
  hosts: [...site, ...clips],
  identify: address => identifyBy(patterns, twitch.hosts, address),
  postedAt: () => undefined,
  posts,
  postAround,
  postAt: () => undefined,
  read,
};

/** How Twitch answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'Twitch’s page on service of process, https://legal.twitch.com/legal/service-of-process/. Whether there is a portal for law enforcement was not found.',
    addresses: ['https://legal.twitch.com/legal/service-of-process/'],
    confirmed: false,
  },
  emergency: { text: 'Not known. Ask the force’s SPoC.', confirmed: false },
  keptFor: { text: 'Not known. Ask for 90 days.', confirmed: false },
  renewal: { text: 'Not known. Ask again before the period ends.', confirmed: false },
  mustHold: [
    { text: 'the user name, or the channel’s address', confirmed: false },
    { text: 'the address of the video or clip, and how far into it', confirmed: false },
    { text: 'of a message in a chat: the time in UTC', confirmed: false },
  ],
  whoMayAsk: { text: 'By legal process.', anyone: false, confirmed: false },
  userNotice: {
    text: 'Not known. Ask not to tell the user.',
    noticeOfPreservation: false,
    confirmed: false,
  },
  ukAddressee: {
    text: 'Twitch Interactive, Inc. (United States) is the controller; its representative is Twitch UK Limited, 1 New Oxford Street, London WC1A 1BA.',
    confirmed: false,
  },
  victimRoute: { text: 'Report the user, in the chat.', confirmed: false },
  identifiers: ['handle', 'accountId', 'profileAddress', 'permalink', 'postId', 'ids.offset'],
  dateStyle: 'both',
  source:
    'Terms of Service section 22 and Privacy Policy, version of 2026-08-13 (Open Terms Archive, pga-versions)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://www.twitch.tv/videos/635475444?filter=archives&sort=time',
    source: 'yt-dlp extractor/twitch.py',
    expect: { kind: 'video', postId: '635475444', permalink: 'https://www.twitch.tv/videos/635475444' },
  },
  {
    url: 'https://m.twitch.tv/invented_name/v/635475444?t=1h02m03s',
    source: 'yt-dlp extractor/twitch.py: how far into it is part of what was seen',
    expect: {
      kind: 'video',
      postId: '635475444',
      ids: { offset: '1h02m03s' },
      permalink: 'https://www.twitch.tv/videos/635475444?t=1h02m03s',
    },
  },
  {
    url: 'https://www.twitch.tv/xqc/clip/CulturedAmazingKuduDatSheffy-TiZ_-ixAGYR3y2Uy',
    source: 'yt-dlp extractor/twitch.py',
    expect: { kind: 'video', handle: 'xqc', postId: 'CulturedAmazingKuduDatSheffy-TiZ_-ixAGYR3y2Uy' },
  },
  {
    url: 'https://clips.twitch.tv/FaintLightGullWholeWheat',
    source: 'yt-dlp extractor/twitch.py',
    expect: { kind: 'video', postId: 'FaintLightGullWholeWheat' },
  },
  {
    url: 'https://www.twitch.tv/popout/invented_name/chat?popout=',
    source: 'from memory',
    expect: { kind: 'live', handle: 'invented_name' },
  },
  {
    url: 'https://www.twitch.tv/monstercat',
    source: 'gallery-dl and yt-dlp tests',
    expect: { kind: 'profile', handle: 'monstercat', permalink: 'https://www.twitch.tv/monstercat' },
  },
  { url: 'https://www.twitch.tv/directory/all', identified: false },
  { url: 'https://www.twitch.tv/settings', identified: false },
];

/** Numbers of videos are sequential and encode no time. */
export const vectors: readonly Vector[] = [
  { id: '635475444', at: undefined, source: 'yt-dlp extractor/twitch.py: the number of a video' },
];
