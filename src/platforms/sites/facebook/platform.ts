import type { Example, Platform, Vector } from '../../contract.ts';
import { facebookAccount, metaPreservation } from '../../meta-preservation.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { facebookHosts, identifyFacebook, watchHost } from './address.ts';
import { postAround, postAt, posts, read } from './page.ts';
import { account, signedIn } from './profile.ts';

/** Facebook. Its numbers encode no time; that of a post is in the page's data. Forms of address: `address.ts`. */
export const facebook: Platform = {
  id: 'facebook',
  name: 'Facebook',
  hosts: [...facebookHosts, watchHost],
  owns: address => !/^\/messages(?:\/|$)/.test(address.pathname),
  identify: identifyFacebook,
  postedAt: () => undefined,
  posts,
  postAround,
  postAt: (document, address) => postAt(document, identifyFacebook(address)?.postId),
  read,
  account: (document, address) => account(document, identifyFacebook(address)),
  signedIn,
};

/** How Facebook answers preservation requests. */
export const preservation: PreservationFacts = metaPreservation(
  {
    victimRoute: {
      text: 'Report the post in Facebook; ask for your own data under “Download Your Information”; Help Centre page 131535283590645 for private parties. The portal answers officials alone.',
      confirmed: true,
    },
    identifiers: [
      'accountId',
      'handle',
      'profileAddress',
      'ids.numericPostId',
      'postId',
      'permalink',
      'ids.groupId',
    ],
    source:
      'Facebook Law Enforcement Guidelines, versions of 2025-09-28 and 2025-10-23 (Open Terms Archive, vlopses-us-versions and pga-versions)',
  },
  [facebookAccount],
);

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://de-de.facebook.com/attn/posts/pfbid0j1Czf2gGDVqeQ8KiMLFm3pWN8GxsQmeRrVhimWDzMuKQoR8r4b1knNsejELmUgyhl',
    source: 'the host as links in forums have it',
    expect: { kind: 'post', handle: 'attn' },
  },
  {
    url: 'https://www.facebook.com/100066300129450',
    source: 'links in saved pages, 2026-08',
    expect: {
      kind: 'profile',
      accountId: '100066300129450',
      permalink: 'https://www.facebook.com/profile.php?id=100066300129450',
    },
  },
  {
    url: 'https://www.facebook.com/100066300129450/posts/pfbid0Heg000000000001',
    source: 'links in saved pages, 2026-08',
    expect: { kind: 'post', accountId: '100066300129450', postId: 'pfbid0Heg000000000001' },
  },
  {
    url: 'https://www.facebook.com/attn/posts/pfbid0j1Czf2gGDVqeQ8KiMLFm3pWN8GxsQmeRrVhimWDzMuKQoR8r4b1knNsejELmUgyhl?__cft__[0]=AZV&mibextid=x',
    source: 'meedan/pender parsers',
    expect: {
      kind: 'post',
      handle: 'attn',
      postId: 'pfbid0j1Czf2gGDVqeQ8KiMLFm3pWN8GxsQmeRrVhimWDzMuKQoR8r4b1knNsejELmUgyhl',
      permalink:
        'https://www.facebook.com/attn/posts/pfbid0j1Czf2gGDVqeQ8KiMLFm3pWN8GxsQmeRrVhimWDzMuKQoR8r4b1knNsejELmUgyhl',
    },
  },
  {
    url: 'https://www.facebook.com/groups/1645456212344334/posts/3737828833107051/',
    source: 'meedan/pender parsers',
    expect: { kind: 'post', postId: '3737828833107051', ids: { groupId: '1645456212344334' } },
  },
  {
    url: 'https://www.facebook.com/permalink.php?story_fbid=pfbid0fqQuVEQyXRa9Dp4RcaTR14KHU3uULHV1EK7eckNXSH63JMuoALsAvVCJ97zAGitil&id=100068861234290',
    source: 'meedan/pender parsers',
    expect: {
      kind: 'post',
      accountId: '100068861234290',
      postId: 'pfbid0fqQuVEQyXRa9Dp4RcaTR14KHU3uULHV1EK7eckNXSH63JMuoALsAvVCJ97zAGitil',
    },
  },
  {
    url: 'https://www.facebook.com/photo.php?fbid=1417607343716765&set=a.1',
    source: 'yt-dlp extractor/facebook.py',
    expect: { kind: 'post', postId: '1417607343716765' },
  },
  {
    url: 'https://www.facebook.com/radiokicksfm/videos/3676516585958356/',
    source: 'yt-dlp extractor/facebook.py',
    expect: { kind: 'video', handle: 'radiokicksfm', postId: '3676516585958356' },
  },
  {
    url: 'https://www.facebook.com/watch/?ref=saved&v=3676516585958356',
    source: 'yt-dlp extractor/facebook.py',
    expect: { kind: 'video', postId: '3676516585958356' },
  },
  {
    url: 'https://www.facebook.com/reel/1195289147628387',
    source: 'yt-dlp extractor/facebook.py',
    expect: { kind: 'video', postId: '1195289147628387' },
  },
  {
    url: 'https://www.facebook.com/user/posts/123?comment_id=456&reply_comment_id=789',
    source: 'dfir-unfurl site definitions',
    expect: {
      kind: 'reply',
      postId: '789',
      parentId: '123',
      ids: { ownerHandle: 'user', commentId: '456' },
      permalink: 'https://www.facebook.com/user/posts/123?comment_id=456&reply_comment_id=789',
    },
  },
  {
    url: 'https://www.facebook.com/groups/16454/posts/123/?comment_id=Y29tbWVudDoxMjNfNDU2',
    source: 'from memory: base 64 of comment:123_456',
    expect: { kind: 'comment', postId: '456', parentId: '123', ids: { groupId: '16454' } },
  },
  {
    url: 'https://www.facebook.com/share/p/1E8garP5Dy/?mibextid=wwXIfr',
    source: 'dfir-unfurl site definitions: where it leads is not in it',
    expect: {
      kind: 'other',
      shortLink: '1E8garP5Dy',
      ids: { shareType: 'p' },
      permalink: 'https://www.facebook.com/share/p/1E8garP5Dy/',
    },
  },
  {
    url: 'https://fb.watch/abC1dEf2gH/',
    source: 'yt-dlp extractor/facebook.py: where it leads is not in it',
    expect: { kind: 'other', shortLink: 'abC1dEf2gH' },
  },
  {
    url: 'https://www.facebook.com/stories/287202590802695',
    source: 'gallery-dl extractor/facebook.py',
    expect: { kind: 'story', ids: { storyOwnerOrId: '287202590802695' } },
  },
  {
    url: 'https://www.facebook.com/profile.php?id=100066300129450&sk=about',
    source: 'gallery-dl extractor/facebook.py',
    expect: { kind: 'profile', accountId: '100066300129450' },
  },
  {
    url: 'https://www.facebook.com/people/P%C3%B3%C5%82-%C5%BBartem-P%C3%B3%C5%82-Serio/100028295814975/',
    source: 'meedan/pender parsers',
    expect: { kind: 'profile', accountId: '100028295814975' },
  },
  {
    url: 'https://m.facebook.com/heymeedan',
    source: 'meedan/pender parsers',
    expect: { kind: 'profile', handle: 'heymeedan', permalink: 'https://www.facebook.com/heymeedan' },
  },
  {
    url: 'https://www.facebook.com/groups/1645456212344334/',
    source: 'meedan/pender parsers',
    expect: { kind: 'group', ids: { groupId: '1645456212344334' } },
  },
  { url: 'https://www.facebook.com/marketplace/', identified: false },
  { url: 'https://www.facebook.com/', identified: false },
  { url: 'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Fattn', identified: false },
];

/** Facebook's numbers encode no time. */
export const vectors: readonly Vector[] = [
  { id: '3737828833107051', at: undefined, source: 'no formula is known' },
  {
    id: 'pfbid0j1Czf2gGDVqeQ8KiMLFm3pWN8GxsQmeRrVhimWDzMuKQoR8r4b1knNsejELmUgyhl',
    at: undefined,
    source: 'a pseudonym of a number, which may change',
  },
];
