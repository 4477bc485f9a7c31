import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundles } from '../../src/bundle/verify/verify-group.ts';
import { planVolumes, receivedWeight } from '../../src/bundle/write/plan-volumes.ts';
import { groupToText } from '../../src/cli/report-text.ts';
import type { VerificationReport } from '../../src/model/finding.ts';
import { sha256Schema } from '../../src/model/identifiers.ts';
import { type ReceivedBundle, receivedFolder, receivedPath } from '../../src/model/received.ts';
import { verifyCommands } from '../../src/reports/how-to-verify.ts';
import { receiptFiles } from '../../src/reports/receipt/files.ts';
import { sampleZip, verifyBytes, verifyOptions } from '../samples/bundle.ts';
import { bytesSource } from '../samples/bytes-source.ts';
import { digestOf } from '../samples/digest.ts';
import { entryOf, factsOf, holding, holdingZip } from '../samples/received.ts';
import { toFiles, toZip } from './zip-surgery.ts';

const codes = ({ findings }: VerificationReport, severity?: string) =>
  findings
    .filter(finding => finding.code.startsWith('received.') && (!severity || finding.severity === severity))
    .map(finding => finding.code);

let inner: Uint8Array;
beforeAll(async () => {
  inner = await sampleZip();
});

describe('a received bundle in another', () => {
  it('is there byte for byte, and both are intact, each by itself', async () => {
    const outer = await holdingZip([inner]);
    const report = await verifyBytes(outer);
    expect(report.verdict).toBe('intact');
    expect(codes(report)).toEqual(['received.event.match', 'received.digest.match', 'received.verdict.same']);
    const [held] = report.received ?? [];
    expect(held).toMatchObject({ verdictThen: 'intact', report: { verdict: 'intact', size: inner.length } });
    expect(held?.report.findings.length).toBeGreaterThan(20);
    expect(held?.report.findings.every(({ subject }) => subject.startsWith(`${held.path}`))).toBe(true);
    expect(digestOf(toFiles(outer).get(held?.path ?? '') ?? new Uint8Array())).toBe(digestOf(inner));
  });

  it('names the verdict inside and does not take it over: what came altered stays altered', async () => {
    const changed = inner.slice();
    changed[Buffer.from(changed).indexOf('Messages since January')] = 0x4e;
    const report = await verifyBytes(await holdingZip([changed], { verdict: 'altered' }));
    expect(report.verdict).toBe('intact');
    expect(report.received?.[0]?.report.verdict).toBe('altered');
    expect(codes(report)).toContain('received.verdict.same');
    const said = await verifyBytes(await holdingZip([changed], { verdict: 'intact' }));
    expect(codes(said, 'failure')).toEqual(['received.verdict.differs']);
    expect(said.verdict).toBe('altered');
  });

  it.each([
    ['intact', 'short', 'altered'],
    ['incomplete', 'changed', 'altered'],
    ['intact', 'none', 'altered'],
    ['altered', 'whole', 'intact'],
    ['incomplete', 'whole', 'intact'],
    ['unreadable', 'whole', 'intact'],
    ['altered', 'none', 'intact'],
  ])('a receipt that said %s of a file that is %s is %s', async (said, kind, verdict) => {
    const changed = inner.slice();
    changed[Buffer.from(changed).indexOf('Messages since January')] = 0x4e;
    const fewer = toFiles(inner);
    fewer.delete('data/exhibits/ABC_1/text.txt');
    const kinds = { whole: inner, changed, short: toZip(fewer), none: new Uint8Array(9) };
    const file = kinds[kind as keyof typeof kinds];
    const report = await verifyBytes(await holdingZip([file], { verdict: said }));
    expect(codes(report)).toContain('received.verdict.differs');
    expect(report.verdict).toBe(verdict);
  });

  it('may be no bundle at all', async () => {
    const report = await verifyBytes(await holdingZip([new Uint8Array(9)], { verdict: 'unreadable' }));
    expect(report.verdict).toBe('intact');
    expect(report.received?.[0]?.report.verdict).toBe('unreadable');
  });

  it('is combined with a second', async () => {
    const second = await holdingZip([inner]);
    const report = await verifyBytes(await holdingZip([inner, second]));
    expect(report.verdict).toBe('intact');
    expect(report.received?.map(each => each.report.verdict)).toEqual(['intact', 'intact']);
    expect(report.received?.[1]?.report.received?.[0]?.report.verdict).toBe('intact');
  });

  it('is looked into two deep and no deeper', async () => {
    let nested = inner;
    for (let depth = 0; depth < 4; depth += 1) nested = await holdingZip([nested]);
    const report = await verifyBytes(nested);
    const deepest = report.received?.[0]?.report.received?.[0]?.report;
    expect(deepest?.verdict).toBe('intact');
    expect(deepest?.received).toBeUndefined();
    expect(codes(deepest as VerificationReport)).toContain('received.contents.not-checked');
  });

  it('stands in the plain words of the command, with its own verdict', async () => {
    const changed = inner.slice();
    changed[Buffer.from(changed).indexOf('Messages since January')] = 0x4e;
    const group = await verifyBundles(
      [bytesSource(await holdingZip([changed], { verdict: 'altered' }), 'outer.zip')],
      verifyOptions,
    );
    const text = groupToText(group);
    expect(text).toMatch(/^INTACT: outer\.zip/);
    expect(text).toMatch(
      /Received inside: data\/received\/\S+\n\s+ALTERED \(when it was received: altered\)/,
    );
    expect(group.verdict).toBe('intact');
  });
});

describe('the receipts beside a received file', () => {
  /** The receipts as the product makes them, of what the change made of the entry. */
  async function withReceipts(
    change: (bundle: ReceivedBundle) => ReceivedBundle = bundle => bundle,
    names = ['receipt.txt', 'receipt.docx'],
  ): Promise<readonly string[]> {
    const entry = entryOf(inner);
    const { from, medium, place, receivedAt, officer, remarks } = entry;
    const facts = { from, medium, place, receivedAt, officer, remarks };
    const files = await receiptFiles(change({ ...entry, facts, findings: [], crc32: 0, parts: 1 }));
    const documents = files
      .filter(({ name }) => names.includes(name))
      .map(({ name, bytes }) => ({ path: `${receivedFolder(entry.sha256)}${name}`, bytes }));
    const report = await verifyBytes(
      await holdingZip([inner], { change: input => ({ ...input, documents }) }),
    );
    return [report.verdict, ...codes(report).filter(code => code.startsWith('received.receipt.'))];
  }

  it('say what the record says', async () => {
    expect(await withReceipts()).toEqual(['intact', 'received.receipt.match', 'received.receipt.match']);
  });

  it.each(['receipt.txt', 'receipt.docx'])('that say something else are found: %s', async name => {
    const other = sha256Schema.parse(digestOf(new Uint8Array()));
    for (const change of [{ verdict: 'altered' }, { verdict: 'unreadable' }, { sha256: other }] as const)
      expect(await withReceipts(bundle => ({ ...bundle, ...change }), [name])).toEqual([
        'altered',
        'received.receipt.mismatch',
      ]);
  });

  it('that are of another make are not compared, and that is said', async () => {
    const entry = entryOf(inner);
    const documents = ['receipt.txt', 'receipt.docx'].map(name => ({
      path: `${receivedFolder(entry.sha256)}${name}`,
      bytes: new TextEncoder().encode('Received with thanks.'),
    }));
    const report = await verifyBytes(
      await holdingZip([inner], { change: input => ({ ...input, documents }) }),
    );
    expect(codes(report, 'notice')).toEqual([
      'received.receipt.not-compared',
      'received.receipt.not-compared',
    ]);
  });
});

describe('what is found of received files', () => {
  const other = () => Uint8Array.from([...inner, 0]);
  const rows: readonly (readonly [string, () => Promise<Uint8Array>, string, string])[] = [
    [
      'another file in its place',
      () => holdingZip([inner], { bytes: other }),
      'received.digest.mismatch',
      'altered',
    ],
    [
      'a record with another digest',
      () => holdingZip([inner], { entry: entry => ({ ...entry, sha256: digestOf(new Uint8Array()) }) }),
      'received.path.mismatch',
      'altered',
    ],
    [
      'a file that the record does not list',
      () =>
        holdingZip([inner], {
          change: input => ({ ...input, caseRecord: { ...input.caseRecord, received: [] } }),
        }),
      'received.file.unlisted',
      'altered',
    ],
    [
      'a listed file that is not there',
      () => holdingZip([inner], { change: input => ({ ...input, received: [] }) }),
      'received.file.missing',
      'incomplete',
    ],
    [
      'a chain that is silent',
      () => holdingZip([inner], { detail: () => undefined }),
      'received.event.mismatch',
      'altered',
    ],
    [
      'a chain with another digest',
      () =>
        holdingZip([inner], { detail: entry => ({ ...factsOf(entry), sha256: digestOf(new Uint8Array()) }) }),
      'received.event.mismatch',
      'altered',
    ],
    [
      'a chain that says the check found something else',
      () => holdingZip([inner], { detail: entry => ({ ...factsOf(entry), verdict: 'altered' }) }),
      'received.event.contradicted',
      'altered',
    ],
    [
      'a volume that cannot be',
      () => holdingZip([inner], { entry: entry => ({ ...entry, volume: 9 }) }),
      'received.volume.impossible',
      'altered',
    ],
    [
      'one file listed twice',
      () =>
        holdingZip([inner], {
          change: input => {
            const { received = [] } = input.caseRecord;
            return { ...input, caseRecord: { ...input.caseRecord, received: [...received, ...received] } };
          },
        }),
      'received.entry.duplicate',
      'altered',
    ],
  ];
  it.each(rows)('%s', async (_what, zip, code, verdict) => {
    const report = await verifyBytes(await zip());
    expect(codes(report)).toContain(code);
    expect(report.verdict).toBe(verdict);
  });

  it('says that one was left out, and that a volume of its own set never came', async () => {
    const report = await verifyBytes(
      await holdingZip([inner], {
        entry: entry => ({ ...entry, groupId: 'g', ownVolume: 1, ownVolumes: 3 }),
        change: input => input,
      }),
    );
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        code: 'received.group.incomplete',
        severity: 'notice',
        detail: 'Of 3 ZIP files of that export, 1 was received.',
      }),
    );
    const without = await verifyBytes(
      await holdingZip([inner], {
        change: input => ({ ...input, received: [], caseRecord: { ...input.caseRecord, received: [] } }),
      }),
    );
    expect(without.verdict).toBe('intact');
    expect(codes(without)).toEqual(['received.entry.left-out']);
  });

  it('ends on a bundle whose record names 100 files in one', async () => {
    const many = await holdingZip([inner], {
      change: input => {
        const [first] = input.caseRecord.received ?? [];
        if (first === undefined) throw new Error('no entry');
        const received = Array.from({ length: 100 }, (_, index) => ({
          ...first,
          id: `7f3c0d52-1111-4222-8333-${String(index).padStart(12, '0')}` as typeof first.id,
          path: first.path.replace('.zip', `-${index}.zip`),
        }));
        return { ...input, caseRecord: { ...input.caseRecord, received } };
      },
    });
    const report = await verifyBytes(many);
    expect(report.verdict).toBe('altered');
    expect(report.received ?? []).toEqual([]);
  });
});

describe('writing', () => {
  it('refuses bytes that are not what the record says, before anything is signed', async () => {
    const lying = () =>
      holdingZip([inner], {
        change: input => ({
          ...input,
          received: (input.received ?? []).map(each => ({
            ...holding(each.entry, Uint8Array.from([...inner.subarray(1), 0])),
            entry: each.entry,
          })),
        }),
      });
    await expect(lying()).rejects.toMatchObject({ code: 'log.received.damaged' });
    const longer = () =>
      holdingZip([inner], {
        change: input => ({
          ...input,
          received: (input.received ?? []).map(each => ({
            ...each,
            pieces: holding(each.entry, Uint8Array.from([...inner, ...inner])).pieces,
          })),
        }),
      });
    await expect(longer()).rejects.toMatchObject({ code: 'log.received.damaged' });
  });

  it('never splits one, and says which is too large', () => {
    const small = { reference: 'ABC/1', bytes: 1_000, entries: 2 };
    const received = (name: string, size: number) => receivedWeight({ name, size });
    expect(planVolumes([small, received('a.zip', 400_000_000), received('b.zip', 400_000_000)])).toHaveLength(
      2,
    );
    expect(() => planVolumes([small, received('big.zip', 600_000_000)])).toThrow(
      expect.objectContaining({ code: 'export.received.too-large', message: 'big.zip' }),
    );
  });

  it('gives it a safe name below the first digits of its digest', () => {
    const path = (name: string) =>
      receivedPath({ ...entryOf(inner), name })
        .split('/')
        .at(-1);
    expect(path('../../etc/passwd')).toBe('etc-passwd.zip');
    expect(path('‮piz.exe')).toBe('piz-exe.zip');
    expect(path('NUL.zip')).toBe('bundle.zip');
    expect(path('✉')).toBe('bundle.zip');
    expect(path(`${'a'.repeat(300)}.zip`)).toBe(`${'a'.repeat(60)}.zip`);
  });
});

describe('by the programs of strangers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-received-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const shell = (line: string, cwd: string) => spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });

  it('what was received comes out as it went in, and its own commands hold', async () => {
    writeFileSync(join(folder, 'outer.zip'), await holdingZip([inner]));
    const { path } = entryOf(inner);
    expect(shell('unzip -tq outer.zip && unzip -q outer.zip -d outer', folder).status).toBe(0);
    expect(
      shell(
        'sha256sum -c --quiet --strict manifest-sha256.txt tagmanifest-sha256.txt',
        join(folder, 'outer'),
      ).output?.join(''),
    ).toBe('');
    const file = join(folder, 'outer/data', path);
    expect(shell(`sha256sum ${file}`, folder).stdout.slice(0, 64)).toBe(digestOf(inner));
    expect(readFileSync(file).equals(Buffer.from(inner))).toBe(true);
    expect(shell(`unzip -tq ${file} && unzip -q ${file} -d inner`, folder).status).toBe(0);
    for (const line of [verifyCommands.tagManifestSignature, verifyCommands.containerSignature])
      expect(shell(line, join(folder, 'inner')).stderr).toContain('CAdES Verification successful');
    expect(shell(verifyCommands.digests, join(folder, 'inner'))).toMatchObject({ status: 0, stdout: '' });
  });
});
