import type { TimeStamps } from '../../bundle/bundle-input.ts';
import { clockTolerance } from '../../bundle/verify/time-stamps/time-stamp-findings.ts';
import {
  type AskOptions,
  type AuthoritiesAnswer,
  askAuthorities,
} from '../../bundle/write/ask-authorities.ts';
import { revocationClient } from '../../crypto/revocation-client.ts';
import { toInstant } from '../../model/identifiers.ts';
import {
  type Authorities,
  areTwoAsked,
  isAsked,
  isHostListed,
  stampPatience,
} from '../../model/time-stamp.ts';
import type { ExportStamp } from '../engine.ts';

/** The authorities of one export, and what they gave so far. */
export interface ExportTimeStamps extends TimeStamps {
  readonly stamps: readonly ExportStamp[];
}

/** A time-stamp, or why there is none. */
type Given = Awaited<ReturnType<TimeStamps['stamp']>>;

/**
 * The authorities that the user switched on; undefined when none is. One that failed is not asked again in this
 * export, so that a dead one costs one wait, however many volumes there are.
 */
export function exportTimeStamps(
  authorities: Authorities,
  how: Pick<AskOptions, 'fetch' | 'now' | 'random'> & {
    readonly signal: AbortSignal;
    readonly timeLimit?: number;
  },
): ExportTimeStamps | undefined {
  if (!isAsked(authorities)) return undefined;
  const { addresses, roots } = authorities;
  const { fetch, now } = how;
  // A worker cannot ask the browser what it may reach; what the user allowed stands in the settings.
  const mayAsk = async (address: string) => isHostListed(authorities, address);
  const askRevocation = revocationClient({ fetch, now, mayAsk, timeLimit: stampPatience.lists });
  const options = { timeLimit: stampPatience.stamp, ...how, roots, askRevocation };
  let left = addresses;
  /** Whose the first time-stamp is, and who can give none beside it. */
  let giver: string | undefined;
  let unfit: readonly string[] = [];
  /** Of a second one: the last reason why there was none. */
  let refusal: Given = { failure: 'same-authority' };
  const stamps: ExportStamp[] = [];

  /** What is taken of an answer. */
  function given(answer: AuthoritiesAnswer, isSecond: boolean): Given {
    if ('reply' in answer) {
      // A seal is dated by this computer's clock; a time-stamp that is older than its seal would speak against it.
      if (answer.clockDifference < -clockTolerance) return { failure: 'clock-ahead' };
      const { genTime, authority } = answer.facts;
      const stamp = { genTime: toInstant(genTime.getTime()), authority: authority ?? answer.address };
      stamps.push({ ...stamp, ...(isSecond && { isSecond: true as const }) });
      return answer;
    }
    return refusalOf(answer);
  }

  async function stamp(imprint: Uint8Array<ArrayBuffer>): Promise<Given> {
    const answer = await askAuthorities(imprint, { ...options, addresses: left });
    const failed = addressesOf(answer);
    // The last to fail stays, so that there is a reason to give for the next.
    if ('reply' in answer && answer.clockDifference >= -clockTolerance) {
      left = left.filter(address => !failed.includes(address));
      giver = answer.address;
    }
    if (failed.length > 0) refusal = refusalOf(answer);
    return given(answer, false);
  }

  async function stampBesides(imprint: Uint8Array<ArrayBuffer>, besides: Uint8Array): Promise<Given> {
    const others = left.filter(address => address !== giver && !unfit.includes(address));
    if (others.length === 0) return refusal;
    const answer = await askAuthorities(imprint, { ...options, addresses: others, besides });
    unfit = [...unfit, ...addressesOf(answer)];
    const second = given(answer, true);
    if ('failure' in second) refusal = second;
    return second;
  }

  return { stamps, stamp, ...(areTwoAsked(authorities) && { stampBesides }) };
}

function addressesOf({ refusals }: AuthoritiesAnswer): readonly string[] {
  return refusals.map(({ address }) => address);
}

/** Why the last one that was asked gave none. */
function refusalOf({ refusals }: AuthoritiesAnswer): Given {
  const { failure, text } = refusals.at(-1) ?? { failure: 'unreachable' };
  const shown = failure === 'not-permitted' ? 'unreachable' : failure;
  return { failure: shown, ...(text === undefined ? {} : { text }) };
}
