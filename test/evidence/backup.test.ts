import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { pieceLength } from '../../src/crypto/sealed-file.ts';
import { checkChain } from '../../src/custody/check-chain.ts';
import { openBackup } from '../../src/evidence/backup/open-backup.ts';
import { openSigningKeys } from '../../src/evidence/keys/signing-keys.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import {
  bytesOf,
  faultOf,
  newCaptureId,
  newLog,
  newName,
  progressOf,
  record,
  recordOf,
  textArtifact,
  tickingClock,
} from '../samples/log.ts';
import { receiveInto } from './receive-into.ts';

const passphrase = 'correct horse battery staple';
const cost = { memory: 19_456, passes: 2 };
const options = (databaseName: string) => ({ databaseName, now: tickingClock() });

async function backupOf(name: string, watch = {}): Promise<Blob> {
  const parts: Blob[] = [];
  await openBackup(options(name)).write(passphrase, async bytes => void parts.push(new Blob([bytes])), {
    cost,
    ...watch,
  });
  return new Blob(parts);
}

const restore = (name: string, file: Blob, said = passphrase, watch = {}) =>
  openBackup(options(name)).restore(file, said, watch);

/** A log with everything in it, one file larger than a piece, one exhibit erased, a recording that runs. */
async function fullLog() {
  const name = newName();
  const log = newLog(name);
  await openSigningKeys(options(name)).make('Zo\u00eb Example');
  const caseId = await log.writer.openCase({ title: 'One', initials: 'ABC', name: 'A. B.' });
  const made = await record(log, caseId);
  const erased = await record(log, caseId);
  await log.writer.eraseExhibit(erased.captureId, 'asked');
  const large = newCaptureId();
  const bytes = new Uint8Array(2 * pieceLength + 77).map((_, at) => at % 251);
  const artifact = textArtifact(bytes);
  await log.writer.begin(progressOf(large, caseId));
  await log.writer.stage(large, artifact, bytes);
  await log.writer.commitCapture({
    captureId: large,
    caseId,
    build: reference => ({ record: recordOf(large, reference, [artifact]) }),
  });
  await log.writer.writeNote(caseId, { kind: 'person', name: 'Somebody' });
  await log.writer.setReporter({ capacity: 'helper' });
  const running = newCaptureId();
  await log.writer.begin(progressOf(running, caseId));
  await log.writer.stage(running, textArtifact(bytesOf('running')), bytesOf('running'));
  return { name, log, caseId, made, large, artifact, bytes, running };
}

async function rowsOf(name: string) {
  const database = new EvidenceDatabase(name);
  await database.open();
  const tables: Record<string, unknown[]> = {};
  for (const table of database.tables) {
    const rows: Record<string, unknown>[] = await table.toArray();
    tables[table.name] = await Promise.all(rows.map(plain));
  }
  database.close();
  return tables;
}

async function plain(row: Record<string, unknown>) {
  const fields = Object.entries(row).map(async ([field, value]) => [
    field,
    value instanceof Blob ? Buffer.from(await value.arrayBuffer()).toString('hex') : value,
  ]);
  return Object.fromEntries(await Promise.all(fields));
}

const full = await fullLog();
const file = await backupOf(full.name);

describe('a backup', () => {
  it('brings back the same rows, and nothing of a recording that runs', async () => {
    const name = newName();
    await restore(name, file);
    const [before, after] = [await rowsOf(full.name), await rowsOf(name)];
    const isRunning = (row: unknown) => JSON.stringify(row).includes(full.running);
    for (const [table, rows] of Object.entries(before)) {
      const wanted = table === 'staged' ? [] : rows.filter(row => !isRunning(row) && !isSlot(row));
      // The chain goes on by one event, which says that the log was restored, and its mark with it.
      if (table === 'highWater') continue;
      const there = after[table]?.filter(row => !isSlot(row));
      expect(table === 'custodyEvents' ? there?.slice(0, -1) : there, table).toEqual(wanted);
    }
    const events = await newLog(name).reader.readCustody(full.caseId);
    expect(events.at(-1)).toMatchObject({ action: 'log.restored', subject: { caseId: full.caseId } });
    expect(before['staged']).toHaveLength(1);
    expect(Object.values(after).flat().length).toBeGreaterThan(10);
  });

  it('opens there with another key around the vault, reads, signs and goes on', async () => {
    const name = newName();
    await restore(name, file);
    const log = newLog(name);
    // Compared member by member it would take a minute.
    const large = await log.reader.readArtifact(full.large, full.artifact.sha256);
    expect(Buffer.from(large).equals(full.bytes)).toBe(true);
    expect(await log.reader.readReporter()).toEqual({ capacity: 'helper' });
    const signer = await log.reader.openSigner();
    expect(signer.fingerprint).toBe((await full.log.reader.openSigner()).fingerprint);
    expect(signer.name).toBe('Zo\u00eb Example');
    expect((await signer.sign(bytesOf('x'), new Date(0))).length).toBeGreaterThan(100);
    expect((await record(log, full.caseId)).reference).toBe('ABC/4');
    const codes = (await checkChain(await log.reader.readCustody(full.caseId))).map(({ code }) => code);
    expect(codes).toContain('custody.chain.intact');
  });

  it('brings back received files byte for byte, and nothing that is only staged', async () => {
    const from = newName();
    const log = newLog(from);
    const caseId = await log.writer.openCase({ title: 'a', initials: 'ABC', name: '' });
    const id = await receiveInto(from, log, { caseId, bytes: bytesOf('handed over') });
    const staged = new EvidenceDatabase(from);
    await staged.receivedParts.add({
      receivedId: '7f3c0d52-1111-4222-8333-000000000009' as typeof id,
      ...{ index: 0, bytes: new Uint8Array(3) },
    });
    const name = newName();
    await restore(name, await backupOf(from));
    const there = newLog(name);
    expect(Buffer.from(await there.reader.readReceivedPart(id, 0)).toString()).toBe('handed over');
    expect(await there.reader.listReceived(caseId)).toHaveLength(1);
    expect(await new EvidenceDatabase(name).receivedParts.count()).toBe(1);
  });

  it('is seen at once by a log that was open, and had a vault key of its own', async () => {
    const name = newName();
    const open = newLog(name);
    await open.writer.setReporter({ capacity: 'affected' });
    await restore(name, file);
    expect((await open.reader.readRecord(full.made.captureId)).recordSha256).toBe(full.made.recordSha256);
    expect((await record(open, full.caseId)).reference).toBe('ABC/4');
  });

  it('shows nothing of what is inside, and is never twice the same', async () => {
    const text = Buffer.from(await file.arrayBuffer()).toString('latin1');
    for (const word of ['artifacts', 'signer', full.caseId, full.large, 'oldfast'])
      expect(text).not.toContain(word);
    const [one, other] = [
      await file.slice(20).arrayBuffer(),
      await (await backupOf(full.name)).slice(20).arrayBuffer(),
    ];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  });

  it('tells how far it is, and stops', async () => {
    const told: (readonly [number, number])[] = [];
    await backupOf(full.name, { onProgress: (...at: [number, number]) => told.push(at) });
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
    expect(told.length).toBeGreaterThan(10);
    const stopped = new AbortController();
    const stop = { signal: stopped.signal, onProgress: () => stopped.abort() };
    expect(await faultOf(backupOf(full.name, stop))).toBe('backup.stopped');
  });

  it('is not made of an empty log', async () => {
    expect(await faultOf(backupOf(newName()))).toBe('backup.log.empty');
  });
});

describe('a backup that is not brought back', () => {
  /** The fault, after which the log must be as empty as it was. */
  async function refused(given: Blob, said = passphrase, watch = {}) {
    const name = newName();
    const fault = await faultOf(restore(name, given, said, watch));
    const rows = Object.entries(await rowsOf(name)).flatMap(([, each]) => each);
    expect(rows).toEqual([]);
    return fault;
  }

  it('another passphrase is told apart from a damaged file', async () => {
    expect(await refused(file, 'another passphrase')).toBe('backup.passphrase.wrong');
    expect(await refused(file, '')).toBe('backup.passphrase.wrong');
  });

  it.each([0, 5, 40, 70, 90, 5_000, pieceLength + 100, pieceLength * 2 + 116])(
    'cut to %i bytes, it is refused before anything is written',
    async length => {
      expect(length).toBeLessThan(file.size);
      expect(await refused(file.slice(0, length))).toBe('backup.file.unreadable');
    },
  );

  it('cut at the end, or longer, it is refused', async () => {
    expect(await refused(file.slice(0, file.size - 1))).toBe('backup.file.unreadable');
    expect(await refused(new Blob([file, 'x']))).toBe('backup.file.unreadable');
  });

  it('without its last piece, though it was cut where a piece ends', async () => {
    const start = 84;
    const whole = start + Math.floor((file.size - start) / (pieceLength + 16)) * (pieceLength + 16);
    expect(await refused(file.slice(0, whole))).toBe('backup.file.unreadable');
  });

  it('with pieces exchanged, it is refused', async () => {
    const [start, length] = [84, pieceLength + 16];
    const piece = (number: number) => file.slice(start + number * length, start + (number + 1) * length);
    const exchanged = new Blob([file.slice(0, start), piece(1), piece(0), file.slice(start + 2 * length)]);
    expect(exchanged.size).toBe(file.size);
    expect(await refused(exchanged)).toBe('backup.file.unreadable');
  });

  it.each([3, 11, 14, 19, 25, 50, 200, pieceLength + 500])(
    'with byte %i changed, it is refused',
    async at => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      bytes.set([(bytes[at] ?? 0) ^ 1], at);
      expect(await refused(new Blob([bytes]))).toBe('backup.file.unreadable');
    },
  );

  it('stopped in the middle of writing, it leaves nothing', async () => {
    const stopped = new AbortController();
    let isLate = false;
    const watch = {
      signal: stopped.signal,
      onProgress: (done: number, total: number) => {
        if (done <= total / 2 + 1) return;
        isLate = true;
        stopped.abort();
      },
    };
    expect(await refused(file, passphrase, watch)).toBe('backup.stopped');
    expect(isLate).toBe(true);
  });

  it('where the chains cannot say that it was restored, it leaves nothing', async () => {
    const name = newName();
    const now = () => {
      throw new Error('no clock');
    };
    const restoring = openBackup({ ...options(name), now }).restore(file, passphrase);
    await expect(restoring).rejects.toThrow('no clock');
    expect(Object.values(await rowsOf(name)).flat()).toEqual([]);
    const elsewhere = newName();
    for (const each of [name, elsewhere]) await restore(each, file);
    const countsOf = async (each: string) =>
      Object.entries(await rowsOf(each)).map(([table, rows]) => [table, rows.length]);
    expect(await countsOf(name)).toEqual(await countsOf(elsewhere));
  });

  it('where there is a case already, nothing is lost or mixed', async () => {
    const before = await rowsOf(full.name);
    expect(await faultOf(restore(full.name, file))).toBe('backup.log.not-empty');
    expect(await rowsOf(full.name)).toEqual(before);
    const name = newName();
    await newLog(name).writer.openCase({ title: 'Two', initials: 'XY', name: '' });
    expect(await faultOf(restore(name, file))).toBe('backup.log.not-empty');
  });
});

function isSlot(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'slot' in row;
}
