import type { Pattern } from '../../patterns.ts';

const home = 'https://discord.com';
const app = [
  'discord.com',
  'www.discord.com',
  'ptb.discord.com',
  'canary.discord.com',
  'discordapp.com',
  'www.discordapp.com',
  'ptb.discordapp.com',
  'canary.discordapp.com',
];
const files = ['cdn.discordapp.com', 'media.discordapp.net'];
const invites = ['discord.gg'];
/** The hosts of the app, its files and its invitations. */
export const hosts: readonly string[] = [...app, ...files, ...invites];

const number = String.raw`\d{17,20}`;

/** Every form of Discord's addresses. */
export const patterns: readonly Pattern[] = [
  {
    kind: 'message',
    hosts: app,
    path: new RegExp(
      `^/channels/(?:@me|(?<guildId>${number}))/(?<parentChannelId>${number})/threads/(?<channelId>${number})/(?<postId>${number})(?:[/?]|$)`,
    ),
    permalink: ({ guildId = '@me', parentChannelId, channelId, postId }) =>
      `${home}/channels/${guildId}/${parentChannelId}/threads/${channelId}/${postId}`,
  },
  {
    kind: 'message',
    hosts: app,
    path: new RegExp(
      `^/channels/(?:@me|(?<guildId>${number}))/(?<channelId>${number})/(?<postId>${number})(?:[/?]|$)`,
    ),
    permalink: ({ guildId = '@me', channelId, postId }) =>
      `${home}/channels/${guildId}/${channelId}/${postId}`,
  },
  {
    kind: 'message',
    hosts: app,
    path: new RegExp(`^/channels/@me/(?<channelId>${number})/?(?:\\?|$)`),
    permalink: ({ channelId }) => `${home}/channels/@me/${channelId}`,
  },
  {
    kind: 'channel',
    hosts: app,
    path: new RegExp(
      `^/channels/(?<guildId>${number})/(?<parentChannelId>${number})/threads/(?<channelId>${number})/?(?:\\?|$)`,
    ),
    permalink: ({ guildId, parentChannelId, channelId }) =>
      `${home}/channels/${guildId}/${parentChannelId}/threads/${channelId}`,
  },
  {
    kind: 'channel',
    hosts: app,
    path: new RegExp(`^/channels/(?<guildId>${number})/(?<channelId>${number})/?(?:\\?|$)`),
    permalink: ({ guildId, channelId }) => `${home}/channels/${guildId}/${channelId}`,
  },
  {
    kind: 'group',
    hosts: app,
    path: new RegExp(`^/channels/(?<guildId>${number})/?(?:\\?|$)`),
    permalink: ({ guildId }) => `${home}/channels/${guildId}`,
  },
  {
    kind: 'profile',
    hosts: app,
    path: new RegExp(`^/users/(?<accountId>${number})(?:[/?]|$)`),
    permalink: ({ accountId }) => `${home}/users/${accountId}`,
  },
  {
    kind: 'other',
    hosts: files,
    path: new RegExp(
      `^/attachments/(?<channelId>${number})/(?<attachmentId>${number})/(?<fileName>[^/?]+)(?:\\?|$)`,
    ),
    permalink: ({ channelId, attachmentId, fileName }) =>
      `https://cdn.discordapp.com/attachments/${channelId}/${attachmentId}/${fileName}`,
  },
  {
    kind: 'group',
    hosts: app,
    path: /^\/invite\/(?<inviteCode>[A-Za-z0-9-]+)(?:[/?]|$)/,
    permalink: ({ inviteCode }) => `https://discord.gg/${inviteCode}`,
  },
  {
    kind: 'group',
    hosts: invites,
    path: /^\/(?<inviteCode>[A-Za-z0-9-]+)(?:[/?]|$)/,
    permalink: ({ inviteCode }) => `https://discord.gg/${inviteCode}`,
  },
];
