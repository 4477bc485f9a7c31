import type { CaptureRecord } from '../../../model/capture.ts';
import { areTwoAsked, type CaptureTimeStamp, isAsked } from '../../../model/time-stamp.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { clockWords, refusalWords, spanWords } from '../../../words/time-stamps.ts';
import { Moment } from '../../parts/moment.tsx';
import { usePorts } from '../../parts/ports.ts';
import { useWatched } from '../../parts/use-watched.ts';

type Stamped = Extract<CaptureTimeStamp, { state: 'stamped' }>;
type Waiting = Extract<CaptureTimeStamp, { state: 'waiting' }>;

/**
 * Who time-stamped the record of an exhibit and how long afterwards, or why nobody has yet. The same for a second
 * authority where one is asked. Nothing when no time-stamp was asked for.
 */
export function TimeStampPart({ record }: { readonly record: CaptureRecord }) {
  const { log } = usePorts();
  const read = useWatched(
    async () => ({
      stamp: await log.readTimeStamp(record.id),
      second: await log.readTimeStamp(record.id, 2),
      authorities: await log.readAuthorities(),
    }),
    [record.id],
  );
  if (read.state !== 'ready' || read.value.stamp === undefined) return null;
  const { stamp, second, authorities } = read.value;
  const recordedAt = record.clocks?.capturedAt ?? record.completedAt;
  return (
    <section aria-labelledby="time-stamp-title" id="time-stamp" data-state={stamp.state}>
      <h2 id="time-stamp-title">Time-stamp</h2>
      {stamp.state === 'stamped' ? (
        <StampedPart stamp={stamp} recordedAt={recordedAt} />
      ) : (
        <WaitingPart stamp={stamp} who="the authority" off={isAsked(authorities) ? undefined : allOff} />
      )}
      {second !== undefined && (
        <div id="second-time-stamp" data-state={second.state}>
          <h3>Second time-stamp, of another authority</h3>
          {second.state === 'stamped' ? (
            <StampedPart stamp={second} recordedAt={recordedAt} />
          ) : (
            <WaitingPart
              stamp={second}
              who="a second authority"
              off={areTwoAsked(authorities) ? undefined : secondOff}
            />
          )}
        </div>
      )}
    </section>
  );
}

function StampedPart({ stamp, recordedAt }: { readonly stamp: Stamped; readonly recordedAt: string }) {
  // Both moments are by this computer's clock, so a wrong clock does not change the difference.
  const seconds = (Date.parse(stamp.receivedAt) - Date.parse(recordedAt)) / 1000;
  return (
    <>
      <p>
        Time-stamped {spanWords(seconds)} after it was recorded, by{' '}
        <PageText text={stamp.authority || stamp.address} />. By the authority’s clock it was{' '}
        <Moment at={stamp.genTime} />.
      </p>
      <p>{clockWords(stamp.clockDifference)}</p>
      <p class="muted">
        The address that was asked: <PageText text={stamp.address} />
      </p>
    </>
  );
}

interface WaitingPartProps {
  readonly stamp: Waiting;
  readonly who: string;
  /** The sentence for when no authority is asked now. */
  readonly off: string | undefined;
}

const allOff = 'Time-stamps are switched off now. Holdfast asks again when they are on.';
const secondOff = 'Asking two authorities is switched off now. Holdfast asks again when it is on.';

function WaitingPart({ stamp, who, off }: WaitingPartProps) {
  return (
    <>
      <p>
        Waiting for {who} since <Moment at={stamp.waitingSince} />. The record itself is complete and sealed.{' '}
        {off ?? (
          <>
            Holdfast asks again at <Moment at={stamp.nextAt} />, or as soon as this computer is online.
          </>
        )}
      </p>
      {stamp.refusals.length > 0 && (
        <>
          <p>What came of asking last:</p>
          <ul>
            {stamp.refusals.map(refusal => (
              <li key={refusal.address}>
                <PageText text={refusal.address} />: <PageText text={refusalWords(refusal)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
