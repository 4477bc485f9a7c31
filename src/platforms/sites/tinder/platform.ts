import type { Example, Platform, Vector } from '../../contract.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { blocks } from '../../reading/blocks.ts';

const home = 'https://tinder.com';

const patterns: readonly Pattern[] = [
  {
    kind: 'profile',
    path: /^\/@(?<handle>[A-Za-z0-9_.]+)(?:[/?]|$)/,
    permalink: ({ handle }) => `${home}/@${handle}`,
  },
  {
    kind: 'message',
    path: /^\/app\/messages\/(?<matchId>[0-9a-f]{24,48})(?:[/?]|$)/,
    permalink: ({ matchId }) => `${home}/app/messages/${matchId}`,
  },
];

/** Tinder. Its forms of address are from memory, 2026-11-21. Unmatching removes the conversation. */
export const tinder: Platform = {
  id: 'tinder',
  name: 'Tinder',
  hosts: ['tinder.com', 'www.tinder.com', 'gotinder.com', 'www.gotinder.com'],
  identify: address => identifyBy(patterns, tinder.hosts, address),
  postedAt: () => undefined,
  ...blocks,
};

/** How Match Group answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'Match Group’s portal for law enforcement, whose address was not found.',
    addresses: [],
    confirmed: false,
  },
  emergency: { text: 'Not known. Ask the force’s SPoC.', confirmed: false },
  keptFor: {
    text: 'No period is stated. By its privacy policy a “request asking us to preserve data” makes it keep data longer.',
    confirmed: false,
  },
  renewal: { text: 'Not known. Ask again before the period ends.', confirmed: false },
  mustHold: [
    { text: 'the telephone number or the e-mail address of the account', confirmed: false },
    { text: 'pictures of the profile: name, age, photographs, place', confirmed: false },
    { text: 'the dates', confirmed: false },
  ],
  whoMayAsk: { text: 'Law enforcement, by legal process.', anyone: false, confirmed: false },
  userNotice: {
    text: 'Not stated. Ask not to tell the user.',
    noticeOfPreservation: false,
    confirmed: false,
  },
  ukAddressee: {
    text: 'MTCH Technology Services Limited, 1 Hatch Street Upper, Dublin 2, D02 PY28 is the controller for the United Kingdom; its representative there is Prighter Group.',
    confirmed: false,
  },
  victimRoute: {
    text: 'Report the profile, and keep what you recorded before you end the match: that takes the conversation away.',
    confirmed: false,
  },
  identifiers: ['handle', 'displayName', 'ids.matchId', 'profileAddress', 'permalink'],
  dateStyle: 'iso',
  source: 'Privacy Policy, version of 2026-03-06 (Open Terms Archive, contrib-versions)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://tinder.com/@exampleuser?from=share',
    source: 'from memory',
    expect: { kind: 'profile', handle: 'exampleuser', permalink: 'https://tinder.com/@exampleuser' },
  },
  {
    url: 'https://www.gotinder.com/@exampleuser',
    source: 'from memory',
    expect: { kind: 'profile', handle: 'exampleuser', permalink: 'https://tinder.com/@exampleuser' },
  },
  {
    url: 'https://tinder.com/app/messages/5f0c0c0c0c0c0c0c0c0c0c0c5f0c0c0c0c0c0c0c0c0c0c0d',
    source: 'from memory',
    expect: { kind: 'message', ids: { matchId: '5f0c0c0c0c0c0c0c0c0c0c0c5f0c0c0c0c0c0c0c0c0c0c0d' } },
  },
  { url: 'https://tinder.com/app/recs', identified: false },
];

/** No identifier of Tinder is known to encode a time. */
export const vectors: readonly Vector[] = [
  {
    id: '5f0c0c0c0c0c0c0c0c0c0c0c5f0c0c0c0c0c0c0c0c0c0c0d',
    at: undefined,
    source: 'the identifier of a match: its first digits may be when the accounts were made, not the message',
  },
];
