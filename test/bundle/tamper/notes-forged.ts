import { createHash } from 'node:crypto';
import { canonicalBytes } from '../../../src/crypto/canonical-json.ts';
import { noteIdSchema } from '../../../src/model/note.ts';
import type { Row } from './forgeries.ts';
import { diaryId, putIn, row, type StoryChanges, sessionId } from './story.ts';

const noteId = noteIdSchema.parse('5b0c7a52-7a3e-4f61-9a39-2f5f2d0f7a93');
const note = { kind: 'private', text: 'Only for me.' };
const kept = {
  ...{ version: 1, writtenAt: '2026-03-02T13:30:00.000Z', note },
  sha256: createHash('sha256').update(canonicalBytes(note)).digest('hex'),
};

/** The second version of the diary entry replaced by what was written of an officer's session. */
const mixed: NonNullable<StoryChanges['notes']> = notes => {
  const session = notes.find(({ id }) => id === sessionId)?.versions[0];
  return notes.map(({ id, versions }) =>
    id === diaryId ? { id, versions: [versions[0], { ...session, version: 2 }] } : { id, versions },
  );
};

/** Notes that Holdfast never gives out like this. */
export const notesForged: readonly Row[] = [
  row(
    'a note that stays on the device, given out',
    {
      entries: putIn(8, { action: 'private.written', detail: { noteId, version: 1, sha256: kept.sha256 } }),
      notes: notes => [...notes, { id: noteId, versions: [kept] }],
    },
    'case.note.kept-back',
    `private ${noteId}`,
  ),
  row('a note whose versions are of two kinds', { notes: mixed }, 'case.note.mixed', `diary ${diaryId}`),
];
