import { openLog } from '../../../src/evidence/open-log.ts';
import { sendMessage } from '../../../src/messaging/protocol.ts';
import type { CaseId } from '../../../src/model/identifiers.ts';
import type { NoteId } from '../../../src/model/note.ts';
import { type Captures, captureIds } from './told-captures.ts';
import { invented } from './told-notes.ts';

/**
 * Tells an invented case about the exhibits of the current one, through the messages that the pages send: details,
 * a person and their account, an order, diary, contacts with police and platforms, words on exhibits, and what is
 * kept apart. Answers how many things were told.
 */
export async function run(): Promise<number> {
  const { reader } = openLog({ now: () => new Date() });
  const caseId = await reader.currentCaseId();
  if (caseId === undefined) throw new Error('no case to tell of');
  const captures = captureIds(await reader.listExhibits(caseId, { order: 'oldest' }));
  await sendMessage('case:describe', {
    caseId,
    title: 'Messages and posts',
    initials: 'RM',
    name: 'Rowan Marsh',
  });
  const words = await tellWords(captures);
  return (await tellNotes(caseId, captures)) + words + 1;
}

async function tellNotes(caseId: CaseId, captures: Captures): Promise<number> {
  const person = await sendMessage('note:write', { caseId, note: invented.person });
  const entries: NoteId[] = [];
  for (const note of invented.diary) entries.push(await sendMessage('note:write', { caseId, note }));
  const [first, second] = [captures[0], captures[1]];
  const notes = [
    invented.details,
    invented.confidential,
    ...invented.contacts,
    ...(first === undefined ? [] : invented.about(first, entries[0], person)),
    ...(second === undefined ? [] : [invented.private(second.captureId)]),
  ];
  for (const note of notes) await sendMessage('note:write', { caseId, note });
  return notes.length + entries.length + 1;
}

async function tellWords(captures: Captures): Promise<number> {
  let told = 0;
  for (const [index, words] of invented.words.entries()) {
    const capture = captures[index];
    if (capture === undefined) continue;
    await sendMessage('exhibit:describe', { captureId: capture.captureId, words });
    told += 1;
  }
  return told;
}
