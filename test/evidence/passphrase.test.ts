import { describe, expect, it } from 'vitest';
import { openBackup } from '../../src/evidence/backup/open-backup.ts';
import { waitAfter } from '../../src/evidence/lock/wrong-tries.ts';
import { openLog } from '../../src/evidence/open-log.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import { memoryKey } from '../samples/held-key.ts';
import { faultOf, newName, record, tickingClock } from '../samples/log.ts';

/** A cost at which a test may try often. */
const cost = { memory: 64, passes: 1 };
const passphrase = 'four words that differ';

/** A log with one exhibit, and the key that it is held by. `at` is its clock. */
async function lockable(name = newName()) {
  const heldKey = memoryKey();
  let at = Date.UTC(2026, 0, 1);
  const now = () => {
    at += 1;
    return new Date(at);
  };
  const options = { databaseName: name, heldKey, now };
  const log = openLog(options);
  const caseId = await log.writer.ensureCase();
  const made = await record(log, caseId);
  const open = async (typed = passphrase) => {
    const { vaultKey, wrongTries } = await log.writer.unlock(typed);
    await heldKey.hold(vaultKey);
    await log.writer.noteUnlocked(wrongTries);
  };
  const set = () => log.writer.setPassphrase({ passphrase, cost, hold: heldKey.hold });
  const wait = (ms: number) => {
    at += ms;
  };
  return { log, heldKey, caseId, made, open, set, wait, options, name };
}

const lastOf = async ({ log, caseId }: Pick<Awaited<ReturnType<typeof lockable>>, 'log' | 'caseId'>) =>
  (await log.reader.readCustody(caseId)).at(-1);

/** The rows of every table but the vault and what the events add. */
async function sealedRows(name: string) {
  const database = new EvidenceDatabase(name);
  const rows = await Promise.all(
    ['captures', 'exhibits', 'artifacts', 'thumbnails', 'cases'].map(table =>
      database.table(table).toArray(),
    ),
  );
  database.close();
  return rows;
}

describe('a passphrase', () => {
  it('moves no byte of what was sealed before, and its chain says that it was set', async () => {
    const one = await lockable();
    const before = await sealedRows(one.name);
    await one.set();
    expect(await sealedRows(one.name)).toEqual(before);
    expect(await lastOf(one)).toMatchObject({ action: 'log.passphrase-set', category: 'alteration' });
    expect(await one.log.reader.readLock()).toEqual({ state: 'open' });
  });

  it('is held before it must be typed, so that no page is locked in between', async () => {
    const one = await lockable();
    const states: string[] = [];
    const { reader, writer } = one.log;
    await writer.setPassphrase({
      passphrase,
      cost,
      hold: async vaultKey => {
        states.push((await reader.readLock()).state);
        await one.heldKey.hold(vaultKey);
      },
    });
    expect([...states, (await reader.readLock()).state]).toEqual(['without', 'open']);
  });

  it('that could not be held is not set', async () => {
    const one = await lockable();
    const hold = () => Promise.reject(new Error('no room'));
    await expect(one.log.writer.setPassphrase({ passphrase, cost, hold })).rejects.toThrow('no room');
    expect(await one.log.reader.readLock()).toEqual({ state: 'without' });
    expect(await one.log.reader.listCases()).toHaveLength(1);
  });

  it('leaves no key of the time before in the vault', async () => {
    const one = await lockable();
    await one.set();
    const database = new EvidenceDatabase(one.name);
    const kinds = (await database.vault.toArray()).flatMap(row => ('slot' in row ? row.slot.kind : []));
    database.close();
    expect(kinds).toEqual(['passphrase']);
  });

  it('locks everything: no list, no count of what is in it, no name', async () => {
    const one = await lockable();
    await one.set();
    await one.heldKey.release();
    const { reader, writer } = one.log;
    expect(await reader.readLock()).toEqual({ state: 'locked' });
    for (const reading of [
      () => reader.listCases(),
      () => reader.currentCaseId(),
      () => reader.listExhibits(one.caseId),
      () => reader.readRecord(one.made.captureId),
      () => reader.readArtifact(one.made.captureId, one.made.artifact.sha256),
      () => reader.readThumbnail(one.made.captureId),
      () => reader.readCustody(one.caseId),
      () => reader.openSigner(),
      () => writer.ensureCase(),
      () => writer.openCase({ title: 'Another', initials: 'ABC', name: '' }),
      () => writer.mendCases(),
    ])
      expect([
        String(reading),
        await reading().then(
          () => 'answered',
          error => error.code,
        ),
      ]).toEqual([String(reading), 'log.locked']);
  });

  it('opens in a browser that was closed, where nothing is held', async () => {
    const one = await lockable();
    await one.set();
    one.log.close();
    const after = await lockableAgain(one.name);
    expect(await after.log.reader.readLock()).toEqual({ state: 'locked' });
    expect(await faultOf(after.log.reader.listCases())).toBe('log.locked');
    const { vaultKey } = await after.log.writer.unlock(passphrase);
    await after.heldKey.hold(vaultKey);
    expect(await after.log.reader.listCases()).toHaveLength(1);
    expect(await after.log.reader.readArtifact(one.made.captureId, one.made.artifact.sha256)).toEqual(
      one.made.bytes,
    );
  });

  it('is the same however its accents are typed', async () => {
    const one = await lockable();
    await one.log.writer.setPassphrase({
      passphrase: 'cafe\u0301 on the corner',
      cost,
      hold: one.heldKey.hold,
    });
    await one.heldKey.release();
    await one.open('caf\u00e9 on the corner');
    expect(await one.log.reader.listCases()).toHaveLength(1);
  });

  it('is changed only by who knows it, and the old one then opens nothing', async () => {
    const one = await lockable();
    await one.set();
    const change = { passphrase: 'another four words', cost };
    const { writer } = one.log;
    expect(await faultOf(writer.changePassphrase({ before: 'not this one', ...change }))).toBe(
      'lock.passphrase.wrong',
    );
    await writer.changePassphrase({ before: passphrase, ...change });
    expect(await lastOf(one)).toMatchObject({ action: 'log.passphrase-changed', detail: { wrongTries: 1 } });
    await one.heldKey.release();
    expect(await faultOf(one.open(passphrase))).toBe('lock.passphrase.wrong');
    await one.open('another four words');
    expect(await one.log.reader.listExhibits(one.caseId)).toHaveLength(1);
  });

  it('is removed only by who knows it, and the log then opens without', async () => {
    const one = await lockable();
    await one.set();
    expect(await faultOf(one.log.writer.removePassphrase('not this one'))).toBe('lock.passphrase.wrong');
    await one.log.writer.removePassphrase(passphrase);
    await one.heldKey.release();
    expect(await one.log.reader.readLock()).toEqual({ state: 'without' });
    expect(await lastOf(one)).toMatchObject({ action: 'log.passphrase-removed' });
  });

  it('goes on with one chain that nothing is missing from', async () => {
    const one = await lockable();
    await one.set();
    await one.heldKey.release();
    await one.open();
    await record(one.log, one.caseId);
    const { events, lost } = await one.log.reader.readChain(one.caseId);
    expect(lost).toEqual([]);
    expect(events.map(({ action }) => action).slice(-3)).toEqual([
      'log.passphrase-set',
      'log.unlocked',
      'capture.committed',
    ]);
  });
});

describe('wrong tries', () => {
  it('cost nothing at first, then ever longer, but never more than a quarter of an hour', () => {
    const seconds = Array.from({ length: 14 }, (_, count) => waitAfter(count) / 1000);
    expect(seconds).toEqual([0, 0, 0, 0, 0, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
  });

  it('are counted in the chain of the next opening', async () => {
    const one = await lockable();
    await one.set();
    await one.heldKey.release();
    for (const typed of ['one', 'two']) expect(await faultOf(one.open(typed))).toBe('lock.passphrase.wrong');
    await one.open();
    expect(await lastOf(one)).toMatchObject({ action: 'log.unlocked', detail: { wrongTries: 2 } });
    await one.heldKey.release();
    await one.open();
    expect(await lastOf(one)).toMatchObject({ action: 'log.unlocked', detail: { wrongTries: 0 } });
  });

  it('make even the right one wait, in a browser that was closed too', async () => {
    const one = await lockable();
    await one.set();
    await one.heldKey.release();
    for (let tries = 0; tries < 5; tries++)
      expect(await faultOf(one.open('x'))).toBe('lock.passphrase.wrong');
    expect(await faultOf(one.open())).toBe('lock.passphrase.too-soon');
    one.log.close();
    const after = openLog({ ...one.options, heldKey: memoryKey() });
    expect(await faultOf(after.writer.unlock(passphrase))).toBe('lock.passphrase.too-soon');
    const lock = await after.reader.readLock();
    expect(lock).toMatchObject({ state: 'locked', tryAgainAt: expect.any(String) });
    one.wait(10_000);
    expect(await after.writer.unlock(passphrase)).toMatchObject({ wrongTries: 5 });
    expect(await after.writer.unlock(passphrase)).toMatchObject({ wrongTries: 0 });
  });

  it('do not lock the owner out for as long as a clock was set back', async () => {
    const one = await lockable();
    await one.set();
    await one.heldKey.release();
    for (let tries = 0; tries < 5; tries++)
      expect(await faultOf(one.open('x'))).toBe('lock.passphrase.wrong');
    one.wait(-86_400_000);
    expect(await faultOf(one.open())).toBe('lock.passphrase.too-soon');
    one.wait(10_000);
    await one.open();
    expect(await one.log.reader.listCases()).toHaveLength(1);
  });
});

describe('a backup', () => {
  // The least that a file may ask for.
  const watch = { cost: { memory: 19_456, passes: 2 } };
  const written = async (one: Awaited<ReturnType<typeof lockable>>) => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    await openBackup(one.options).write('of the backup', async bytes => void parts.push(bytes), watch);
    return new Blob(parts);
  };

  it('of an open log with a passphrase comes back under its own, and without that of the log', async () => {
    const one = await lockable();
    await one.set();
    const file = await written(one);
    const options = { databaseName: newName(), now: tickingClock(Date.UTC(2027, 0, 1)) };
    await openBackup(options).restore(file, 'of the backup', watch);
    const { reader } = openLog(options);
    expect(await reader.readLock()).toEqual({ state: 'without' });
    expect(await reader.listExhibits(one.caseId)).toHaveLength(1);
  });

  it('of a locked log is refused', async () => {
    const one = await lockable();
    await one.set();
    await one.heldKey.release();
    expect(await faultOf(written(one))).toBe('log.locked');
  });

  it('does not take away the passphrase of the log that it is brought into', async () => {
    const file = await written(await lockable());
    const heldKey = memoryKey();
    const options = { databaseName: newName(), heldKey, now: tickingClock() };
    const log = openLog(options);
    await log.writer.setPassphrase({ passphrase, cost, hold: heldKey.hold });
    expect(await faultOf(openBackup(options).restore(file, 'of the backup', watch))).toBe(
      'backup.log.passphrase',
    );
    expect(await log.reader.readLock()).toEqual({ state: 'open' });
  });
});

async function lockableAgain(databaseName: string) {
  const heldKey = memoryKey();
  return { heldKey, log: openLog({ databaseName, heldKey, now: tickingClock(Date.UTC(2026, 5, 1)) }) };
}
