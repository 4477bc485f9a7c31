import type { Example, Platform, Vector } from '../../contract.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { blocks } from '../../reading/blocks.ts';

const home = 'https://onlyfans.com';
const reserved =
  'my|posts|help|terms|privacy|dmca|contact|about|login|register|search|notifications|chats|bookmarks|settings|api|public|files|brand|blog|usc2257|complaints|how|transparency|cookies|contract|refund|antitraffickingstatement';

const patterns: readonly Pattern[] = [
  {
    kind: 'post',
    path: /^\/(?<postId>\d{1,20})\/(?<handle>[A-Za-z0-9._-]+)(?:[/?]|$)/,
    permalink: ({ postId, handle }) => `${home}/${postId}/${handle}`,
  },
  {
    kind: 'message',
    path: /^\/my\/chats\/chat\/(?<chatId>\d{1,20})(?:[/?]|$)/,
    permalink: ({ chatId }) => `${home}/my/chats/chat/${chatId}/`,
  },
  {
    kind: 'profile',
    path: new RegExp(
      `^/(?!(?:${reserved})(?:[/?]|$))(?<handle>[A-Za-z0-9._-]+)(?:/(?:media|photos|videos))?/?(?:\\?|$)`,
    ),
    permalink: ({ handle }) => `${home}/${handle}`,
  },
];

/** OnlyFans. All its forms of address are from memory, 2026-11-21. */
export const onlyfans: Platform = {
  id: 'onlyfans',
  name: 'OnlyFans',
  hosts: ['onlyfans.com', 'www.onlyfans.com'],
  identify: address => identifyBy(patterns, onlyfans.hosts, address),
  postedAt: () => undefined,
  ...blocks,
};

/** How OnlyFans answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'A company in England: Fenix International Limited (company number 10354575), 9th Floor, 107 Cheapside, London EC2V 6DN. No address for law enforcement was found.',
    addresses: [],
    confirmed: false,
  },
  emergency: { text: 'Not known. Ask the force’s SPoC.', confirmed: false },
  keptFor: { text: 'None that is published was found. Ask for 90 days.', confirmed: false },
  renewal: { text: 'Not known. Ask again before the period ends.', confirmed: false },
  mustHold: [
    { text: 'the address of the profile', confirmed: false },
    { text: 'the address of the post or the message', confirmed: false },
    { text: 'the dates', confirmed: false },
  ],
  whoMayAsk: {
    text: 'By its terms it may disclose to law enforcement “in connection with any law enforcement investigation”.',
    anyone: false,
    confirmed: false,
  },
  userNotice: {
    text: 'Not stated. Ask not to tell the user.',
    noticeOfPreservation: false,
    confirmed: false,
  },
  ukAddressee: {
    text: 'Fenix International Limited (England): the powers of the United Kingdom (Investigatory Powers Act 2016 Part 3, production orders under PACE) reach it directly.',
    confirmed: false,
  },
  victimRoute: {
    text: 'Report the post or the account in OnlyFans; for intimate pictures also https://stopncii.org',
    confirmed: false,
  },
  identifiers: ['handle', 'profileAddress', 'accountId', 'permalink', 'postId'],
  dateStyle: 'iso',
  source: 'Terms of Service, version of 2024-06-02 (Open Terms Archive, contrib-versions)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://onlyfans.com/123456789/exampleuser?ref=12345',
    source: 'from memory',
    expect: {
      kind: 'post',
      postId: '123456789',
      handle: 'exampleuser',
      permalink: 'https://onlyfans.com/123456789/exampleuser',
    },
  },
  {
    url: 'https://onlyfans.com/my/chats/chat/123456/',
    source: 'from memory',
    expect: { kind: 'message', ids: { chatId: '123456' } },
  },
  {
    url: 'https://www.onlyfans.com/exampleuser',
    source: 'from memory',
    expect: { kind: 'profile', handle: 'exampleuser', permalink: 'https://onlyfans.com/exampleuser' },
  },
  { url: 'https://onlyfans.com/my/notifications', identified: false },
  { url: 'https://onlyfans.com/terms', identified: false },
];

/** No identifier of OnlyFans is known to encode a time. */
export const vectors: readonly Vector[] = [
  { id: '123456789', at: undefined, source: 'the number of a post, invented' },
];
