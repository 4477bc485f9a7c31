import { toInstant } from '../model/identifiers.ts';
import type { PostAddress, PostedAt } from '../model/post.ts';
import { addressIn, deriveTime, platformFor } from '../platforms/index.ts';

/** What is said of one address, worked out from it alone: nothing is ever fetched. */
export type Inspection =
  | ({ readonly address: string; readonly platform: string; readonly name: string } & PostAddress & {
        /** What the identifier holds, derived; absent where it holds no time or none that is plausible. */
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

/** `not-an-address`: no web address. `unknown-site`: of no platform. `not-a-post`: of a platform, but of nothing on it. */
export type Refusal = 'not-an-address' | 'unknown-site' | 'not-a-post';

/** Says of each address who, which post and when, as of `now` in milliseconds. */
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

/** 0: every address was understood. 1: one is of no known site, or of nothing on it. 2: one is no address. */
export function exitCodeOf(inspections: readonly Inspection[]): number {
  const refusals = inspections.flatMap(each => ('refused' in each ? [each.refused] : []));
  if (refusals.includes('not-an-address')) return 2;
  return refusals.length > 0 ? 1 : 0;
}
