import type { Instant } from '../../../model/identifiers.ts';
import type { PostedAt } from '../../../model/post.ts';
import type { Example, Platform, Vector } from '../../contract.ts';
import { plausible } from '../../identifiers/window.ts';
import { identifyBy } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { hosts, patterns, withPlainUrns } from './addresses.ts';
import { postAround, postAt, posts, read } from './page.ts';
import { account, signedIn } from './profile.ts';

/** LinkedIn. Its pages show only how long ago something was posted: the time is in the number. */
export const linkedin: Platform = {
  id: 'linkedin',
  name: 'LinkedIn',
  hosts,
  identify: address => identifyBy(patterns, hosts, withPlainUrns(address)),
  postedAt,
  posts,
  postAround,
  postAt: (document, address) => postAt(document, linkedin.identify(address)),
  read,
  account: (document, address) => account(document, linkedin.identify(address)),
  signedIn,
};

/** 19-digit identifiers of this scheme are known from this day on. */
const earliest = BigInt(Date.UTC(2016, 10, 1));

/*
 *   bit 62 … 22                   21 … 0
 *   milliseconds since 1970       not known
 */
function postedAt(postId: string, notAfter: Instant): PostedAt | undefined {
  if (!/^[1-9]\d{18}$/.test(postId)) return undefined;
  const at = plausible((BigInt(postId) >> 22n) - earliest, earliest, notAfter);
  if (at === undefined) return undefined;
  return {
    at,
    method: 'derived-from-id',
    toleranceSeconds: 1,
    caveat:
      'Computed from the number of the post or the comment. The numbers that LinkedIn gives to one post (activity, ugcPost, share) differ slightly.',
  };
}

/** How LinkedIn answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'Kodex, https://app.kodex.us/linkedin/signin (also look at app.kodexglobal.com), or by post: LinkedIn Corporation, ATTN Legal Department, 1000 West Maude Avenue, Sunnyvale CA 94085.',
    addresses: ['https://app.kodex.us/linkedin/signin'],
    confirmed: true,
  },
  emergency: {
    text: 'The Emergency Disclosure Request Form, which an officer signs under penalty of perjury.',
    confirmed: true,
  },
  keptFor: {
    text: '90 days, as a snapshot taken once. The text that says so is of 2018.',
    days: 90,
    confirmed: false,
  },
  renewal: { text: 'Not known. Ask again before the 90 days end.', confirmed: false },
  mustHold: [
    { text: 'the officer’s badge or identification number and contact', confirmed: true },
    {
      text: 'the account’s full name and e-mail address, or the address of its public profile',
      confirmed: true,
    },
    { text: 'the force’s letterhead, a signature, and an e-mail address for the answer', confirmed: true },
  ],
  whoMayAsk: {
    text: 'Law enforcement only, from an official e-mail domain; not victims.',
    anyone: false,
    confirmed: true,
  },
  userNotice: {
    text: 'LinkedIn tells its members of requests, unless a statute or a court order forbids it. Its text does not say that preservation alone is told.',
    noticeOfPreservation: false,
    confirmed: true,
  },
  ukAddressee: {
    text: 'LinkedIn Corporation (United States) is the controller for the United Kingdom (privacy notice of 2026-08-22). Its guidelines send requests from outside the United States and the European Union through mutual legal assistance, and do not mention the UK–US agreement.',
    confirmed: true,
  },
  victimRoute: {
    text: 'Report the post, message or profile in LinkedIn; download your own data in the settings.',
    confirmed: true,
  },
  identifiers: ['profileAddress', 'handle', 'accountId', 'ids.urn', 'permalink', 'postId'],
  dateStyle: 'both',
  source:
    'Law Enforcement Guidelines, version of 2026-05-27 (Open Terms Archive, vlopses-us-versions); for the 90 days a copy of 2018 (manula.com)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://www.linkedin.com/feed/update/urn:li:activity:7206271470342131712?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7206271470342131712%2C7243992047441870850%29',
    source: 'Ollie-Boyd/Linkedin-post-timestamp-extractor',
    expect: {
      kind: 'comment',
      postId: '7243992047441870850',
      parentId: '7206271470342131712',
      ids: { urn: 'urn:li:comment:(activity:7206271470342131712,7243992047441870850)' },
    },
  },
  {
    url: 'https://www.linkedin.com/feed/update/urn:li:activity:7206271470342131712?dashCommentUrn=urn%3Ali%3Afsd_comment%3A%287243992047441870850%2Curn%3Ali%3Aactivity%3A7206271470342131712%29',
    source: 'platforms.json: the newer form of the same',
    expect: {
      kind: 'comment',
      postId: '7243992047441870850',
      parentId: '7206271470342131712',
      ids: { urn: 'urn:li:comment:(activity:7206271470342131712,7243992047441870850)' },
    },
  },
  {
    url: 'https://www.linkedin.com/feed/update/urn:li:activity:7206271470342131712/?commentUrn=urn:li:comment:(activity:7206271470342131712,7243992047441870850)&replyUrn=urn:li:comment:(activity:7206271470342131712,7243992047441870999)',
    source: 'from memory: an answer to a comment',
    expect: {
      kind: 'reply',
      postId: '7243992047441870999',
      parentId: '7206271470342131712',
      ids: {
        commentId: '7243992047441870850',
        urn: 'urn:li:comment:(activity:7206271470342131712,7243992047441870999)',
      },
    },
  },
  {
    url: 'https://uk.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7206271470342131712/?utm_source=share&rcm=whoSharedIt',
    source: 'the same post, as it is shared',
    expect: {
      kind: 'post',
      postId: '7206271470342131712',
      ids: { urn: 'urn:li:activity:7206271470342131712' },
      permalink: 'https://www.linkedin.com/feed/update/urn:li:activity:7206271470342131712',
    },
  },
  {
    url: 'https://www.linkedin.com/posts/mishalkhawaja_sendinblueviews-toronto-digitalmarketing-ugcPost-6850898786781339649-mM20',
    source: 'yt-dlp extractor/linkedin.py',
    expect: {
      kind: 'post',
      handle: 'mishalkhawaja',
      postId: '6850898786781339649',
      ids: {
        slug: 'mishalkhawaja_sendinblueviews-toronto-digitalmarketing-ugcPost-6850898786781339649-mM20',
        urn: 'urn:li:ugcPost:6850898786781339649',
      },
    },
  },
  {
    url: 'https://www.linkedin.com/messaging/thread/6685980502161199104/',
    source: 'dfir-unfurl tests/unit/test_linkedin.py',
    expect: { kind: 'message', ids: { threadId: '6685980502161199104' } },
  },
  {
    url: 'https://linkedin.com/in/charolette-pare-93b3a220a',
    source: 'a link in a public repository',
    expect: { kind: 'profile', handle: 'charolette-pare-93b3a220a' },
  },
  {
    url: 'https://www.linkedin.com/in/ACoAAInventedInventedInventedInventedInv',
    source: 'from memory: a member’s own identifier',
    expect: { kind: 'profile', accountId: 'ACoAAInventedInventedInventedInventedInv' },
  },
  {
    url: 'https://lnkd.in/eAbCdEf',
    source: 'platforms.json: where it leads is not in it',
    expect: { kind: 'other', shortLink: 'eAbCdEf' },
  },
  { url: 'https://www.linkedin.com/feed/', identified: false },
  { url: 'https://www.linkedin.com/posts/a-post-without-a-number', identified: false },
];

/** Numbers and the times encoded in them. */
export const vectors: readonly Vector[] = [
  {
    id: '6685980502161199104',
    at: '2020-07-06T18:59:31.226Z',
    source: 'dfir-unfurl tests/unit/test_linkedin.py',
  },
  {
    id: '7243992047441870850',
    at: '2024-09-23T14:38:10.974Z',
    source: 'Ollie-Boyd/Linkedin-post-timestamp-extractor, which reports 2024-09-23T14:38:10Z',
  },
  { id: '668598050216119910', at: undefined, source: 'a number of 18 digits' },
  { id: '5943729584000000000', at: undefined, source: 'a number of before 2016' },
];
