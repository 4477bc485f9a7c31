import { exhibitReference } from '../../../src/model/exhibit.ts';
import type { FindingCode } from '../../../src/model/finding-codes.ts';
import { replyAt } from '../time-stamped.ts';
import { type Row, record1 } from './forgeries.ts';
import { keys } from './stamp-forgeries.ts';
import { changed, putIn, type StoryChanges, storyZip } from './story.ts';

const row = (
  what: string,
  changes: StoryChanges,
  code: FindingCode,
  subject: string,
  verdict?: 'incomplete',
): Row => {
  const alter = () => storyZip(changes);
  return verdict === undefined ? [what, alter, code, subject] : [what, alter, code, subject, verdict];
};

const missing = (from: number, to = from) => ({ from, to, reason: 'missing' });
const saying =
  (lostEvents: readonly object[], more: object = {}) =>
  (record: object) => ({
    ...record,
    ...{ outcome: 'incomplete', lostEvents },
    ...more,
  });

/** The events of the story by their numbers: 2, 3 and 12 are recordings, 4 and 5 words, 6 to 8 notes, 9 a copy. */
const [opening, firstRecording, firstWords, firstNote, viewing] = [1, 2, 4, 6, 13] as const;
const chain = 'custody.jsonl';

/** Each record as an authority stamps it; the event of that comes right after the recording. */
const stamped = (imprint: Uint8Array) => replyAt(keys(), imprint, '2026-03-03T10:00:02.000Z');

/** What is named as lost, and is not. Whoever has the key gains no more by it than a file that is incomplete. */
const honest: readonly Row[] = [
  row(
    'an event that is lost',
    { lost: [viewing] },
    'custody.events.lost',
    `${chain}:${viewing}`,
    'incomplete',
  ),
  row('the opening of the case', { lost: [opening] }, 'custody.opening.lost', `${chain}:2`, 'incomplete'),
  row('a recording', { lost: [firstRecording] }, 'exhibit.commit.lost', 'ABC/1', 'incomplete'),
  row(
    'the event of a time-stamp',
    { reply: stamped, lost: [firstRecording + 1] },
    'capture.stamped.lost',
    record1.replace('capture.json', 'capture.tsr'),
    'incomplete',
  ),
  row('words', { lost: [firstWords] }, 'exhibit.words.lost', 'ABC/1 words 1', 'incomplete'),
];

const untrue: readonly Row[] = [
  row(
    'a gap that nothing names',
    { lost: [viewing], record: ({ lostEvents: _, ...record }) => record },
    'custody.sequence.broken',
    `${chain}:13`,
  ),
  row(
    'a gap that is wider than was said',
    { lost: [firstNote, firstNote + 1], record: saying([missing(firstNote)]) },
    'custody.sequence.broken',
    `${chain}:7`,
  ),
  row(
    'a lost event that is there',
    { record: saying([missing(viewing)]) },
    'custody.sequence.broken',
    `${chain}:14`,
  ),
  row(
    'lost events after the last',
    { record: saying([missing(99)]) },
    'custody.lost.contradicted',
    `${chain}:99`,
  ),
  row(
    'lost events out of their order',
    { lost: [viewing], record: saying([missing(viewing), missing(firstNote)]) },
    'custody.lost.contradicted',
    chain,
  ),
  row(
    'a case called complete of which events are lost',
    { lost: [viewing], record: record => ({ ...record, outcome: 'complete' }) },
    'case.outcome.contradicted',
    'data/case.json',
  ),
  row(
    'an exhibit in the place of another, where no recording can be lost',
    {
      lost: [viewing],
      record: record => ({
        ...record,
        exhibits: record.exhibits.map((entry, index) =>
          index === 0 ? { ...entry, captureId: '9f0e2a10-1111-4222-8333-444455550009' } : entry,
        ),
      }),
    },
    'exhibit.commit.missing',
    'ABC/1',
  ),
  row(
    'words for which no event is lost in that place',
    {
      lost: [viewing - 1],
      entries: entries => entries.filter((_, index) => index !== firstWords - 1),
    },
    'exhibit.words.unchained',
    'ABC/1 words 1',
  ),
  row(
    'more without their event than events are lost',
    {
      lost: [firstRecording],
      entries: entries =>
        entries.filter(({ action }) => action !== 'copy.made' && action !== 'diary.written'),
    },
    'custody.lost.exceeded',
    `data/${chain}`,
  ),
  row(
    'an exhibit that is told of before the lost event of its recording can have been',
    { lost: [firstRecording + 1], entries: putIn(1, { action: 'exhibit.viewed' }) },
    'custody.exhibit.unknown',
    `${chain}:2`,
  ),
  row(
    'an exhibit that the record does not mention, whose recording is lost',
    { lost: [firstRecording + 1], record: record => ({ ...record, absent: [] }) },
    'exhibit.listing.missing',
    'ABC/2',
  ),
  row(
    'an exhibit that its events call by another number, its recording lost',
    {
      lost: [firstRecording],
      entries: changed('exhibit.described', ({ subject }) => ({
        subject: { ...subject, reference: exhibitReference('ABC', 7) },
      })),
    },
    'exhibit.commit.missing',
    'ABC/1',
  ),
  row(
    'a case opened after events that are lost',
    { lost: [1], entries: entries => [entries.slice(0, 1), entries].flat() },
    'custody.opening.repeated',
    `${chain}:2`,
  ),
];

/** Events that are said to be lost. */
export const lostEvents: readonly Row[] = [...honest, ...untrue];
