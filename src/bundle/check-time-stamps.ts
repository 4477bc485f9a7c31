import { sha256Bytes } from '../crypto/digest.ts';
import { fromHex } from '../crypto/hex.ts';
import { timeStampIn } from '../crypto/signed-data.ts';
import { largestReply } from '../crypto/time-stamp-reply.ts';
import type { CaptureRecord } from '../model/capture.ts';
import type { Finding } from '../model/finding.ts';
import type { Instant } from '../model/identifiers.ts';
import type { BundleContents } from './contents.ts';
import { noted } from './findings.ts';
import { bundlePaths, captureRecordName, captureTimeStampName } from './layout.ts';
import { timeStampFindings } from './time-stamp-findings.ts';
import type { VerifyOptions } from './verify-options.ts';

const sealPaths = [bundlePaths.tagManifestSignature, bundlePaths.asicSignature] as const;

/**
 * The time-stamp over the list of files and those inside both signatures. `exportedAt` is what the case record says;
 * undefined when it cannot be read. That there is none is a notice: nobody needs to switch an authority on.
 */
export async function checkBundleTimeStamps(
  contents: BundleContents,
  exportedAt: Instant | undefined,
  options: VerifyOptions,
): Promise<readonly Finding[]> {
  const look = { ...options, claimed: exportedAt, act: 'sealed' } as const;
  const found = new Map<string, readonly Finding[]>();
  const path = bundlePaths.tagManifestTimeStamp;
  const reply = await readReply(contents, path);
  const manifest = await contents.read(bundlePaths.tagManifest);
  if (reply !== undefined && manifest !== undefined)
    found.set(path, await timeStampFindings(path, reply, { ...look, imprint: await sha256Bytes(manifest) }));
  for (const seal of sealPaths) {
    const signature = await contents.read(seal);
    const inside = signature === undefined ? undefined : await timeStampIn(signature);
    if (inside === undefined) continue;
    const { token, imprint } = inside;
    found.set(seal, await timeStampFindings(seal, token, { ...look, imprint }));
  }
  return [...[...found.values()].flat(), ...absent(contents, found)];
}

function absent({ files }: BundleContents, found: ReadonlyMap<string, unknown>): readonly Finding[] {
  const path = bundlePaths.tagManifestTimeStamp;
  if (found.size === 0 && !files.has(path)) {
    const detail =
      'No time-stamp authority says when the bundle existed. Its dates are those of the computer that made it.';
    return [noted('time-stamp.absent', path, detail)];
  }
  const bare = files.has(path) ? sealPaths : [path, ...sealPaths];
  const without = bare.filter(each => !found.has(each));
  return without.map(each =>
    noted(
      'time-stamp.other.absent',
      each,
      'There is no time-stamp here, though there is one elsewhere in the bundle.',
    ),
  );
}

/** The time-stamp over the record of an exhibit, when there is one beside it. `folder` ends with a slash. */
export async function checkCaptureTimeStamp(
  contents: BundleContents,
  { folder, record }: { readonly folder: string; readonly record: CaptureRecord },
  options: VerifyOptions,
): Promise<readonly Finding[]> {
  const path = `${folder}${captureTimeStampName}`;
  const file = contents.files.get(`${folder}${captureRecordName}`);
  if (file === undefined || !contents.files.has(path)) return [];
  const reply = (await readReply(contents, path)) ?? new Uint8Array();
  const claimed = record.clocks?.capturedAt ?? record.completedAt;
  return timeStampFindings(path, reply, {
    ...options,
    claimed,
    act: 'recorded',
    imprint: fromHex(file.sha256),
  });
}

/** The file's bytes; none when it is larger than any reply is, which cannot be read either. */
async function readReply(contents: BundleContents, path: string): Promise<Uint8Array | undefined> {
  const size = contents.files.get(path)?.size ?? 0;
  return size > largestReply ? new Uint8Array() : contents.read(path);
}
