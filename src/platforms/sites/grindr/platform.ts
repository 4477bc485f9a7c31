import type { Example, Platform, Vector } from '../../contract.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { blocks } from '../../reading/blocks.ts';

const patterns: readonly Pattern[] = [
  {
    kind: 'other',
    hosts: ['web.grindr.com'],
    path: /^\//,
    permalink: () => 'https://web.grindr.com/',
  },
];

/** Grindr in the browser. Its addresses name neither a person nor a message. */
export const grindr: Platform = {
  id: 'grindr',
  name: 'Grindr',
  hosts: ['grindr.com', 'www.grindr.com', 'web.grindr.com'],
  identify: address => identifyBy(patterns, grindr.hosts, address),
  postedAt: () => undefined,
  ...blocks,
};

/** How Grindr answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'The guide for law enforcement on https://help.grindr.com',
    addresses: ['https://help.grindr.com'],
    confirmed: false,
  },
  emergency: { text: 'Not known. Ask the force’s SPoC.', confirmed: false },
  keptFor: {
    text: 'No period is stated. By its privacy policy it “may access, preserve, and disclose Personal Information”.',
    confirmed: false,
  },
  renewal: { text: 'Not known. Ask again before the period ends.', confirmed: false },
  mustHold: [
    {
      text: 'the e-mail address of the account, or the number of the profile; a display name is not unique',
      confirmed: false,
    },
    { text: 'pictures of the profile and the conversation', confirmed: false },
    { text: 'the dates and the place', confirmed: false },
  ],
  whoMayAsk: { text: 'Law enforcement, by legal process.', anyone: false, confirmed: false },
  userNotice: {
    text: 'Not stated. Ask not to tell the user.',
    noticeOfPreservation: false,
    confirmed: false,
  },
  ukAddressee: {
    text: 'Grindr LLC (United States). For rights over data alone its representative is DataRep (grindr@datarep.com).',
    confirmed: false,
  },
  victimRoute: { text: 'Report the profile, before you block it.', confirmed: false },
  identifiers: ['accountId', 'displayName'],
  dateStyle: 'both',
  source: 'Privacy Policy, version of 2024-12-24 (Open Terms Archive, dating-versions)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://web.grindr.com/',
    source: 'from memory',
    expect: { kind: 'other', permalink: 'https://web.grindr.com/' },
  },
  {
    url: 'https://web.grindr.com/chat?profile=1',
    source: 'from memory: nothing of it is known to name a person',
    expect: { kind: 'other', permalink: 'https://web.grindr.com/' },
  },
  { url: 'https://www.grindr.com/blog', identified: false },
];

/** No identifier of Grindr is known to encode a time. */
export const vectors: readonly Vector[] = [
  { id: '123456789', at: undefined, source: 'the number of a profile, invented' },
];
