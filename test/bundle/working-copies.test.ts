import { describe, expect, it } from 'vitest';
import type { BundleInput } from '../../src/bundle/bundle-input.ts';
import { canonicalBytes } from '../../src/crypto/canonical-json.ts';
import { sha256 } from '../../src/crypto/digest.ts';
import { appendEvent } from '../../src/custody/chain.ts';
import { eventsToJsonl } from '../../src/custody/jsonl.ts';
import type { ExhibitEntry } from '../../src/model/case.ts';
import { type CustodyEntry, custodyEventSchema } from '../../src/model/custody.ts';
import { instantSchema, sha256Schema } from '../../src/model/identifiers.ts';
import { salted } from '../../src/model/salt.ts';
import { type GivenCopy, workingCopyIdSchema } from '../../src/model/working-copy.ts';
import { png, sampleInput, verifyBytes, zipOf } from '../samples/bundle.ts';
import { toFiles } from './zip-surgery.ts';

const id = workingCopyIdSchema.parse('7c0c7a52-7a3e-4f61-9a39-2f5f2d0f7a77');
const madeAt = instantSchema.parse('2026-03-04T05:06:07.000Z');
const bytes = new Uint8Array(png(40, 30, 2, { x: 4, y: 6, width: 64 }, { x: 3, y: 4, width: 5, height: 6 }));
const folder = 'data/exhibits/ABC_1/';
const salt = '0f'.repeat(16);
const purpose = 'For the school';

interface Changes {
  readonly entry?: (entry: ExhibitEntry) => ExhibitEntry;
  readonly copy?: (copy: GivenCopy) => GivenCopy;
  readonly event?: (
    entry: Pick<CustodyEntry, 'action' | 'detail'>,
  ) => Pick<CustodyEntry, 'action' | 'detail'>;
  readonly isErased?: boolean;
  readonly given?: Uint8Array<ArrayBuffer>;
  /** The bytes that the chain tells of. */
  readonly drawn?: Uint8Array<ArrayBuffer>;
}

const pictures = ['screenshot-post.png', 'tiles/001.png', 'page.html'];

/** The sample with the pictures of `ABC/1` held back and one working copy in their place, as somebody with the key changed it. */
async function withCopy(changes: Changes = {}): Promise<BundleInput> {
  const input = await sampleInput();
  const [first, ...others] = input.exhibits;
  const original = first!.record.artifacts[0]!;
  const given = changes.given ?? bytes;
  const told: GivenCopy = {
    id,
    path: 'copies/1.png',
    of: { path: original.path, sha256: original.sha256 },
    crop: { x: 0, y: 0, width: 40, height: 30 },
    covered: [{ x: 3, y: 4, width: 5, height: 6 }],
    width: 40,
    height: 30,
    mediaType: 'image/png',
    size: given.length,
    sha256: sha256Schema.parse(await sha256(given)),
    madeAt,
    purpose,
    salt,
  };
  const copy = changes.copy?.(told) ?? told;
  const entry = { ...first!.entry, heldBack: pictures, workingCopies: [copy] };
  const changed = changes.entry?.(entry) ?? entry;
  const made = {
    action: 'copy.made' as const,
    detail: {
      copyId: id,
      original: told.of.path,
      originalSha256: told.of.sha256,
      copySha256: sha256Schema.parse(await sha256(changes.drawn ?? bytes)),
      madeAt,
      cutTo: '0,0 40x30',
      covered: ['3,4 5x6'],
      purposeSha256: await sha256(canonicalBytes(salted(purpose, salt))),
    },
  };
  const erased = { action: 'copy.erased' as const, detail: { copyId: id, reason: '' } };
  const events = input.custodyJsonl
    .trimEnd()
    .split('\n')
    .map(line => custodyEventSchema.parse(JSON.parse(line)));
  const { captureId, reference } = entry;
  const subject = { caseId: input.caseRecord.case.id, captureId, reference };
  for (const one of [changes.event?.(made) ?? made, ...(changes.isErased ? [erased] : [])])
    events.push(
      await appendEvent(events.at(-1), { at: madeAt, actor: 'A. B. Carter (ABC)', subject, ...one }),
    );
  return {
    ...input,
    custodyJsonl: eventsToJsonl(events),
    caseRecord: {
      ...input.caseRecord,
      custodyHead: events.at(-1)!.digest,
      exhibits: input.caseRecord.exhibits.map(each => (each.captureId === captureId ? changed : each)),
    },
    exhibits: [{ ...first!, entry: changed, readCopy: async () => given }, ...others],
  };
}

async function check(input: BundleInput) {
  const { verdict, findings } = await verifyBytes(await zipOf(input));
  const found = findings.filter(({ severity }) => severity !== 'success' && severity !== 'notice');
  return { verdict, found: found.map(({ code, subject }) => `${code} ${subject}`), findings };
}

describe('a bundle with a working copy instead of the original', () => {
  it('is intact, holds none of the pictures, and says of each that it was held back', async () => {
    const input = await withCopy();
    const names = [...toFiles(await zipOf(input)).keys()].filter(name => name.startsWith(folder));
    expect(names.sort()).toEqual([`${folder}capture.json`, `${folder}copies/1.png`, `${folder}text.txt`]);
    const { verdict, findings } = await check(input);
    expect(verdict).toBe('intact');
    const back = findings.filter(({ code }) => code === 'exhibit.artifact.held-back');
    expect(back.map(({ severity, subject }) => `${severity} ${subject}`)).toEqual(
      pictures.map(path => `notice ${folder}${path}`),
    );
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['exhibit.copy.match', 'exhibit.copy.chained']),
    );
  });

  const copyPath = `${folder}copies/1.png`;

  it('may hold both', async () => {
    const both = await withCopy({ entry: ({ heldBack: _, ...entry }) => entry });
    expect(await check(both)).toMatchObject({ verdict: 'intact', found: [] });
  });

  it('is refused by the writer when the copy’s bytes are others', async () => {
    const input = await withCopy({ copy: copy => ({ ...copy, size: copy.size + 1 }) });
    await expect(zipOf(input)).rejects.toMatchObject({ code: 'export.exhibits.damaged' });
  });

  const drawn = (bytes: Uint8Array) => ({ given: new Uint8Array(bytes), drawn: new Uint8Array(bytes) });
  const whole = { x: 4, y: 6, width: 64 };
  it.each<[string, Changes, string]>([
    [
      'shows something else',
      drawn(png(40, 30, 9, whole, { x: 3, y: 4, width: 5, height: 6 })),
      'capture.pixels.mismatch',
    ],
    ['covers nothing', drawn(png(40, 30, 2, whole)), 'exhibit.copy.not-covered'],
    [
      'is of another size',
      drawn(png(20, 30, 2, whole, { x: 3, y: 4, width: 5, height: 6 })),
      'exhibit.copy.size-mismatch',
    ],
  ])('is altered when it stands beside its original and %s', async (_, changes, code) => {
    const both = await withCopy({ ...changes, entry: ({ heldBack: __, ...entry }) => entry });
    expect(await check(both)).toMatchObject({ verdict: 'altered', found: [`${code} ${copyPath}`] });
  });

  it.each<[string, Changes, string]>([
    [
      'another picture was put in its place',
      { given: new Uint8Array(png(40, 30, 10)) },
      'exhibit.copy.unchained',
    ],
    [
      'it is said to cover another area',
      { copy: copy => ({ ...copy, covered: [] }) },
      'exhibit.copy.unchained',
    ],
    ['it is said to be uncut', { copy: ({ crop: _, ...copy }) => copy }, 'exhibit.copy.unchained'],
    [
      'it is said to be older',
      { copy: copy => ({ ...copy, madeAt: instantSchema.parse('2026-03-04T05:06:06.000Z') }) },
      'exhibit.copy.unchained',
    ],
    [
      'its purpose was changed',
      { copy: copy => ({ ...copy, purpose: 'For nobody' }) },
      'exhibit.copy.unchained',
    ],
    ['its purpose was taken out', { copy: ({ purpose: _, ...copy }) => copy }, 'exhibit.copy.unchained'],
    [
      'the chain says nothing of it',
      { event: () => ({ action: 'exhibit.viewed', detail: {} }) },
      'exhibit.copy.unchained',
    ],
    ['the chain says that it was erased', { isErased: true }, 'exhibit.copy.unchained'],
    [
      'its original is another',
      { copy: copy => ({ ...copy, of: { ...copy.of, path: 'text.txt' } }) },
      'exhibit.copy.original-mismatch',
    ],
    [
      'it is listed twice',
      {
        entry: entry => ({
          ...entry,
          workingCopies: [...entry.workingCopies!, { ...entry.workingCopies![0]!, path: 'copies/2.png' }],
        }),
      },
      'exhibit.copy.duplicate',
    ],
  ])('is altered when %s', async (_, changes, code) => {
    const { verdict, found } = await check(await withCopy(changes));
    expect(verdict).toBe('altered');
    expect(found.map(each => each.replace('copies/2', 'copies/1'))).toContain(`${code} ${copyPath}`);
  });

  it('is not intact when a copy is missing, altered, or here and not listed', async () => {
    const listed = await withCopy();
    const [first, ...others] = listed.exhibits;
    const unlisted = { ...first!, entry: { ...first!.entry } };
    delete (unlisted.entry as { workingCopies?: unknown }).workingCopies;
    const gone = await check({ ...listed, exhibits: [unlisted, ...others] });
    expect(gone).toMatchObject({ verdict: 'incomplete', found: [`exhibit.copy.missing ${copyPath}`] });

    const exhibits = listed.caseRecord.exhibits.map(({ workingCopies: _, ...entry }) => entry);
    const silent = await check({ ...listed, caseRecord: { ...listed.caseRecord, exhibits } });
    expect(silent).toMatchObject({ verdict: 'altered', found: [`exhibit.file.unlisted ${copyPath}`] });

    const other = new Uint8Array(png(40, 30, 11));
    const inEntry = first!.entry.workingCopies![0]!;
    const swapped = {
      ...first!.entry,
      workingCopies: [{ ...inEntry, size: other.length, sha256: sha256Schema.parse(await sha256(other)) }],
    };
    const replaced = { ...first!, entry: swapped, readCopy: async () => other };
    const altered = await check({ ...listed, exhibits: [replaced, ...others] });
    expect(altered.verdict).toBe('altered');
    expect(altered.found).toContain(`exhibit.copy.mismatch ${copyPath}`);
  });
});

describe('what is held back', () => {
  it('is said of each file: one missing in silence is a gap', async () => {
    const input = await withCopy();
    const exhibits = input.caseRecord.exhibits.map(entry =>
      entry.heldBack === undefined ? entry : { ...entry, heldBack: pictures.slice(0, 2) },
    );
    expect(await check({ ...input, caseRecord: { ...input.caseRecord, exhibits } })).toMatchObject({
      verdict: 'incomplete',
      found: [`exhibit.artifact.missing ${folder}page.html`],
    });
  });

  it('is not here, and is something that was recorded', async () => {
    const input = await withCopy({ entry: ({ heldBack: _, ...entry }) => entry });
    const exhibits = input.caseRecord.exhibits.map(entry =>
      entry.workingCopies === undefined ? entry : { ...entry, heldBack: ['page.html', 'page.mhtml'] },
    );
    expect(await check({ ...input, caseRecord: { ...input.caseRecord, exhibits } })).toMatchObject({
      verdict: 'altered',
      found: [
        `exhibit.held-back.present ${folder}page.html`,
        `exhibit.held-back.unknown ${folder}page.mhtml`,
        `exhibit.held-back.partial ${folder}capture.json`,
      ],
    });
  });
});
