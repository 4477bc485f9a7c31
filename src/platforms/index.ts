import type { Instant } from '../model/identifiers.ts';
import type { AddressReading, PostedAt } from '../model/post.ts';
import type { Platform } from './contract.ts';
import { isOnHost } from './hosts.ts';
import { platforms } from './registry/platforms.ts';
import { web } from './sites/web/platform.ts';

export { platforms };

/** The platform of the address; `web` for any other. */
export function platformFor(address: URL): Platform {
  return platforms.find(platform => isOn(platform, address)) ?? web;
}

/** Whether the address is on this platform's own hosts; false for `web`, which has none. */
export function isOn(platform: Platform, address: URL): boolean {
  return isOnHost(address, platform.hosts) && (platform.owns?.(address) ?? true);
}

/** The address in a text, also in a form of one platform; undefined when it is no address. */
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
 * The time encoded in a platform's post id, for checking a record. Undefined when the platform is not known, its ids
 * encode no time, or the time is not plausible before `notAfter`.
 */
export function deriveTime(platformId: string, postId: string, notAfter: Instant): PostedAt | undefined {
  return platformById(platformId)?.postedAt(postId, notAfter);
}

/** Longer addresses are not parsed. */
const longestAddress = 10_000;

/**
 * How an address relates to the platform with this id, for checking a record. Undefined for a text that is no web
 * address, or is longer than any that names a post.
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
    namesAuthor: said?.kind === 'profile' || platform?.addressNamesAuthor === true,
  };
}

function isKnownHost(address: URL): boolean {
  return platforms.some(({ hosts }) => isOnHost(address, hosts));
}
