import type { FindingCode } from '../../../src/model/finding-codes.ts';
import type { Row } from './forgeries.ts';
import { diaryId, type StoryChanges, storyZip } from './story.ts';

const row = (what: string, changes: StoryChanges, code: FindingCode, subject: string): Row => [
  what,
  () => storyZip(changes),
  code,
  subject,
];

/** Both versions of the diary entry of the story. */
const diary = [1, 2].map(version => ({ noteId: diaryId, version }));
const withoutDiary: NonNullable<StoryChanges['notes']> = notes => notes.filter(({ id }) => id !== diaryId);
const saying =
  (lostNotes: readonly object[], more: object = {}): NonNullable<StoryChanges['record']> =>
  record => ({ ...record, outcome: 'incomplete', lostNotes, ...more });

/** The entry of the first exhibit without its first words, which are called lost, or others are. */
const wordsLost =
  (lostWords: readonly number[] | undefined, from: number): NonNullable<StoryChanges['record']> =>
  record => ({
    ...record,
    outcome: 'incomplete',
    exhibits: record.exhibits.map((entry, index) =>
      index === 0 ? { ...entry, words: entry.words.slice(from), lostWords } : entry,
    ),
  });

/** What is said to be lost of what people wrote, and is not; and what is lost of it and not said to be. */
export const lostTexts: readonly Row[] = [
  row(
    'a note that is gone and not called lost',
    { notes: withoutDiary },
    'case.note.missing',
    'data/custody.jsonl:6',
  ),
  row(
    'a note that is called lost and is here',
    { record: saying(diary) },
    'case.note.not-lost',
    `note ${diaryId} version 1`,
  ),
  row(
    'a note that is called lost twice',
    { notes: withoutDiary, record: saying([...diary, ...diary]) },
    'case.note.not-lost',
    `note ${diaryId} version 1`,
  ),
  row(
    'a note that was never written and is called lost',
    { notes: withoutDiary, record: saying([...diary, { noteId: diaryId, version: 9 }]) },
    'case.note.not-lost',
    `note ${diaryId} version 9`,
  ),
  row(
    'a note called lost where none was given out',
    { record: saying(diary, { notes: undefined }) },
    'case.note.not-lost',
    `note ${diaryId} version 1`,
  ),
  row(
    'a case called complete of which a note is lost',
    { notes: withoutDiary, record: saying(diary, { outcome: 'complete' }) },
    'case.outcome.contradicted',
    'data/case.json',
  ),
  row(
    'words that are gone and not called lost',
    { record: wordsLost(undefined, 1) },
    'exhibit.words.unchained',
    'ABC/1 words 2',
  ),
  row(
    'words that are called lost and are here',
    { record: wordsLost([1], 0) },
    'exhibit.words.unchained',
    'ABC/1 words 1',
  ),
  row(
    'words that were never written and are called lost',
    { record: wordsLost([1, 7], 1) },
    'exhibit.words.not-lost',
    'ABC/1 words 7',
  ),
  row(
    'words that are called lost twice',
    { record: wordsLost([1, 1], 1) },
    'exhibit.words.not-lost',
    'ABC/1 words 1',
  ),
];
