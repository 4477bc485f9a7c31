import { sha256Bytes } from '../../../crypto/digest.ts';
import { fromHex } from '../../../crypto/hex.ts';
import { timeStampIn } from '../../../crypto/signed-data.ts';
import { largestLists } from '../../../crypto/time-stamp/revocation-list.ts';
import type { TimeStampFacts } from '../../../crypto/time-stamp/time-stamp-check.ts';
import { largestReply } from '../../../crypto/time-stamp/time-stamp-reply.ts';
import type { CaptureRecord } from '../../../model/capture.ts';
import type { CaseRecord } from '../../../model/case.ts';
import type { Finding } from '../../../model/finding.ts';
import { type Anchor, stampFileNames } from '../../../model/time-stamp.ts';
import { textToAsicManifest } from '../../asic-manifest.ts';
import { altered } from '../../findings.ts';
import { bundlePaths, captureRecordName } from '../../layout.ts';
import type { BundleContents } from '../contents.ts';
import type { VerifyOptions } from '../verify-options.ts';
import { checkSecondOfList } from './check-second-stamp.ts';
import type { SigningTimes } from './check-signing-times.ts';
import { checkLast, checkPresence } from './compare-time-stamps.ts';
import type { KeptLists } from './revocation-findings.ts';
import {
  clockTolerance,
  lookAtTimeStamp,
  type TimeStampLook,
  type TimeStampLooked,
} from './time-stamp-findings.ts';

const sealPaths = [bundlePaths.tagManifestSignature, bundlePaths.asicSignature] as const;

/** What the rest of a bundle says about its time-stamps. The record is undefined when it cannot be read. */
export interface StampedBundle {
  readonly record: Pick<CaseRecord, 'exportedAt' | 'timeStamps' | 'timeStampAuthorities'> | undefined;
  readonly signingTimes: SigningTimes;
}

/**
 * How much older than its seal a time-stamp may be where the record does not say that authorities were asked: earlier
 * versions kept time-stamps even when the computer's clock was ahead.
 */
const earlierTolerance = 24 * 60 * 60_000; // ms

/**
 * Checks the time-stamps over the list of files and inside both signatures, each by itself and then together. Having
 * none is a notice, because authorities are optional.
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
  const overList = { ...look, notBefore: notBefore(exported) };
  const first = await lookOverList(contents, path, { ...overList, lists });
  if (first !== undefined) looked.set(path, first);
  const secondLists = await readLists(contents, bundlePaths.secondLists);
  const second = await lookOverList(contents, bundlePaths.secondTimeStamp, {
    ...overList,
    lists: secondLists,
  });
  for (const seal of sealPaths) {
    const signature = await contents.read(seal);
    const inside = signature === undefined ? undefined : await timeStampIn(signature);
    if (inside === undefined) continue;
    const how = {
      ...look,
      imprint: inside.imprint,
      notBefore: notBefore(signingTimes.get(seal) ?? exported),
      // Both are by the authority of the first one over the list of files, and the lists were fetched with that one.
      lists: lists && { ...lists, isOwn: false },
    };
    looked.set(seal, await lookAtTimeStamp(seal, inside.token, how));
  }
  const facts = new Map([...looked].map(([place, each]) => [place, each.facts]));
  const bindings = [...facts, [bundlePaths.secondTimeStamp, second?.facts] as const];
  return [
    ...[...looked.values(), ...(second === undefined ? [] : [second])].flatMap(({ findings }) => findings),
    ...(isAsked ? bindings.flatMap(checkBinding) : []),
    ...checkPresence(facts, isAsked),
    ...(await checkLast(facts, isAsked)),
    // An unreadable record is reported elsewhere.
    ...(record === undefined
      ? []
      : checkSecondOfList(looked.get(path), second, {
          isAsked: record.timeStampAuthorities === 2,
          isSealed: await isSealed(contents, bundlePaths.secondTimeStamp),
        })),
  ];
}

/** Whether the container's list names this file. */
async function isSealed(contents: BundleContents, path: string): Promise<boolean> {
  const text = await contents.readText(bundlePaths.asicManifest);
  const listed = text === undefined ? undefined : textToAsicManifest(text);
  return listed?.some(line => line.path === path) === true;
}

/** Checks a reply over the list of files; undefined when there is none. No findings when the list is missing. */
async function lookOverList(
  contents: BundleContents,
  path: string,
  how: Omit<TimeStampLook, 'imprint'>,
): Promise<TimeStampLooked | undefined> {
  if (!contents.files.has(path)) return undefined;
  const reply = await readReply(contents, path);
  const manifest = await contents.read(bundlePaths.tagManifest);
  if (reply === undefined || manifest === undefined) return { findings: [] };
  return lookAtTimeStamp(path, reply, { ...how, imprint: await sha256Bytes(manifest) });
}

/** Versions that record the request do not accept such a time-stamp. */
function checkBinding([path, facts]: readonly [string, TimeStampFacts | undefined]): readonly Finding[] {
  if (facts?.isBoundBySha1 !== true) return [];
  const detail =
    'The time-stamp names the authority’s certificate by an old method that Holdfast does not accept.';
  return [altered('time-stamp.binding.refused', path, detail)];
}

/** Checks a time-stamp over an exhibit's record; undefined when there is none. `folder` ends with a slash. */
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

/** The revocation lists in this file; undefined when it does not exist. */
async function readLists(contents: BundleContents, path: string): Promise<KeptLists | undefined> {
  const file = contents.files.get(path);
  if (file === undefined) return undefined;
  const text = file.size > largestLists ? undefined : await contents.readText(path);
  return { text, isOwn: true };
}

/** The file's bytes; empty when it is too large for a reply, so that it counts as unreadable. */
async function readReply(contents: BundleContents, path: string): Promise<Uint8Array | undefined> {
  const size = contents.files.get(path)?.size ?? 0;
  return size > largestReply ? new Uint8Array() : contents.read(path);
}
