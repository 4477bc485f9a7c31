import { type Artifact, artifactSchema, captureRecordSchema } from '../../model/capture.ts';
import type { FaultCode } from '../../model/fault.ts';
import { type CaptureId, toInstant } from '../../model/identifiers.ts';
import { type CaptureProgress, captureProgressSchema } from '../../model/journal.ts';
import { contexts } from '../store/contexts.ts';
import type { EvidenceDatabase, JournalRow } from '../store/database.ts';
import { inOrder } from '../store/in-order.ts';
import type { LogStore } from '../store/store.ts';
import type { CaptureDraft, CaptureJournal, InterruptedCapture } from '../writer.ts';
import type { Staging } from './staging.ts';

/** How long an ended capture stays in the journal for a popup to show, in milliseconds. */
const endedStayMs = 60 * 60_000;

const draftSchema = captureRecordSchema
  .pick({
    page: true,
    post: true,
    clocks: true,
    software: true,
    pageChanges: true,
    compositions: true,
    checks: true,
  })
  .partial();

/** The journal of running captures; its notes are written one at a time, in order. */
export function createJournal(
  store: LogStore,
  staging: Staging,
  inTurn: <T>(act: () => Promise<T>) => Promise<T>,
): CaptureJournal {
  const act = <T>(work: () => Promise<T>) => store.run(() => inTurn(work));
  return {
    begin: progress =>
      act(async () => {
        await forgetEnded(store);
        await note(store, progress);
      }),
    update: progress => act(() => note(store, progress)),
    keepDraft: (captureId, draft) => act(() => keepDraft(store, captureId, draft)),
    stage: (captureId, artifact, bytes) => store.run(() => staging.add(captureId, artifact, bytes)),
    abandon: (captureId, fault) =>
      act(async () => {
        await staging.idle();
        await abandon(store, captureId, fault);
      }),
    interrupted: () =>
      act(async () => {
        await staging.idle();
        return await interrupted(store);
      }),
  };
}

/** The progress of one capture, or of the latest one; undefined when there is none that opens. */
export async function readProgress(
  store: LogStore,
  captureId: CaptureId | undefined,
): Promise<CaptureProgress | undefined> {
  const { journal } = store.database;
  const row = await (captureId === undefined ? begunLast(store) : journal.get(captureId));
  return row && openProgress(store, row);
}

/** By turn. Rows of earlier versions have no turn and count only when no other row exists. */
async function begunLast({ database: { journal } }: LogStore): Promise<JournalRow | undefined> {
  return (await journal.orderBy('turn').last()) ?? (await journal.orderBy('startedAt').last());
}

/** Replaces the capture's journal row, if there is one, by its end. Call it inside a transaction. */
export async function putEnd({ database: { journal } }: LogStore, end: JournalRow): Promise<void> {
  const before = await journal.get(end.captureId);
  if (before !== undefined) await journal.put({ ...end, ...turnOf(before) });
}

function turnOf({ turn }: JournalRow): Pick<JournalRow, 'turn'> {
  return turn === undefined ? {} : { turn };
}

function openProgress(store: LogStore, { captureId, sealed }: JournalRow) {
  return store.tryUnsealJson(captureProgressSchema, contexts.journal(captureId), sealed);
}

async function note(store: LogStore, progress: CaptureProgress): Promise<void> {
  const { captureId } = progress;
  const row = await rowOf(store, progress);
  const { journal } = store.relaxed;
  await store.relaxed.transaction('rw', [journal], async () => {
    const before = await journal.get(captureId);
    if (before?.finishedAt !== undefined && row.finishedAt === undefined) return;
    const draft = row.finishedAt === undefined && before?.draft !== undefined ? { draft: before.draft } : {};
    const last = before === undefined ? await journal.orderBy('turn').last() : undefined;
    const turn = before === undefined ? { turn: (last?.turn ?? 0) + 1 } : turnOf(before);
    await journal.put({ ...row, ...turn, ...draft });
  });
}

async function rowOf(store: LogStore, progress: CaptureProgress): Promise<JournalRow> {
  const { captureId, startedAt, state } = progress;
  const isEnd = state === 'committed' || state === 'abandoned';
  const endedAt = isEnd ? store.now() : undefined;
  const sealed = await store.sealJson(contexts.journal(captureId), {
    ...progress,
    ...(endedAt && { endedAt }),
  });
  return { captureId, startedAt, ...(endedAt && { finishedAt: endedAt }), sealed };
}

async function keepDraft(store: LogStore, captureId: CaptureId, draft: CaptureDraft): Promise<void> {
  const { journal } = store.relaxed;
  const row = await journal.get(captureId);
  if (row === undefined || row.finishedAt !== undefined) return;
  const whole = { ...(await openDraft(store, row)), ...draftSchema.parse(draft) };
  const sealed = await store.sealJson(contexts.draft(captureId), whole);
  await journal.where('captureId').equals(captureId).and(isRunning).modify({ draft: sealed });
}

async function openDraft(store: LogStore, { captureId, draft }: JournalRow): Promise<CaptureDraft> {
  if (draft === undefined) return {};
  const opened = await store.tryUnsealJson(draftSchema, contexts.draft(captureId), draft);
  // Parsed JSON: a missing member is absent, never undefined.
  return (opened ?? {}) as CaptureDraft;
}

async function abandon(store: LogStore, captureId: CaptureId, fault: FaultCode): Promise<void> {
  const { database } = store;
  const { exhibits, artifacts, staged, journal } = database;
  const row = await journal.get(captureId);
  if (row?.finishedAt !== undefined) return;
  const progress = row && (await openProgress(store, row));
  const end = progress && (await rowOf(store, { ...progress, state: 'abandoned', fault }));
  await database.transaction('rw', [exhibits, artifacts, staged, journal], async () => {
    if ((await exhibits.where('captureId').equals(captureId).count()) > 0) return;
    await artifacts.where('captureId').equals(captureId).delete();
    await staged.where('captureId').equals(captureId).delete();
    if (end !== undefined) await putEnd(store, end);
    else await journal.delete(captureId);
  });
}

async function interrupted(store: LogStore): Promise<readonly InterruptedCapture[]> {
  const running = await store.database.journal.filter(isRunning).toArray();
  const rows = running.toSorted((one, other) =>
    inOrder({ number: one.turn, at: one.startedAt }, { number: other.turn, at: other.startedAt }),
  );
  const captures = await Promise.all(
    rows.map(async row => {
      const progress = await openProgress(store, row);
      if (progress === undefined) return [];
      const artifacts = await stagedArtifacts(store, row.captureId);
      return [{ progress, artifacts, draft: await openDraft(store, row) }];
    }),
  );
  return captures.flat();
}

/** In the order staged; of two with the same path, the later one. */
async function stagedArtifacts(store: LogStore, captureId: CaptureId): Promise<readonly Artifact[]> {
  const rows = await stagedOf(store.database, captureId);
  const opened = await Promise.all(
    rows.map(({ sequence, sealed }) =>
      store.tryUnsealJson(artifactSchema, contexts.staged(captureId, sequence), sealed),
    ),
  );
  const byPath = new Map<string, Artifact>();
  for (const artifact of opened) if (artifact !== undefined) byPath.set(artifact.path, artifact);
  return [...byPath.values()];
}

function stagedOf({ staged }: EvidenceDatabase, captureId: CaptureId) {
  return staged.where('captureId').equals(captureId).sortBy('sequence');
}

/** Deletes captures that ended long ago or, because the clock was set back since, in the future. */
async function forgetEnded(store: LogStore): Promise<void> {
  const now = store.now();
  const before = toInstant(Date.parse(now) - endedStayMs);
  await store.relaxed.journal
    .filter(({ finishedAt }) => finishedAt !== undefined && (finishedAt < before || finishedAt > now))
    .delete();
}

function isRunning({ finishedAt }: JournalRow): boolean {
  return finishedAt === undefined;
}
