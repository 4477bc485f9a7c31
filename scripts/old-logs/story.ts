// Runs inside a checkout of an earlier commit, where `scripts/old-logs.ts` puts it: what it imports is the code of then.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { BundleExhibit } from '../../src/bundle/bundle-input.ts';
import type { Log } from '../../src/evidence/open-log.ts';
import { openLog } from '../../src/evidence/open-log.ts';
import type { LogWriter } from '../../src/evidence/writer.ts';
import { type Artifact, type CaptureRecord, captureRecordSchema } from '../../src/model/capture.ts';
import { type CaptureId, type CaseId, captureIdSchema, instantSchema } from '../../src/model/identifiers.ts';
import { png, sampleInput, sampleZip } from '../../test/samples/bundle.ts';
import { progressOf, recordOf, textArtifact, wordsOf } from '../../test/samples/log.ts';
import { cutOut } from './cut-out.ts';
import { dumpLog, importWrapKey } from './raw-log.ts';
import { readAll } from './read-all.ts';
import { tellNotes } from './story-notes.ts';
import { keepStamps } from './story-stamps.ts';
import { functionThen, moduleThen } from './then.ts';

const [version = 0, output = ''] = [Number(process.argv[2]), process.argv[3]];
const name = `version-${version}`;
const wrapKey = new Uint8Array(32).fill(7);

/** Longer than what stands in a row itself, so that its bytes are kept as a Blob. */
const longText = `<!doctype html><p>I know where you live.</p>\n${'<p>More of it.</p>\n'.repeat(2_500)}`;

let time = Date.UTC(2026, 2, 1, 9);
const now = () => {
  time += 1_000;
  return new Date(time);
};

let captures = 0;
function nextId(): CaptureId {
  captures += 1;
  return captureIdSchema.parse(`aaaaaaaa-0000-4000-8000-00000000000${captures}`);
}

let drawn = 0;
/** Bytes that are the same each time, so that a fixture which is made anew differs by its keys alone. */
const random = (length: number) => {
  drawn += 1;
  const bytes = createHash('shake256', { outputLength: length }).update(`${name} ${drawn}`).digest();
  return new Uint8Array(bytes);
};

await addSlot();
const log = openLog({ databaseName: name, now, random });
await fill(log);
const told = await readAll(log);
log.close();
writeFileSync(output, `${JSON.stringify({ told, log: await dumpLog(name, wrapKey) }, undefined, 1)}\n`);

/** Whatever this version can hold. */
async function fill({ reader, writer }: Log): Promise<void> {
  await writer.openCase({ title: 'Another case', initials: 'XY', name: '' });
  const caseId = await writer.openCase({
    title: 'Messages since January',
    initials: 'ABC',
    name: 'A. Carter',
  });
  await reader.openSigner();
  if (version >= 2.5) await replaceKey();
  if (version >= 3)
    await writer.setAuthorities({ isOn: true, addresses: ['http://authority.example/'], roots: [] });
  const { exhibits } = await sampleInput();
  for (const each of exhibits) await commit(writer, caseId, each);
  const [post, page] = exhibits.map(each => each.record.id);
  if (post === undefined || page === undefined) throw new Error('a sample of fewer exhibits');
  await writer.describeExhibit(post, wordsOf('She wrote this.'));
  await writer.describeExhibit(post, wordsOf('She wrote this after I moved.'));
  await writer.viewedExhibit(post);
  const mistaken = await recordMistake(writer, caseId);
  await writer.eraseExhibit(mistaken, 'taken by mistake');
  if (version >= 2) await tellNotes({ writer, caseId, post, version });
  if (version >= 3) await keepStamps({ reader, writer, version, stamped: post, waiting: page });
  if (version >= 4) await copyPicture({ reader, writer }, post);
  if (version >= 5) await receive(caseId);
  await exportOnce({ reader, writer }, caseId);
  await leaveRunning(writer, caseId);
}

/** Records what the sample of then recorded: `ABC/1` is complete, `ABC/2` partial. */
async function commit(writer: LogWriter, caseId: CaseId, exhibit: BundleExhibit): Promise<void> {
  const { record } = exhibit;
  time = Math.max(time, Date.parse(record.completedAt));
  await writer.begin({ ...progressOf(record.id, caseId), scope: record.scope, startedAt: record.startedAt });
  const artifacts: Artifact[] = [];
  for (const artifact of record.artifacts) {
    const bytes = await bytesOf(exhibit, artifact);
    const whole = { ...artifact, size: bytes.length, sha256: textArtifact(bytes).sha256 };
    artifacts.push(whole);
    await writer.stage(record.id, whole, bytes);
  }
  await writer.commitCapture({
    captureId: record.id,
    caseId,
    build: reference => ({ record: captureRecordSchema.parse({ ...record, reference, artifacts }) }),
    thumbnail: png(8, 6, 1),
  });
}

/** The sample's own file, but for a long page, and a picture that was cut out of what it is said to be cut out of. */
async function bytesOf(exhibit: BundleExhibit, artifact: Artifact): Promise<Uint8Array> {
  if (artifact.path === 'page.html') return new TextEncoder().encode(longText);
  const [part] = exhibit.record.compositions?.find(({ path }) => path === artifact.path)?.parts ?? [];
  const whole = exhibit.record.artifacts.find(({ path }) => path === part?.path);
  if (part === undefined || whole === undefined) return exhibit.readArtifact(artifact);
  return cutOut(await exhibit.readArtifact(whole), part.from);
}

async function recordMistake(writer: LogWriter, caseId: CaseId): Promise<CaptureId> {
  const captureId = nextId();
  const bytes = new TextEncoder().encode('not mine');
  const artifact = textArtifact(bytes);
  await writer.begin(progressOf(captureId, caseId));
  await writer.stage(captureId, artifact, bytes);
  const build = (reference: CaptureRecord['reference']) => ({
    record: recordOf(captureId, reference, [artifact]),
  });
  await writer.commitCapture({ captureId, caseId, build });
  return captureId;
}

/** A capture that was given up, and one that an update came upon. */
async function leaveRunning(writer: LogWriter, caseId: CaseId): Promise<void> {
  const givenUp = nextId();
  await writer.begin({ ...progressOf(givenUp, caseId), startedAt: instantSchema.parse(now().toISOString()) });
  await writer.abandon(givenUp, 'capture.stopped');
  const running = nextId();
  await writer.begin({ ...progressOf(running, caseId), startedAt: instantSchema.parse(now().toISOString()) });
  const bytes = new TextEncoder().encode('staged');
  await writer.stage(running, textArtifact(bytes), bytes);
}

async function replaceKey(): Promise<void> {
  const open = await functionThen(
    'openSigningKeys',
    'src/evidence/keys/signing-keys.ts',
    'src/evidence/signing-keys.ts',
  );
  const keys = open({ databaseName: name, now, random }) as { make(name: string): Promise<void> };
  await keys.make('A. Carter');
}

async function copyPicture({ reader, writer }: Pick<Log, 'reader' | 'writer'>, captureId: CaptureId) {
  const { record } = await reader.readRecord(captureId);
  const original = record.artifacts.find(({ path }) => path === 'screenshot-post.png');
  if (original === undefined) throw new Error('a sample without a picture');
  const bytes = await reader.readArtifact(captureId, original.sha256);
  const { path, sha256 } = original;
  const size = { width: 40, height: 30, size: bytes.length };
  await writer.addWorkingCopy(
    { captureId, of: { path, sha256 }, covered: [], ...size, sha256, purpose: 'For the school' },
    bytes,
  );
}

/** Receives a bundle of that version's own, the second of two, through both sides, as the page did. */
async function receive(caseId: CaseId): Promise<void> {
  const openReceiving = await functionThen(
    'openReceiving',
    'src/evidence/received/receiving.ts',
    'src/evidence/receiving.ts',
  );
  const digest = await functionThen(
    'wasmDigest',
    'src/bundle/zip/running-digest.ts',
    'src/bundle/running-digest.ts',
  );
  const checkHere = await functionThen('checkHere', 'src/ui/verify/check.ts');
  const keepFile = await functionThen('keepFile', 'src/ui/receive/keep-file.ts');
  const file = new File(
    [new Uint8Array(await sampleZip({ volume: 2, volumes: 2 }))],
    'ABC-20260304T050608Z.zip',
  );
  const signal = new AbortController().signal;
  const checked = await checkHere([file], { signal, roots: [], onProgress() {} });
  const [report] = (checked as { readonly reports: readonly unknown[] }).reports;
  const facts = {
    from: { name: 'E. Example', organisation: '' },
    ...{ medium: 'memory stick', place: 'Front desk', officer: 'PC 1 Doe', remarks: '' },
    receivedAt: now().toISOString(),
  };
  const keep = async (receivedId: Parameters<LogWriter['keepReceived']>[0]['receivedId']) =>
    log.writer.keepReceived(
      { caseId, receivedId },
      (await digest()) as Parameters<LogWriter['keepReceived']>[1],
    );
  await keepFile(
    openReceiving({ databaseName: name, now, random }),
    { file, report, checkedWith: 'Holdfast 0.1.0', facts, keep },
    { signal, checkedAt: now(), onProgress() {} },
  );
}

/** Tells the chain of an export, as the page and the background did. */
async function exportOnce({ reader, writer }: Pick<Log, 'reader' | 'writer'>, caseId: CaseId): Promise<void> {
  const groupId = '5d1a4f38-0c7b-4a9e-8f53-6b2d3a9e1c02';
  const prepare = writer.bundlePrepared as (told: object) => Promise<void>;
  const { wholeCase } = version >= 2.5 ? await moduleThen('src/model/export-choice.ts') : {};
  await prepare({ caseId, groupId, choice: wholeCase, references: ['ABC/1', 'ABC/2'], absent: ['ABC/3'] });
  const { fingerprint } = await reader.openSigner();
  const { sha256 } = textArtifact(new Uint8Array());
  const exported = writer.bundleExported as (told: object) => Promise<void>;
  await exported({
    ...{ caseId, groupId, signerFingerprint: fingerprint },
    volumes: [{ name: 'ABC-20260304T050608Z.zip', sha256 }],
  });
}

/** A slot with a key that is known, in place of the one that a browser would make and keep to itself. */
async function addSlot(): Promise<void> {
  const wrapping = await importWrapKey(wrapKey);
  const bytes = new Uint8Array(32).fill(8);
  const vaultKey = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', true, ['encrypt', 'decrypt']);
  const iv = new Uint8Array(12).fill(9);
  const wrapped = await crypto.subtle.wrapKey('raw', vaultKey, wrapping, {
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode('vault/profile'),
    tagLength: 128,
  });
  const { EvidenceDatabase } = await moduleThen('src/evidence/store/database.ts', 'src/evidence/database.ts');
  const database = Reflect.construct(EvidenceDatabase as new (name: string) => object, [name]) as {
    readonly vault: { add(row: object): Promise<unknown> };
    close(): void;
  };
  const slot = { kind: 'profile', wrapKey: wrapping, wrapped: new Uint8Array(wrapped), iv };
  await database.vault.add({ id: 'profile', slot });
  database.close();
}
