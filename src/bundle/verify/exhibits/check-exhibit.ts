import { parseOutsideJson } from '../../../crypto/outside-json.ts';
import { type Artifact, type CaptureRecord, captureRecordSchema } from '../../../model/capture.ts';
import type { ExhibitEntry } from '../../../model/case.ts';
import { exhibitDirectory } from '../../../model/exhibit.ts';
import type { Finding } from '../../../model/finding.ts';
import { type Anchor, stampFileNames } from '../../../model/time-stamp.ts';
import { altered, held, missing, unreadable } from '../../findings.ts';
import { captureRecordName, payloadFolder } from '../../layout.ts';
import { isCanonical } from '../canonical-form.ts';
import type { BundleContents } from '../contents.ts';
import { isKnownArtifact } from '../kinds/places.ts';
import { checkCompositions } from '../pictures/check-compositions.ts';
import { checkCopies } from '../pictures/check-copy-pixels.ts';
import { checkPictures } from '../pictures/check-pictures.ts';
import { checkHeldBack } from '../pictures/check-working-copies.ts';
import { looksLike } from '../pictures/media-type.ts';
import { checkBeforeStamp } from '../time-stamps/check-previous-event.ts';
import { checkSecondStamp } from '../time-stamps/check-second-stamp.ts';
import {
  checkClaim,
  checkStampedEvent,
  type ExhibitHistory,
  type StampedRecord,
} from '../time-stamps/check-stamped-event.ts';
import { checkCaptureTimeStamp } from '../time-stamps/check-time-stamps.ts';
import type { VerifyOptions } from '../verify-options.ts';
import { checkCapture } from './check-capture.ts';
import { checkLengths } from './check-lengths.ts';
import { checkMethods } from './check-methods.ts';
import { checkPage } from './check-page.ts';
import { checkPost } from './check-post.ts';
import { checkPostTimes } from './check-post-times.ts';
import { checkSnapshot } from './check-snapshot.ts';
import { checkText } from './check-text.ts';
import { checkZone } from './check-zone.ts';
import { readOwn } from './own-record.ts';

/** The findings on one exhibit, and its record when it can be read. */
export interface ExhibitCheck {
  readonly findings: readonly Finding[];
  readonly record?: CaptureRecord;
}

/** Checks one exhibit: its record against the case, its files against its record, its post's time against its id. */
export async function checkExhibit(
  contents: BundleContents,
  { entry, history }: { readonly entry: ExhibitEntry; readonly history: ExhibitHistory },
  options: VerifyOptions,
): Promise<ExhibitCheck> {
  const folder = `${payloadFolder}${entry.directory}/`;
  const path = `${folder}${captureRecordName}`;
  const file = contents.files.get(path);
  if (file === undefined)
    return { findings: [missing('exhibit.record.missing', path, 'The record of this exhibit is not here.')] };
  const findings = [
    file.sha256 === entry.recordSha256
      ? held('exhibit.record.match', path, 'The record is the one that the case names.')
      : altered('exhibit.record.mismatch', path, 'The record is not the one that the case names.'),
  ];
  const { record, findings: ofText } = readRecord(path, await contents.readText(path));
  findings.push(...ofText);
  if (record === undefined) return { findings };
  const compositions = checkCompositions(contents, folder, record);
  const copies = checkCopies(contents, folder, { entry, record });
  const heldBack: ReadonlySet<string> = new Set(entry.heldBack);
  const ofRecord = [
    ...findings,
    checkIdentity(path, record, entry),
    ...checkCapture(path, record),
    ...checkPage(path, record),
    ...compositions.findings,
    ...copies.findings,
    ...checkMethods(path, record),
    ...(await checkPictures(
      contents,
      { folder, record, copies, replayable: [...compositions.replayable, ...copies.replayable] },
      options,
    )),
    ...checkHeldBack(contents, folder, { entry, record }),
    ...record.artifacts
      .filter(({ path: own }) => !heldBack.has(own))
      .flatMap(artifact => checkArtifact(contents, folder, artifact)),
    ...checkUnlisted(contents, folder, { entry, record }),
    ...checkZone(path, record),
    ...(await checkSnapshot(contents, folder, record)),
    ...checkPostTimes(record, options),
    ...checkPost(path, record, options),
    ...(await checkText(contents, folder, record)),
    ...(await checkStamps(contents, { folder, record, history }, options)),
  ];
  return { findings: ofRecord, record };
}

interface StampsOf {
  readonly folder: string;
  readonly record: CaptureRecord;
  readonly history: ExhibitHistory;
}

/** Checks each time-stamp over the record by itself and against the chain, then all of them together. */
async function checkStamps(
  contents: BundleContents,
  of: StampsOf,
  options: VerifyOptions,
): Promise<readonly Finding[]> {
  const first = await checkStamp(contents, { ...of, anchor: 1 }, options);
  const second = await checkStamp(contents, { ...of, anchor: 2 }, options);
  return [
    ...first.findings,
    ...checkClaim(first.stamped),
    ...second.findings,
    ...checkSecondStamp(first.stamped, second.stamped, of.history),
  ];
}

async function checkStamp(
  contents: BundleContents,
  { history, ...of }: StampsOf & { readonly anchor: Anchor },
  options: VerifyOptions,
): Promise<{ readonly findings: readonly Finding[]; readonly stamped: StampedRecord }> {
  const { folder, anchor } = of;
  const stamp = await checkCaptureTimeStamp(contents, of, options);
  const recordSha256 = contents.files.get(`${folder}${captureRecordName}`)?.sha256 ?? '';
  const file = contents.files.get(`${folder}${stampFileNames[anchor].reply}`);
  const lists = contents.files.get(`${folder}${stampFileNames[anchor].lists}`);
  const stamped = { ...of, recordSha256, file, lists, facts: stamp?.facts };
  const findings = [
    ...(stamp?.findings ?? []),
    ...checkStampedEvent(stamped, history),
    ...checkBeforeStamp(stamped, history),
  ];
  return { findings, stamped };
}

interface RecordRead {
  readonly record?: CaptureRecord;
  readonly findings: readonly Finding[];
}

function readRecord(path: string, text: string | undefined): RecordRead {
  const broken = altered('exhibit.record.unreadable', path, 'The record of this exhibit cannot be read.');
  if (text === undefined) return { findings: [broken] };
  const value = parseOutsideJson(text);
  const version = formatVersionOf(value);
  if (version !== undefined && version > captureFormat) {
    const detail = `This record has format ${version}, which this version of Holdfast does not know. Use a newer one.`;
    return { findings: [unreadable('exhibit.format.unsupported', path, detail)] };
  }
  const { record, findings } = readOwn(captureRecordSchema, value, path);
  if (record === undefined) return { findings: [broken, ...findings] };
  const form = isCanonical(text, value)
    ? held('exhibit.record.readable', path, 'The record can be read and has its one proper form.')
    : altered('exhibit.record.not-canonical', path, 'The record is not written as Holdfast does.');
  return { record, findings: [form, ...findings, ...checkLengths(path, record)] };
}

/** The record format that this version reads. */
const captureFormat = 1;

function formatVersionOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('formatVersion' in value)) return undefined;
  return Number.isSafeInteger(value.formatVersion) ? Number(value.formatVersion) : undefined;
}

function checkIdentity(path: string, record: CaptureRecord, entry: ExhibitEntry): Finding {
  const isSame =
    record.id === entry.captureId &&
    record.reference === entry.reference &&
    record.scope === entry.scope &&
    entry.directory === `exhibits/${exhibitDirectory(entry.reference)}`;
  return isSame
    ? held('exhibit.identity.match', path, `This is the record of ${entry.reference}.`)
    : altered('exhibit.identity.mismatch', path, `This is not the record of ${entry.reference}.`);
}

function checkArtifact(contents: BundleContents, folder: string, artifact: Artifact): readonly Finding[] {
  const path = `${folder}${artifact.path}`;
  const file = contents.files.get(path);
  if (file === undefined)
    return [missing('exhibit.artifact.missing', path, 'The record lists this file; it is not here.')];
  if (file.sha256 !== artifact.sha256 || file.size !== artifact.size)
    return [altered('exhibit.artifact.mismatch', path, 'This file is not as it was when it was recorded.')];
  const match = held('exhibit.artifact.match', path, 'This file is as it was when it was recorded.');
  const kind = isKnownArtifact(artifact)
    ? []
    : [altered('file.kind.unexpected', path, 'Holdfast records no file of this kind. Do not open it.')];
  if (file.size === 0 || looksLike(artifact.mediaType, file.head) !== false) return [match, ...kind];
  const detail = `The record says that it is ${artifact.mediaType}; it does not begin like that.`;
  return [match, ...kind, altered('exhibit.artifact.type-mismatch', path, detail)];
}

/** Files that may be beside a record although it cannot list them. */
const stampFiles = Object.values(stampFileNames).flatMap(({ reply, lists }) => [reply, lists]);

function checkUnlisted(
  { files }: BundleContents,
  folder: string,
  { entry, record }: { readonly entry: ExhibitEntry; readonly record: CaptureRecord },
): readonly Finding[] {
  const beside = new Set(
    [...stampFiles, ...(entry.workingCopies ?? []).map(({ path }) => path)].map(path => `${folder}${path}`),
  );
  const listed = new Set([captureRecordName, ...record.artifacts.map(artifact => artifact.path)]);
  const twice =
    listed.size === record.artifacts.length + 1
      ? []
      : [altered('exhibit.artifact.duplicate', `${folder}${captureRecordName}`, 'It lists a file twice.')];
  const unlisted = [...files.keys()]
    .filter(path => path.startsWith(folder) && !listed.has(path.slice(folder.length)))
    .filter(path => !beside.has(path))
    .map(path =>
      altered('exhibit.file.unlisted', path, 'The record of the exhibit does not list this file.'),
    );
  return [...twice, ...unlisted];
}
