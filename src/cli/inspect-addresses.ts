import { toInstant } from '../model/identifiers.ts';
import type { PostAddress, PostedAt } from '../model/post.ts';
import { addressIn, deriveTime, platformFor } from '../platforms/index.ts';

/** What one address says, derived from its text alone: nothing is fetched. */
export type Inspection =
  | ({ readonly address: string; readonly platform: string; readonly name: string } & PostAddress & {
        /** The time derived from the identifier; absent where it holds none, or none that is plausible. */
        readonly postedAt?: PostedAt;
      })
  | {
      readonly address: string;
      readonly platform?: string;
      readonly name?: string;
      readonly permalink?: string;
      readonly refused: Refusal;
      readonly detail: string;
    };

/** `not-an-address`: not a web address. `unknown-site`: no known platform. `not-a-post`: nothing on a platform. */
export type Refusal = 'not-an-address' | 'unknown-site' | 'not-a-post';

/** The author, post and time that each address states. `now` is in milliseconds since the Unix epoch. */
export function inspectAddresses(texts: readonly string[], now: number): Inspection[] {
  return texts.map(text => inspectAddress(text, now));
}

function inspectAddress(text: string, now: number): Inspection {
  const address = addressIn(text);
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    return {
      address: text,
      refused: 'not-an-address',
      detail: 'This is no address of a web page. It has to begin with https:// or http://.',
    };
  }
  const { id: platform, name } = platformFor(address);
  const found = platformFor(address).identify(address);
  if (found === undefined) {
    const detail = `This is an address of ${name}, but not of a post, an account or a conversation that Holdfast knows.`;
    return { address: text, platform, name, refused: 'not-a-post', detail };
  }
  if (platform === 'web' && found.postId === undefined) {
    const detail = 'This site is none of the platforms that Holdfast knows; nothing is claimed of it.';
    return { address: text, permalink: found.permalink, refused: 'unknown-site', detail };
  }
  const postedAt =
    found.postId === undefined ? undefined : deriveTime(platform, found.postId, toInstant(now));
  return { address: text, platform, name, ...found, ...(postedAt && { postedAt }) };
}

/** 0: every address was understood. 1: one is of no known site, or of nothing on it. 2: one is not a web address. */
export function exitCodeOf(inspections: readonly Inspection[]): number {
  const refusals = inspections.flatMap(each => ('refused' in each ? [each.refused] : []));
  if (refusals.includes('not-an-address')) return 2;
  return refusals.length > 0 ? 1 : 0;
}
