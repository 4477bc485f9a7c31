import { describe, expect, it } from 'vitest';
import type { BundleInput } from '../../src/bundle/bundle-input.ts';
import { bundleName } from '../../src/bundle/layout.ts';
import { readBundle } from '../../src/bundle/verify/read-bundle.ts';
import { verifyBundles } from '../../src/bundle/verify/verify-group.ts';
import { exhibitWeight, planVolumes } from '../../src/bundle/write/plan-volumes.ts';
import {
  exportedAt,
  groupId,
  sampleInput,
  sampleZip,
  verifyBytes,
  verifyOptions,
  zipOf,
} from '../samples/bundle.ts';
import { bytesSource } from '../samples/bytes-source.ts';

describe('planning', () => {
  const exhibit = (reference: string, bytes: number, entries = 5) => ({ reference, bytes, entries });

  it('fills a volume before it begins the next, in order, and splits no exhibit', () => {
    const exhibits = [1, 2, 3, 4, 5].map(number => exhibit(`ABC/${number}`, 200_000_000));
    expect(planVolumes(exhibits).map(volume => volume.map(one => one.reference))).toEqual([
      ['ABC/1', 'ABC/2'],
      ['ABC/3', 'ABC/4'],
      ['ABC/5'],
    ]);
  });

  it('never lists more than 1,000 entries', () => {
    const exhibits = Array.from({ length: 30 }, (_, index) => exhibit(`ABC/${index + 1}`, 1_000, 100));
    expect(planVolumes(exhibits).map(volume => volume.length)).toEqual([9, 9, 9, 3]);
  });

  it('refuses an exhibit that is larger than a volume, and a case without any', () => {
    expect(() => planVolumes([exhibit('ABC/1', 1), exhibit('ABC/2', 600_000_000)])).toThrow(
      expect.objectContaining({ code: 'export.exhibit.too-large', message: 'ABC/2' }),
    );
    expect(() => planVolumes([exhibit('ABC/1', 1, 990)])).toThrow(
      expect.objectContaining({ code: 'export.exhibit.too-large' }),
    );
    expect(() => planVolumes([])).toThrow(expect.objectContaining({ code: 'export.case.empty' }));
  });

  it('weighs an exhibit no lighter than it is', async () => {
    const input = await sampleInput();
    const [, second] = input.exhibits;
    if (second === undefined) throw new Error('no exhibit');
    const weight = exhibitWeight(second.record, second.recordBytes);
    const without = await zipOf({ ...input, exhibits: input.exhibits.slice(0, 1) });
    expect((await zipOf(input)).length - without.length).toBeLessThanOrEqual(weight.bytes);
    expect(weight.entries).toBe(second.record.artifacts.length + 1);
  });
});

it('names a file by initials and moment alone', () => {
  expect(bundleName('ABC', exportedAt)).toBe('ABC-20260304T050608Z.zip');
  expect(bundleName('ABC', exportedAt, 2, 3)).toBe('ABC-20260304T050608Z-2of3.zip');
});

describe('volumes of one case', () => {
  const volume = async (number: number) =>
    bytesSource(await sampleZip({ volume: number, volumes: 2 }), `volume-${number}.zip`);

  it('are each a whole bundle, and complete together', async () => {
    const group = await verifyBundles([await volume(2), await volume(1)], verifyOptions);
    expect(group.reports.map(report => [report.file, report.verdict])).toEqual([
      ['volume-2.zip', 'intact'],
      ['volume-1.zip', 'intact'],
    ]);
    expect(group.verdict).toBe('intact');
    expect(group.group.map(finding => finding.code)).toEqual(['group.volumes.complete']);
  });

  it('miss the one that is not there', async () => {
    const group = await verifyBundles([await volume(1)], verifyOptions);
    expect(group.reports[0]?.verdict).toBe('intact');
    expect(group.verdict).toBe('incomplete');
    expect(group.group).toEqual([
      expect.objectContaining({ code: 'group.volume.missing', severity: 'missing', subject: groupId }),
    ]);
  });

  it('are not doubled, and belong together', async () => {
    const twice = await verifyBundles([await volume(1), await volume(1), await volume(2)], verifyOptions);
    expect(twice.group.map(finding => finding.code)).toEqual(['group.volume.duplicate']);
    const renamed = await sampleZip({
      volume: 2,
      volumes: 2,
      change: input => ({
        ...input,
        caseRecord: { ...input.caseRecord, case: { ...input.caseRecord.case, title: 'Another' } },
      }),
    });
    const mixed = await verifyBundles([await volume(1), bytesSource(renamed, 'b.zip')], verifyOptions);
    expect(mixed.group.map(finding => finding.code)).toContain('group.record.mismatch');
    expect(mixed.verdict).toBe('altered');
  });

  it('are found at odds when each says that the other has the files', async () => {
    const swapped = async (number: number) => {
      const zip = await sampleZip({
        volume: number,
        volumes: 2,
        change: input => {
          // Volume 1 says that ABC/1 stands in 2, volume 2 says that ABC/3 stands in 1: neither has any file.
          const elsewhere = number === 1 ? 2 : 1;
          const exhibits = input.caseRecord.exhibits.map(entry => ({ ...entry, volume: elsewhere }));
          const [first] = input.exhibits;
          if (first === undefined) throw new Error('no exhibit');
          return { ...input, caseRecord: { ...input.caseRecord, exhibits } };
        },
      });
      return bytesSource(zip, `swapped-${number}.zip`);
    };
    const group = await verifyBundles([await swapped(1), await swapped(2)], verifyOptions);
    expect(group.group.map(finding => finding.code)).toContain('group.record.mismatch');
    expect(group.verdict).toBe('altered');
  });

  it('cannot put an exhibit into a volume that does not exist', async () => {
    const report = await verifyBytes(
      await sampleZip({
        change: input => ({
          ...input,
          exhibits: input.exhibits.slice(0, 1),
          caseRecord: {
            ...input.caseRecord,
            exhibits: input.caseRecord.exhibits.map((entry, index) => ({ ...entry, volume: index + 1 })),
          },
        }),
      }),
    );
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'exhibit.volume.impossible', subject: 'ABC/3' }),
    );
    expect(report.verdict).toBe('altered');
  });

  it('of an absurd number are not named one by one without end', async () => {
    const zip = await sampleZip({ volume: 1, volumes: 2, change: input => claiming(input, 2_000_000_000) });
    const group = await verifyBundles([bytesSource(zip, 'absurd.zip')], verifyOptions);
    expect(group.group.length).toBeLessThanOrEqual(101);
    expect(group.group.at(-1)).toMatchObject({ code: 'group.volume.missing' });
    expect(group.verdict).toBe('altered');
  });

  it('say where the files of the other exhibits are', async () => {
    const report = await verifyBytes(await sampleZip({ volume: 1, volumes: 2 }));
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'exhibit.volume.elsewhere', severity: 'notice', subject: 'ABC/3' }),
    );
    expect(report.summary.references).toEqual(['ABC/1']);
  });
});

/** The same volume of a set that says it has so many. */
function claiming(input: BundleInput, volumes: number): BundleInput {
  const { caseRecord } = input;
  return { ...input, caseRecord: { ...caseRecord, group: { ...caseRecord.group, volumes } } };
}

it('what a bundle says can be read without checking it', async () => {
  const reading = await readBundle(bytesSource(await sampleZip(), 'sample.zip'));
  expect(reading?.records.map(record => record.reference)).toEqual(['ABC/1', 'ABC/3']);
  expect(reading?.custody).toHaveLength(8);
  expect(reading?.signerFingerprint).toBe(reading?.caseRecord.signerFingerprint);
  expect(await readBundle(bytesSource(new Uint8Array(5), 'none.zip'))).toBeUndefined();
});
