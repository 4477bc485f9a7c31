import type { Instant } from '../../../model/identifiers.ts';
import type { PostedAt } from '../../../model/post.ts';
import type { Example, Platform, Vector } from '../../contract.ts';
import { isOnHost } from '../../hosts.ts';
import { plausible } from '../../identifiers/window.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { postAround, postAt, posts, read } from './page.ts';

const home = 'https://www.tumblr.com';
const blog = '[A-Za-z0-9-]{1,32}';
const reserved =
  'dashboard|tagged|search|explore|login|logout|settings|inbox|messaging|likes|following|followers|new|register|blog|docs|about|policy|privacy|help|support|abuse|themes|apps|share|widgets|oauth|live|communities|tips|activity|jobs|security|changes|domains|reblog|edit|timeline|recommended-for-you|trending|premium|patio';

const patterns: readonly Pattern[] = [
  {
    kind: 'post',
    path: new RegExp(
      `^/(?:blog/view/|blog/)?(?!(?:${reserved})/)(?<handle>${blog})/(?:post/|video/|image/)?(?<postId>\\d{1,20})(?:[/?]|$)`,
    ),
    permalink: ({ handle, postId }) => `${home}/${handle}/${postId}`,
  },
  {
    kind: 'profile',
    path: new RegExp(`^/(?:blog/(?:view/)?)?(?!(?:${reserved})(?:[/?]|$))(?<handle>${blog})/?(?:\\?|$)`),
    permalink: ({ handle }) => `${home}/${handle}`,
  },
];

/** Subdomains of `tumblr.com` that are no blogs. */
const services =
  /^(?:(?:www|api|assets|static|secure|help|embed|mx|px|srvcs|safe|cdn|t|at)|xn--.*)\.tumblr\.com$/;

/** Tumblr. A blog's name is either a subdomain of `tumblr.com` or in the path. */
export const tumblr: Platform = {
  id: 'tumblr',
  name: 'Tumblr',
  hosts: ['tumblr.com', 'www.tumblr.com', '*.tumblr.com'],
  addressNamesAuthor: true,
  identify: address => {
    const plain = withBlogInPath(address);
    return plain && identifyBy(patterns, ['tumblr.com', 'www.tumblr.com'], plain);
  },
  postedAt,
  posts,
  postAround,
  postAt: (document, address) => postAt(document, tumblr.identify(address)),
  read,
};

/** The address with the blog's name in its path; undefined where it belongs neither to a blog nor to the site. */
function withBlogInPath(address: URL): URL | undefined {
  if (!isOnHost(address, tumblr.hosts)) return undefined;
  if (/^(?:www\.)?tumblr\.com$/.test(address.hostname)) return address;
  if (services.test(address.hostname)) return undefined;
  const isPost = /^\/(?:post|video|image)\/\d/.test(address.pathname);
  if (!isPost && address.pathname !== '/') return undefined;
  return new URL(`/${address.hostname.split('.')[0]}${address.pathname}`, home);
}

/*
 * Found by fitting the times of four posts in the tests of yt-dlp and gallery-dl; no source of Tumblr's own is known:
 *   bit 62 … 20                                 19 … 0
 *   milliseconds since 2001-09-09T01:46:40Z     not known
 */
const epoch = 1_000_000_000_000n;
const shift = 20n;

/** Numbers below this, 2019-10-27, may be of the older, sequential kind; when that changed is not known. */
const smallest = 600_000_000_000_000_000n;

function postedAt(postId: string, notAfter: Instant): PostedAt | undefined {
  if (!/^[1-9]\d{17}$/.test(postId) || BigInt(postId) < smallest) return undefined;
  const at = plausible(BigInt(postId) >> shift, epoch, notAfter);
  if (at === undefined) return undefined;
  return {
    at,
    method: 'derived-from-id',
    toleranceSeconds: 1,
    caveat:
      'Computed from the number of the post by a rule that fits known posts; Tumblr has published none. A draft or a queued post may have appeared later. Only in support of another time.',
  };
}

/** How Automattic answers requests about Tumblr. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'Law Enforcement Guidelines, https://help.tumblr.com/hc/articles/231925668-Law-Enforcement-Guidelines; an older copy stands at https://www.tumblr.com/docs/en/legal_guidelines',
    addresses: ['https://help.tumblr.com/hc/articles/231925668-Law-Enforcement-Guidelines'],
    confirmed: false,
  },
  emergency: { text: 'As the guidelines say.', confirmed: false },
  keptFor: {
    text: '90 days, by the policy of WordPress.com, which belongs to the same company.',
    days: 90,
    confirmed: false,
  },
  renewal: { text: 'On request, by the same policy.', confirmed: false },
  mustHold: [
    { text: 'the address of the blog', confirmed: false },
    { text: 'the address of the post', confirmed: false },
    { text: 'a valid e-mail address', confirmed: false },
  ],
  whoMayAsk: {
    text: 'Government and law-enforcement agencies, in criminal investigations.',
    anyone: false,
    confirmed: false,
  },
  userNotice: {
    text: 'WARNING: the policy of WordPress.com, which belongs to the same company, is to tell the user of a preservation request itself, unless a court of the United States forbids it; a wish for confidentiality from elsewhere is followed only at its discretion. Take the same to hold for Tumblr.',
    noticeOfPreservation: true,
    confirmed: false,
  },
  ukAddressee: {
    text: 'Automattic and Tumblr (United States); from elsewhere through mutual legal assistance.',
    confirmed: false,
  },
  victimRoute: { text: 'Report the post at https://www.tumblr.com/abuse', confirmed: false },
  identifiers: ['handle', 'profileAddress', 'permalink', 'postId'],
  dateStyle: 'both',
  source:
    'Automattic/legalmattic Legal-Guidelines.md (2024-01-29), for WordPress.com; Tumblr Privacy Policy, version of 2026-06-04 (Open Terms Archive, pga-versions)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://www.tumblr.com/felixcosm/730460905855467520/if-youre-looking-for-new-music-to-write-or?source=share',
    source: 'yt-dlp extractor/tumblr.py',
    expect: {
      kind: 'post',
      handle: 'felixcosm',
      postId: '730460905855467520',
      permalink: 'https://www.tumblr.com/felixcosm/730460905855467520',
    },
  },
  {
    url: 'https://www.tumblr.com/blog/view/felixcosm/730460905855467520',
    source: 'yt-dlp extractor/tumblr.py',
    expect: { kind: 'post', handle: 'felixcosm', postId: '730460905855467520' },
  },
  {
    url: 'https://maskofthedragon.tumblr.com/post/626907179849564160/mona-talking-in-english',
    source: 'yt-dlp extractor/tumblr.py',
    expect: {
      kind: 'post',
      handle: 'maskofthedragon',
      postId: '626907179849564160',
      permalink: 'https://www.tumblr.com/maskofthedragon/626907179849564160',
    },
  },
  {
    url: 'https://www.tumblr.com/smarties-art',
    source: 'gallery-dl test/results/tumblr.py',
    expect: { kind: 'profile', handle: 'smarties-art' },
  },
  {
    url: 'https://smarties-art.tumblr.com/',
    source: 'gallery-dl test/results/tumblr.py',
    expect: { kind: 'profile', handle: 'smarties-art', permalink: 'https://www.tumblr.com/smarties-art' },
  },
  { url: 'https://www.tumblr.com/dashboard', identified: false },
  { url: 'https://api.tumblr.com/', identified: false },
  { url: 'https://64.media.tumblr.com/abc/s540x810/a.png', identified: false },
];

/** Numbers and the times encoded in them. */
export const vectors: readonly Vector[] = [
  {
    id: '626907179849564160',
    at: '2020-08-19T19:27:56.193Z',
    source: 'yt-dlp extractor/tumblr.py, which reports 1597865276',
  },
  {
    id: '730460905855467520',
    at: '2023-10-06T19:50:05.053Z',
    source: 'yt-dlp extractor/tumblr.py, which reports 1696621805',
  },
  { id: '54196191430', at: undefined, source: 'yt-dlp extractor/tumblr.py: an older number' },
  { id: '186000000000', at: undefined, source: 'an older number, invented' },
];
