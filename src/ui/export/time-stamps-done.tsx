import { refusalWords } from '../../model/time-stamp-words.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { Moment } from '../parts/moment.tsx';
import type { WrittenTimeStamps } from './engine.ts';

/** Which authority gave which moment for the finished files, what is missing, why, and what can be done. */
export function TimeStampsDone({ timeStamps }: { readonly timeStamps: WrittenTimeStamps }) {
  const { stamps, missing, waiting, waitingSecond } = timeStamps;
  const [first] = stamps;
  return (
    <div id="time-stamps-done" data-missing={missing.length} data-waiting={waiting.length}>
      {first !== undefined && (
        <p id="stamped-by">
          Time-stamped by <PageText text={first.authority} />. By its clock it was{' '}
          <Moment at={first.genTime} />.
        </p>
      )}
      {missing.length > 0 && <Missing {...timeStamps} />}
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

function Missing({ stamps, missing }: WrittenTimeStamps) {
  const [first] = missing;
  if (first === undefined) return null;
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
