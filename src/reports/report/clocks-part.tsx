import type { CaptureRecord, Clocks } from '../../model/capture.ts';
import type { Post, PostedAt } from '../../model/post.ts';
import { differenceWords, offsetWords, postedAtMethodWords, toleranceWords } from '../../words/times.ts';
import { PageText } from './page-text.tsx';
import { Fields, Moment, MomentInline } from './parts.tsx';

/** The four clocks, each under its own name and never mixed. */
export function ClocksPart({ record }: { readonly record: CaptureRecord }) {
  return (
    <>
      <h3>Times, by four separate clocks</h3>
      <Fields
        fields={[
          ['1. Recorded, by this computer', <Recorded key="1" record={record} />],
          ['2. Time shown on the page', <Displayed key="2" post={record.post} />],
          ['3. Posted, by the platform', <Posted key="3" post={record.post} />],
          ['4. Time-stamp of an authority', <Stamped key="4" clocks={record.clocks} />],
        ]}
      />
    </>
  );
}

function Recorded({ record }: { readonly record: CaptureRecord }) {
  const { clocks } = record;
  return (
    <>
      <Moment at={clocks?.capturedAt ?? record.startedAt} exact />
      {clocks !== undefined && (
        <p class="aside detail">
          The computer’s time zone was <PageText text={clocks.zone} /> ({offsetWords(clocks.offsetMinutes)}).
        </p>
      )}
      {clocks?.serverDate === undefined ? (
        <p class="aside detail">The clock of the computer was not compared with another.</p>
      ) : (
        <p class="aside">
          The website gave its own time as <MomentInline at={clocks.serverDate} />:{' '}
          {differenceWords(clocks.serverDate, clocks.capturedAt)}.
        </p>
      )}
    </>
  );
}

function Displayed({ post }: { readonly post: Post | undefined }) {
  const shown = post?.displayedTime;
  if (shown === undefined) return <PageText text={undefined} />;
  return (
    <>
      “<PageText text={shown.text} />”
      <p class="aside detail">
        As the page showed it to this viewer, whose language was <PageText text={shown.language} /> and whose
        time zone was <PageText text={shown.zone} />. It is not interpreted here.
      </p>
    </>
  );
}

function Posted({ post }: { readonly post: Post | undefined }) {
  if (post === undefined || post.postedAt.length === 0) return <PageText text={undefined} />;
  return (
    <>
      {post.postedAt.map(time => (
        <PostedTime key={time.method} time={time} />
      ))}
    </>
  );
}

function PostedTime({ time }: { readonly time: PostedAt }) {
  return (
    <div>
      <Moment at={time.at} exact />
      <p class="aside">
        How it is known: {postedAtMethodWords[time.method]}. Exactness:{' '}
        {toleranceWords(time.toleranceSeconds)}.
        {time.caveat !== undefined && (
          <span class="detail">
            {' Note: '}
            <PageText text={time.caveat} />
          </span>
        )}
      </p>
    </div>
  );
}

function Stamped({ clocks }: { readonly clocks: Clocks | undefined }) {
  return clocks?.genTime === undefined ? (
    <span class="absent">none in this record</span>
  ) : (
    <Moment at={clocks.genTime} exact />
  );
}
