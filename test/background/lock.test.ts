import { describe, expect, it } from 'vitest';
import { keyForWork, Lock, type LockOptions } from '../../src/background/lock.ts';
import { Fault } from '../../src/model/fault.ts';
import { memoryKey } from '../samples/held-key.ts';

const minute = 60_000;
const bytes = () => new Uint8Array(32).fill(7);

/** An open lock whose clock stands at `at` and which was last used at 0. */
async function openLock(change: Partial<LockOptions> = {}) {
  const key = memoryKey();
  await key.hold(bytes());
  const clock = { at: 0, usedAt: 0 as number | undefined };
  const watched: boolean[] = [];
  const options: LockOptions = {
    key,
    writer: {
      setPassphrase: async ({ hold }) => hold(bytes()),
      changePassphrase: async () => {},
      removePassphrase: async () => {},
      unlock: async () => ({ vaultKey: bytes(), wrongTries: 0 }),
      noteUnlocked: async () => {},
    },
    now: () => clock.at,
    usedAt: async () => clock.usedAt,
    noteUse: async () => {
      clock.usedAt = clock.at;
    },
    readMinutes: async () => undefined,
    isRecording: () => false,
    watchUse: isWatched => watched.push(isWatched),
    onOpen: () => {},
    ...change,
  };
  return { lock: new Lock(options), key, clock, watched };
}

const isOpen = async ({ key }: Awaited<ReturnType<typeof openLock>>) => (await key.read()) !== undefined;

describe('a log that is not used', () => {
  it.each<[string, Partial<LockOptions>, number, boolean]>([
    ['for a shorter time than was chosen', {}, 15 * minute - 1, true],
    ['for a quarter of an hour, where nothing was chosen', {}, 15 * minute, false],
    ['for five minutes, as was chosen', { readMinutes: async () => 5 }, 5 * minute, false],
    ['for an hour less a moment, as was chosen', { readMinutes: async () => 60 }, 60 * minute - 1, true],
    ['for a night, asleep', { readMinutes: async () => 60 }, 600 * minute, false],
    ['and whose setting is something else', { readMinutes: async () => 100_000 }, 15 * minute, false],
    [
      'and whose setting cannot be read',
      { readMinutes: () => Promise.reject(new Error()) },
      15 * minute,
      false,
    ],
    ['under a clock that was set back', {}, -1, false],
    ['but records', { isRecording: () => true }, 600 * minute, true],
  ])('%s', async (_, change, at, staysOpen) => {
    const one = await openLock(change);
    one.clock.at = at;
    await one.lock.lockWhenUnused();
    expect(await isOpen(one)).toBe(staysOpen);
  });

  it('and of whose use nothing is known any more', async () => {
    const one = await openLock();
    one.clock.usedAt = undefined;
    one.clock.at = Date.UTC(2026, 0);
    await one.lock.lockWhenUnused();
    expect(await isOpen(one)).toBe(false);
  });
});

describe('opening', () => {
  it('counts as use, and has unused time watched', async () => {
    const one = await openLock();
    await one.lock.close();
    expect(await isOpen(one)).toBe(false);
    one.clock.at = 100 * minute;
    await one.lock.open('four words');
    await one.lock.lockWhenUnused();
    expect([await isOpen(one), one.watched]).toEqual([true, [false, true]]);
  });

  it('is not kept from who knows the passphrase by a chain that cannot take the event', async () => {
    const full = () => Promise.reject(new Fault('log.disk.full'));
    const one = await openLock();
    const again = await openLock({
      writer: {
        setPassphrase: async ({ hold }) => hold(bytes()),
        changePassphrase: async () => {},
        removePassphrase: async () => {},
        unlock: async () => ({ vaultKey: bytes(), wrongTries: 0 }),
        noteUnlocked: full,
      },
    });
    await again.lock.close();
    await again.lock.open('four words');
    expect([await isOpen(one), await isOpen(again)]).toEqual([true, true]);
  });
});

describe('setting a passphrase', () => {
  it('leaves the log open, and where it fails, nothing held', async () => {
    const one = await openLock();
    await one.lock.close();
    await one.lock.set('four words that differ');
    expect(await isOpen(one)).toBe(true);
    const writer = {
      setPassphrase: async ({ hold }: { hold: (key: Uint8Array<ArrayBuffer>) => Promise<void> }) => {
        await hold(bytes());
        throw new Fault('log.disk.full');
      },
      changePassphrase: async () => {},
      removePassphrase: async () => {},
      unlock: async () => ({ vaultKey: bytes(), wrongTries: 0 }),
      noteUnlocked: async () => {},
    };
    const full = await openLock({ writer });
    await expect(full.lock.set('four words that differ')).rejects.toMatchObject({ code: 'log.disk.full' });
    expect(await isOpen(full)).toBe(false);
  });
});

describe('the key of a recording', () => {
  it('is kept until the recording has ended, and then let go', async () => {
    const held = memoryKey();
    await held.hold(bytes());
    let isAtWork = true;
    const key = keyForWork(held, () => isAtWork);
    let changes = 0;
    key.watch(() => {
      changes += 1;
    });
    expect(await key.read()).toEqual(bytes());
    await held.release();
    expect([await key.read(), changes]).toEqual([bytes(), 0]);
    isAtWork = false;
    key.letGo();
    expect([await key.read(), changes]).toEqual([undefined, 1]);
  });

  it('is gone at once where nothing records', async () => {
    const held = memoryKey();
    await held.hold(bytes());
    const key = keyForWork(held, () => false);
    await key.read();
    await held.release();
    expect(await key.read()).toBeUndefined();
  });
});
