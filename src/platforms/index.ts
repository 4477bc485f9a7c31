import type { Instant } from '../model/identifiers.ts';
import type { PostedAt } from '../model/post.ts';
import type { Platform } from './contract.ts';
import { isHostOf } from './hosts.ts';
import { web } from './web.ts';
import { x } from './x.ts';

/** Every platform, in alphabetical order; `web`, which takes any page, stands last. */
export const platforms = [x, web] as const satisfies readonly Platform[];

/** The platform on whose host the address lies; `web` for any other. */
export function platformFor(address: URL): Platform {
  return platforms.find(platform => isHostOf(address.hostname, platform.hosts)) ?? web;
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
