import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openReader } from '../../src/evidence/open-reader.ts';
import { eventually } from '../patience.ts';
import { newCaptureId, newLog, newName, progressOf, record, tickingClock } from '../samples/log.ts';

describe('a watched query', () => {
  it('runs again when what it read is written, in another connection too, and for nothing else', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const { reader } = openReader({ databaseName: name, now: tickingClock() });
    const seen: unknown[] = [];
    // Two reads, with crypto between them: Dexie's own liveQuery would lose the second.
    const query = async () => {
      const { title } = await reader.readCase(caseId);
      return `${title} ${(await reader.listExhibits(caseId)).length}`;
    };
    const watched = reader.watch(query).subscribe({ next: value => seen.push(value) });
    await eventually(() => expect(seen).toEqual(['My case 0']));
    await log.writer.begin(progressOf(newCaptureId(), caseId));
    await record(log, caseId);
    await eventually(() => expect(seen.at(-1)).toBe('My case 1'));
    const before = seen.length;
    await log.writer.begin(progressOf(newCaptureId(), caseId));
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(seen).toHaveLength(before);
    await log.writer.describeCase(caseId, { title: 'Other', initials: 'EX', name: '' });
    await eventually(() => expect(seen.at(-1)).toBe('Other 1'));
    watched.unsubscribe();
    const after = seen.length;
    await record(log, caseId);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(seen).toHaveLength(after);
  });

  it('goes on after an error', async () => {
    const log = newLog();
    const seen: unknown[] = [];
    const caseId = await log.writer.ensureCase();
    const captureId = newCaptureId();
    const watched = log.reader
      .watch(() => log.reader.readRecord(captureId))
      .subscribe({ next: () => seen.push('record'), error: () => seen.push('error') });
    await eventually(() => expect(seen).toEqual(['error']));
    await record(log, caseId, captureId);
    await eventually(() => expect(seen.at(-1)).toBe('record'));
    watched.unsubscribe();
  });
});
