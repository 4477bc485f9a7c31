import type { TimeStamps } from '../../bundle/bundle-input.ts';
import { clockTolerance } from '../../bundle/verify/time-stamps/time-stamp-findings.ts';
import {
  type AskOptions,
  type AuthoritiesAnswer,
  askAuthorities,
} from '../../bundle/write/ask-authorities.ts';
import { revocationClient } from '../../crypto/time-stamp/revocation-client.ts';
import { toInstant } from '../../model/identifiers.ts';
import {
  type Authorities,
  areTwoAsked,
  isAsked,
  isHostListed,
  stampPatience,
} from '../../model/time-stamp.ts';
import type { ExportStamp } from '../engine.ts';

/** The authorities of one export, and the time-stamps they have given so far. */
export interface ExportTimeStamps extends TimeStamps {
  readonly stamps: readonly ExportStamp[];
}

/** A time-stamp, or why there is none. */
type Given = Awaited<ReturnType<TimeStamps['stamp']>>;

/**
 * The authorities that the user switched on; undefined when there are none. Once one has answered, those that failed
 * before it are not asked again, so that each of them costs one wait, however many volumes there are.
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
  // A worker cannot ask the browser for its permissions, so the settings say what the user allowed.
  const mayAsk = async (address: string) => isHostListed(authorities, address);
  const askRevocation = revocationClient({ fetch, now, mayAsk, timeLimit: stampPatience.lists });
  const options = { timeLimit: stampPatience.stamp, ...how, roots, askRevocation };
  let left = addresses;
  /** Who gave the first time-stamp, and who cannot give a second one. */
  let giver: string | undefined;
  let unfit: readonly string[] = [];
  /** The latest reason why there was no second one. */
  let refusal: Given = { failure: 'same-authority' };
  const stamps: ExportStamp[] = [];

  /** The part of an answer that is used. */
  function given(answer: AuthoritiesAnswer, isSecond: boolean): Given {
    if ('reply' in answer) {
      // A seal is dated by this computer's clock. A time-stamp older than its seal would contradict it.
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
    // When all failed they stay, so that the next volume has a reason to report too.
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

/** Why the last authority that was asked gave no time-stamp. */
function refusalOf({ refusals }: AuthoritiesAnswer): Given {
  const { failure, text } = refusals.at(-1) ?? { failure: 'unreachable' };
  const shown = failure === 'not-permitted' ? 'unreachable' : failure;
  return { failure: shown, ...(text === undefined ? {} : { text }) };
}
