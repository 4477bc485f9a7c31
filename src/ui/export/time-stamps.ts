import { type AskOptions, askAuthorities } from '../../bundle/ask-authorities.ts';
import { revocationClient } from '../../bundle/ask-for-lists.ts';
import type { TimeStamps } from '../../bundle/bundle-input.ts';
import { clockTolerance } from '../../bundle/time-stamp-findings.ts';
import { toInstant } from '../../model/identifiers.ts';
import { type Authorities, isAsked, isHostListed } from '../../model/time-stamp.ts';
import type { ExportStamp } from './engine.ts';

/** The authorities of one export, and what they gave so far. */
export interface ExportTimeStamps extends TimeStamps {
  readonly stamps: readonly ExportStamp[];
}

/** For one time-stamp, whoever is asked for it, in milliseconds. */
const timeLimit = 20_000;
/** For the lists of withdrawn certificates, once in an export, in milliseconds. Without them the time-stamp stands. */
const listsTimeLimit = 10_000;

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
  const askRevocation = revocationClient({ fetch, now, mayAsk, timeLimit: listsTimeLimit });
  let left = addresses;
  const stamps: ExportStamp[] = [];
  return {
    stamps,
    async stamp(imprint) {
      const answer = await askAuthorities(imprint, {
        timeLimit,
        ...how,
        addresses: left,
        roots,
        askRevocation,
      });
      const failed = new Set(answer.refusals.map(({ address }) => address));
      // The last to fail stays, so that there is a reason to give for the next.
      if ('reply' in answer) {
        // A seal is dated by this computer's clock; a time-stamp that is older than its seal would speak against it.
        if (answer.clockDifference < -clockTolerance) return { failure: 'clock-ahead' };
        left = left.filter(address => !failed.has(address));
        const { genTime, authority } = answer.facts;
        stamps.push({ genTime: toInstant(genTime.getTime()), authority: authority ?? answer.address });
        return answer;
      }
      const { failure, text } = answer.refusals.at(-1) ?? { failure: 'unreachable' };
      const shown = failure === 'not-permitted' ? 'unreachable' : failure;
      return { failure: shown, ...(text === undefined ? {} : { text }) };
    },
  };
}
