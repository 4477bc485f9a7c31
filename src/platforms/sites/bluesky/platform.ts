import type { Instant } from '../../../model/identifiers.ts';
import type { PostedAt } from '../../../model/post.ts';
import type { Example, Platform, Vector } from '../../contract.ts';
import { tidTime } from '../../identifiers/tid.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { postAround, postAt, posts, read } from './page.ts';
import { account, signedIn } from './profile.ts';

const home = 'https://bsky.app';
const actor = String.raw`(?:(?<accountId>did(?::|%3A)[a-z]+(?::|%3A)[\w.:%-]{1,200})|(?<handle>[\w-]+(?:\.[\w-]+)+))`;
const key = '[A-Za-z0-9._~:-]{1,512}';

type Groups = Readonly<Record<string, string>>;

function actorOf({ accountId, handle }: Groups): string {
  return accountId?.replaceAll('%3A', ':') ?? handle ?? '';
}

const patterns: readonly Pattern[] = [
  {
    kind: 'post',
    path: new RegExp(`^/profile/${actor}/post/(?<postId>${key})(?:[/?]|$)`),
    permalink: groups => `${home}/profile/${actorOf(groups)}/post/${groups['postId']}`,
    ids: groups => {
      const uri = `at://${actorOf(groups)}/app.bsky.feed.post/${groups['postId']}`;
      return groups['accountId'] === undefined ? {} : { uri };
    },
  },
  {
    kind: 'message',
    path: /^\/messages\/(?<conversationId>[a-z0-9]{5,40})(?:[/?]|$)/,
    permalink: ({ conversationId }) => `${home}/messages/${conversationId}`,
  },
  {
    kind: 'profile',
    path: new RegExp(`^/profile/${actor}/?(?:\\?|$)`),
    permalink: groups => `${home}/profile/${actorOf(groups)}`,
  },
];

/** Bluesky's own site. A post may be stored on another server, which its account's DID document names. */
export const bluesky: Platform = {
  id: 'bluesky',
  name: 'Bluesky',
  hosts: ['bsky.app', 'www.bsky.app', 'main.bsky.dev', 'staging.bsky.app'],
  addressNamesAuthor: true,
  identify: address => identifyBy(patterns, bluesky.hosts, address),
  toAddress,
  postedAt,
  posts,
  postAround,
  postAt: (document, address) => postAt(document, bluesky.identify(address)),
  read: (post, address, viewer) => read(post, bluesky.identify(address), viewer),
  account: (document, address) => account(document, bluesky.identify(address)),
  signedIn,
};

/** `at://<did or handle>/app.bsky.feed.post/<key>`, which URL parsers do not read. */
function toAddress(text: string): URL | undefined {
  const found = /^at:\/\/([\w.:%-]+)\/app\.bsky\.feed\.post\/([A-Za-z0-9._~:-]{1,512})$/.exec(text);
  if (found === null) return undefined;
  const address = new URL(`${home}/profile/${found[1]}/post/${found[2]}`);
  return bluesky.identify(address) === undefined ? undefined : address;
}

function postedAt(postId: string, notAfter: Instant): PostedAt | undefined {
  const at = tidTime(postId, notAfter);
  if (at === undefined) return undefined;
  return {
    at,
    method: 'derived-from-id',
    toleranceSeconds: 20,
    caveat:
      'Computed from the key in the address, which the program of the person who posts chooses. No server vouches for it; differences of some minutes were seen.',
  };
}

/** How Bluesky answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'No guidelines for law enforcement were found. Perhaps legal@bsky.app, or support.',
    addresses: [],
    confirmed: false,
  },
  emergency: { text: 'Not known.', confirmed: false },
  keptFor: {
    text: 'No period is stated. The privacy policy says that data is kept longer on a “valid legal request (like a preservation request or search warrant)”.',
    confirmed: true,
  },
  renewal: { text: 'Not known.', confirmed: false },
  mustHold: [
    { text: 'the DID, and the handle as it was on the date', confirmed: false },
    { text: 'the at:// URI of each post, with its CID where known', confirmed: false },
    { text: 'the server (PDS) on which the account is kept', confirmed: false },
  ],
  whoMayAsk: { text: 'Law enforcement, or by legal process.', anyone: false, confirmed: false },
  userNotice: { text: 'Not stated.', noticeOfPreservation: false, confirmed: false },
  ukAddressee: { text: 'Bluesky Social, PBC (United States).', confirmed: false },
  victimRoute: {
    text: 'Report the post in Bluesky. Direct messages are not encrypted and can be reviewed when reported.',
    confirmed: false,
  },
  identifiers: ['accountId', 'handle', 'ids.uri', 'permalink', 'postId', 'profileAddress'],
  dateStyle: 'iso',
  source: 'Privacy Policy, version of 2026-01-09 (Open Terms Archive, pga-versions)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://bsky.app/profile/bsky.app/post/3kh5rarr3gn2n?ref_src=embed',
    source: 'gallery-dl test/results/bluesky.py',
    expect: {
      kind: 'post',
      handle: 'bsky.app',
      postId: '3kh5rarr3gn2n',
      permalink: 'https://bsky.app/profile/bsky.app/post/3kh5rarr3gn2n',
    },
  },
  {
    url: 'at://did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3kh5rarr3gn2n',
    source: 'gallery-dl test/results/bluesky.py',
    expect: {
      kind: 'post',
      accountId: 'did:plc:z72i7hdynmk6r22z27h6tvur',
      postId: '3kh5rarr3gn2n',
      ids: { uri: 'at://did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3kh5rarr3gn2n' },
    },
  },
  {
    url: 'https://bsky.app/messages/3kabcdefghijk',
    source: 'from memory',
    expect: { kind: 'message', ids: { conversationId: '3kabcdefghijk' } },
  },
  {
    url: 'https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur',
    source: 'gallery-dl test/results/bluesky.py',
    expect: { kind: 'profile', accountId: 'did:plc:z72i7hdynmk6r22z27h6tvur' },
  },
  {
    url: 'https://main.bsky.dev/profile/did%3Aplc%3Az72i7hdynmk6r22z27h6tvur',
    source: 'gallery-dl extractor/bluesky.py',
    expect: {
      kind: 'profile',
      accountId: 'did:plc:z72i7hdynmk6r22z27h6tvur',
      permalink: 'https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur',
    },
  },
  { url: 'https://bsky.app/', identified: false },
  { url: 'https://bsky.app/search?q=a', identified: false },
  { url: 'at://did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.like/3kh5rarr3gn2n', identified: false },
];

/** Keys and the times encoded in them. */
export const vectors: readonly Vector[] = [
  { id: '3lbd2ebt3wk2r', at: '2024-11-19T18:19:55.098Z', source: 'dfir-unfurl tests/unit/test_bluesky.py' },
  { id: '3laulgolrfz2f', at: '2024-11-14T00:15:33.133Z', source: 'dfir-unfurl tests/unit/test_bluesky.py' },
  { id: 'self', at: undefined, source: 'atproto.com/specs/record-key: a key that is no identifier' },
  { id: '2222222222222', at: undefined, source: 'the year 1970' },
  { id: 'zzzzzzzzzzzzz', at: undefined, source: 'atproto.com/specs/tid: the first digit is at most j' },
];
