import type { Example, Platform, Vector } from '../../contract.ts';
import { facebookAccount, metaPreservation } from '../../meta-preservation.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { facebookHosts } from '../facebook/address.ts';
import { signedIn } from '../facebook/profile.ts';
import { postAround, posts, read } from './page.ts';

const own = ['messenger.com', 'www.messenger.com'];

/** Forms of address from memory, 2026-11-21. An encrypted conversation has a number of its own. */
const patterns: readonly Pattern[] = [
  {
    kind: 'message',
    path: /^(?:\/messages)?\/e2ee\/t\/(?<encryptedThreadId>\d{1,25})(?:[/?]|$)/,
    permalink: ({ encryptedThreadId }) => `https://www.messenger.com/e2ee/t/${encryptedThreadId}/`,
  },
  {
    kind: 'message',
    path: /^(?:\/messages)?\/t\/(?<threadId>\d{1,25})(?:[/?]|$)/,
    permalink: ({ threadId }) => `https://www.messenger.com/t/${threadId}/`,
  },
];

function owns({ hostname, pathname }: URL): boolean {
  return own.includes(hostname) || /^\/messages(?:\/|$)/.test(pathname);
}

/** Messenger, on its own host and on Facebook's under `/messages`. Messages show neither link nor exact time. */
export const messenger: Platform = {
  id: 'messenger',
  name: 'Messenger',
  hosts: [...own, ...facebookHosts],
  owns,
  identify: address => (owns(address) ? identifyBy(patterns, messenger.hosts, address) : undefined),
  postedAt: () => undefined,
  posts,
  postAround,
  postAt: () => undefined,
  read: (post, _address, viewer) => read(post, viewer),
  signedIn,
};

/** How Messenger answers preservation requests. */
export const preservation: PreservationFacts = metaPreservation(
  {
    deleted: {
      text: 'Of end-to-end encrypted conversations Meta “will no longer be able to provide unencrypted message content”; records of calls and messages, and IP addresses, remain. What is on the devices of those who wrote is the only copy of the words.',
      confirmed: true,
    },
    victimRoute: {
      text: 'Report the conversation in Messenger; your own copy under “Download Your Information”.',
      confirmed: true,
    },
    identifiers: ['accountId', 'handle', 'profileAddress', 'ids.threadId', 'ids.encryptedThreadId'],
    source:
      'Facebook Law Enforcement Guidelines, version of 2025-09-28 (Open Terms Archive, vlopses-us-versions)',
  },
  [facebookAccount],
);

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://www.messenger.com/t/100066300129450',
    source: 'from memory',
    expect: { kind: 'message', ids: { threadId: '100066300129450' } },
  },
  {
    url: 'https://www.facebook.com/messages/t/100066300129450?mibextid=x',
    source: 'from memory',
    expect: {
      kind: 'message',
      ids: { threadId: '100066300129450' },
      permalink: 'https://www.messenger.com/t/100066300129450/',
    },
  },
  {
    url: 'https://www.facebook.com/messages/e2ee/t/7123456789012345/',
    source: 'from memory',
    expect: { kind: 'message', ids: { encryptedThreadId: '7123456789012345' } },
  },
  { url: 'https://www.facebook.com/messages/', identified: false },
  { url: 'https://www.facebook.com/t/100066300129450', identified: false },
  { url: 'https://www.messenger.com/', identified: false },
];

/** Messenger's numbers encode no time. */
export const vectors: readonly Vector[] = [
  { id: '100066300129450', at: undefined, source: 'the number of an account' },
];
