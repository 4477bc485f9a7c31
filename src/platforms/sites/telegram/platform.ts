import type { Example, Platform, Vector } from '../../contract.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { account, framedBody, postAround, postAt, posts, read } from './page.ts';

const home = 'https://t.me';
const links = ['t.me', 'telegram.me', 'telegram.dog'];
const app = ['web.telegram.org'];
const name = '[A-Za-z][A-Za-z0-9_]{3,31}';
const reserved =
  's|c|m|joinchat|share|addstickers|addemoji|addtheme|addlist|proxy|socks|setlanguage|login|invoice|confirmphone|boost|giftcode|contact|nft|iv|bg';
const handle = `(?!(?:${reserved})(?:[/?]|$))(?<handle>${name})`;

const patterns: readonly Pattern[] = [
  {
    kind: 'comment',
    hosts: links,
    path: new RegExp(`^/(?:s/)?${handle}/(?<parentId>\\d+)\\?(?:.*&)?comment=(?<postId>\\d+)(?:&|$)`),
    permalink: ({ handle, parentId, postId }) => `${home}/${handle}/${parentId}?comment=${postId}`,
  },
  {
    kind: 'message',
    hosts: links,
    path: new RegExp(`^/(?:s/)?${handle}/(?:(?<topicId>\\d+)/)?(?<postId>\\d+)/?(?:\\?|$)`),
    permalink: ({ handle, topicId, postId }) =>
      topicId === undefined ? `${home}/${handle}/${postId}` : `${home}/${handle}/${topicId}/${postId}`,
  },
  {
    kind: 'message',
    hosts: links,
    path: /^\/c\/(?<chatId>\d+)\/(?:(?<topicId>\d+)\/)?(?<postId>\d+)\/?(?:\?|$)/,
    permalink: ({ chatId, topicId, postId }) =>
      topicId === undefined ? `${home}/c/${chatId}/${postId}` : `${home}/c/${chatId}/${topicId}/${postId}`,
  },
  {
    kind: 'channel',
    hosts: links,
    path: new RegExp(`^/s/(?<handle>${name})/?(?:\\?|$)`),
    permalink: ({ handle }) => `${home}/s/${handle}`,
  },
  {
    kind: 'group',
    hosts: links,
    path: /^\/(?:joinchat\/|\+)(?<inviteHash>[\w-]+)(?:[/?]|$)/,
    permalink: ({ inviteHash }) => `${home}/+${inviteHash}`,
  },
  {
    kind: 'profile',
    hosts: links,
    path: new RegExp(`^/${handle}/?(?:\\?|$)`),
    permalink: ({ handle }) => `${home}/${handle}`,
  },
  // The web app has the conversation in the fragment: a user's number, a negative number for a group, or @name.
  {
    kind: 'message',
    hosts: app,
    path: new RegExp(`^/(?:a|k)/%23@(?<handle>${name})$`),
    permalink: ({ handle }) => `https://web.telegram.org/k/#@${handle}`,
  },
  {
    kind: 'message',
    hosts: app,
    path: /^\/(?:a|k)\/%23(?<peerId>-?\d{4,20})$/,
    permalink: ({ peerId }) => `https://web.telegram.org/k/#${peerId}`,
  },
];

/** Telegram: the public pages of channels, and its web app. Numbers of messages are unique only within one chat. */
export const telegram: Platform = {
  id: 'telegram',
  name: 'Telegram',
  hosts: [...links, ...app],
  identify: address => identifyBy(patterns, telegram.hosts, withFragmentInPath(address)),
  postedAt: () => undefined,
  posts,
  postAround,
  postAt: (document, address) => postAt(document, telegram.identify(address)),
  read,
  framedBody,
  account: (document, address) => account(document, telegram.identify(address)),
};

function withFragmentInPath(address: URL): URL {
  if (address.hostname !== 'web.telegram.org' || address.hash === '') return address;
  const moved = new URL(address.href);
  moved.hash = '';
  moved.search = '';
  moved.pathname = `${address.pathname}%23${address.hash.slice(1)}`;
  return moved;
}

/** How Telegram answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'No portal for authorities of the United Kingdom was found. Its representative under the Digital Services Act, dsa.telegram@edsr.eu, answers authorities of the European Union only: “If you are not a competent EU … authority, your request will not be processed”.',
    addresses: [],
    confirmed: true,
  },
  emergency: { text: 'None is published. Ask the force’s SPoC.', confirmed: false },
  keptFor: { text: 'No policy on preservation was found.', confirmed: true },
  renewal: { text: 'Not known.', confirmed: false },
  mustHold: [
    {
      text: 'for the IP address and telephone number: a judicial order confirming that the user is a suspect',
      confirmed: true,
    },
    { text: '@username as it was, with the date, and the number of user or chat', confirmed: false },
    { text: 'the address of the channel, group or message', confirmed: false },
  ],
  whoMayAsk: { text: 'Relevant judicial authorities.', anyone: false, confirmed: true },
  userNotice: {
    text: 'Not stated. Disclosures are counted at https://t.me/transparency.',
    noticeOfPreservation: false,
    confirmed: false,
  },
  ukAddressee: {
    text: 'None in the United Kingdom. Its privacy policy names Telegram FZ-LLC (Dubai) and Telegram Group Inc. (British Virgin Islands) as companies of the group.',
    confirmed: true,
  },
  victimRoute: {
    text: 'Report in Telegram; abuse@telegram.org. Record at once: the other side can delete a chat for both.',
    confirmed: false,
  },
  deleted: { text: 'In cloud chats the other side can delete messages for both.', confirmed: false },
  identifiers: ['accountId', 'handle', 'ids.chatId', 'ids.peerId', 'permalink', 'postId', 'ids.inviteHash'],
  dateStyle: 'iso',
  source:
    'Privacy Policy section 8.3, version of 2026-08-22; Law Enforcement Guidelines, version of 2025-03-25 (Open Terms Archive, contrib-versions)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://t.me/europa_press/613?single',
    source: 'yt-dlp extractor/telegram.py',
    expect: {
      kind: 'message',
      handle: 'europa_press',
      postId: '613',
      permalink: 'https://t.me/europa_press/613',
    },
  },
  {
    url: 'https://telegram.me/invented_group/12/613',
    source: 'the same form, with a topic',
    expect: { kind: 'message', handle: 'invented_group', postId: '613', ids: { topicId: '12' } },
  },
  {
    url: 'https://t.me/s/europa_press/613',
    source: 'browsertrix-behaviors src/site/telegram.ts',
    expect: { kind: 'message', handle: 'europa_press', postId: '613' },
  },
  {
    url: 'https://t.me/invented_channel/613?comment=99',
    source: 'from memory',
    expect: { kind: 'comment', handle: 'invented_channel', parentId: '613', postId: '99' },
  },
  {
    url: 'https://t.me/c/1234567890/42',
    source: 'core.telegram.org/api/links',
    expect: { kind: 'message', postId: '42', ids: { chatId: '1234567890' } },
  },
  {
    url: 'https://t.me/s/unlimitedhangout',
    source: 'browsertrix-behaviors src/site/telegram.ts',
    expect: { kind: 'channel', handle: 'unlimitedhangout' },
  },
  {
    url: 'https://t.me/joinchat/AbCdEfGhIjKlMnOp',
    source: 'from memory',
    expect: {
      kind: 'group',
      ids: { inviteHash: 'AbCdEfGhIjKlMnOp' },
      permalink: 'https://t.me/+AbCdEfGhIjKlMnOp',
    },
  },
  {
    url: 'https://t.me/+AbCdEfGhIjKlMnOp',
    source: 'from memory',
    expect: { kind: 'group', ids: { inviteHash: 'AbCdEfGhIjKlMnOp' } },
  },
  {
    url: 'https://t.me/durov',
    source: 'core.telegram.org/api/links',
    expect: { kind: 'profile', handle: 'durov', permalink: 'https://t.me/durov' },
  },
  {
    url: 'https://web.telegram.org/k/#-1234567890',
    source: 'from memory: a group in the app',
    expect: { kind: 'message', ids: { peerId: '-1234567890' } },
  },
  {
    url: 'https://web.telegram.org/a/#@invented_name',
    source: 'from memory',
    expect: { kind: 'message', handle: 'invented_name' },
  },
  { url: 'https://t.me/share/url?url=https://example.org', identified: false },
  { url: 'https://web.telegram.org/k/', identified: false },
  { url: 'https://t.me/addstickers/Invented', identified: false },
];

/** Numbers of messages are sequential within one chat and encode no time. */
export const vectors: readonly Vector[] = [{ id: '613', at: undefined, source: 'the number of a message' }];
