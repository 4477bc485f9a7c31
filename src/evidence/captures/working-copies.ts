import { sha256 } from '../../crypto/digest.ts';
import type { CustodyDetail } from '../../model/custody.ts';
import { Fault } from '../../model/fault.ts';
import type { CaptureId } from '../../model/identifiers.ts';
import { wellFormed } from '../../model/well-formed.ts';
import {
  areaText,
  type NewWorkingCopy,
  type WorkingCopy,
  type WorkingCopyId,
  workingCopyIdSchema,
  workingCopySchema,
} from '../../model/working-copy.ts';
import { append } from '../case/custody-log.ts';
import { contexts } from '../store/contexts.ts';
import { storable, type WorkingCopyRow } from '../store/database.ts';
import { inOrder } from '../store/in-order.ts';
import type { LogStore } from '../store/store.ts';
import { uuid } from '../store/uuid.ts';
import { exhibitOf } from './exhibit-list.ts';
import { entryOf } from './exhibits.ts';
import { readBytes, unsealed, whyMissing } from './files.ts';
import { digestWritten } from './written.ts';

/** The working copies of an exhibit that open, oldest first. */
export async function listWorkingCopies(
  store: LogStore,
  captureId: CaptureId,
): Promise<readonly WorkingCopy[]> {
  const rows = await store.database.workingCopies.where('captureId').equals(captureId).toArray();
  const copies = await Promise.all(
    rows.map(async row => ({ number: row.sequence, copy: await open(store, row) })),
  );
  return copies
    .flatMap(({ number, copy }) => (copy === undefined ? [] : [{ number, at: copy.madeAt, copy }]))
    .toSorted(inOrder)
    .map(({ copy }) => copy);
}

/** The bytes of a working copy, after comparing its digest. */
export async function readWorkingCopy(
  store: LogStore,
  captureId: CaptureId,
  id: WorkingCopyId,
): Promise<Uint8Array<ArrayBuffer>> {
  const row = await store.database.workingCopies.get(id);
  const copy = row?.captureId === captureId ? await open(store, row) : undefined;
  if (row === undefined || copy === undefined) throw new Fault('log.artifact.damaged', id);
  const bytes = await unsealed(store, contexts.workingCopyBytes(captureId, id), await readBytes(row.bytes));
  if ((await sha256(bytes)) !== copy.sha256) throw new Fault('log.artifact.damaged', `${id} differs`);
  return bytes;
}

/** Stores a copy with its event, both or neither; returns its id. */
export async function addWorkingCopy(
  store: LogStore,
  said: NewWorkingCopy,
  bytes: Uint8Array,
): Promise<WorkingCopyId> {
  const id = workingCopyIdSchema.parse(uuid(store.random));
  const purpose = wellFormed(said.purpose);
  const told = purpose === '' ? undefined : await digestWritten(store, purpose);
  const copy = workingCopySchema.parse({
    ...said,
    purpose,
    ...(told && { salt: told.salt }),
    id,
    madeAt: store.now(),
    mediaType: 'image/png',
  });
  if ((await sha256(bytes)) !== copy.sha256 || bytes.length !== copy.size)
    throw new Error('a working copy of other bytes');
  const { captureId } = copy;
  const row: WorkingCopyRow = {
    id,
    captureId,
    sealed: await store.sealJson(contexts.workingCopy(captureId, id), copy),
    bytes: storable(await store.sealBytes(contexts.workingCopyBytes(captureId, id), bytes)),
  };
  const detail = { ...detailOf(copy), ...(told && { purposeSha256: told.sha256 }) };
  const { workingCopies, captures } = store.database;
  const exhibit = await exhibitOf(store, captureId);
  await append(store, exhibit.caseId, async () => {
    if ((await captures.get(captureId)) === undefined) throw await whyMissing(store, captureId);
    return {
      entry: await entryOf(store, exhibit, 'copy.made', detail),
      tables: [workingCopies],
      write: sequence => workingCopies.add({ ...row, sequence }),
    };
  });
  return id;
}

/** Erases one copy and appends an event. Works on a copy that does not open, too. */
export async function eraseWorkingCopy(
  store: LogStore,
  {
    captureId,
    id,
    reason,
  }: { readonly captureId: CaptureId; readonly id: WorkingCopyId; readonly reason: string },
): Promise<void> {
  const { workingCopies } = store.database;
  const exhibit = await exhibitOf(store, captureId);
  await append(store, exhibit.caseId, async () => {
    const row = await workingCopies.get(id);
    if (row?.captureId !== captureId) return undefined;
    const copy = await open(store, row);
    const detail = {
      copyId: id,
      ...(copy !== undefined && { copySha256: copy.sha256 }),
      reason: wellFormed(reason),
    };
    return {
      entry: await entryOf(store, exhibit, 'copy.erased', detail),
      tables: [workingCopies],
      write: () => workingCopies.delete(id),
    };
  });
}

/** The original, the changes and their areas, but never what the picture shows. */
function detailOf(copy: WorkingCopy): CustodyDetail {
  return {
    copyId: copy.id,
    original: copy.of.path,
    originalSha256: copy.of.sha256,
    copySha256: copy.sha256,
    madeAt: copy.madeAt,
    ...(copy.crop !== undefined && { cutTo: areaText(copy.crop) }),
    covered: copy.covered.map(areaText),
  };
}

function open(store: LogStore, { id, captureId, sealed }: WorkingCopyRow): Promise<WorkingCopy | undefined> {
  return store.tryUnsealJson(workingCopySchema, contexts.workingCopy(captureId, id), sealed);
}
