import type { PostAddress } from '../../../model/post.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';

/**
 * Servers known to run Mastodon. There are thousands more, but another site may look like one, so a server that is not
 * listed is read like any other page. From memory, 2026-11-21, except for the servers in `examples`.
 */
const mastodonServers = [
  'aus.social',
  'beige.party',
  'c.im',
  'chaos.social',
  'det.social',
  'dice.camp',
  'fedibird.com',
  'fediscience.org',
  'fosstodon.org',
  'framapiaf.org',
  'glasgow.social',
  'hachyderm.io',
  'home.social',
  'indieweb.social',
  'infosec.exchange',
  'ioc.exchange',
  'journa.host',
  'kolektiva.social',
  'mamot.fr',
  'mas.to',
  'masto.ai',
  'masto.nu',
  'mastodon.art',
  'mastodon.au',
  'mastodon.cloud',
  'mastodon.gamedev.place',
  'mastodon.green',
  'mastodon.ie',
  'mastodon.me.uk',
  'mastodon.nl',
  'mastodon.nz',
  'mastodon.online',
  'mastodon.org.uk',
  'mastodon.scot',
  'mastodon.sdf.org',
  'mastodon.social',
  'mastodon.uno',
  'mastodon.world',
  'mastodon.xyz',
  'mastodonapp.uk',
  'mindly.social',
  'mstdn.ca',
  'mstdn.jp',
  'mstdn.party',
  'mstdn.social',
  'newsie.social',
  'norden.social',
  'octodon.social',
  'ohai.social',
  'openbiblio.social',
  'pawoo.net',
  'phpc.social',
  'piaille.fr',
  'qoto.org',
  'ruby.social',
  'scholar.social',
  'sciences.social',
  'sfba.social',
  'social.coop',
  'social.tchncs.de',
  'social.vivaldi.net',
  'sueden.social',
  'tech.lgbt',
  'techhub.social',
  'theblower.au',
  'toot.cafe',
  'toot.community',
  'toot.wales',
  'troet.cafe',
  'universeodon.com',
  'vmst.io',
  'wandering.shop',
] as const;

/** Servers of Pleroma and Akkoma, whose identifiers are of another kind. */
const pleromaServers = ['poa.st', 'woem.space'] as const;

export const hosts: readonly string[] = [...mastodonServers, ...pleromaServers];

const handle = '(?<handle>[A-Za-z0-9_.-]+(?:@[A-Za-z0-9.-]+)?)';
const number = String.raw`(?<postId>\d{15,19})`;

/** The forms of addresses on one server, whose name is in every permalink. */
function patternsOf(server: string): readonly Pattern[] {
  const home = `https://${server}`;
  const ids = () => ({ server });
  return [
    {
      kind: 'post',
      hosts: mastodonServers,
      path: new RegExp(`^/(?:web/|deck/)?@${handle}/${number}/?(?:\\?|$)`),
      permalink: ({ handle, postId }) => `${home}/@${handle}/${postId}`,
      ids,
    },
    {
      kind: 'post',
      hosts: mastodonServers,
      path: new RegExp(`^/users/${handle}/statuses/${number}(?:[/?]|$)`),
      permalink: ({ handle, postId }) => `${home}/@${handle}/${postId}`,
      ids,
    },
    {
      kind: 'post',
      hosts: mastodonServers,
      path: new RegExp(`^/ap/users/(?<actorId>\\d{1,19})/statuses/${number}(?:[/?]|$)`),
      permalink: ({ actorId, postId }) => `${home}/ap/users/${actorId}/statuses/${postId}`,
      ids,
    },
    {
      kind: 'post',
      hosts: mastodonServers,
      path: new RegExp(`^/(?:web/|deck/)?statuses/${number}/?(?:\\?|$)`),
      permalink: ({ postId }) => `${home}/statuses/${postId}`,
      ids,
    },
    {
      kind: 'post',
      hosts: pleromaServers,
      path: /^\/notice\/(?<postId>[A-Za-z0-9]{18})(?:[/?]|$)/,
      permalink: ({ postId }) => `${home}/notice/${postId}`,
      ids,
    },
    {
      kind: 'post',
      hosts: pleromaServers,
      path: /^\/objects\/(?<postId>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:[/?]|$)/,
      permalink: ({ postId }) => `${home}/objects/${postId}`,
      ids,
    },
    {
      kind: 'profile',
      path: new RegExp(
        `^/(?:web/|deck/)?@${handle}(?:/(?:with_replies|media|featured|followers|following))?/?(?:\\?|$)`,
      ),
      permalink: ({ handle }) => `${home}/@${handle}`,
      ids,
    },
    {
      kind: 'profile',
      path: new RegExp(`^/users/${handle}/?(?:\\?|$)`),
      permalink: ({ handle }) => `${home}/@${handle}`,
      ids,
    },
  ];
}

/**
 * What the address identifies. A server shows copies of other servers' posts under its own numbers: the handle names
 * the account's own server, `ids.server` the server of this copy.
 */
export function identify(address: URL): PostAddress | undefined {
  const server = address.hostname;
  const found = identifyBy(patternsOf(server), hosts, address);
  return found?.handle === undefined ? found : { ...found, handle: fullHandle(found.handle, server) };
}

/** `name@server`, also for an account of the server itself, whose pages leave out the server. */
export function fullHandle(handle: string, server: string): string {
  return handle.includes('@') ? handle : `${handle}@${server}`;
}
