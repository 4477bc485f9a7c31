import { certificateFingerprint } from '../../crypto/certificates/certificate.ts';
import { certificatesFromPem } from '../../crypto/certificates/signer-certificates.ts';
import { parseOutsideJson } from '../../crypto/outside-json.ts';
import { jsonlToValues } from '../../custody/jsonl.ts';
import { type CaptureRecord, captureRecordSchema } from '../../model/capture.ts';
import { type CaseRecord, caseRecordSchema } from '../../model/case.ts';
import { type CustodyEvent, custodyEventSchema } from '../../model/custody.ts';
import { bundlePaths, captureRecordName, payloadFolder } from '../layout.ts';
import { listEntries } from '../zip/entries.ts';
import type { BundleSource } from '../zip/source.ts';
import { type BundleFiles, openFiles } from './contents.ts';

/** What a bundle says, unchecked; use `verifyBundle` to check it. */
export interface BundleReading {
  readonly files: readonly { readonly path: string; readonly size: number }[];
  readonly caseRecord: CaseRecord;
  readonly records: readonly CaptureRecord[];
  readonly custody: readonly CustodyEvent[];
  /** Absent when no certificate can be read. */
  readonly signerFingerprint?: string;
}

/**
 * Reads case, records and chain without the artifacts and without checking anything. Undefined when the file is not a
 * bundle. Leaves out records and events that cannot be read. Rejects with what the source throws.
 */
export async function readBundle(source: BundleSource): Promise<BundleReading | undefined> {
  const listing = await listEntries(source);
  if ('unreadable' in listing) return undefined;
  const files = openFiles(source, listing.entries);
  const caseRecord = caseRecordSchema.safeParse(toValue(await files.readText(bundlePaths.caseRecord))).data;
  if (caseRecord === undefined) return undefined;
  const records: CaptureRecord[] = [];
  // A record may list one folder without end, so each is read once.
  for (const directory of new Set(caseRecord.exhibits.map(exhibit => exhibit.directory))) {
    const text = await files.readText(`${payloadFolder}${directory}/${captureRecordName}`);
    const record = captureRecordSchema.safeParse(toValue(text)).data;
    if (record !== undefined) records.push(record);
  }
  const lines = jsonlToValues((await files.readText(bundlePaths.custody)) ?? '');
  return {
    files: listing.entries.map(({ name, size }) => ({ path: name, size })),
    caseRecord,
    records,
    custody: lines.flatMap(line => custodyEventSchema.safeParse(line).data ?? []),
    ...(await readFingerprint(files)),
  };
}

async function readFingerprint(files: BundleFiles): Promise<{ signerFingerprint?: string }> {
  try {
    const pem = await files.readText(bundlePaths.certificate);
    if (pem === undefined) return {};
    return { signerFingerprint: await certificateFingerprint(certificatesFromPem(pem).certificate) };
  } catch {
    return {};
  }
}

function toValue(text: string | undefined): unknown {
  return text === undefined ? undefined : parseOutsideJson(text);
}
