import type { Instant } from '../../../model/identifiers.ts';
import type { PostedAt } from '../../../model/post.ts';
import type { Example, Platform, Vector } from '../../contract.ts';
import { tiktokTime } from '../../identifiers/tiktok-id.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { postAround, postAt, posts, read } from './page.ts';
import { account, signedIn } from './profile.ts';

const home = 'https://www.tiktok.com';
const products = ['tiktok.com', 'www.tiktok.com', 'm.tiktok.com'];
const shorteners = ['vm.tiktok.com', 'vt.tiktok.com'];

// The account's other identifier, `MS4wLjAB…`, can replace the handle (seen in public code, 2026).
const secret = 'MS4wLjAB[\\w-]{20,200}';

const patterns: readonly Pattern[] = [
  {
    kind: 'video',
    path: new RegExp(`^/@(?<secUid>${secret})/(?:video|photo)/(?<postId>\\d{1,20})(?:[/?]|$)`),
    hosts: products,
    permalink: ({ postId }) => `${home}/@/video/${postId}`,
  },
  {
    kind: 'live',
    path: new RegExp(`^/@(?<secUid>${secret})/live(?:[/?]|$)`),
    hosts: products,
    permalink: ({ secUid }) => `${home}/@${secUid}/live`,
  },
  {
    kind: 'profile',
    path: new RegExp(`^/@(?<secUid>${secret})/?(?:\\?|$)`),
    hosts: products,
    permalink: ({ secUid }) => `${home}/@${secUid}`,
  },
  {
    kind: 'video',
    path: /^\/@(?<handle>[\w.-]*)\/video\/(?<postId>\d{1,20})(?:[/?]|$)/,
    hosts: products,
    permalink: ({ handle = '', postId }) => `${home}/@${handle}/video/${postId}`,
  },
  {
    kind: 'post',
    path: /^\/@(?<handle>[\w.-]*)\/photo\/(?<postId>\d{1,20})(?:[/?]|$)/,
    hosts: products,
    permalink: ({ handle = '', postId }) => `${home}/@${handle}/photo/${postId}`,
  },
  {
    kind: 'video',
    path: /^\/share\/video\/(?<postId>\d{1,20})(?:[/?]|$)/,
    hosts: ['tiktok.com', 'www.tiktok.com', 'tiktokv.com', 'www.tiktokv.com'],
    permalink: ({ postId }) => `${home}/@/video/${postId}`,
  },
  {
    kind: 'other',
    path: /^\/t\/(?<shortLink>\w+)(?:[/?]|$)/,
    hosts: products,
    permalink: ({ shortLink }) => `${home}/t/${shortLink}/`,
  },
  ...shorteners.map(
    (host): Pattern => ({
      kind: 'other',
      path: /^\/(?<shortLink>\w+)\/?(?:\?|$)/,
      hosts: [host],
      permalink: ({ shortLink }) => `https://${host}/${shortLink}/`,
    }),
  ),
  {
    kind: 'live',
    path: /^\/@(?<handle>[\w.-]+)\/live(?:[/?]|$)/,
    hosts: products,
    permalink: ({ handle }) => `${home}/@${handle}/live`,
  },
  {
    kind: 'profile',
    path: /^\/@(?<handle>[\w.-]+)\/?(?:\?|$)/,
    hosts: products,
    permalink: ({ handle }) => `${home}/@${handle}`,
  },
];

/** TikTok. Selectors are in `page.ts`. */
export const tiktok: Platform = {
  id: 'tiktok',
  name: 'TikTok',
  hosts: [...products, ...shorteners, 'tiktokv.com', 'www.tiktokv.com'],
  addressNamesAuthor: true,
  identify: address => identifyBy(patterns, tiktok.hosts, address),
  postedAt,
  posts,
  postAround,
  postAt: (document, address) => postAt(document, tiktok.identify(address)?.postId),
  read: (post, address, viewer) => read(post, tiktok.identify(address), viewer),
  account: (document, address) => account(document, tiktok.identify(address)),
  signedIn,
};

function postedAt(postId: string, notAfter: Instant): PostedAt | undefined {
  const at = tiktokTime(postId, notAfter);
  if (at === undefined) return undefined;
  return {
    at,
    method: 'derived-from-id',
    toleranceSeconds: 15,
    caveat:
      'Computed from the number in the address, which is given out when an upload begins: up to some ten seconds before the time that TikTok shows. What a scheduled post shows is not known.',
  };
}

/** How TikTok answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'https://www.tiktok.com/legal/report/lawenforcementrequest (attachments as PDF only)',
    addresses: ['https://www.tiktok.com/legal/report/lawenforcementrequest'],
    confirmed: true,
  },
  emergency: { text: 'The same form, from a sworn law-enforcement official.', confirmed: true },
  keptFor: { text: '90 days.', days: 90, confirmed: true },
  renewal: {
    text: 'One further 90 days on a formal request; TikTok “may not honour multiple extension requests”.',
    days: 90,
    confirmed: true,
  },
  mustHold: [
    { text: 'the right company as addressee', confirmed: true },
    { text: 'letterhead, signature and date', confirmed: true },
    {
      text: 'name and place of the authority; the officer’s name, badge number, official e-mail address and telephone number',
      confirmed: true,
    },
    {
      text: 'user name with its address or a screenshot, User ID, telephone number or e-mail address; Video ID with its address or a screenshot',
      confirmed: true,
    },
    { text: 'a screenshot of the account', confirmed: true },
    { text: 'the kind of data, exactly', confirmed: true },
    { text: 'the date, if possible with the time, or the range of dates', confirmed: true },
    {
      text: 'the legal process (Act and section), the offence, the circumstances, and what TikTok has to do with them',
      confirmed: true,
    },
    { text: 'whether the user may be told', confirmed: true },
  ],
  whoMayAsk: {
    text: 'Law enforcement only, from an official e-mail domain.',
    anyone: false,
    confirmed: true,
  },
  userNotice: {
    text: 'TikTok tells users where the law requires it, and not where it is forbidden, would endanger the investigation or risk harm; the officer must say so. Its text does not say that a preservation request alone is told.',
    noticeOfPreservation: false,
    confirmed: true,
  },
  ukAddressee: {
    text: 'TikTok Information Technologies UK Limited, 4 Lindsey Street, Barbican, London EC1A 9HP, for users in the United Kingdom.',
    confirmed: true,
  },
  victimRoute: {
    text: 'Report the video or the comment in TikTok; https://support.tiktok.com/en/safety-hc/report-a-problem; download your own data in the settings.',
    confirmed: true,
  },
  identifiers: ['accountId', 'handle', 'profileAddress', 'postId', 'permalink', 'ids.secUid'],
  dateStyle: 'iso',
  source:
    'TikTok Law Enforcement Guidelines of 2026-01-22, version of 2026-04-29 (Open Terms Archive, contrib-versions)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://www.tiktok.com/@MS4wLjABAAAAinventedinventedinventedinventedinventedinventedinvent',
    source: 'links in page scripts of 2026',
    expect: {
      kind: 'profile',
      ids: { secUid: 'MS4wLjABAAAAinventedinventedinventedinventedinventedinventedinvent' },
    },
  },
  {
    url: 'https://www.tiktok.com/@illojuan/video/7571863205253778710?is_from_webapp=1&sender_device=pc',
    source: 'yt-dlp extractor/tiktok.py',
    expect: {
      kind: 'video',
      handle: 'illojuan',
      postId: '7571863205253778710',
      permalink: 'https://www.tiktok.com/@illojuan/video/7571863205253778710',
    },
  },
  {
    url: 'https://www.tiktok.com/@/video/6748451240264420610',
    source: 'yt-dlp extractor/tiktok.py: the handle may be missing',
    expect: { kind: 'video', postId: '6748451240264420610' },
  },
  {
    url: 'https://www.tiktok.com/@robin.sample/photo/7206382937372134662',
    source: 'gallery-dl extractor/tiktok.py',
    expect: { kind: 'post', handle: 'robin.sample', postId: '7206382937372134662' },
  },
  {
    url: 'https://www.tiktokv.com/share/video/7240568259186019630',
    source: 'gallery-dl test/results/tiktok.py',
    expect: { kind: 'video', postId: '7240568259186019630' },
  },
  {
    url: 'https://vm.tiktok.com/ZGdh4WUhr/',
    source: 'gallery-dl test/results/tiktok.py: where it leads is not in it',
    expect: { kind: 'other', shortLink: 'ZGdh4WUhr', permalink: 'https://vm.tiktok.com/ZGdh4WUhr/' },
  },
  {
    url: 'https://www.tiktok.com/t/ZGdh4WUhr/?share_id=1',
    source: 'gallery-dl test/results/tiktok.py',
    expect: { kind: 'other', shortLink: 'ZGdh4WUhr', permalink: 'https://www.tiktok.com/t/ZGdh4WUhr/' },
  },
  {
    url: 'https://www.tiktok.com/@chillezy/live',
    source: 'from memory',
    expect: { kind: 'live', handle: 'chillezy' },
  },
  {
    url: 'https://www.tiktok.com/@chillezy?lang=en',
    source: 'gallery-dl test/results/tiktok.py',
    expect: { kind: 'profile', handle: 'chillezy', permalink: 'https://www.tiktok.com/@chillezy' },
  },
  { url: 'https://www.tiktok.com/foryou', identified: false },
  { url: 'https://www.tiktok.com/tag/sample', identified: false },
];

/** Numbers and the times encoded in them. */
export const vectors: readonly Vector[] = [
  { id: '6748451240264420610', at: '2019-10-16T17:17:25.960Z', source: 'yt-dlp extractor/tiktok.py' },
  { id: '7206382937372134662', at: '2023-03-03T18:06:17.742Z', source: 'yt-dlp extractor/tiktok.py' },
  { id: '17873440459141021', at: undefined, source: 'would be of the year 1970' },
];
