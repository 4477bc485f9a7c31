import type { Example, Platform, Vector } from '../../contract.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { blocks } from '../../reading/blocks.ts';

const home = 'https://www.pinterest.com';
const countries =
  'ar at au be br ca ch cl co cz de dk es fi fr gr hu id ie in it jp kr mx nl no nz pe ph pl pt ro ru se sk th tr uk vn za'.split(
    ' ',
  );
/** Pinterest's country domains; from memory except for the first, 2026-11-21. */
const endings = 'co.uk at ca ch cl co.kr com.au com.mx de dk es fr ie it jp nz ph pt se'.split(' ');
const site = [
  'pinterest.com',
  'www.pinterest.com',
  ...countries.map(country => `${country}.pinterest.com`),
  ...endings.flatMap(ending => [`pinterest.${ending}`, `www.pinterest.${ending}`]),
];
const reserved =
  'pin|search|ideas|login|business|settings|today|explore|_|about|news_hub|resource|oauth|password|discover|categories|topics|videos|convert-business|tv|shopping|create';

const patterns: readonly Pattern[] = [
  {
    kind: 'post',
    hosts: site,
    path: /^\/pin\/(?:[^/?]+--)?(?<postId>\d{1,20})(?:[/?]|$)/,
    permalink: ({ postId }) => `${home}/pin/${postId}/`,
  },
  {
    kind: 'other',
    hosts: ['pin.it'],
    path: /^\/(?<shortLink>[A-Za-z0-9]+)(?:[/?]|$)/,
    permalink: ({ shortLink }) => `https://pin.it/${shortLink}`,
  },
  {
    kind: 'profile',
    hosts: site,
    path: new RegExp(
      `^/(?!(?:${reserved})(?:[/?]|$))(?<handle>[A-Za-z0-9_]{3,30})(?:/_(?:created|saved|profile))?/?(?:\\?|$)`,
    ),
    permalink: ({ handle }) => `${home}/${handle}/`,
  },
];

/** Pinterest. No time was found on its pages. */
export const pinterest: Platform = {
  id: 'pinterest',
  name: 'Pinterest',
  hosts: [...site, 'pin.it'],
  identify: address => identifyBy(patterns, pinterest.hosts, address),
  postedAt: () => undefined,
  ...blocks,
};

/** How Pinterest answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'Pinterest’s Law Enforcement Portal, linked from https://help.pinterest.com/en/law-enforcement, in electronic form only; telephone for law enforcement +1 415 636 9043.',
    addresses: ['https://help.pinterest.com/en/law-enforcement'],
    confirmed: true,
  },
  emergency: { text: 'Through the portal.', confirmed: true },
  keptFor: { text: 'The text that was read names no period. Ask for 90 days.', confirmed: true },
  renewal: { text: 'Not known. Ask again before the period ends.', confirmed: false },
  mustHold: [
    {
      text: 'the unique user name (pinterest.com/[username]), or the account’s e-mail address',
      confirmed: true,
    },
    { text: 'an official government e-mail domain', confirmed: true },
    { text: 'a narrow period of time', confirmed: true },
    { text: 'a specific event or action', confirmed: true },
    { text: 'a specific reference, such as the user’s address', confirmed: true },
  ],
  whoMayAsk: {
    text: '“We’ll only respond to requests from law enforcement”',
    anyone: false,
    confirmed: true,
  },
  userNotice: {
    text: 'Pinterest sends the user a complete copy before it produces anything. An officer’s covering letter is not enough to prevent it: an order or a statute is needed. Its text does not say that preservation alone is told.',
    noticeOfPreservation: false,
    confirmed: true,
  },
  ukAddressee: {
    text: 'Pinterest Europe Ltd and Pinterest, Inc. are joint controllers for the United Kingdom. Authorities outside the United States must use an order of a court there, through mutual legal assistance.',
    confirmed: true,
  },
  victimRoute: { text: 'Report the pin, the profile or the message.', confirmed: true },
  identifiers: ['handle', 'profileAddress', 'accountId', 'permalink', 'postId'],
  dateStyle: 'both',
  source: 'Law Enforcement Guidelines, version of 2026-07-31 (Open Terms Archive, vlopses-us-versions)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://www.pinterest.com/pin/664281013778109217/?invite_code=a&sender=12345',
    source: 'yt-dlp extractor/pinterest.py',
    expect: {
      kind: 'post',
      postId: '664281013778109217',
      permalink: 'https://www.pinterest.com/pin/664281013778109217/',
    },
  },
  {
    url: 'https://uk.pinterest.com/pin/some-words-about-it--664281013778109217/',
    source: 'yt-dlp extractor/pinterest.py',
    expect: { kind: 'post', postId: '664281013778109217' },
  },
  {
    url: 'https://pin.it/4ZXbKBY',
    source: 'gallery-dl test/results/pinterest.py: where it leads is not in it',
    expect: { kind: 'other', shortLink: '4ZXbKBY' },
  },
  {
    url: 'https://www.pinterest.co.uk/pinterestpolicy/_created/',
    source: 'Pinterest, Law Enforcement Guidelines',
    expect: {
      kind: 'profile',
      handle: 'pinterestpolicy',
      permalink: 'https://www.pinterest.com/pinterestpolicy/',
    },
  },
  { url: 'https://www.pinterest.com/search/pins/?q=a', identified: false },
  { url: 'https://www.pinterest.com/ideas/', identified: false },
];

/** No identifier of Pinterest is known to encode a time. */
export const vectors: readonly Vector[] = [
  { id: '664281013778109217', at: undefined, source: 'yt-dlp extractor/pinterest.py: the number of a pin' },
];
