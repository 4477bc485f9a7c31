import { beforeAll, describe, expect, it } from 'vitest';
import type { BundleDocument } from '../../src/bundle/bundle-input.ts';
import { textBytes } from '../../src/bundle/layout.ts';
import { planVolumes } from '../../src/bundle/write/plan-volumes.ts';
import { preservationFiles } from '../../src/reports/preservation/files.ts';
import { exportedAt, sampleInput, sampleZip, verifyBytes } from '../samples/bundle.ts';
import { toFiles, toZip } from './zip-surgery.ts';

const altered = 'data/preservation/x/request.docx';
let documents: readonly BundleDocument[];
let zip: Uint8Array;

beforeAll(async () => {
  const { caseRecord, exhibits } = await sampleInput();
  documents = await preservationFiles({
    ...{ case: caseRecord.case, exhibits, madeAt: exportedAt },
    reporter: { capacity: 'affected' },
  });
  zip = await sampleZip({ change: input => ({ ...input, documents }) });
});

describe('documents in a bundle', () => {
  it('stand as they were made, are listed by the manifest, and the bundle is intact', async () => {
    const files = toFiles(zip);
    const manifest = new TextDecoder().decode(files.get('manifest-sha256.txt'));
    for (const { path, bytes } of documents) {
      expect(Buffer.from(files.get(`data/${path}`) ?? []).equals(Buffer.from(bytes))).toBe(true);
      expect(manifest).toContain(`  data/${path}\n`);
    }
    const report = await verifyBytes(zip);
    expect(report.findings.filter(({ severity }) => !['success', 'notice'].includes(severity))).toEqual([]);
    expect(report.verdict).toBe('intact');
  });

  it('are found when one is altered', async () => {
    const files = toFiles(zip);
    const bytes = Uint8Array.from(files.get(altered) ?? []);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    const report = await verifyBytes(toZip(files.set(altered, bytes)));
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'file.digest.mismatch', subject: altered }),
    );
    expect(report.verdict).toBe('altered');
  });

  it('are found when one was put in afterwards, or is gone', async () => {
    const more = toFiles(zip).set('data/preservation/x/more.docx', textBytes('x'));
    const added = await verifyBytes(toZip(more));
    expect(added.findings).toContainEqual(
      expect.objectContaining({ code: 'file.listing.unlisted', subject: 'data/preservation/x/more.docx' }),
    );
    expect(added.verdict).toBe('altered');
    const fewer = toFiles(zip);
    fewer.delete(altered);
    const removed = await verifyBytes(toZip(fewer));
    expect(removed.findings).toContainEqual(
      expect.objectContaining({ code: 'file.listing.missing', subject: altered }),
    );
    expect(removed.verdict).not.toBe('intact');
  });

  it.each(['case.json', 'exhibits/ABC_1/more.txt', 'preservation/../x', 'preservation/a b', 'preservation/'])(
    'never stand at %s',
    async path => {
      const misplaced = [{ path, bytes: textBytes('x') }];
      await expect(sampleZip({ change: input => ({ ...input, documents: misplaced }) })).rejects.toThrow(
        'document out of place',
      );
    },
  );

  it('have room kept for them when volumes are planned', () => {
    const exhibits = Array.from({ length: 9 }, (_, index) => ({
      reference: `ABC/${index + 1}`,
      bytes: 1_000,
      entries: 100,
    }));
    expect(planVolumes(exhibits)).toHaveLength(1);
    const many = Array.from({ length: 100 }, () => ({ path: 'preservation/x', bytes: textBytes('x') }));
    expect(planVolumes(exhibits, { documents: many })).toHaveLength(2);
    const large = [{ path: 'preservation/x', bytes: new Uint8Array(500_000) }];
    expect(planVolumes(exhibits, { limits: { bytes: 1_279_000, entries: 1_000 } })).toHaveLength(1);
    expect(
      planVolumes(exhibits, { limits: { bytes: 1_279_000, entries: 1_000 }, documents: large }).length,
    ).toBeGreaterThan(1);
  });
});
