import type { CustodyEntry } from '../../../src/model/custody.ts';
import { instantSchema } from '../../../src/model/identifiers.ts';
import { replyAt } from '../time-stamped.ts';
import { type Row, record1 } from './forgeries.ts';
import { keys } from './stamp-forgeries.ts';
import { putIn, retold, row } from './story.ts';

const record3 = record1.replace('ABC_1', 'ABC_3');
const instant = (text: string) => instantSchema.parse(text);

const replyOf = (at: string) => (imprint: Uint8Array) => replyAt(keys(), imprint, at);
/** Stamped as soon as the second was recorded, by a clock that is right. */
const reply = replyOf('2026-03-03T10:00:02.000Z');

/** Tells of another recording than the one that was erased; nothing else in the bundle knows which it was. */
function erasedAnother(entries: readonly CustodyEntry[]): readonly CustodyEntry[] {
  const recordSha256 = 'b'.repeat(64);
  const recorded = retold('capture.committed', { recordSha256 }, 1)(entries);
  return retold('exhibit.erased', { recordSha256 })(recorded);
}

/** What a record says of the chain that it was recorded in. */
export const previousEvents: readonly Row[] = [
  row(
    'a record that names an event of another chain',
    { previous: event => ({ ...event, digest: 'a'.repeat(64) as typeof event.digest }) },
    'capture.previous-event.mismatch',
    'ABC/1',
  ),
  row(
    'a record that names an event earlier than the one before its own',
    { previous: ({ sequence, digest }) => ({ sequence: Math.max(1, sequence - 1), digest }) },
    'capture.previous-event.mismatch',
    'ABC/3',
  ),
  row(
    'a chain written anew around a record that stays as it was stamped',
    { reply, afterwards: erasedAnother },
    'capture.previous-event.mismatch',
    'ABC/3',
  ),
  row(
    'an event put in before a record that stays as it was stamped',
    { reply, afterwards: putIn(5, { action: 'exhibit.viewed', detail: {} }) },
    'capture.previous-event.mismatch',
    'ABC/3',
  ),
  row(
    'the event before a record taken away, and the record left',
    { afterwards: entries => entries.toSpliced(10, 1) },
    'capture.previous-event.mismatch',
    'ABC/3',
  ),
  row(
    'a later record that names no event',
    { previous: (event, { reference }) => (reference === 'ABC/1' ? event : undefined) },
    'capture.previous-event.missing',
    'ABC/3',
  ),
  row(
    'a record stamped before what came before it, by a clock that was right',
    {
      reply: replyOf('2026-03-01T12:00:00.000Z'),
      afterwards: retold('capture.stamped', { clockDifferenceSeconds: 0 }, -1),
    },
    'capture.previous-event.later',
    record3,
  ),
  row(
    'a clock that ran ahead and was put right before the recording',
    {
      reply,
      entries: putIn(3, { action: 'exhibit.viewed', detail: {}, at: instant('2026-03-03T15:00:00.000Z') }),
    },
    'capture.previous-event.set-back',
    record3,
    'intact',
  ),
];
