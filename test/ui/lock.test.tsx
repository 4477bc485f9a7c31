// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/model/fault.ts';
import type { LockState } from '../../src/model/lock.ts';
import { LockGate } from '../../src/ui/lock/lock-gate.tsx';
import { PassphrasePart } from '../../src/ui/options/passphrase-part.tsx';
import { mount } from '../../src/ui/parts/mount.tsx';
import { memoryKey } from '../samples/held-key.ts';
import { draw, fill, settled, submit } from './draw.tsx';
import { fakePorts, fakeSend } from './fake-ports.ts';

/** A page with a secret behind the gate. `set` changes the lock as another page would. */
async function gated(first: LockState, answers: Parameters<typeof fakeSend>[0] = {}) {
  let state = first;
  const heldKey = memoryKey();
  const { sent, send } = fakeSend(answers);
  const place = await draw(
    <LockGate>
      <p>A secret</p>
    </LockGate>,
    fakePorts({ log: { readLock: async () => state }, heldKey, send }),
  );
  const set = async (next: LockState) => {
    state = next;
    await act(() => heldKey.release());
    await settled();
  };
  return { place, sent, set };
}

describe('a locked log', () => {
  it('shows nothing but where to type the passphrase', async () => {
    const { place } = await gated({ state: 'locked' });
    expect(place.textContent).not.toContain('secret');
    expect(place.querySelectorAll('input')).toHaveLength(1);
    expect(place.querySelector('h1')?.textContent).toBe('Locked');
  });

  it('covers a page that stands open, as soon as it is locked anywhere', async () => {
    const { place, set } = await gated({ state: 'open' });
    expect(place.textContent).toContain('A secret');
    await set({ state: 'locked' });
    expect(place.textContent).not.toContain('secret');
    await set({ state: 'open' });
    expect(place.textContent).toContain('A secret');
  });

  it('says that a passphrase is wrong, empties the field, and from when it can be tried again', async () => {
    const wrong = () => Promise.reject(new Fault('lock.passphrase.wrong'));
    const { place, sent } = await gated(
      { state: 'locked', tryAgainAt: '2026-01-02T03:04:15.000Z' as never },
      { 'lock:open': wrong },
    );
    await fill(place, '#passphrase', 'not this one');
    await submit(place, '#open-log');
    expect(sent).toEqual([['lock:open', { passphrase: 'not this one' }]]);
    expect(place.querySelector('[role=alert]')?.textContent).toContain('That is not the passphrase.');
    expect(place.querySelector<HTMLInputElement>('#passphrase')?.value).toBe('');
    expect(place.querySelector('#try-again time')?.getAttribute('datetime')).toBe('2026-01-02T03:04:15.000Z');
  });

  it('counts as locked where it was open and does not answer any more', async () => {
    let answer: () => Promise<LockState> = async () => ({ state: 'open' });
    const heldKey = memoryKey();
    const place = await draw(
      <LockGate>
        <p>A secret</p>
      </LockGate>,
      fakePorts({ log: { readLock: () => answer() }, heldKey }),
    );
    answer = () => Promise.reject(new Fault('log.not-readable'));
    await act(() => heldKey.release());
    await settled();
    expect(place.textContent).not.toContain('secret');
  });

  it('keeps a page as it stands while its passphrase is set', async () => {
    const { place, set } = await gated({ state: 'without' });
    const before = place.querySelector('p');
    await set({ state: 'open' });
    expect(place.querySelector('p')).toBe(before);
  });

  it('leaves a log that cannot be read to the page', async () => {
    const place = await draw(
      <LockGate>
        <p>The page</p>
      </LockGate>,
      fakePorts({ log: { readLock: () => Promise.reject(new Fault('log.private-window')) } }),
    );
    expect(place.textContent).toBe('The page');
  });

  it('still lets a page be seen that has nothing of the log, for help', async () => {
    const place = document.createElement('div');
    place.id = 'app';
    document.body.replaceChildren(place);
    const ports = fakePorts({ log: { readLock: async () => ({ state: 'locked' }) } });
    await act(() => mount(() => <p>Help</p>, ports, { alsoLocked: true }));
    await settled();
    expect(place.textContent).toContain('Help');
    expect(place.querySelector('#lock')).toBeNull();
  });
});

describe('the settings of the passphrase', () => {
  const drawn = async (state: LockState) => {
    const { sent, send } = fakeSend();
    const place = await draw(<PassphrasePart />, fakePorts({ log: { readLock: async () => state }, send }));
    return { place, sent };
  };

  it('say before it is set that nobody can recover it', async () => {
    const { place } = await drawn({ state: 'without' });
    const text = place.textContent ?? '';
    expect(text.indexOf('nobody can open your log')).toBeLessThan(text.indexOf('Set the passphrase'));
    expect(text).toContain('Make a backup');
  });

  it.each([
    ['short', 'short', 'at least 12'],
    ['four words that differ', 'four words that differed', 'not the same'],
  ])('take no passphrase %s typed again as %s', async (one, other, said) => {
    const { place, sent } = await drawn({ state: 'without' });
    await fill(place, '#set-passphrase', one);
    await fill(place, '#set-again', other);
    await submit(place, '#set-send');
    expect(sent).toEqual([]);
    expect(place.querySelector('#set-send + [role=status]')?.textContent).toContain(said);
  });

  it('set, change and remove it', async () => {
    const without = await drawn({ state: 'without' });
    await fill(without.place, '#set-passphrase', 'four words that differ');
    await fill(without.place, '#set-again', 'four words that differ');
    await submit(without.place, '#set-send');
    expect(without.sent).toEqual([['lock:set', { passphrase: 'four words that differ' }]]);
    const { place, sent } = await drawn({ state: 'open' });
    await fill(place, '#change-before', 'four words that differ');
    await fill(place, '#change-passphrase', 'four other words');
    await fill(place, '#change-again', 'four other words');
    await submit(place, '#change-send');
    await fill(place, '#remove-before', 'four other words');
    await submit(place, '#remove-send');
    expect(sent).toEqual([
      ['lock:change', { before: 'four words that differ', passphrase: 'four other words' }],
      ['lock:remove', { passphrase: 'four other words' }],
    ]);
  });
});
