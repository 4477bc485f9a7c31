import { sha256Bytes } from '../crypto/digest.ts';
import { fromHex } from '../crypto/hex.ts';
import { largestLists } from '../crypto/revocation-list.ts';
import { timeStampIn } from '../crypto/signed-data.ts';
import type { TimeStampFacts } from '../crypto/time-stamp-check.ts';
import { largestReply } from '../crypto/time-stamp-reply.ts';
import type { CaptureRecord } from '../model/capture.ts';
import type { CaseRecord } from '../model/case.ts';
import type { Finding } from '../model/finding.ts';
import { type Anchor, stampFileNames } from '../model/time-stamp.ts';
import type { SigningTimes } from './check-signing-times.ts';
import { checkLast, checkPresence } from './compare-time-stamps.ts';
import type { BundleContents } from './contents.ts';
import { altered } from './findings.ts';
import { bundlePaths, captureRecordName } from './layout.ts';
import type { KeptLists } from './revocation-findings.ts';
import { clockTolerance, lookAtTimeStamp, type TimeStampLooked } from './time-stamp-findings.ts';
import type { VerifyOptions } from './verify-options.ts';

const sealPaths = [bundlePaths.tagManifestSignature, bundlePaths.asicSignature] as const;

/** What the rest of a bundle says of its time-stamps. The record is undefined when it cannot be read. */
export interface StampedBundle {
  readonly record: Pick<CaseRecord, 'exportedAt' | 'timeStamps'> | undefined;
  readonly signingTimes: SigningTimes;
}

/**
 * How much older than its seal a time-stamp may be where the record does not say that authorities were asked: those
 * bundles were made by versions that kept a time-stamp although the computer's clock was ahead.
 */
const earlierTolerance = 24 * 60 * 60_000; // ms

/**
 * The time-stamp over the list of files and those inside both signatures, each by itself and then together. That there
 * is none is a notice: nobody needs to switch an authority on.
 */
export async function checkBundleTimeStamps(
  contents: BundleContents,
  { record, signingTimes }: StampedBundle,
  options: VerifyOptions,
): Promise<readonly Finding[]> {
  const isAsked = record?.timeStamps === 'asked';
  const claimed = record?.exportedAt;
  const look = { ...options, claimed, act: 'sealed' } as const;
  const notBefore = (at: Date | undefined) =>
    at && { at, tolerance: isAsked ? clockTolerance : earlierTolerance };
  const exported = claimed === undefined ? undefined : new Date(claimed);
  const looked = new Map<string, TimeStampLooked>();
  const path = bundlePaths.tagManifestTimeStamp;
  const lists = await readLists(contents, bundlePaths.tagManifestLists);
  const reply = await readReply(contents, path);
  const manifest = await contents.read(bundlePaths.tagManifest);
  if (reply !== undefined && manifest !== undefined) {
    const imprint = await sha256Bytes(manifest);
    const how = { ...look, imprint, notBefore: notBefore(exported), lists };
    looked.set(path, await lookAtTimeStamp(path, reply, how));
  }
  for (const seal of sealPaths) {
    const signature = await contents.read(seal);
    const inside = signature === undefined ? undefined : await timeStampIn(signature);
    if (inside === undefined) continue;
    const how = {
      ...look,
      imprint: inside.imprint,
      notBefore: notBefore(signingTimes.get(seal) ?? exported),
      // All three are of one authority; the lists were had with the time-stamp over the list of files.
      lists: lists && { ...lists, isOwn: false },
    };
    looked.set(seal, await lookAtTimeStamp(seal, inside.token, how));
  }
  if (contents.files.has(path) && !looked.has(path)) looked.set(path, { findings: [] });
  const facts = new Map([...looked].map(([place, each]) => [place, each.facts]));
  return [
    ...[...looked.values()].flatMap(({ findings }) => findings),
    ...(isAsked ? [...facts].flatMap(checkBinding) : []),
    ...checkPresence(facts, isAsked),
    ...(await checkLast(facts, isAsked)),
  ];
}

/** No version that writes into the record that authorities were asked takes such a time-stamp. */
function checkBinding([path, facts]: readonly [string, TimeStampFacts | undefined]): readonly Finding[] {
  if (facts?.isBoundBySha1 !== true) return [];
  const detail =
    'The time-stamp names the authority’s certificate by an old method that Holdfast does not accept.';
  return [altered('time-stamp.binding.refused', path, detail)];
}

/** A time-stamp over the record of an exhibit. `folder` ends with a slash. Undefined when there is none beside it. */
export async function checkCaptureTimeStamp(
  contents: BundleContents,
  {
    folder,
    record,
    anchor,
  }: { readonly folder: string; readonly record: CaptureRecord; readonly anchor: Anchor },
  options: VerifyOptions,
): Promise<TimeStampLooked | undefined> {
  const names = stampFileNames[anchor];
  const path = `${folder}${names.reply}`;
  const file = contents.files.get(`${folder}${captureRecordName}`);
  if (file === undefined || !contents.files.has(path)) return undefined;
  const reply = (await readReply(contents, path)) ?? new Uint8Array();
  const claimed = record.clocks?.capturedAt ?? record.completedAt;
  const imprint = fromHex(file.sha256);
  const lists = await readLists(contents, `${folder}${names.lists}`);
  return lookAtTimeStamp(path, reply, { ...options, claimed, act: 'recorded', imprint, lists });
}

/** The lists of revoked certificates in this file; undefined when it is not here. */
async function readLists(contents: BundleContents, path: string): Promise<KeptLists | undefined> {
  const file = contents.files.get(path);
  if (file === undefined) return undefined;
  const text = file.size > largestLists ? undefined : await contents.readText(path);
  return { text, isOwn: true };
}

/** The file's bytes; none when it is larger than any reply is, which cannot be read either. */
async function readReply(contents: BundleContents, path: string): Promise<Uint8Array | undefined> {
  const size = contents.files.get(path)?.size ?? 0;
  return size > largestReply ? new Uint8Array() : contents.read(path);
}
