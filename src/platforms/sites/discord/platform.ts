import type { Instant } from '../../../model/identifiers.ts';
import type { PostedAt } from '../../../model/post.ts';
import type { Example, Platform, Vector } from '../../contract.ts';
import { snowflakeTime } from '../../identifiers/snowflake.ts';
import { identifyBy } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { hosts, patterns } from './addresses.ts';
import { postAround, postAt, posts, read, signedIn } from './page.ts';

/** The start of Discord's snowflakes, 2015-01-01, by its documentation. */
const snowflakes = { epoch: 1_420_070_400_000n };

/** Discord in the browser. A message has no page of its own: its address opens it among others. */
export const discord: Platform = {
  id: 'discord',
  name: 'Discord',
  hosts,
  identify: address => identifyBy(patterns, hosts, address),
  postedAt,
  posts,
  postAround,
  postAt: (document, address) => postAt(document, discord.identify(address)),
  read: (post, address, viewer) => read(post, discord.identify(address), viewer),
  signedIn,
};

function postedAt(postId: string, notAfter: Instant): PostedAt | undefined {
  const at = snowflakeTime(postId, snowflakes, notAfter);
  if (at === undefined) return undefined;
  return {
    at,
    method: 'derived-from-id',
    toleranceSeconds: 1,
    caveat:
      'Computed from the number of the message: when it was first sent. A later edit leaves the number as it was.',
  };
}

/** How Discord answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'Government Request Portal (Kodex), https://app.kodexglobal.com/discord/signin; in 2024 https://app.kodex.us/discord/signin',
    addresses: ['https://app.kodexglobal.com/discord/signin', 'https://app.kodex.us/discord/signin'],
    confirmed: false,
  },
  emergency: {
    text: 'The same portal, for danger of death or serious physical injury (18 USC 2702).',
    confirmed: false,
  },
  keptFor: { text: '90 days.', days: 90, confirmed: false },
  renewal: { text: 'Not known. Ask again before the period ends.', confirmed: false },
  mustHold: [
    { text: 'the account’s number (17 to 19 digits)', confirmed: false },
    { text: 'user name, e-mail address or telephone number', confirmed: false },
    { text: 'the numbers of the server, the channel and the messages', confirmed: false },
    { text: 'not the display name alone', confirmed: false },
  ],
  whoMayAsk: {
    text: 'Law enforcement and government, from a valid e-mail domain only.',
    anyone: false,
    confirmed: false,
  },
  userNotice: {
    text: 'Discord’s policy is to tell the user, with a copy, unless it is prohibited or in an emergency. Whether preservation alone is told is not known.',
    noticeOfPreservation: false,
    confirmed: false,
  },
  ukAddressee: {
    text: 'Discord Inc. (United States). Its representative for UK data protection is VeraSafe United Kingdom Ltd.',
    confirmed: false,
  },
  victimRoute: {
    text: 'Report the message in Discord, before it is deleted; the data package for your own account.',
    confirmed: false,
  },
  identifiers: ['accountId', 'ids.guildId', 'ids.channelId', 'postId', 'permalink', 'handle'],
  dateStyle: 'both',
  source:
    'discord.com/safety/360044157931 (2024-02-16, first part); ministryofcyberaffairs.com (secondary, 2026); Privacy Policy, version of 2026-04-08 (Open Terms Archive, contrib-versions)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://discord.com/channels/302094807046684672/1306705919916249098/1306706528786583623',
    source: 'a link in a public repository',
    expect: {
      kind: 'message',
      postId: '1306706528786583623',
      ids: { guildId: '302094807046684672', channelId: '1306705919916249098' },
      permalink: 'https://discord.com/channels/302094807046684672/1306705919916249098/1306706528786583623',
    },
  },
  {
    url: 'https://ptb.discord.com/channels/@me/1306705919916249098/1306706528786583623',
    source: 'the same form, in a private conversation',
    expect: { kind: 'message', postId: '1306706528786583623', ids: { channelId: '1306705919916249098' } },
  },
  {
    url: 'https://discord.com/channels/@me/1306705919916249098',
    source: 'the same form, a private conversation',
    expect: { kind: 'message', ids: { channelId: '1306705919916249098' } },
  },
  {
    url: 'https://discordapp.com/channels/427876741990711298/551531058039095296',
    source: 'a link in a public repository',
    expect: { kind: 'channel', ids: { guildId: '427876741990711298', channelId: '551531058039095296' } },
  },
  {
    url: 'https://discord.com/channels/427876741990711298/551531058039095296/threads/1306705919916249098',
    source: 'from memory: a thread beside its channel',
    expect: {
      kind: 'channel',
      ids: {
        guildId: '427876741990711298',
        parentChannelId: '551531058039095296',
        channelId: '1306705919916249098',
      },
    },
  },
  {
    url: 'https://discord.com/channels/427876741990711298',
    source: 'from memory',
    expect: { kind: 'group', ids: { guildId: '427876741990711298' } },
  },
  {
    url: 'https://discord.com/users/429235270664060948',
    source: 'from memory',
    expect: { kind: 'profile', accountId: '429235270664060948' },
  },
  {
    url: 'https://cdn.discordapp.com/attachments/622136585277931532/626893414490832918/asdf.png?ex=1&is=2&hm=3',
    source: 'gallery-dl test/results/discord.py',
    expect: {
      kind: 'other',
      ids: { channelId: '622136585277931532', attachmentId: '626893414490832918', fileName: 'asdf.png' },
      permalink: 'https://cdn.discordapp.com/attachments/622136585277931532/626893414490832918/asdf.png',
    },
  },
  {
    url: 'https://discord.gg/BW5QyUG',
    source: 'a link in a public repository',
    expect: { kind: 'group', ids: { inviteCode: 'BW5QyUG' } },
  },
  { url: 'https://discord.com/channels/@me', identified: false },
  { url: 'https://discord.com/login', identified: false },
];

/** Numbers and the times encoded in them. */
export const vectors: readonly Vector[] = [
  {
    id: '175928847299117063',
    at: '2016-04-30T11:18:25.796Z',
    source: 'discord-api-docs images/snowflake-to-datetime.svg',
  },
  {
    id: '1402390388030832792',
    at: '2025-08-05T20:38:43.660Z',
    source: 'discord-api-docs developers/events/webhook-events.mdx, which gives the same millisecond',
  },
  {
    id: '661720242585735168',
    at: '2020-01-01T00:00:00.000Z',
    source: '@sapphire/snowflake tests, DiscordSnowflake (1577836800000)',
  },
  {
    id: '334385199974967042',
    at: '2017-07-11T17:27:24.250Z',
    source:
      'the formula; the time beside it in discord-api-docs resources/message.mdx (17:27:07.299) is wrong',
  },
];
