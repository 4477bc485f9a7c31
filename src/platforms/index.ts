import type { Instant } from '../model/identifiers.ts';
import type { AddressReading, PostedAt } from '../model/post.ts';
import { bluesky } from './bluesky.ts';
import type { Platform } from './contract.ts';
import { discord } from './discord.ts';
import { facebook } from './facebook.ts';
import { grindr } from './grindr.ts';
import { isOnHost } from './hosts.ts';
import { instagram } from './instagram.ts';
import { linkedin } from './linkedin.ts';
import { mastodon } from './mastodon.ts';
import { messenger } from './messenger.ts';
import { onlyfans } from './onlyfans.ts';
import { pinterest } from './pinterest.ts';
import { reddit } from './reddit.ts';
import { snapchat } from './snapchat.ts';
import { steam } from './steam.ts';
import { telegram } from './telegram.ts';
import { threads } from './threads.ts';
import { tiktok } from './tiktok.ts';
import { tinder } from './tinder.ts';
import { tumblr } from './tumblr.ts';
import { twitch } from './twitch.ts';
import { web } from './web.ts';
import { whatsapp } from './whatsapp.ts';
import { x } from './x.ts';
import { xbox } from './xbox.ts';
import { youtube } from './youtube.ts';

/** Every platform, in alphabetical order; `web`, which takes any page, stands last. The order decides nothing. */
export const platforms: readonly Platform[] = [
  bluesky,
  discord,
  facebook,
  grindr,
  instagram,
  linkedin,
  mastodon,
  messenger,
  onlyfans,
  pinterest,
  reddit,
  snapchat,
  steam,
  telegram,
  threads,
  tiktok,
  tinder,
  tumblr,
  twitch,
  whatsapp,
  x,
  xbox,
  youtube,
  web,
];

/** The platform that the address lies on; `web` for any other. */
export function platformFor(address: URL): Platform {
  return platforms.find(platform => isOn(platform, address)) ?? web;
}

/** Whether the address lies on this platform's own hosts; false of `web`, which has none. */
export function isOn(platform: Platform, address: URL): boolean {
  return isOnHost(address, platform.hosts) && (platform.owns?.(address) ?? true);
}

/** The address in a text, also in a form that one platform alone uses; undefined when it is none. */
export function addressIn(text: string): URL | undefined {
  for (const platform of platforms) {
    const address = platform.toAddress?.(text);
    if (address !== undefined) return address;
  }
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** The platform with this id; undefined when there is none. */
export function platformById(id: string): Platform | undefined {
  return platforms.find(platform => platform.id === id);
}

/**
 * The time that a platform's post id holds, for whoever checks a record. Undefined when the platform is not
 * known, its ids hold no time, or the time is not plausible before `notAfter`.
 */
export function deriveTime(platformId: string, postId: string, notAfter: Instant): PostedAt | undefined {
  return platformById(platformId)?.postedAt(postId, notAfter);
}

/** Longer addresses are not taken apart. */
const longestAddress = 10_000;

/** Platforms that write a post's author into its address; on others it may be the place where somebody else wrote. */
const authorPlatforms = ['bluesky', 'mastodon', 'threads', 'tiktok', 'tumblr', 'x'];

/**
 * How an address stands to the platform with this id, for whoever checks a record. Undefined for a text that is no
 * web address, and for one that is longer than any page's that names a post.
 */
export function readAddress(platformId: string, text: string): AddressReading | undefined {
  if (text.length > longestAddress || !URL.canParse(text)) return undefined;
  const address = new URL(text);
  if (!/^https?:$/.test(address.protocol)) return undefined;
  const platform = platformById(platformId);
  const isOwn = platform !== undefined && (platform === web || isOnHost(address, platform.hosts));
  const said = isOwn ? platform.identify(address) : undefined;
  return {
    isKnownPlatform: platform !== undefined,
    place: isOwn ? 'own' : isKnownHost(address) ? 'other' : 'nowhere',
    ...(said && { said }),
    namesAuthor: said?.kind === 'profile' || authorPlatforms.includes(platformId),
  };
}

function isKnownHost(address: URL): boolean {
  return platforms.some(({ hosts }) => isOnHost(address, hosts));
}
