// @vitest-environment happy-dom
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import { groupsOfFour } from '../../src/ui/handover/groups.ts';
import { HandoverButton } from '../../src/ui/handover/handover-button.tsx';
import { handoverText } from '../../src/ui/handover/handover-text.ts';
import { draw, press } from './draw.tsx';
import { fakePorts } from './fake-ports.ts';

const fingerprint = '0123456789abcdef'.repeat(4);
const sha256 = sha256Schema.parse('f0e1d2c3'.repeat(8));
const key = {
  fingerprint,
  name: 'Zo\u00eb <Example>',
  origin: 'made',
  algorithm: 'ecdsa-p256',
  madeAt: toInstant(0),
} as const;
const volumes = [{ name: 'ABC-20260102T030405Z.zip', size: 1234, sha256 }];

const drawn = () => draw(<HandoverButton sealedBy={key} volumes={volumes} />, fakePorts({}));

describe('the handover sheet', () => {
  it('shows fingerprint and file in groups of four, and lines to fill in', async () => {
    const page = await drawn();
    expect(page.querySelector('dialog')).toBeNull();
    await press(page, 'handover');
    const sheet = page.querySelector('dialog.sheet');
    const groups = [...(sheet?.querySelectorAll('.groups') ?? [])].map(list =>
      [...list.querySelectorAll('li')].map(each => each.textContent).join(''),
    );
    expect(groups).toEqual([fingerprint.toUpperCase(), sha256.toUpperCase()]);
    for (const words of [
      'Zo\u00eb <Example>',
      volumes[0]?.name,
      '1,234 bytes',
      '2 January 2026',
      'Signature',
    ])
      expect(sheet?.textContent).toContain(words);
    await press(page, 'handover-close');
    expect(page.querySelector('dialog')).toBeNull();
  });

  it('draws the QR code of the fingerprint, with quiet around it and words for those who do not see it', async () => {
    const page = await drawn();
    await press(page, 'handover');
    const svg = page.querySelector('svg.qr');
    expect(svg?.getAttribute('aria-label')).toContain('fingerprint');
    const { size, data } = create(fingerprint.toUpperCase(), { errorCorrectionLevel: 'M' }).modules;
    expect(svg?.getAttribute('viewBox')).toBe(`0 0 ${size + 8} ${size + 8}`);
    const path = svg?.querySelector('path')?.getAttribute('d') ?? '';
    const drawnModules = new Set([...path.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x} ${y}`));
    for (let at = 0; at < size * size; at += 1)
      expect(drawnModules.has(`${(at % size) + 4} ${Math.floor(at / size) + 4}`), `module ${at}`).toBe(
        data[at] === 1,
      );
  });

  it('is also a text with the same numbers', () => {
    const text = handoverText({ key, volumes, at: toInstant(0) });
    expect(text.replace(/\s/g, '')).toContain(sha256.toUpperCase());
    expect(text.replace(/\s/g, '')).toContain(fingerprint.toUpperCase());
    expect(text).toContain('0123 4567 89AB CDEF\n');
    expect(text).toContain('Given to: name: ____');
  });

  it('reads a digest in groups of four, and nothing of no digest', () => {
    expect(groupsOfFour('abcdef')).toEqual(['ABCD', 'EF']);
    expect(groupsOfFour('')).toEqual([]);
  });
});
