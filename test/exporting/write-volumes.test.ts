import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalBytes } from '../../src/crypto/canonical-json.ts';
import { sha256 } from '../../src/crypto/digest.ts';
import type { Signer } from '../../src/crypto/signing-key.ts';
import type { LogReader } from '../../src/evidence/reader.ts';
import { noDamage } from '../../src/exporting/gather/damage.ts';
import type { Gathering } from '../../src/exporting/gather/gather.ts';
import { planExport } from '../../src/exporting/plan/plan-export.ts';
import { prepare } from '../../src/exporting/plan/prepare.ts';
import { writeVolumes } from '../../src/exporting/write/write-volumes.ts';
import { custodyEventSchema } from '../../src/model/custody.ts';
import { type ExportChoice, wholeCase } from '../../src/model/export-choice.ts';
import { sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import type { Reporter } from '../../src/model/reporter.ts';
import { toFiles } from '../bundle/zip-surgery.ts';
import { newSigner } from '../crypto/signers.ts';
import { groupId, sampleInput, verifyBytes } from '../samples/bundle.ts';
import { bytesSource } from '../samples/bytes-source.ts';
import { officer } from '../samples/requests.ts';

/** The sample's case written from a log of which only what an export reads is there; the ZIPs by their order. */
async function write(
  entries: number,
  reporter: Reporter = { capacity: 'affected' },
  choice: Partial<ExportChoice> = {},
  signer?: Signer,
  written = new Map<string, Uint8Array>(),
  change: (gathering: Gathering) => Gathering | Promise<Gathering> = gathering => gathering,
): Promise<readonly Uint8Array[]> {
  const sample = await sampleInput();
  const input = signer === undefined ? sample : { ...sample, signer };
  const byId = new Map(input.exhibits.map(exhibit => [exhibit.record.id, exhibit]));
  const lines = input.custodyJsonl.trimEnd().split('\n');
  const events = lines.map(line => custodyEventSchema.parse(JSON.parse(line)));
  const log: Pick<
    LogReader,
    'openSigner' | 'openArtifact' | 'readReporter' | 'readAuthorities' | 'listReceived'
  > = {
    listReceived: async () => [],
    openSigner: async () => input.signer,
    readReporter: async () => reporter,
    readAuthorities: async () => ({ addresses: [], roots: [] }),
    openArtifact: async (captureId, sha256) => {
      const exhibit = byId.get(captureId)!;
      return exhibit.readArtifact(exhibit.record.artifacts.find(artifact => artifact.sha256 === sha256)!);
    },
  };
  const { caseRecord } = input;
  const prepared = await prepare(
    log as LogReader,
    await change({
      caseFile: caseRecord.case,
      exhibits: input.exhibits.map(({ record, recordBytes, entry }) => ({
        ...{ record, recordBytes, recordSha256: entry.recordSha256 },
        ...{ captureId: entry.captureId, words: entry.words },
      })),
      unused: [],
      absent: caseRecord.absent,
      chain: { events, lost: [] },
      ...{ notes: [], lostNotes: [], received: [], lostReceived: [] },
      summary: { references: [], absent: [], ...noDamage },
    }),
    {
      choice: { ...wholeCase, ...choice },
      groupId,
      exportedAt: caseRecord.exportedAt,
      software: caseRecord.software,
    },
  );
  const { volumes } = await writeVolumes({
    planned: await planExport(prepared, { bytes: 500_000_000, entries }),
    print: [],
    log: log as LogReader,
    volumes: {
      create(name) {
        const chunks: Uint8Array[] = [];
        return {
          write: async chunk => void chunks.push(chunk.slice()),
          async finish() {
            const bytes = new Uint8Array(Buffer.concat(chunks));
            written.set(name, bytes);
            return sha256Schema.parse(createHash('sha256').update(bytes).digest('hex'));
          },
          async discard() {},
        };
      },
      remove: async name => void written.delete(name),
      open: async name => ({ source: bytesSource(written.get(name)!, name), close: () => undefined }),
    },
    signal: new AbortController().signal,
    onProgress() {},
  });
  return volumes.map(({ name }) => written.get(name)!);
}

const drafts = (zip: Uint8Array) =>
  [...toFiles(zip).keys()].filter(name => name.startsWith('data/preservation/'));

it('the drafts of the whole case stand in the first ZIP only, which is intact and mentions them', async () => {
  const zips = await write(29, { capacity: 'affected' }, { documentsLeftOut: ['police/', 'report.pdf'] });
  expect(zips).toHaveLength(2);
  expect(zips.map(zip => drafts(zip).length > 0)).toEqual([true, false]);
  expect(drafts(zips[0]!)).toContain('data/preservation/x/covering-note.docx');
  for (const [index, zip] of zips.entries()) {
    expect((await verifyBytes(zip)).verdict).toBe('intact');
    const texts = ['READ-ME-FIRST.txt', 'data/report.html'].map(name =>
      new TextDecoder().decode(toFiles(zip).get(name)),
    );
    for (const text of texts) expect(text.includes('preservation/')).toBe(index === 0);
  }
});

it('an officer’s drafts bear the officer’s block and come without a person’s letters', async () => {
  const [zip] = await write(1_000, officer);
  expect(drafts(zip!).some(name => /covering-note|own-data/.test(name))).toBe(false);
  expect(drafts(zip!)).toContain('data/preservation/x/request.docx');
});

it('the papers for the police stand beside them, and the contact sheet only when it is chosen', async () => {
  const [zip] = await write(1_000);
  const names = [...toFiles(zip!).keys()];
  expect(names).toContain('data/police/statement-draft.docx');
  expect(names).not.toContain('data/police/contact-sheet.docx');
  expect((await verifyBytes(zip!)).verdict).toBe('intact');
});

it('pictures that are held back stand in no volume, which is intact and says so', async () => {
  const pictures = [{ reference: 'ABC/1', give: 'nothing' as const, copies: [] }];
  const [zip] = await write(1_000, { capacity: 'affected' }, { pictures });
  const names = [...toFiles(zip!).keys()].filter(name => name.startsWith('data/exhibits/ABC_1/'));
  expect(names.sort()).toEqual(['data/exhibits/ABC_1/capture.json', 'data/exhibits/ABC_1/text.txt']);
  const { verdict, findings } = await verifyBytes(zip!);
  expect(verdict).toBe('intact');
  expect(findings.filter(({ code }) => code === 'exhibit.artifact.held-back')).toHaveLength(3);
  expect(new TextDecoder().decode(toFiles(zip!).get('data/report.html'))).not.toContain(
    'exhibits/ABC_1/screenshot',
  );
});

it('a platform gets no papers for the police', async () => {
  const [zip] = await write(1_000, { capacity: 'affected' }, { recipient: 'platform' });
  expect([...toFiles(zip!).keys()].filter(name => name.startsWith('data/police/'))).toEqual([]);
});

it('gives no file that would be called altered: one event is gone and nothing says so', async () => {
  const written = new Map<string, Uint8Array>();
  const writing = write(1_000, { capacity: 'affected' }, {}, undefined, written, gathering => ({
    ...gathering,
    chain: { events: gathering.chain.events.filter(({ sequence }) => sequence !== 2), lost: [] },
  }));
  await expect(writing).rejects.toMatchObject({
    code: 'export.check.failed',
    message: expect.stringContaining('custody.'),
  });
  expect([...written]).toEqual([]);
});

/** The first exhibit with another record than the chain has. */
async function withAnotherRecord(gathering: Gathering): Promise<Gathering> {
  const [first, ...others] = gathering.exhibits;
  const record = { ...first!.record, completedAt: toInstant(Date.parse(first!.record.completedAt) + 1) };
  const recordBytes = canonicalBytes(record);
  const recordSha256 = sha256Schema.parse(await sha256(recordBytes));
  return { ...gathering, exhibits: [{ ...first!, record, recordBytes, recordSha256 }, ...others] };
}

it('names the exhibits that its own check does not pass, and without them gives an incomplete file', async () => {
  const written = new Map<string, Uint8Array>();
  const writeWith = (change: (gathering: Gathering) => Promise<Gathering>) =>
    write(1_000, { capacity: 'affected' }, {}, undefined, written, change);
  await expect(writeWith(withAnotherRecord)).rejects.toMatchObject({
    ...{ code: 'export.exhibits.refused', message: 'ABC/1' },
  });
  expect([...written]).toEqual([]);
  const [zip] = await writeWith(async gathering => {
    const [first, ...exhibits] = (await withAnotherRecord(gathering)).exhibits;
    const { captureId, record } = first!;
    const left = { reference: record.reference, captureId, reason: 'refused' } as const;
    return { ...gathering, exhibits, absent: [...gathering.absent, left] };
  });
  const { verdict, findings } = await verifyBytes(zip!);
  const bad = findings.filter(({ severity }) => severity === 'failure' || severity === 'missing');
  expect(bad.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
    'case.outcome.incomplete data/case.json',
    'exhibit.absent.refused ABC/1',
  ]);
  expect(verdict).toBe('incomplete');
});

it.each([
  ['key.certificate.ended', '2015-03-01T00:00:00Z'],
  ['key.certificate.not-begun', '2026-03-06T08:00:00Z'],
])('nothing is sealed outside the dates of the certificate: %s', async (code, madeAt) => {
  const signer = await newSigner(new Date(madeAt));
  await expect(write(1_000, { capacity: 'affected' }, {}, signer)).rejects.toMatchObject({ code });
});
it.each([
  ['a person', { capacity: 'affected' }],
  ['an officer', officer],
] as const)(
  'texts, tables and the report of %s are what the verifier makes of the record',
  async (_, reporter) => {
    const [zip = new Uint8Array()] = await write(1_000, reporter);
    const { verdict, findings } = await verifyBytes(zip);
    expect(verdict).toBe('intact');
    const papers = findings.filter(({ code }) => code.startsWith('paper.'));
    expect(papers.map(({ code, subject }) => `${code} ${subject}`).sort()).toEqual([
      'paper.content.match HOW-TO-VERIFY.txt',
      'paper.content.match READ-ME-FIRST.txt',
      'paper.content.match data/police/accounts.csv',
      'paper.content.match data/police/chronology.csv',
      'paper.content.match data/police/exhibit-list.csv',
      'paper.content.match data/preservation/x/items.csv',
      'paper.content.match data/preservation/x/items.json',
      ...(reporter.capacity === 'officer' ? [] : ['paper.content.match data/report.html']),
      'paper.content.not-compared sample.zip',
      ...(reporter.capacity === 'officer' ? ['paper.exhibits.match data/report.html'] : []),
    ]);
  },
);
