import { describe, expect, it, test } from 'vitest';
import { bundlePaths, textBytes } from '../../src/bundle/layout.ts';
import { isThorough } from '../thorough.ts';
import { answerTo, shortOf } from './counting-source.ts';
import {
  type CaseJson,
  edited,
  get,
  getCase,
  record1,
  replaced,
  setCase,
  withCase,
  withKey,
} from './tamper/forgeries.ts';

const { caseRecord, custody, certificate, manifest, asicManifest, tagManifestSignature } = bundlePaths;

/** The JSON of a record with a member in front that is nested so deep. */
function deep(json: Uint8Array, levels: number, [open, close]: readonly [string, string]): Uint8Array {
  const text = new TextDecoder().decode(json);
  const member = `"a":${open.repeat(levels)}0${close.repeat(levels)}`;
  return textBytes(text.replace('{', `{${member},`));
}

const nests = [
  ['lists', ['[', ']']],
  ['objects', ['{"a":', '}']],
] as const;

describe.each([10_000, 300_000])('JSON of %i levels', levels => {
  test.each(
    nests.flatMap(([kind, nest]) =>
      (
        [
          [caseRecord, 'case.record.unreadable data/case.json'],
          [record1, `exhibit.record.unreadable ${record1}`],
          [custody, 'custody.event.unreadable custody.jsonl:1'],
        ] as const
      ).map(([path, line]) => ({ kind, nest, path, line })),
    ),
  )('of $kind in $path, sealed as a whole', async ({ nest, path, line }) => {
    const report = await answerTo(await withKey(all => all.set(path, deep(get(all, path), levels, nest))));
    expect(shortOf(report)).toContain(line);
  });
});

it('JSON that only opens is no record', async () => {
  const report = await answerTo(await withKey(all => all.set(caseRecord, textBytes('['.repeat(2_000_000)))));
  expect(shortOf(report)).toContain(`case.record.unreadable ${caseRecord}`);
});

/** Of one exhibit, each listed again: many enough to show what takes longer than its number. */
const files = isThorough ? 150_000 : 30_000;

describe('a record that says the same without end', () => {
  it(`${files} files of one exhibit`, async () => {
    const artifact = {
      role: 'tile',
      path: 't/1.png',
      mediaType: 'image/png',
      size: 1,
      sha256: '0'.repeat(64),
    };
    const report = await answerTo(
      await withKey(all => {
        const record = JSON.parse(new TextDecoder().decode(get(all, record1)));
        const artifacts = Array.from({ length: files }, () => artifact);
        all.set(record1, textBytes(JSON.stringify({ ...record, artifacts })));
      }),
    );
    expect(shortOf(report).some(line => line.startsWith('exhibit.artifact.duplicate '))).toBe(true);
  });

  it('5,000 exhibits in one folder, which is read once', async () => {
    const change = (record: CaseJson) => {
      const [first] = record.exhibits;
      const again = Array.from({ length: 5_000 }, (_, index) => ({
        ...first,
        reference: `XYZ/${index + 1}`,
        captureId: `9f0e2a10-1111-4222-8333-${String(index).padStart(12, '0')}`,
      }));
      return { ...record, exhibits: [...record.exhibits, ...again] };
    };
    const report = await answerTo(await withCase(change));
    expect(shortOf(report)).toContain('exhibit.reference.duplicate XYZ/5000');
  });

  it('3,000 exhibits that are not there, and 3,000 that are gone', async () => {
    const listed = (record: CaseJson) => (from: number) =>
      Array.from({ length: 3_000 }, (_, index) => ({
        ...record.exhibits[0],
        directory: `exhibits/XYZ_${from + index}`,
        reference: `XYZ/${from + index}`,
        captureId: `9f0e2a10-1111-4222-8333-${String(from + index).padStart(12, '0')}`,
        reason: 'erased',
      }));
    const change = (record: CaseJson) => ({
      ...record,
      exhibits: listed(record)(1),
      absent: listed(record)(5_000),
    });
    const report = await answerTo(await withCase(change));
    expect(shortOf(report)).toContain('exhibit.record.missing data/exhibits/XYZ_3000/capture.json');
    expect(shortOf(report)).toContain('exhibit.absent.unexplained XYZ/7999');
  });

  it.each(['\n', '1\n', '{}\n', '"\\'])('a chain of a million %j', async line => {
    const report = await answerTo(await withKey(all => all.set(custody, textBytes(line.repeat(1_000_000)))));
    expect(shortOf(report)).toContain('custody.event.unreadable custody.jsonl:1');
  });

  it('2 ** 53 - 1 volumes', async () => {
    const volumes = Number.MAX_SAFE_INTEGER;
    const report = await answerTo(
      await withCase(record => ({ ...record, group: { ...record.group, volumes } })),
    );
    expect(shortOf(report)).toContain('bag-info.group.mismatch bag-info.txt');
  });
});

describe('lists, certificate and seals of many megabytes', () => {
  test.each([
    [manifest, '\n', `manifest.text.unreadable ${manifest}`],
    [asicManifest, '<asic:DataObjectReference URI="', `container-manifest.text.unreadable ${asicManifest}`],
    ['bag-info.txt', 'A: b\n', 'bag-info.text.unreadable bag-info.txt'],
    [certificate, 'A', `signer.certificate.unreadable ${certificate}`],
    [tagManifestSignature, '0\x80', `signature.file.missing ${tagManifestSignature}`],
  ])('%s', async (path, part, line) => {
    const bytes = textBytes(part.repeat(Math.ceil(3_000_000 / part.length)));
    expect(shortOf(await answerTo(await edited(all => all.set(path, bytes))))).toContain(line);
  });

  it('a certificate of 900 KB that is spelled as one', async () => {
    const base64 = `${'A'.repeat(64)}\n`.repeat(14_000);
    const pem = textBytes(`-----BEGIN CERTIFICATE-----\n${base64}-----END CERTIFICATE-----\n`);
    const report = await answerTo(await edited(all => all.set(certificate, pem)));
    expect(shortOf(report)).toContain(`signer.certificate.unreadable ${certificate}`);
  });
});

it('members named __proto__ and constructor change nothing but what they say', async () => {
  const hostile = '{"__proto__":{"exhibits":[]},"constructor":{"prototype":{"polluted":true}},';
  const report = await answerTo(
    await withKey(all => {
      setCase(all, getCase(all));
      all.set(caseRecord, textBytes(new TextDecoder().decode(get(all, caseRecord)).replace('{', hostile)));
    }),
  );
  expect(shortOf(report)).toContain(`case.record.not-canonical ${caseRecord}`);
  expect(Object.prototype).not.toHaveProperty('polluted');
});

describe('a text without end in a record, sealed as a whole, is no record', () => {
  const long = 'A'.repeat(5_000_000);
  it.each([
    [caseRecord, 'Messages since January', `case.record.unreadable ${caseRecord}`],
    [record1, 'I know where you live.', `exhibit.record.unreadable ${record1}`],
    [custody, 'taken by mistake', 'custody.event.unreadable custody.jsonl:7'],
  ])('in %s', async (path, words, line) => {
    const report = await answerTo(await withKey(all => all.set(path, replaced(get(all, path), words, long))));
    expect(shortOf(report)).toContain(line);
  });

  it.each([
    ['a list', `[${'1,'.repeat(4_000_000)}1]`],
    ['an object', `{${Array.from({ length: 300_000 }, (_, index) => `"k${index}":1`).join(',')}}`],
  ])('nor is %s', async (_what, value) => {
    const report = await answerTo(
      await withKey(all =>
        all.set(caseRecord, replaced(get(all, caseRecord), '"absent":', `"a":${value},"absent":`)),
      ),
    );
    expect(shortOf(report)).toContain(`case.record.unreadable ${caseRecord}`);
  });
});
