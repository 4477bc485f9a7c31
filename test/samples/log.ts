import { type Log, openLog } from '../../src/evidence/open-log.ts';
import type { CommittedCapture } from '../../src/evidence/writer.ts';
import type { Artifact, CaptureRecord } from '../../src/model/capture.ts';
import type { Words } from '../../src/model/case.ts';
import type { ExhibitReference } from '../../src/model/exhibit.ts';
import { type CaptureId, type CaseId, captureIdSchema, toInstant } from '../../src/model/identifiers.ts';
import type { CaptureProgress } from '../../src/model/journal.ts';
import { sampleCapture, sampleId, samplePage } from './capture.ts';
import { digestOf } from './digest.ts';

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
  return captureIdSchema.parse(sampleId(captures));
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
  return sampleCapture({
    id,
    reference,
    startedAt: at,
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
    steps: [{ step: 'guard', outcome: 'done' }],
    artifacts: [...artifacts],
  });
}

export function pageOf() {
  return samplePage(`https://example.invalid/${secret}`, { title: `${secret} title` });
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
