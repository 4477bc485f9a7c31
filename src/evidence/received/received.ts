import { SealError } from '../../crypto/sealing.ts';
import type { CustodyDetail } from '../../model/custody.ts';
import { Fault } from '../../model/fault.ts';
import type { CaseId } from '../../model/identifiers.ts';
import {
  type ReceivedBundle,
  type ReceivedId,
  receivedBundleSchema,
  receivedFolder,
  type StagedBundle,
  stagedBundleSchema,
} from '../../model/received.ts';
import { wellFormed } from '../../model/well-formed.ts';
import { actorOf, readCase } from '../case/cases.ts';
import { append } from '../case/custody-log.ts';
import { contexts } from '../store/contexts.ts';
import type { ReceivedPartRow } from '../store/database.ts';
import { inOrder } from '../store/in-order.ts';
import type { LogStore } from '../store/store.ts';

/** A SHA-256 over bytes that come in pieces; `digest` returns lower-case hex. */
export interface PieceDigest {
  update(bytes: Uint8Array): void | Promise<void>;
  digest(): string | Promise<string>;
}

/** Limit of the list in `case.json`. */
const mostReceived = 100;

/** The received bundles of a case that open, in the order kept. */
export async function listReceived(store: LogStore, caseId: CaseId): Promise<readonly ReceivedBundle[]> {
  const rows = await store.database.received.where('caseId').equals(caseId).toArray();
  const opened = await Promise.all(
    rows.map(async ({ id, sequence, sealed }) => ({
      sequence,
      bundle: await store.tryUnsealJson(receivedBundleSchema, contexts.received(id), sealed),
    })),
  );
  return opened
    .flatMap(({ sequence: number, bundle }) =>
      bundle === undefined ? [] : [{ number, at: bundle.keptAt, bundle }],
    )
    .toSorted(inOrder)
    .map(({ bundle }) => bundle);
}

/** See {@link LogReader.countReceivedParts}. */
export async function countReceivedParts({ database }: LogStore, id: ReceivedId): Promise<number> {
  return database.receivedParts.where('receivedId').equals(id).count();
}

/** One piece of a received bundle. Throws `log.received.damaged` when it is missing or does not open. */
export async function readReceivedPart(
  store: LogStore,
  id: ReceivedId,
  index: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const row = await store.database.receivedParts.get([id, index]);
  if (row === undefined) throw new Fault('log.received.damaged', `${id} ${index}`);
  await store.vaultKey();
  try {
    return await store.unsealBytes(contexts.receivedPart(id, index), await sealedOf(row));
  } catch (error) {
    if (!(error instanceof SealError) && !(error instanceof DOMException)) throw error;
    throw new Fault('log.received.damaged', `${id} ${index}`, { cause: error });
  }
}

/**
 * Makes a staged bundle part of the case: reads every piece back, compares size and SHA-256 with its description, then
 * writes row and event together. A case's first bundle is logged as collection, each further one as combination. Throws
 * `log.received.not-whole`, `log.received.twice`, `log.received.too-many`, `log.case.not-found`.
 */
export async function keepReceived(
  store: LogStore,
  { caseId, receivedId }: { readonly caseId: CaseId; readonly receivedId: ReceivedId },
  digest: PieceDigest,
): Promise<void> {
  const staged = await readStaged(store, receivedId);
  if (staged === undefined) throw new Fault('log.received.not-whole', `${receivedId} is not staged`);
  await readCase(store, caseId);
  await compareParts(store, staged, digest);
  const { received, receivedStaged, receivedParts } = store.database;
  await append(store, caseId, async () => {
    const before = await listReceived(store, caseId);
    refuseAnother(before, staged);
    const bundle: ReceivedBundle = { ...staged, keptAt: store.now() };
    const sealed = await store.sealJson(contexts.received(receivedId), bundle);
    return {
      entry: {
        action: before.length === 0 ? 'bundle.received' : 'bundle.combined',
        actor: await actorOf(store, caseId),
        subject: { caseId },
        detail: factsOf(staged),
      },
      tables: [received, receivedStaged, receivedParts],
      write: async sequence => {
        // Another context may have cleared the pieces since they were read.
        const parts = await receivedParts.where('receivedId').equals(receivedId).count();
        if (parts !== staged.parts) throw new Fault('log.received.not-whole', 'the pieces are gone');
        await received.add({ id: receivedId, caseId, sequence, sealed });
        await receivedStaged.delete(receivedId);
      },
    };
  });
}

/** Erases a received bundle and its description; the chain keeps its digest. Without one, appends no event. */
export async function eraseReceived(
  store: LogStore,
  { caseId, receivedId }: { readonly caseId: CaseId; readonly receivedId: ReceivedId },
  reason: string,
): Promise<void> {
  const { received, receivedParts } = store.database;
  await append(store, caseId, async () => {
    const row = await received.get(receivedId);
    if (row === undefined || row.caseId !== caseId) return undefined;
    return {
      entry: {
        action: 'received.erased',
        actor: await actorOf(store, caseId),
        subject: { caseId },
        detail: { receivedId, reason: wellFormed(reason) },
      },
      tables: [received, receivedParts],
      write: async () => {
        await received.delete(receivedId);
        await receivedParts.where('receivedId').equals(receivedId).delete();
      },
    };
  });
}

/** Deletes staged bundles that belong to no case. Call it only while nobody stages. */
export async function clearStaged({ database }: LogStore): Promise<void> {
  const { received, receivedStaged, receivedParts } = database;
  await database.transaction('rw', [received, receivedStaged, receivedParts], async () => {
    const kept = new Set(await received.toCollection().primaryKeys());
    const ids = (await receivedParts.orderBy('receivedId').uniqueKeys()) as unknown as ReceivedId[];
    for (const id of ids) if (!kept.has(id)) await receivedParts.where('receivedId').equals(id).delete();
    await receivedStaged.clear();
  });
}

/** Bundles whose folders in an export would coincide are refused as well; this does not happen by chance. */
function refuseAnother(before: readonly ReceivedBundle[], { sha256 }: StagedBundle): void {
  if (before.some(other => receivedFolder(other.sha256) === receivedFolder(sha256)))
    throw new Fault('log.received.twice', sha256);
  if (before.length >= mostReceived) throw new Fault('log.received.too-many', String(before.length));
}

async function readStaged(store: LogStore, id: ReceivedId): Promise<StagedBundle | undefined> {
  const row = await store.database.receivedStaged.get(id);
  return row && store.tryUnsealJson(stagedBundleSchema, contexts.receivedStaged(id), row.sealed);
}

async function compareParts(store: LogStore, staged: StagedBundle, digest: PieceDigest): Promise<void> {
  let size = 0;
  for (let index = 0; index < staged.parts; index += 1) {
    const piece = await readReceivedPart(store, staged.id, index);
    size += piece.length;
    await digest.update(piece);
  }
  if (size !== staged.size || (await digest.digest()) !== staged.sha256)
    throw new Fault('log.received.not-whole', `${size} of ${staged.size} bytes`);
}

/** The custody detail of a received bundle. */
function factsOf(bundle: StagedBundle): CustodyDetail {
  const { facts, counts, signerFingerprint, groupId } = bundle;
  return {
    receivedId: bundle.id,
    name: bundle.name,
    size: bundle.size,
    sha256: bundle.sha256,
    ...(signerFingerprint !== undefined && { signerFingerprint }),
    ...(groupId !== undefined && { receivedGroupId: groupId }),
    verdict: bundle.verdict === 'unreadable' ? 'not checked' : bundle.verdict,
    findings: Object.entries(counts).map(([severity, count]) => `${severity} ${count}`),
    from: [facts.from.name, facts.from.organisation].filter(Boolean).join(', '),
    medium: facts.medium,
    place: facts.place,
    receivedAt: facts.receivedAt,
    officer: facts.officer,
  };
}

async function sealedOf({ bytes }: ReceivedPartRow): Promise<Uint8Array> {
  return bytes instanceof Blob ? new Uint8Array(await bytes.arrayBuffer()) : bytes;
}
