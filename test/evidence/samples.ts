import { createHash } from 'node:crypto';
import { type Log, openLog } from '../../src/evidence/open-log.ts';
import type { CommittedCapture } from '../../src/evidence/writer.ts';
import type { Artifact, CaptureRecord } from '../../src/model/capture.ts';
import { captureRecordSchema } from '../../src/model/capture.ts';
import type { Words } from '../../src/model/case.ts';
import type { ExhibitReference } from '../../src/model/exhibit.ts';
import {
  type CaptureId,
  type CaseId,
  captureIdSchema,
  type Sha256,
  sha256Schema,
  toInstant,
} from '../../src/model/identifiers.ts';
import type { CaptureProgress } from '../../src/model/journal.ts';

/** Words that stand in no plain field of any row. */
export const secret = 'quicksilver-heron';

let databases = 0;

/** A name that no other test of this file uses. */
export function newName(): string {
  databases += 1;
  return `evidence-${databases}`;
}

/** A log whose clock goes on by a second at each look. */
export function newLog(databaseName = newName()): Log {
  return openLog({ databaseName, now: tickingClock() });
}

export function tickingClock(start = Date.UTC(2026, 0, 1)): () => Date {
  let time = start;
  return () => {
    time += 1_000;
    return new Date(time);
  };
}

let captures = 0;

export function newCaptureId(): CaptureId {
  captures += 1;
  return captureIdSchema.parse(`00000000-0000-4000-8000-${String(captures).padStart(12, '0')}`);
}

export function digestOf(bytes: Uint8Array): Sha256 {
  return sha256Schema.parse(createHash('sha256').update(bytes).digest('hex'));
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function textArtifact(bytes: Uint8Array, path = 'text.txt'): Artifact {
  return {
    role: 'post-text',
    path,
    mediaType: 'text/plain',
    size: bytes.length,
    sha256: digestOf(bytes),
  } as Artifact;
}

export function recordOf(
  id: CaptureId,
  reference: ExhibitReference,
  artifacts: readonly Artifact[],
): CaptureRecord {
  const at = toInstant(Date.UTC(2026, 0, 1));
  return captureRecordSchema.parse({
    formatVersion: 1,
    id,
    reference,
    scope: 'post',
    outcome: 'complete',
    startedAt: at,
    completedAt: at,
    page: pageOf(),
    post: {
      platform: 'web',
      kind: 'post',
      account: { handle: `${secret}-handle`, displayName: `${secret}-name` },
      text: `${secret} ${'x'.repeat(400)}`,
      postedAt: [
        { at, method: 'derived-from-id', toleranceSeconds: 1 },
        { at, method: 'machine-time', toleranceSeconds: 0 },
      ],
    },
    clocks: { capturedAt: at, zone: 'Europe/London', offsetMinutes: 0 },
    software: softwareOf(),
    pageChanges: [],
    steps: [{ step: 'guard', outcome: 'done' }],
    artifacts,
  });
}

export function softwareOf(): CaptureRecord['software'] {
  return {
    name: 'Holdfast',
    version: '0.1.0',
    buildDigest: sha256Schema.parse('a'.repeat(64)),
    browser: 'b',
    os: 'o',
  };
}

export function pageOf() {
  return {
    address: `https://example.invalid/${secret}`,
    finalAddress: `https://example.invalid/${secret}`,
    title: `${secret} title`,
    viewport: { width: 1280, height: 720 },
    document: { width: 1280, height: 3000 },
    scroll: { x: 0, y: 0 },
    zoom: 1,
    devicePixelRatio: 1,
    privateWindow: false,
  };
}

export function progressOf(captureId: CaptureId, caseId: CaseId): CaptureProgress {
  return {
    captureId,
    caseId,
    scope: 'post',
    startedAt: toInstant(Date.UTC(2026, 0, 1)),
    state: 'running',
    step: 'tiles',
    steps: [],
  };
}

export function wordsOf(whatHappened = `${secret} happened`): Words {
  return { whatHappened, impact: '', tags: [`${secret}-tag`], people: [`${secret}-person`] };
}

export interface Recorded extends CommittedCapture {
  readonly captureId: CaptureId;
  readonly artifact: Artifact;
  readonly bytes: Uint8Array;
}

/** Records one post with one file, the whole way that a capture goes. */
export async function record(
  { writer }: Log,
  caseId: CaseId,
  captureId: CaptureId = newCaptureId(),
): Promise<Recorded> {
  const bytes = bytesOf(`${secret} bytes of ${captureId}`);
  const artifact = textArtifact(bytes);
  await writer.begin(progressOf(captureId, caseId));
  await writer.stage(captureId, artifact, bytes);
  const committed = await writer.commitCapture({
    captureId,
    caseId,
    build: reference => ({ record: recordOf(captureId, reference, [artifact]) }),
    thumbnail: bytesOf(`\u00ff ${secret} thumbnail`),
  });
  return { ...committed, captureId, artifact, bytes };
}

/** The code of the fault that a promise rejects with; fails when it is fulfilled. */
export async function faultOf(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.then(
    () => {
      throw new Error('it was fulfilled');
    },
    (reason: unknown) => reason,
  );
  return error instanceof Error && 'code' in error ? error.code : error;
}
