import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BundleInput } from '../../src/bundle/bundle-input.ts';
import { canonicalBytes } from '../../src/crypto/canonical-json.ts';
import { sha256 } from '../../src/crypto/digest.ts';
import { appendEvent } from '../../src/custody/chain.ts';
import { eventsToJsonl, jsonlToValues } from '../../src/custody/jsonl.ts';
import { longestList } from '../../src/model/bounded-text.ts';
import { type CaptureRecord, captureRecordSchema, picturedRoles } from '../../src/model/capture.ts';
import { type CustodyEntry, type CustodyEvent, custodyEventSchema } from '../../src/model/custody.ts';
import { sha256Schema } from '../../src/model/identifiers.ts';
import { type ExportedNote, type Note, noteIdSchema } from '../../src/model/note.ts';
import { sampleInput, zipOf } from '../../test/samples/bundle.ts';
import { buildCli, built } from '../build.ts';
import { memoryNote, watchMemory } from './memory.ts';
import { median, type Row, row } from './row.ts';

/**
 * `verify.wide`: a bundle of 100,000 small records – notes, the events that name them, and as many files that are held back as
 * one recording may have – against one of half as many. What is linear takes twice as long.
 */
export async function wideRow(records = 100_000): Promise<Row> {
  await buildCli();
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-wide-'));
  try {
    const [half, whole] = [join(folder, 'half.zip'), join(folder, 'whole.zip')];
    writeFileSync(half, await zipOf(await wideInput(records / 2)));
    writeFileSync(whole, await zipOf(await wideInput(records)));
    const values: number[] = [];
    const floors: number[] = [];
    let held = 0;
    for (let round = 0; round < 3; round++) {
      floors.push((await verify(half)).milliseconds);
      const { milliseconds, memory } = await verify(whole);
      values.push(milliseconds);
      held = Math.max(held, memory ?? 0);
    }
    const notes = `${records} records against ${records / 2}, ${memoryNote(held)}`;
    return row('verify.wide', 'ms', 2.2, { value: median(values), floor: median(floors), notes });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function verify(path: string) {
  const started = performance.now();
  const child = spawn(process.execPath, [built.cli, 'verify', path], { stdio: 'ignore' });
  const watch = watchMemory(child.pid ?? 0);
  const code = await new Promise<number | null>(resolve => child.once('exit', resolve));
  const milliseconds = performance.now() - started;
  if (code !== 0) throw new Error(`the wide bundle is not intact: exit code ${code}`);
  return { milliseconds, memory: watch.stop() };
}

/** A list of a recording may have so many members; its other files need a few. */
const mostHeldBack = longestList - 10;

/** The usual sample with so many records more. */
async function wideInput(records: number): Promise<BundleInput> {
  const held = Math.min(Math.floor(records / 3), mostHeldBack);
  const input = await withHeldBack(await sampleInput(), held);
  const written = await notesWithEntries(input, Math.floor((records - held) / 2));
  const before = jsonlToValues(input.custodyJsonl).map(value => custodyEventSchema.parse(value));
  const prepared = before.at(-1);
  if (prepared === undefined) throw new Error('a sample without events');
  const { sequence: _, previous: __, digest: ___, category: ____, ...last } = prepared;
  const committed = withDigests(input);
  const events: CustodyEvent[] = [];
  const entries = [
    ...before.slice(0, -1).map(event => ({ ...event, detail: committed(event) })),
    ...written.map(({ entry }) => ({ ...last, ...entry })),
    last,
  ];
  for (const entry of entries) events.push(await appendEvent(events.at(-1), entry));
  return {
    ...input,
    custodyJsonl: eventsToJsonl(events),
    caseRecord: {
      ...input.caseRecord,
      custodyHead: events.at(-1)?.digest ?? prepared.digest,
      recipient: 'police',
      notes: written.map(({ note }) => note),
    },
  };
}

/** Notes of one line, and what the chain says of each. */
async function notesWithEntries(
  { caseRecord }: BundleInput,
  count: number,
): Promise<
  readonly { readonly note: ExportedNote; readonly entry: Pick<CustodyEntry, 'action' | 'detail'> }[]
> {
  const made = [];
  for (let index = 0; index < count; index++) {
    const id = noteIdSchema.parse(`5b0c7a52-7a3e-4f61-9a39-${index.toString(16).padStart(12, '0')}`);
    const note: Note = {
      kind: 'diary',
      ...{ on: '2026-02-03', time: '', place: '', what: `Entry ${index}.`, impact: '' },
      ...{ people: [], target: '', witnesses: '', categories: [], breachesOrder: false },
    };
    const digest = sha256Schema.parse(await sha256(canonicalBytes(note)));
    const version = { version: 1, writtenAt: caseRecord.exportedAt, note, sha256: digest };
    const detail = { noteId: id, version: 1, sha256: digest };
    made.push({ note: { id, versions: [version] }, entry: { action: 'diary.written' as const, detail } });
  }
  return made;
}

/** The page of the sample with so many tiles more in its record; they and its own pictures are held back. */
async function withHeldBack(input: BundleInput, count: number): Promise<BundleInput> {
  const paths = Array.from({ length: count }, (_, index) => `tiles/held-${index}.png`);
  const artifacts = paths.map(path => ({
    ...{ role: 'tile', path, mediaType: 'image/png', method: 'browser', size: 1, sha256: '0'.repeat(64) },
  }));
  const exhibits = await Promise.all(
    input.exhibits.map(async exhibit => {
      if (exhibit.entry.reference !== 'ABC/3') return exhibit;
      const { record: before } = exhibit;
      const record: CaptureRecord = captureRecordSchema.parse({
        ...before,
        artifacts: [...before.artifacts, ...artifacts],
      });
      const recordBytes = canonicalBytes(record);
      const recordSha256 = sha256Schema.parse(await sha256(recordBytes));
      const heldBack = record.artifacts.filter(({ role }) => picturedRoles.has(role)).map(({ path }) => path);
      return { ...exhibit, record, recordBytes, entry: { ...exhibit.entry, recordSha256, heldBack } };
    }),
  );
  const entries = new Map(exhibits.map(({ entry }) => [entry.reference, entry]));
  const caseRecord = {
    ...input.caseRecord,
    exhibits: input.caseRecord.exhibits.map(entry => entries.get(entry.reference) ?? entry),
  };
  return { ...input, exhibits, caseRecord };
}

/** The details of an event with the digest of the record as it is now. */
function withDigests({ exhibits }: BundleInput) {
  const digests = new Map<string, string>(exhibits.map(({ entry }) => [entry.captureId, entry.recordSha256]));
  return ({ action, subject, detail }: CustodyEvent): CustodyEvent['detail'] => {
    const recordSha256 = digests.get(subject.captureId ?? '');
    return action === 'capture.committed' && recordSha256 !== undefined
      ? { ...detail, recordSha256 }
      : detail;
  };
}
