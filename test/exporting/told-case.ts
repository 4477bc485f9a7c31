import { untoldDetails } from '../../src/model/details.ts';
import type { CaptureId } from '../../src/model/identifiers.ts';
import { png, sampleZip } from '../samples/bundle.ts';
import { digestOf } from '../samples/digest.ts';
import { wordsOf } from '../samples/log.ts';
import { exported, fileOf, type Opened, opened, recordOwn } from './exported-case.ts';

/** Everything that a person writes of a case: words, notes of each kind, one of them anew, two erased. */
async function tell({ log: { writer }, caseId }: Opened, captureId: CaptureId): Promise<void> {
  await writer.describeExhibit(captureId, wordsOf('It was here.'));
  await writer.describeExhibit(captureId, wordsOf('It was here, and is gone.'));
  await writer.writeNote(caseId, { ...untoldDetails, wishes: ['removal'], speakToMeFirst: true });
  const person = await writer.writeNote(caseId, { kind: 'person', name: 'E.' });
  await writer.writeNote(caseId, { kind: 'person', name: 'E. F.' }, person);
  const account = { platform: 'x', handle: 'example' };
  await writer.writeNote(caseId, { kind: 'attribution', account, person, why: 'The words are the same.' });
  const other = await writer.writeNote(caseId, { kind: 'person', name: 'G.' });
  await writer.writeNote(caseId, { kind: 'attribution', account, person: other, why: 'A friend says so.' });
  await writer.writeNote(caseId, {
    ...{ kind: 'session', name: 'C. Doe', rank: 'PC', number: '1', force: '', caseReference: '42/1' },
    ...{ purpose: 'To look.', authority: '', discussion: '' },
  });
  await writer.writeNote(caseId, { kind: 'occasion', label: 'The call', captures: [captureId], entries: [] });
  const again = { kind: 'recheck', captureId, on: '2026-06-01', state: 'gone', words: '' } as const;
  await writer.writeNote(caseId, again);
  await writer.writeNote(caseId, { kind: 'private', text: 'Only for me.' });
  await writer.eraseNote(caseId, other, 'It was somebody else.');
}

/**
 * A case in whose chain is an event of nearly every kind: recorded, told, received, exported once, described anew, with
 * a working copy and an erased exhibit.
 */
export async function toldCase() {
  const place = await opened();
  const { log, caseId } = place;
  const first = await recordOwn(place);
  await tell(place, first);
  await place.receive(fileOf(await sampleZip(), 'one.zip'));
  await exported(place);
  await log.writer.describeCase(caseId, { title: 'Another title', initials: 'CD', name: 'C. Doe' });
  const second = await recordOwn(place);
  const bytes = png(40, 30, 9);
  const record = await log.reader.readRecord(second);
  const original = record.record.artifacts[0];
  if (original === undefined) throw new Error('a record without files');
  const copy = await log.writer.addWorkingCopy(
    {
      ...{ captureId: second, of: { path: original.path, sha256: original.sha256 }, covered: [] },
      ...{ width: 40, height: 30, size: bytes.length, sha256: digestOf(bytes), purpose: 'For the school' },
    },
    bytes,
  );
  const third = await recordOwn(place);
  await log.writer.viewedExhibit(third);
  await log.writer.eraseExhibit(third, 'taken by mistake');
  await recordOwn(place);
  return { ...place, copy };
}
