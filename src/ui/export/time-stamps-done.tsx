import { bundlePaths } from '../../bundle/layout.ts';
import type { ExportStamp, WrittenTimeStamps } from '../../exporting/engine.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { refusalWords } from '../../words/time-stamps.ts';
import { Moment } from '../parts/moment.tsx';

/** Which authority gave which moment for the finished files, what is missing, why, and what can be done. */
export function TimeStampsDone({ timeStamps }: { readonly timeStamps: WrittenTimeStamps }) {
  const { stamps, missing, waiting, waitingSecond } = timeStamps;
  const first = stamps.find(({ isSecond }) => isSecond !== true);
  // A time-stamp that was given but not kept is listed as missing.
  const isSecondKept = missing.every(({ path }) => path !== bundlePaths.secondTimeStamp);
  const second = isSecondKept ? stamps.find(({ isSecond }) => isSecond === true) : undefined;
  return (
    <div id="time-stamps-done" data-missing={missing.length} data-waiting={waiting.length}>
      {first !== undefined && (
        <p id="stamped-by">
          Time-stamped by <Giver stamp={first} />
          {second !== undefined && (
            <span id="second-stamped-by">
              {' '}
              Its list of files was time-stamped by a second authority too: <Giver stamp={second} />
            </span>
          )}
        </p>
      )}
      <Missing {...timeStamps} />
      {waiting.length > 0 && (
        <p class="notice" id="stamps-waiting">
          {waiting.length === 1 ? 'One record has' : `${waiting.length} records have`} no time-stamp yet:{' '}
          {waiting.join(', ')}. Holdfast goes on asking. Export again later if you want{' '}
          {waiting.length === 1 ? 'it' : 'them'} in the file.
        </p>
      )}
      {waitingSecond.length > 0 && (
        <p class="notice" id="second-stamps-waiting">
          {waitingSecond.length === 1 ? 'One record has' : `${waitingSecond.length} records have`} a
          time-stamp of one authority, and none of a second one yet: {waitingSecond.join(', ')}. Holdfast goes
          on asking. Export again later if you want {waitingSecond.length === 1 ? 'it' : 'them'} in the file
          too.
        </p>
      )}
    </div>
  );
}

function Giver({ stamp }: { readonly stamp: ExportStamp }) {
  return (
    <>
      <PageText text={stamp.authority} />. By its clock it was <Moment at={stamp.genTime} />.
    </>
  );
}

function Missing({ stamps, missing }: WrittenTimeStamps) {
  const [first] = missing.filter(({ path }) => path !== bundlePaths.secondTimeStamp);
  // Without a first one there is no second one either.
  if (first === undefined) return <SecondMissing missing={missing} />;
  return (
    <div class="notice" id="stamps-missing">
      <p>
        <strong>
          {stamps.length === 0
            ? 'The file has no time-stamp of its own.'
            : 'One or more time-stamps of the file are missing.'}
        </strong>{' '}
        Everything else is there, and it is signed.
      </p>
      <p>
        <PageText text={refusalWords(first)} />
      </p>
      <p>
        You can use the file as it is. If you want a time-stamp in it, look at Settings, Time-stamps, press
        Test, and export again.
      </p>
    </div>
  );
}

function SecondMissing({ missing }: Pick<WrittenTimeStamps, 'missing'>) {
  const [second] = missing;
  if (second === undefined) return null;
  return (
    <div class="notice" id="second-stamp-missing">
      <p>
        <strong>The file has the time-stamps of one authority, and none of a second one.</strong> Everything
        else is there, and it is signed.
      </p>
      <p>
        <PageText text={refusalWords(second)} />
      </p>
      <p>
        You can use the file as it is. If you want a second one in it, look at Settings, Time-stamps, press
        Test at each address, and export again.
      </p>
    </div>
  );
}
