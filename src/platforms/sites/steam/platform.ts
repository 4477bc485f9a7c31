import type { Example, Platform, Vector } from '../../contract.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';
import type { PreservationFacts } from '../../preservation.ts';
import { account, postAround, postAt, posts, read, signedIn } from './page.ts';

const home = 'https://steamcommunity.com';
const site = ['steamcommunity.com', 'www.steamcommunity.com'];
const number = String.raw`7656119\d{10}`;
const comment = String.raw`/?(?:\?[^#]*?)?%23c(?<postId>\d{1,20})$`;
const topics: readonly [start: string, link: (groups: Readonly<Record<string, string>>) => string][] = [
  [
    String.raw`/app/(?<appId>\d+)/discussions/(?<forum>\d+)`,
    ({ appId, forum }) => `/app/${appId}/discussions/${forum}`,
  ],
  [
    String.raw`/groups/(?<group>[^/?%]+)/discussions/(?<forum>\d+)`,
    ({ group, forum }) => `/groups/${group}/discussions/${forum}`,
  ],
];

const patterns: readonly Pattern[] = [
  ...topics.flatMap(([start, link]): Pattern[] => [
    {
      kind: 'comment',
      hosts: site,
      path: new RegExp(`^${start}/(?<parentId>\\d{1,20})${comment}`),
      permalink: groups => `${home}${link(groups)}/${groups['parentId']}/#c${groups['postId']}`,
    },
    {
      kind: 'post',
      hosts: site,
      path: new RegExp(`^${start}/(?<postId>\\d{1,20})(?:[/?%]|$)`),
      permalink: groups => `${home}${link(groups)}/${groups['postId']}/`,
    },
  ]),
  {
    kind: 'post',
    hosts: site,
    path: /^\/(?:sharedfiles|workshop)\/filedetails\/\?(?:.*&)?id=(?<postId>\d{1,20})/,
    permalink: ({ postId }) => `${home}/sharedfiles/filedetails/?id=${postId}`,
  },
  {
    kind: 'post',
    hosts: site,
    path: new RegExp(`^/profiles/(?<accountId>${number})/recommended/(?<appId>\\d+)`),
    permalink: ({ accountId, appId }) => `${home}/profiles/${accountId}/recommended/${appId}/`,
  },
  {
    kind: 'post',
    hosts: site,
    path: /^\/id\/(?<handle>[A-Za-z0-9_-]{2,32})\/recommended\/(?<appId>\d+)/,
    permalink: ({ handle, appId }) => `${home}/id/${handle}/recommended/${appId}/`,
  },
  {
    kind: 'profile',
    hosts: site,
    path: new RegExp(`^/profiles/(?<accountId>${number})(?:[/?%]|$)`),
    permalink: ({ accountId }) => `${home}/profiles/${accountId}`,
  },
  {
    kind: 'profile',
    hosts: site,
    path: /^\/id\/(?<handle>[A-Za-z0-9_-]{2,32})(?:[/?%]|$)/,
    permalink: ({ handle }) => `${home}/id/${handle}`,
  },
  {
    kind: 'group',
    hosts: site,
    path: /^\/groups\/(?<group>[^/?%]+)(?:[/?%]|$)/,
    permalink: ({ group }) => `${home}/groups/${group}`,
  },
  {
    kind: 'other',
    hosts: ['s.team'],
    path: /^\/(?<shortLink>[\w-]+(?:\/[\w-]+){0,2})\/?(?:\?|$)/,
    permalink: ({ shortLink }) => `https://s.team/${shortLink}`,
  },
];

/** Steam: profiles, discussions and comments. A comment is named in the fragment. */
export const steam: Platform = {
  id: 'steam',
  name: 'Steam',
  hosts: [...site, 'store.steampowered.com', 's.team'],
  identify: address => identifyBy(patterns, steam.hosts, withFragmentInPath(address)),
  postedAt: () => undefined,
  posts,
  postAround,
  postAt: (document, address) => postAt(document, steam.identify(address)),
  read: (post, address, viewer) => read(post, steam.identify(address), viewer),
  account: (document, address) => account(document, steam.identify(address)),
  signedIn,
};

function withFragmentInPath(address: URL): URL {
  if (!/^#c\d{1,20}$/.test(address.hash)) return address;
  return new URL(`${address.origin}${address.pathname}%23${address.hash.slice(1)}`);
}

/** How Valve answers preservation requests. */
export const preservation: PreservationFacts = {
  contact: {
    text: 'None that is published was found: Valve Corporation, Bellevue, Washington (United States).',
    addresses: [],
    confirmed: false,
  },
  emergency: { text: 'Not known. Ask the force’s SPoC.', confirmed: false },
  keptFor: { text: 'Not known. Ask for 90 days.', confirmed: false },
  renewal: { text: 'Not known. Ask again before the period ends.', confirmed: false },
  mustHold: [
    { text: 'the account’s number (steamID64)', confirmed: false },
    { text: 'the address of the profile', confirmed: false },
    { text: 'the address of the comment or the discussion', confirmed: false },
    { text: 'the dates', confirmed: false },
  ],
  whoMayAsk: {
    text: 'Valve’s privacy policy speaks of “court orders or laws and regulations that require us to disclose”.',
    anyone: false,
    confirmed: false,
  },
  userNotice: {
    text: 'Not stated. Ask not to tell the user.',
    noticeOfPreservation: false,
    confirmed: false,
  },
  ukAddressee: { text: 'Valve Corporation (United States).', confirmed: false },
  victimRoute: {
    text: 'Report the user or the comment on Steam; Steam’s privacy dashboard for your own data.',
    confirmed: false,
  },
  identifiers: ['accountId', 'profileAddress', 'handle', 'permalink', 'postId'],
  dateStyle: 'both',
  source: 'Privacy Policy section 5.7, version of 2026-08-10 (Open Terms Archive, contrib-versions)',
  dateChecked: '2026-11-21',
};

/** Addresses and what must be identified in them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://steamcommunity.com/profiles/76561197960265728',
    source: 'a link in a public repository: the first number',
    expect: { kind: 'profile', accountId: '76561197960265728' },
  },
  {
    url: 'https://steamcommunity.com/id/gabelogannewell',
    source: 'from memory',
    expect: { kind: 'profile', handle: 'gabelogannewell' },
  },
  {
    url: 'https://steamcommunity.com/app/570/discussions/0/1234567890123456789/#c1234567890123456790',
    source: 'from memory',
    expect: {
      kind: 'comment',
      postId: '1234567890123456790',
      parentId: '1234567890123456789',
      ids: { appId: '570', forum: '0' },
      permalink: 'https://steamcommunity.com/app/570/discussions/0/1234567890123456789/#c1234567890123456790',
    },
  },
  {
    url: 'https://steamcommunity.com/app/570/discussions/0/1234567890123456789/?ctp=3#c1234567890123456790',
    source: 'from memory: the page of a long discussion is no part of its address',
    expect: { kind: 'comment', postId: '1234567890123456790', ids: { appId: '570', forum: '0' } },
  },
  {
    url: 'https://steamcommunity.com/groups/InventedGroup/discussions/0/1234567890123456789/',
    source: 'from memory',
    expect: { kind: 'post', postId: '1234567890123456789', ids: { group: 'InventedGroup', forum: '0' } },
  },
  {
    url: 'https://steamcommunity.com/sharedfiles/filedetails/?id=2881031511&searchtext=a',
    source: 'a link in a public repository',
    expect: {
      kind: 'post',
      postId: '2881031511',
      permalink: 'https://steamcommunity.com/sharedfiles/filedetails/?id=2881031511',
    },
  },
  {
    url: 'https://steamcommunity.com/profiles/76561197960265728/recommended/570',
    source: 'from memory: a review',
    expect: { kind: 'post', accountId: '76561197960265728', ids: { appId: '570' } },
  },
  {
    url: 'https://steamcommunity.com/groups/InventedGroup#members',
    source: 'from memory',
    expect: { kind: 'group', ids: { group: 'InventedGroup' } },
  },
  {
    url: 'https://s.team/p/abcd-efgh/IJKLMNOP',
    source: 'from memory: an invitation of a friend',
    expect: { kind: 'other', shortLink: 'p/abcd-efgh/IJKLMNOP' },
  },
  { url: 'https://steamcommunity.com/market/', identified: false },
  { url: 'https://steamcommunity.com/profiles/12345', identified: false },
  { url: 'https://store.steampowered.com/app/570/', identified: false },
];

/** No identifier of Steam encodes a time. */
export const vectors: readonly Vector[] = [
  { id: '76561197960265728', at: undefined, source: 'the number of an account' },
  { id: '1234567890123456789', at: undefined, source: 'the number of a discussion, invented' },
];
