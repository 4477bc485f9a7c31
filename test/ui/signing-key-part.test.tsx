// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/model/fault.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import type { KnownKeys, SigningKeyFacts } from '../../src/model/signing-key.ts';
import { SigningKeyPart } from '../../src/ui/options/signing-key-part.tsx';
import { faultWords } from '../../src/words/faults.ts';
import { draw, fill, settled, submit } from './draw.tsx';
import { fakePorts, now } from './fake-ports.ts';

const made: SigningKeyFacts = {
  fingerprint: 'ab12'.repeat(16),
  name: 'Zo\u00eb Example',
  origin: 'made',
  algorithm: 'ecdsa-p256',
  madeAt: toInstant(0),
};
const day = 86_400_000;

const drawn = (known: KnownKeys, keys = {}) =>
  draw(<SigningKeyPart />, fakePorts({ log: { readKeys: async () => known }, keys }));

describe('your signing key', () => {
  it('can be made with a name before there is one', async () => {
    const names: string[] = [];
    const page = await drawn({ retired: [] }, { make: async (name: string) => void names.push(name) });
    expect(page.querySelector('#no-key')).not.toBeNull();
    await fill(page, '#key-name', 'Zo\u00eb');
    await submit(page, '#key-make');
    expect(names).toEqual(['Zo\u00eb']);
    expect(page.querySelector('#handover')).toBeNull();
  });

  it('shows name, fingerprint in groups, dates and algorithm', async () => {
    const page = await drawn({ current: made, retired: [] });
    const facts = page.querySelector(`[data-fingerprint="${made.fingerprint}"]`);
    expect(facts?.textContent).toContain('Zo\u00eb Example');
    expect(facts?.textContent).toContain('1 January 1970');
    expect(facts?.textContent).toContain('no end');
    expect(facts?.textContent).toContain('ECDSA P-256');
    const groups = [...(facts?.querySelectorAll('.groups li') ?? [])].map(each => each.textContent);
    expect(groups).toEqual(Array.from({ length: 16 }, () => 'AB12'));
    expect(page.querySelector('#ends-soon')).toBeNull();
    expect(page.querySelector('#retired-keys')).toBeNull();
  });

  it('that is damaged is said to be, by its fingerprint, and a new one can be made', async () => {
    const names: string[] = [];
    const page = await drawn(
      { damaged: made.fingerprint, retired: [] },
      { make: async (name: string) => void names.push(name) },
    );
    expect(page.querySelector('#key-damaged')?.textContent).toMatch(/Nothing you recorded is lost/);
    expect(page.querySelector('.groups li')?.textContent).toBe('AB12');
    expect(page.querySelector('#no-key')).toBeNull();
    await fill(page, '#key-name', 'Zo\u00eb');
    await submit(page, '#key-make');
    expect(names).toEqual(['Zo\u00eb']);
  });

  it('says what renewing means, and makes the new key with the name that stands there', async () => {
    const names: string[] = [];
    const page = await drawn(
      { current: made, retired: [] },
      { make: async (name: string) => void names.push(name) },
    );
    expect(page.querySelector('#renew')?.textContent).toMatch(
      /new fingerprint.*is deleted.*still be checked/s,
    );
    await submit(page, '#key-make');
    expect(names).toEqual(['Zo\u00eb Example']);
  });

  it.each([
    [59, true],
    [61, false],
    [-3, true],
  ])('with %i days left: it says that it ends soon: %s', async (days, isSaid) => {
    const until = toInstant(now().getTime() + days * day);
    const current = { ...made, origin: 'imported', issuer: 'Example Authority', until } as const;
    const page = await drawn({ current, retired: [] });
    expect(page.querySelector('#ends-soon') !== null).toBe(isSaid);
    expect(page.textContent).toContain('Example Authority');
    expect(page.textContent).toContain('not checked');
  });

  it('lists keys used before with their dates and fingerprints', async () => {
    const old = { ...made, fingerprint: 'cd34'.repeat(16), name: 'Old', retiredAt: toInstant(day * 400) };
    const page = await drawn({ current: made, retired: [old] });
    const listed = page.querySelector('#retired-keys');
    expect(listed?.textContent).toContain('Old');
    expect(listed?.textContent).toContain('CD34');
    expect(listed?.textContent).toContain('5 February 1971');
  });

  it('takes a key from a file, and says what is wrong with it', async () => {
    const given: unknown[] = [];
    const page = await drawn(
      { current: made, retired: [] },
      {
        importFile: async (file: Blob, password: string) => {
          given.push([file, password]);
          throw new Fault('key.file.legacy');
        },
      },
    );
    await submit(page, '#key-import');
    expect(given).toEqual([]);
    expect(page.textContent).toContain('Choose a file first');
    const file = new File(['x'], 'officer.p12');
    const field = page.querySelector<HTMLInputElement>('#key-file');
    if (field === null) throw new Error('no field');
    Object.defineProperty(field, 'files', { value: [file] });
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    await fill(page, '#key-password', 'secret');
    await submit(page, '#key-import');
    expect(given).toEqual([[file, 'secret']]);
    expect(page.querySelector('[role=alert]')?.textContent).toContain(faultWords['key.file.legacy'].next);
    expect(page.querySelector('#key-password')?.getAttribute('type')).toBe('password');
  });
});
