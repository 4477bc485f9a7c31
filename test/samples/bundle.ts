import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { BundleExhibit, BundleInput } from '../../src/bundle/bundle-input.ts';
import { verifyBundle } from '../../src/bundle/verify/verify-bundle.ts';
import type { VerifyOptions } from '../../src/bundle/verify/verify-options.ts';
import { writeBundle } from '../../src/bundle/write/write-bundle.ts';
import { canonicalBytes } from '../../src/crypto/canonical-json.ts';
import { sha256 } from '../../src/crypto/digest.ts';
import { createSigner, openSigner, type Signer } from '../../src/crypto/signing-key.ts';
import { createVaultKey } from '../../src/crypto/vault-key.ts';
import { appendEvent } from '../../src/custody/chain.ts';
import { eventsToJsonl } from '../../src/custody/jsonl.ts';
import type { Artifact, CaptureRecord } from '../../src/model/capture.ts';
import type { CaseRecord, Words, WordsVersion } from '../../src/model/case.ts';
import type { CustodyEntry, CustodyEvent } from '../../src/model/custody.ts';
import { exhibitReference } from '../../src/model/exhibit.ts';
import { captureIdSchema, caseIdSchema, instantSchema, sha256Schema } from '../../src/model/identifiers.ts';
import { deriveTime, readAddress } from '../../src/platforms/index.ts';
import { remakeTexts } from '../../src/reports/remake.ts';
import { bytesSource } from './bytes-source.ts';
import { sampleCapture, samplePage, sampleSoftware } from './capture.ts';
import { sampleCaseRecord, sampleEntry } from './case.ts';
import { checksWith } from './checks.ts';

/** The moment of the sample's export. */
export const exportedAt = instantSchema.parse('2026-03-04T05:06:08.123Z');
/** The case of the sample. */
export const sampleCaseId = caseIdSchema.parse('0b0c7a52-7a3e-4f61-9a39-2f5f2d0f7a01');
/** The group of the sample's volumes. */
export const groupId = '5d1a4f38-0c7b-4a9e-8f53-6b2d3a9e1c02';
const zeros = sha256Schema.parse('0'.repeat(64));

/** How the sample differs from the usual one. */
export interface SampleOptions {
  readonly volume?: number;
  readonly volumes?: number;
  readonly outcome?: CaseRecord['outcome'];
  /** Changes the input before it is written, as somebody with the key could. */
  readonly change?: (input: BundleInput) => BundleInput | Promise<BundleInput>;
}

let signer: Promise<Signer> | undefined;
/** The signer of every sample in this process. */
export function sampleSigner(): Promise<Signer> {
  signer ??= newSigner();
  return signer;
}

/** A signer with a key of its own. */
export async function newSigner(): Promise<Signer> {
  const vaultKey = await createVaultKey();
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const sealed = await createSigner({ random, now: () => Date.parse('2026-01-01T00:00:00Z'), vaultKey });
  return openSigner(sealed, vaultKey);
}

/**
 * A bundle of three exhibits: `ABC/1`, a post on X with two versions of words; `ABC/2`, erased; `ABC/3`,
 * a whole page whose snapshot failed. Nothing in it is of a real person.
 */
export async function sampleInput(options: SampleOptions = {}): Promise<BundleInput> {
  const { volume = 1, volumes = 1, outcome = 'complete' } = options;
  const key = await sampleSigner();
  const post = await exhibit(1, postRecord, postFiles());
  const page = await exhibit(3, pageRecord, pageFiles());
  const words = await wordsVersions();
  const events = await chain([post, page], words);
  const volumeOf = (index: number) => (volumes > 1 ? index + 1 : 1);
  const all = [post, page].map((one, index) => ({
    ...one,
    entry: { ...one.entry, volume: volumeOf(index), words: index === 0 ? words : [] },
  }));
  const caseRecord = sampleCaseRecord({
    case: {
      id: sampleCaseId,
      title: 'Messages since January',
      openedAt: '2026-03-01T09:00:00.000Z',
      producer: { initials: 'ABC', name: 'A. B. Carter' },
    },
    exportedAt,
    outcome,
    group: { id: groupId, volume, volumes },
    custodyHead: events.at(-1)?.digest,
    signerFingerprint: key.fingerprint,
    exhibits: all.map(one => one.entry),
    absent: [
      { reference: 'ABC/2', captureId: captureIdOf(2), reason: 'erased', at: '2026-03-03T12:00:00.000Z' },
    ],
  });
  const input: BundleInput = {
    caseRecord,
    custodyJsonl: eventsToJsonl(events),
    exhibits: all.filter(one => one.entry.volume === volume),
    signer: key,
    readMeFirst: 'What this is, and what is asked.\n',
    howToVerify: 'The commands.\n',
    reportHtml: '<!doctype html><title>Exhibits</title><p>Ünïcode</p>\n',
  };
  return (await options.change?.(input)) ?? input;
}

/** The sample as the bytes of a ZIP. */
export async function sampleZip(options: SampleOptions = {}): Promise<Uint8Array> {
  return zipOf(await sampleInput(options));
}

/** Any input as the bytes of a ZIP. */
export async function zipOf(input: BundleInput): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await writeBundle(input, async chunk => {
    chunks.push(chunk.slice());
  });
  return new Uint8Array(Buffer.concat(chunks));
}

/** The verifier with the real platforms, and the real makers of texts and tables. */
export const verifyOptions: VerifyOptions = { deriveTime, readAddress, remake: remakeTexts };

/** Verifies bytes in memory. */
export function verifyBytes(bytes: Uint8Array, name = 'sample.zip') {
  return verifyBundle(bytesSource(bytes, name), verifyOptions);
}

/** A bundle's chain made anew, so that only what should not fit does not. */
export async function linkEvents(entries: readonly CustodyEntry[]): Promise<readonly CustodyEvent[]> {
  const events: CustodyEvent[] = [];
  for (const entry of entries) events.push(await appendEvent(events.at(-1), entry));
  return events;
}

const software = sampleSoftware();

type Files = readonly { artifact: Omit<Artifact, 'size' | 'sha256'>; bytes: Uint8Array }[];

/** The id of the sample's capture with this number. */
export function captureIdOf(number: number) {
  return captureIdSchema.parse(`9f0e2a10-1111-4222-8333-44445555000${number}`);
}

async function exhibit(
  number: number,
  record: (number: number, artifacts: readonly Artifact[]) => CaptureRecord,
  files: Files,
): Promise<BundleExhibit> {
  const artifacts = await Promise.all(
    files.map(async ({ artifact, bytes }) => ({
      ...artifact,
      size: bytes.length,
      sha256: sha256Schema.parse(await sha256(bytes)),
    })),
  );
  const byPath = new Map(files.map(file => [file.artifact.path, file.bytes]));
  const made = record(number, artifacts);
  const recordBytes = canonicalBytes(made);
  const _reference = exhibitReference('ABC', number);
  return {
    entry: sampleEntry(made, { recordSha256: sha256Schema.parse(await sha256(recordBytes)) }),
    record: made,
    recordBytes,
    readArtifact: async artifact => {
      const bytes = byPath.get(artifact.path);
      if (bytes === undefined) throw new Error('no such artifact');
      return new Uint8Array(bytes);
    },
  };
}

function postRecord(number: number, artifacts: readonly Artifact[]): CaptureRecord {
  const postId = '1890000000000000000';
  const derived = deriveTime('x', postId, instantSchema.parse('2026-03-01T10:00:01.000Z'));
  return sampleCapture({
    ...commonRecord(number, artifacts),
    scope: 'post',
    outcome: 'complete',
    post: {
      platform: 'x',
      kind: 'post',
      postId,
      permalink: `https://x.com/example/status/${postId}`,
      account: { handle: 'example', displayName: 'Example 🕊' },
      text: 'I know where you live. — line two\nline three',
      displayedTime: { text: '13 Feb 2025', language: 'en-GB', zone: 'Europe/London' },
      postedAt: derived === undefined ? [] : [derived],
    },
    steps: [{ step: 'guard', outcome: 'done' }],
    compositions: [
      {
        path: 'screenshot-post.png',
        width: 40,
        height: 30,
        parts: [{ path: 'tiles/001.png', from: { x: 4, y: 6, width: 40, height: 30 }, to: { x: 0, y: 0 } }],
      },
    ],
    checks: checksWith({ seams: ['not-needed', 'There is one picture only.'] }),
  });
}

function pageRecord(number: number, artifacts: readonly Artifact[]): CaptureRecord {
  return sampleCapture({
    ...commonRecord(number, artifacts),
    scope: 'page',
    outcome: 'partial',
    steps: [
      { step: 'guard', outcome: 'done' },
      { step: 'snapshot', outcome: 'failed', reason: 'The page did not answer in time.' },
    ],
    checks: checksWith({ copy: ['not-made', 'The page did not answer in time.'] }),
  });
}

function commonRecord(number: number, artifacts: readonly Artifact[]) {
  return {
    id: captureIdOf(number),
    reference: exhibitReference('ABC', number),
    startedAt: `2026-03-0${number}T10:00:00.000Z`,
    completedAt: `2026-03-0${number}T10:00:02.000Z`,
    page: samplePage('https://x.com/example', { title: 'Example' }),
    clocks: { capturedAt: `2026-03-0${number}T10:00:01.000Z`, zone: 'Europe/London', offsetMinutes: 0 },
    software,
    artifacts: [...artifacts],
  };
}

function postFiles(): Files {
  return [
    {
      artifact: {
        role: 'screenshot-post',
        path: 'screenshot-post.png',
        mediaType: 'image/png',
        method: 'crop',
      },
      bytes: png(40, 30, 2, { x: 4, y: 6, width: 64 }),
    },
    {
      artifact: { role: 'tile', path: 'tiles/001.png', mediaType: 'image/png', method: 'browser' },
      bytes: png(64, 48, 2),
    },
    {
      artifact: { role: 'page-snapshot', path: 'page.html', mediaType: 'text/html' },
      bytes: new TextEncoder().encode('<!doctype html><p>I know where you live.</p>'),
    },
    {
      artifact: { role: 'post-text', path: 'text.txt', mediaType: 'text/plain' },
      bytes: new TextEncoder().encode('I know where you live. — line two\nline three'),
    },
  ];
}

function pageFiles(): Files {
  return [
    {
      artifact: {
        role: 'screenshot-full-page',
        path: 'screenshot-full-page.png',
        mediaType: 'image/png',
        method: 'stitch',
      },
      bytes: png(80, 200, 3),
    },
    {
      artifact: { role: 'tile', path: 'tiles/001.png', mediaType: 'image/png', method: 'browser' },
      bytes: png(80, 120, 4),
    },
    {
      artifact: { role: 'post-text', path: 'text.txt', mediaType: 'text/plain' },
      bytes: new Uint8Array(),
    },
  ];
}

async function wordsVersions(): Promise<WordsVersion[]> {
  const versions: Words[] = [
    { whatHappened: 'She wrote this.', impact: '', tags: ['threat'], people: [] },
    {
      whatHappened: 'She wrote this after I moved.',
      impact: 'I slept badly.',
      tags: ['threat'],
      people: ['E.'],
    },
  ];
  return Promise.all(
    versions.map(async (words, index) => ({
      version: index + 1,
      writtenAt: instantSchema.parse(`2026-03-02T1${index}:00:00.000Z`),
      words,
      sha256: sha256Schema.parse(await sha256(canonicalBytes(words))),
    })),
  );
}

/** What happened in the sample's case, before it is linked. */
export function sampleEntries(
  exhibits: readonly BundleExhibit[],
  words: readonly WordsVersion[],
): readonly CustodyEntry[] {
  const [post, page] = exhibits;
  const entry = (
    at: string,
    action: CustodyEntry['action'],
    subject: object,
    detail: CustodyEntry['detail'],
  ): CustodyEntry => ({
    at: instantSchema.parse(at),
    action,
    actor: 'Holdfast 0.1.0',
    subject: { caseId: sampleCaseId, ...subject },
    detail,
  });
  const of = (number: number) => ({
    captureId: captureIdOf(number),
    reference: exhibitReference('ABC', number),
  });
  const recordOf = (one: BundleExhibit | undefined) => one?.entry.recordSha256 ?? zeros;
  return [
    entry('2026-03-01T09:00:00.000Z', 'case.opened', {}, {}),
    entry('2026-03-01T10:00:02.000Z', 'capture.committed', of(1), { recordSha256: recordOf(post) }),
    entry('2026-03-02T10:00:00.000Z', 'capture.committed', of(2), { recordSha256: '1'.repeat(64) }),
    ...words.map((version, index) =>
      entry(`2026-03-02T1${index}:30:00.000Z`, 'exhibit.described', of(1), {
        version: version.version,
        wordsSha256: version.sha256,
      }),
    ),
    entry('2026-03-03T10:00:02.000Z', 'capture.committed', of(3), { recordSha256: recordOf(page) }),
    entry('2026-03-03T12:00:00.000Z', 'exhibit.erased', of(2), { reason: 'taken by mistake' }),
    entry('2026-03-04T05:06:07.000Z', 'bundle.prepared', {}, { groupId, references: ['ABC/1', 'ABC/3'] }),
  ];
}

async function chain(exhibits: readonly BundleExhibit[], words: readonly WordsVersion[]) {
  return linkEvents(sampleEntries(exhibits, words));
}

/**
 * A true PNG of one colour pattern, so that other programs read it too. `cut` is where it lies in a wider picture of the
 * same pattern, of which it then shows a part, pixel for pixel. `black` is an area of it that is covered.
 */
export function png(
  width: number,
  height: number,
  seed: number,
  cut = { x: 0, y: 0, width },
  black = { x: 0, y: 0, width: 0, height: 0 },
): Uint8Array {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y++)
    for (let column = 1; column <= width * 3; column++) {
      const place = (y + cut.y) * (cut.width * 3 + 1) + column + cut.x * 3;
      rows[y * (width * 3 + 1) + column] = (place * seed * 31) & 0xff;
    }
  for (let y = black.y; y < black.y + black.height; y++)
    rows.fill(
      0,
      y * (width * 3 + 1) + 1 + black.x * 3,
      y * (width * 3 + 1) + 1 + (black.x + black.width) * 3,
    );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(
    Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]),
  );
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
