import type { Example, Platform, Vector } from '../../contract.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { blocks } from '../../reading/blocks.ts';

const home = 'https://www.xbox.com';
const language = '(?:[a-z]{2}-[A-Za-z]{2}/)?';

const patterns: readonly Pattern[] = [
  {
    kind: 'profile',
    path: new RegExp(`^/${language}play/user/(?<handle>[^/?]+)`),
    permalink: ({ handle }) => `${home}/play/user/${handle}`,
  },
  {
    kind: 'profile',
    path: new RegExp(`^/${language}[Pp]rofile/?\\?(?:.*&)?gamer[Tt]ag=(?<handle>[^&/]+)`),
    permalink: ({ handle }) => `${home}/play/user/${handle}`,
  },
];

/** Xbox. Only profiles have an address; its forms are from memory, 2026-11-21. */
export const xbox: Platform = {
  id: 'xbox',
  name: 'Xbox',
  hosts: ['xbox.com', 'www.xbox.com', 'account.xbox.com'],
  identify: address => identifyBy(patterns, xbox.hosts, withSpaces(address)),
  postedAt: () => undefined,
  ...blocks,
};

/** A gamertag may contain spaces, which a query writes as `+`. */
function withSpaces(address: URL): URL {
  const plain = new URL(address.href);
  plain.search = address.search.replaceAll('+', '%20');
  return plain;
}

/** How Microsoft answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'Microsoft’s Law Enforcement Request Portal, https://leportal.microsoft.com',
    addresses: ['https://leportal.microsoft.com'],
    confirmed: false,
  },
  emergency: { text: 'Through the portal.', confirmed: false },
  keptFor: { text: '90 days.', days: 90, confirmed: false },
  renewal: { text: 'Not known. Ask again before the period ends.', confirmed: false },
  mustHold: [
    { text: 'the gamertag', confirmed: false },
    { text: 'the Microsoft account or e-mail address', confirmed: false },
    { text: 'the dates', confirmed: false },
  ],
  whoMayAsk: {
    text: 'Law enforcement and government, from an official e-mail domain.',
    anyone: false,
    confirmed: false,
  },
  userNotice: { text: 'Not known. Ask not to tell the user.', noticeOfPreservation: false, confirmed: false },
  ukAddressee: {
    text: 'Microsoft Corporation (United States) for Xbox; Microsoft Ireland for some services.',
    confirmed: false,
  },
  victimRoute: { text: 'Report the player or the message on Xbox.', confirmed: false },
  identifiers: ['handle', 'accountId', 'profileAddress'],
  dateStyle: 'both',
  source:
    'ministryofcyberaffairs.com, guide for Microsoft (secondary); microsoft.com/about/corporate-responsibility/lerr (undated copy)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://www.xbox.com/en-GB/play/user/ExampleTag',
    source: 'from memory',
    expect: { kind: 'profile', handle: 'ExampleTag', permalink: 'https://www.xbox.com/play/user/ExampleTag' },
  },
  {
    url: 'https://account.xbox.com/en-gb/profile?gamertag=Example+Tag',
    source: 'from memory',
    expect: {
      kind: 'profile',
      handle: 'Example Tag',
      permalink: 'https://www.xbox.com/play/user/Example%20Tag',
    },
  },
  { url: 'https://www.xbox.com/en-GB/games', identified: false },
  { url: 'https://account.xbox.com/en-gb/profile', identified: false },
];

/** No identifier of Xbox is known to encode a time. */
export const vectors: readonly Vector[] = [
  { id: '2533274790395904', at: undefined, source: 'the number of an account (XUID), invented' },
];
