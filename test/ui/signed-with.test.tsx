// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/model/fault.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import type { KnownKeys } from '../../src/model/signing-key.ts';
import { SignedWith } from '../../src/ui/export/signed-with.tsx';
import { FaultNotice } from '../../src/ui/parts/fault-notice.tsx';
import { draw } from './draw.tsx';
import { fakePorts } from './fake-ports.ts';

const drawn = (known: KnownKeys) => draw(<SignedWith known={known} />, fakePorts({}));

const current = {
  ...{ fingerprint: 'ab12'.repeat(16), name: 'Zo\u00eb <b>Example</b>', origin: 'made' as const },
  ...{ algorithm: 'ecdsa-p256' as const, madeAt: toInstant(0) },
};

describe('the key that an export is signed with', () => {
  it('is said to be damaged, and where a new one is made, before anything is exported', async () => {
    const page = await drawn({ damaged: current.fingerprint, retired: [current] });
    const notice = page.querySelector('#key-damaged')?.textContent;
    expect(notice).toContain('Your signing key is damaged on this device and cannot be used.');
    expect(notice).toContain('Make a new one under Settings, Your signing key, before you export.');
    expect(page.querySelector('#signed-with')).toBeNull();
  });

  it('that is damaged ends an export with the same words', async () => {
    const page = await draw(<FaultNotice error={new Fault('key.not-readable')} />, fakePorts({}));
    expect(page.querySelector('[role="alert"]')?.textContent).toMatch(/signing key.*Your signing key/s);
  });

  it('is named by what its certificate says', async () => {
    const page = await drawn({ current, retired: [] });
    expect(page.querySelector('#signed-with')?.textContent).toContain('“Zo\u00eb <b>Example</b>”');
    expect(page.querySelector('#key-damaged')).toBeNull();
  });

  it('is not spoken of before there is one', async () => {
    expect((await drawn({ retired: [] })).textContent).toBe('');
  });
});
