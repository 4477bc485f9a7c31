// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { LogReader } from '../../src/evidence/reader.ts';
import type { CustodyEvent } from '../../src/model/custody.ts';
import type { NoteHistory } from '../../src/model/note.ts';
import { ContinuityView } from '../../src/ui/case/continuity-view.tsx';
import { noteId, written } from '../matter/told.ts';
import { linkEvents } from '../samples/bundle.ts';
import { draw } from './draw.tsx';
import { caseId, fakePorts, oneCase } from './fake-ports.ts';

const at = '2026-01-01T10:00:00.000Z' as CustodyEvent['at'];
const told = (number: number, action: CustodyEvent['action'], version = 1) => ({
  ...{ at, action, actor: 'A', subject: { caseId } },
  detail: { noteId: noteId(number), version, sha256: 'a'.repeat(64) },
});

/** The numbers of events of which the page says that their words can no longer be read. */
async function unreadIn(notes: readonly NoteHistory[]): Promise<readonly string[]> {
  const events = await linkEvents([
    told(1, 'person.described'),
    told(1, 'person.described', 2),
    told(2, 'diary.written'),
    told(3, 'private.written'),
    told(2, 'note.erased'),
    told(4, 'diary.written'),
  ]);
  const log: Partial<LogReader> = {
    readStill: (_, read) => read(),
    readChain: async () => ({ events, lost: [] }),
    readAllNotes: async () => notes,
  };
  const page = await draw(<ContinuityView caseFile={oneCase} />, fakePorts({ log }));
  const rows = [...page.querySelectorAll('.events > li')];
  return rows
    .filter(row => row.textContent?.includes('What was written here can no longer be read.'))
    .map(row => row.querySelector('strong')?.textContent ?? '');
}

it('says at which events what was written can no longer be read, and not of what was erased or is kept back', async () => {
  const person = written(1, at, { kind: 'person', name: 'A neighbour' });
  expect(await unreadIn([person])).toEqual(['6.', '2.']);
  expect(await unreadIn([])).toEqual(['6.', '2.', '1.']);
});
