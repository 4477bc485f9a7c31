import type { Instant } from '../../../model/identifiers.ts';
import type { PostedAt } from '../../../model/post.ts';
import type { Example, Platform, Vector } from '../../contract.ts';
import { mediaIdOf, shortcodeTime } from '../../identifiers/shortcode.ts';
import { metaPreservation, metaUnitedStates } from '../../meta-preservation.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { postAround, postAt, posts, read } from './page.ts';
import { account, signedIn } from './profile.ts';

const home = 'https://www.instagram.com';
const named = String.raw`(?:(?<handle>[A-Za-z0-9_.]{1,30})\/)?`;
const code = String.raw`(?!audio(?:[/?]|$))[\w-]{5,50}`;
const reserved =
  'p|reel|reels|tv|stories|explore|direct|accounts|developer|about|legal|press|api|graphql|web|emails|challenge|oauth|static|share|s|c';

const mediaIds = ({ postId = '' }: Readonly<Record<string, string>>): Record<string, string> => {
  const mediaId = mediaIdOf(postId);
  return mediaId === undefined ? {} : { mediaId };
};

const patterns: readonly Pattern[] = [
  {
    kind: 'reply',
    path: new RegExp(`^/${named}(?:p|reel)/(?<parentId>${code})/c/(?<commentId>\\d+)/r/(?<postId>\\d+)`),
    permalink: ({ parentId, commentId, postId }) => `${home}/p/${parentId}/c/${commentId}/r/${postId}/`,
  },
  {
    kind: 'comment',
    path: new RegExp(`^/${named}(?:p|reel)/(?<parentId>${code})/c/(?<postId>\\d+)`),
    permalink: ({ parentId, postId }) => `${home}/p/${parentId}/c/${postId}/`,
  },
  {
    kind: 'highlight',
    path: /^\/stories\/highlights\/(?<postId>\d{1,25})(?:[/?]|$)/,
    permalink: ({ postId }) => `${home}/stories/highlights/${postId}/`,
  },
  {
    kind: 'story',
    path: /^\/stories\/(?<handle>[A-Za-z0-9_.]{1,30})\/(?<postId>\d{1,25})(?:[/?]|$)/,
    permalink: ({ handle, postId }) => `${home}/stories/${handle}/${postId}/`,
  },
  {
    kind: 'other',
    path: /^\/share\/(?:(?<shareType>p|reel)\/)?(?<shortLink>[\w-]{5,})(?:[/?]|$)/,
    permalink: ({ shareType, shortLink }) =>
      `${home}/share/${shareType === undefined ? '' : `${shareType}/`}${shortLink}/`,
  },
  {
    kind: 'message',
    path: /^\/direct\/t\/(?<threadId>\d{1,45})(?:[/?]|$)/,
    permalink: ({ threadId }) => `${home}/direct/t/${threadId}/`,
  },
  {
    kind: 'video',
    path: new RegExp(`^/(?!share/)${named}(?:reels?|tv)/(?<postId>${code})/?(?:\\?|$)`),
    permalink: ({ postId }) => `${home}/reel/${postId}/`,
    ids: mediaIds,
  },
  {
    kind: 'post',
    path: new RegExp(`^/(?!share/)${named}p/(?<postId>${code})/?(?:\\?|$)`),
    permalink: ({ postId }) => `${home}/p/${postId}/`,
    ids: mediaIds,
  },
  {
    kind: 'profile',
    path: new RegExp(`^/(?!(?:${reserved})(?:[/?]|$))(?<handle>[A-Za-z0-9_.]{1,30})/?(?:\\?|$)`),
    permalink: ({ handle }) => `${home}/${handle}/`,
  },
];

/** Instagram. Where a page shows several posts or comments, each is read by its own link. */
export const instagram: Platform = {
  id: 'instagram',
  name: 'Instagram',
  hosts: ['instagram.com', 'www.instagram.com', 'm.instagram.com', 'instagr.am'],
  identify: address => identifyBy(patterns, instagram.hosts, address),
  postedAt,
  posts,
  postAround,
  postAt: (document, address) => postAt(document, instagram.identify(address)?.postId),
  read,
  account: (document, address) => account(document, instagram.identify(address)),
  signedIn,
};

function postedAt(postId: string, notAfter: Instant): PostedAt | undefined {
  const at = shortcodeTime(postId, notAfter);
  if (at === undefined) return undefined;
  return {
    at,
    method: 'derived-from-id',
    toleranceSeconds: 90,
    caveat:
      'Computed from the code in the address, which is given out when an upload begins. Films were seen to appear up to 11 minutes later, and a scheduled post may appear much later.',
  };
}

/** How Instagram answers preservation requests. */
export const preservation: PreservationFacts = metaPreservation(
  {
    emergency: { text: 'The same portal.', confirmed: true },
    whoMayAsk: {
      text: 'Law enforcement only, from an official e-mail domain.',
      anyone: false,
      confirmed: true,
    },
    ukAddressee: { text: metaUnitedStates, confirmed: true },
    deleted: {
      text: 'As for Facebook: nothing is kept for law enforcement unless the request comes before the user deletes.',
      confirmed: false,
    },
    victimRoute: {
      text: 'Report the post in Instagram; ask for your own data under “Download your information”; https://help.instagram.com/232762833582105 for private parties.',
      confirmed: true,
    },
    identifiers: ['handle', 'accountId', 'profileAddress', 'permalink', 'postId', 'ids.mediaId'],
    source:
      'Instagram Law Enforcement Guidelines, version of 2026-08-22 (Open Terms Archive, contrib-versions)',
  },
  [
    {
      text: 'the user name as it was on the relevant date: “Usernames are not static and we are unable to process requests that do not include the relevant date combined with the username”',
      confirmed: true,
    },
    { text: 'what is asked for, and how it bears on the investigation', confirmed: true },
  ],
);

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://www.instagram.com/p/DW1nTDiDvnF/?img_index=1&igsh=MXNoYXJlcg==',
    source: 'dfir-unfurl tests/unit/test_instagram.py',
    expect: {
      kind: 'post',
      postId: 'DW1nTDiDvnF',
      ids: { mediaId: '3870172288071432645' },
      permalink: 'https://www.instagram.com/p/DW1nTDiDvnF/',
    },
  },
  {
    url: 'https://www.instagram.com/robin.sample/p/BqvsDleB3lV/',
    source: 'yt-dlp extractor/instagram.py; number from gallery-dl test/results/instagram.py',
    expect: {
      kind: 'post',
      handle: 'robin.sample',
      postId: 'BqvsDleB3lV',
      ids: { mediaId: '1922949326347663701' },
    },
  },
  {
    url: 'https://www.instagram.com/reel/CDg_6Y1pxWu/',
    source: 'yt-dlp extractor/instagram.py',
    expect: { kind: 'video', postId: 'CDg_6Y1pxWu', ids: { mediaId: '2369174493326677422' } },
  },
  {
    url: 'https://www.instagram.com/p/CDg_6Y1pxWu/c/17873440459141021/',
    source: 'from memory',
    expect: { kind: 'comment', postId: '17873440459141021', parentId: 'CDg_6Y1pxWu' },
  },
  {
    url: 'https://www.instagram.com/p/CDg_6Y1pxWu/c/17873440459141021/r/17873440459141022/',
    source: 'from memory',
    expect: {
      kind: 'reply',
      postId: '17873440459141022',
      parentId: 'CDg_6Y1pxWu',
      ids: { commentId: '17873440459141021' },
    },
  },
  {
    url: 'https://instagram.com/stories/geekmig/2724343156064789461',
    source: 'gallery-dl test/results/instagram.py',
    expect: { kind: 'story', handle: 'geekmig', postId: '2724343156064789461' },
  },
  {
    url: 'https://www.instagram.com/stories/highlights/18042509488170095/',
    source: 'gallery-dl test/results/instagram.py',
    expect: { kind: 'highlight', postId: '18042509488170095' },
  },
  {
    url: 'https://www.instagram.com/share/p/BACiUUUYQV',
    source: 'gallery-dl test/results/instagram.py: where it leads is not in it',
    expect: { kind: 'other', shortLink: 'BACiUUUYQV', ids: { shareType: 'p' } },
  },
  {
    url: 'https://www.instagram.com/direct/t/340282366841710300949128000000000000000/',
    source: 'from memory',
    expect: { kind: 'message', ids: { threadId: '340282366841710300949128000000000000000' } },
  },
  {
    url: 'https://www.instagram.com/instagram/?hl=en',
    source: 'meedan/pender parsers',
    expect: { kind: 'profile', handle: 'instagram', permalink: 'https://www.instagram.com/instagram/' },
  },
  { url: 'https://www.instagram.com/explore/', identified: false },
  { url: 'https://www.instagram.com/reels/audio/2147483647/', identified: false },
];

/** Codes and the times encoded in them. */
export const vectors: readonly Vector[] = [
  { id: 'DW1nTDiDvnF', at: '2026-04-07T16:48:30.621Z', source: 'dfir-unfurl tests/unit/test_instagram.py' },
  { id: 'BqvsDleB3lV', at: '2018-11-29T01:04:04.757Z', source: 'gallery-dl test/results/instagram.py' },
  { id: 'aye83DjauH', at: '2013-06-20T17:15:45.376Z', source: 'yt-dlp extractor/instagram.py' },
  { id: 'CPeC-Eenc8l', at: '2021-05-29T19:59:33.398Z', source: 'metascraper-instagram fixture' },
  { id: '3870172288071432645', at: '2026-04-07T16:48:30.621Z', source: 'the number of DW1nTDiDvnF' },
  { id: '17873440459141021', at: undefined, source: 'the number of a comment, of another scheme' },
];
