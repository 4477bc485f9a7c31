import type { PostAddress } from '../../../model/post.ts';
import type { Example, Platform, Vector } from '../../contract.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { postAround, posts, read } from './page.ts';

const site = ['whatsapp.com', 'www.whatsapp.com'];

/** Forms of address from memory, 2026-11-21. A conversation on WhatsApp Web has no address. */
const patterns: readonly Pattern[] = [
  {
    kind: 'profile',
    path: /^\/\+?(?<accountId>\d{6,15})\/?(?:\?|$)/,
    hosts: ['wa.me'],
    permalink: ({ accountId }) => `https://wa.me/${accountId}`,
  },
  {
    kind: 'profile',
    path: /^\/send\/?\?(?:.*&)?phone=(?:\+|%2B)?(?<accountId>\d{6,15})(?:&|$)/i,
    hosts: ['api.whatsapp.com', 'web.whatsapp.com'],
    permalink: ({ accountId }) => `https://wa.me/${accountId}`,
  },
  {
    kind: 'group',
    path: /^\/(?:invite\/)?(?<inviteCode>[A-Za-z0-9]{20,24})\/?(?:\?|$)/,
    hosts: ['chat.whatsapp.com'],
    permalink: ({ inviteCode }) => `https://chat.whatsapp.com/${inviteCode}`,
  },
  {
    kind: 'post',
    path: /^\/channel\/(?<channelId>[A-Za-z0-9]{10,60})\/(?<postId>\d{1,12})\/?(?:\?|$)/,
    hosts: site,
    permalink: ({ channelId, postId }) => `https://whatsapp.com/channel/${channelId}/${postId}`,
  },
  {
    kind: 'channel',
    path: /^\/channel\/(?<channelId>[A-Za-z0-9]{10,60})\/?(?:\?|$)/,
    hosts: site,
    permalink: ({ channelId }) => `https://whatsapp.com/channel/${channelId}`,
  },
];

/** WhatsApp Web. Messages have no address of their own, and their numbers encode no time. */
export const whatsapp: Platform = {
  id: 'whatsapp',
  name: 'WhatsApp',
  hosts: ['web.whatsapp.com', 'wa.me', 'chat.whatsapp.com', 'api.whatsapp.com', ...site],
  identify: address => withPlus(identifyBy(patterns, whatsapp.hosts, address)),
  postedAt: () => undefined,
  posts,
  postAround,
  postAt: () => undefined,
  read,
};

/** Adds the `+` of the international form, which requests need. */
function withPlus(found: PostAddress | undefined): PostAddress | undefined {
  return found?.accountId === undefined ? found : { ...found, accountId: `+${found.accountId}` };
}

/** How WhatsApp answers preservation requests. Mostly from secondary sources. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'https://www.whatsapp.com/records',
    addresses: ['https://www.whatsapp.com/records', 'https://www.whatsapp.com/records/login/'],
    confirmed: false,
  },
  emergency: { text: 'The same portal.', confirmed: false },
  keptFor: { text: '90 days, pending formal legal process.', days: 90, confirmed: false },
  renewal: { text: 'Not known.', confirmed: false },
  mustHold: [
    { text: 'the telephone number in full international form, with + and country code', confirmed: false },
    { text: 'authority, officer, official e-mail address and telephone number', confirmed: false },
  ],
  whoMayAsk: {
    text: 'Law enforcement only, from an official e-mail domain.',
    anyone: false,
    confirmed: false,
  },
  userNotice: {
    text: 'Not known; WhatsApp may reserve the right to tell its users.',
    noticeOfPreservation: false,
    confirmed: false,
  },
  ukAddressee: {
    text: 'WhatsApp LLC, or WhatsApp Ireland Limited for the “European Region”. Which of them answers for the United Kingdom is not confirmed.',
    confirmed: false,
  },
  deleted: {
    text: 'WhatsApp “cannot and does not produce the content of its user’s messages”. What is on the devices of those who wrote is the only copy.',
    confirmed: false,
  },
  victimRoute: {
    text: 'Report the chat in WhatsApp (its last messages are sent along); “Request account info” for your own data; export the chat.',
    confirmed: false,
  },
  identifiers: ['accountId', 'ids.lid', 'ids.chatId', 'postId', 'ids.inviteCode', 'ids.channelId'],
  dateStyle: 'both',
  source:
    'the portal and the 90 days as others quote them from WhatsApp’s guide; faq.whatsapp.com/808280033839222',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://wa.me/447700900123?text=hello',
    source: 'from memory',
    expect: { kind: 'profile', accountId: '+447700900123', permalink: 'https://wa.me/447700900123' },
  },
  {
    url: 'https://api.whatsapp.com/send/?text=a&phone=%2B447700900123',
    source: 'from memory',
    expect: { kind: 'profile', accountId: '+447700900123' },
  },
  {
    url: 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv',
    source: 'from memory',
    expect: { kind: 'group', ids: { inviteCode: 'AbCdEfGhIjKlMnOpQrStUv' } },
  },
  {
    url: 'https://whatsapp.com/channel/0029Va4K0PZ5a245NkngBA2M',
    source: 'from memory',
    expect: { kind: 'channel', ids: { channelId: '0029Va4K0PZ5a245NkngBA2M' } },
  },
  {
    url: 'https://www.whatsapp.com/channel/0029Va4K0PZ5a245NkngBA2M/123',
    source: 'from memory',
    expect: { kind: 'post', postId: '123', ids: { channelId: '0029Va4K0PZ5a245NkngBA2M' } },
  },
  { url: 'https://web.whatsapp.com/', identified: false },
  { url: 'https://www.whatsapp.com/legal/', identified: false },
];

/** WhatsApp's numbers encode no time, as far as anyone has published. */
export const vectors: readonly Vector[] = [
  { id: '3EB0E65E341B647932F5', at: undefined, source: 'a message of 2026-08, as page scripts see it' },
];
