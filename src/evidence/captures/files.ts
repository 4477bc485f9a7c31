import { sha256 as digestOf } from '../../crypto/digest.ts';
import { SealError } from '../../crypto/sealing.ts';
import { type CaptureRecord, captureRecordSchema } from '../../model/capture.ts';
import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { CaptureId, CaseId, Sha256 } from '../../model/identifiers.ts';
import type { StoredRecord } from '../reader.ts';
import { contexts } from '../store/contexts.ts';
import type { ArtifactRow } from '../store/database.ts';
import type { LogStore } from '../store/store.ts';
import { exhibitsOf } from './exhibit-list.ts';

/** Reads a capture's file and compares its digest. Throws as {@link LogReader.readArtifact} does. */
export async function readArtifact(
  store: LogStore,
  captureId: CaptureId,
  sha256: Sha256,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await openArtifact(store, captureId, sha256);
  if ((await digestOf(bytes)) !== sha256) throw new Fault('log.artifact.damaged', `${sha256} differs`);
  return bytes;
}

/** The same for a caller that compares the digest itself: only the seal is checked. */
export async function openArtifact(
  store: LogStore,
  captureId: CaptureId,
  sha256: Sha256,
): Promise<Uint8Array<ArrayBuffer>> {
  const row = await store.database.artifacts.get([captureId, sha256]);
  if (row === undefined) throw await whyMissing(store, captureId);
  const sealed = await readBytes(row.bytes);
  return unsealed(store, contexts.artifact(captureId, sha256), sealed);
}

/** The record of a capture, exactly as written. */
export async function readRecord(store: LogStore, captureId: CaptureId): Promise<StoredRecord> {
  const row = await store.database.captures.get(captureId);
  if (row === undefined) throw await whyMissing(store, captureId);
  const recordBytes = await readArtifact(store, captureId, row.recordSha256);
  const record = captureRecordSchema.parse(JSON.parse(new TextDecoder().decode(recordBytes)));
  return { record, recordBytes, recordSha256: row.recordSha256 };
}

/** Every record of a case that opens, by number. */
export async function listRecords(store: LogStore, caseId: CaseId): Promise<readonly CaptureRecord[]> {
  const listed = await exhibitsOf(store, caseId)
    .filter(({ erasedAt }) => erasedAt === undefined)
    .toArray();
  const records: CaptureRecord[] = [];
  for (const { captureId } of listed) {
    try {
      records.push((await readRecord(store, captureId)).record);
    } catch (error) {
      if (faultCodeOf(error) === undefined) throw error;
    }
  }
  return records;
}

/** The thumbnail of a capture; undefined when there is none or it does not open. */
export async function readThumbnail(store: LogStore, captureId: CaptureId): Promise<Blob | undefined> {
  const row = await store.database.thumbnails.get(captureId);
  if (row === undefined) return undefined;
  try {
    const bytes = await store.unsealBytes(contexts.thumbnail(captureId), row.sealed);
    return new Blob([bytes], { type: bytes[0] === PNG_FIRST_BYTE ? 'image/png' : 'image/jpeg' });
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

// https://www.w3.org/TR/png-3/#5PNG-file-signature; a JPEG begins with FF.
const PNG_FIRST_BYTE = 0x89;

/** The sealed bytes, in the row or in a Blob. Throws `log.artifact.damaged` when the Blob's file is gone. */
export async function readBytes(blob: ArtifactRow['bytes']): Promise<Uint8Array> {
  if (!(blob instanceof Blob)) return blob;
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    // The row exists but its file in the profile is gone (NotFoundError, NotReadableError).
    throw new Fault('log.artifact.damaged', String(error), { cause: error });
  }
}

/** The plain bytes. Throws `log.artifact.damaged` when they do not open. */
export async function unsealed(
  store: LogStore,
  context: string,
  sealed: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  await store.vaultKey();
  try {
    return await store.unsealBytes(context, sealed);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    throw new Fault('log.artifact.damaged', context, { cause: error });
  }
}

/** The Fault that explains why a capture's row or file is missing. */
export async function whyMissing({ database }: LogStore, captureId: CaptureId): Promise<Fault> {
  const exhibit = await database.exhibits.where('captureId').equals(captureId).first();
  if (exhibit === undefined) return new Fault('log.exhibit.not-found', captureId);
  if (exhibit.erasedAt !== undefined) return new Fault('log.exhibit.erased', captureId);
  return new Fault('log.artifact.damaged', captureId);
}
