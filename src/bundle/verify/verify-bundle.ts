import { sha256 } from '../../crypto/digest.ts';
import type { CaseRecord } from '../../model/case.ts';
import { type BundleSummary, type Finding, type VerificationReport, verdictOf } from '../../model/finding.ts';
import { altered, unreadable } from '../findings.ts';
import { bundlePaths, defaultLimits, textBytes } from '../layout.ts';
import { type ListedEntry, listEntries } from '../zip/entries.ts';
import { wasmDigest } from '../zip/running-digest.ts';
import { type BundleSource, isReadError } from '../zip/source.ts';
import { checkStructure } from '../zip/structure.ts';
import { WholeDigest } from '../zip/whole-digest.ts';
import { checkCaseAgreement, checkCaseRecord } from './check-case.ts';
import { checkEntryOrder } from './check-entry-order.ts';
import { type Expectations, expectationFindings } from './check-expected.ts';
import { checkFiles } from './check-files.ts';
import { checkKinds, checkStart } from './check-kinds.ts';
import { readContents } from './contents.ts';
import { checkCustody } from './custody/check-custody.ts';
import { checkKeyTimes } from './custody/check-keys.ts';
import { outlineOf } from './custody/compare-chains.ts';
import { checkWitnesses } from './custody/lost-witness.ts';
import { checkExhibits } from './exhibits/check-exhibits.ts';
import { checkPapers } from './papers/check-papers.ts';
import { progressOf } from './progress.ts';
import { type CheckedBundle, checkReceived } from './received/check-received.ts';
import { checkSeals } from './seals/check-seals.ts';
import { checkSigningTimes } from './time-stamps/check-signing-times.ts';
import { checkBundleTimeStamps } from './time-stamps/check-time-stamps.ts';
import { listsNotKept } from './time-stamps/revocation-findings.ts';
import type { VerifyOptions } from './verify-options.ts';

/**
 * Checks one bundle and reports the result of every check, without stopping at the first fault. Reads the file in
 * pieces and writes nothing. The content is treated as hostile: a file that is not a bundle, is truncated or was made
 * to do harm gives findings, not errors. Rejects with the signal's reason when it is aborted; a file that the platform
 * cannot read gives the finding `bundle.file.unreadable`.
 */
export async function verifyBundle(
  source: BundleSource,
  options: VerifyOptions,
): Promise<VerificationReport> {
  return (await checkBundle(source, options)).report;
}

/** The same, with the outline for comparing the bundle with others. */
export async function checkBundle(source: BundleSource, options: VerifyOptions): Promise<CheckedBundle> {
  const { expected } = options;
  try {
    const whole = await wholeDigestOf(source, options);
    const checked = await check(source, options, { depth: 0, whole });
    const report = whole === undefined ? checked.report : { ...checked.report, sha256: await whole.digest() };
    return { ...checked, report: expected === undefined ? report : withExpectations(report, expected) };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!isReadError(error)) throw error;
    return { report: unreadableReport(source) };
  }
}

/** Undefined when the digest of the whole file is not needed. */
async function wholeDigestOf(
  source: BundleSource,
  { wholeDigest, expected, createDigest = wasmDigest, signal }: VerifyOptions,
): Promise<WholeDigest | undefined> {
  const isAsked = wholeDigest || (expected?.digests.length ?? 0) > 0;
  return isAsked ? new WholeDigest(source, await createDigest(), signal) : undefined;
}

function withExpectations(report: VerificationReport, expected: Expectations): VerificationReport {
  const findings = [...report.findings, ...expectationFindings(report, expected)];
  return { ...report, findings, verdict: verdictOf(findings) };
}

/** The report on a file that the platform cannot open or read. */
export function unreadableReport(source: Pick<BundleSource, 'name' | 'size'>): VerificationReport {
  const finding = unreadable('bundle.file.unreadable', source.name, 'The file cannot be read where it is.');
  return report(source, [finding], { references: [] });
}

async function check(
  source: BundleSource,
  options: VerifyOptions,
  { depth, whole }: { readonly depth: number; readonly whole?: WholeDigest | undefined },
): Promise<CheckedBundle> {
  const listing = await listEntries(source);
  if ('unreadable' in listing) return { report: report(source, [listing.unreadable], { references: [] }) };
  const { entries } = listing;
  if (!isBundle(entries)) {
    const detail = 'This is a ZIP file, but not one that Holdfast made.';
    const finding = unreadable('bundle.file.not-bundle', source.name, detail);
    return { report: report(source, [finding], { references: [] }) };
  }
  const findings: (readonly Finding[])[] = [listing.isCapped ? [tooMany(source)] : []];
  findings.push(await checkStructure(source, entries));
  const progress = progressOf(source, entries, options.onProgress);
  const contents = await readContents(source, entries, { ...options, whole, onProgress: progress.reading });
  const seals = await checkSeals(contents);
  const { record, findings: ofRecord } = await checkCaseRecord(contents);
  const custody = await checkCustody(contents, record);
  const { signingTimes } = seals;
  findings.push(seals.findings, checkSigningTimes(signingTimes, record?.exportedAt));
  findings.push(await checkBundleTimeStamps(contents, { record, signingTimes }, options));
  findings.push(await checkStart(contents), checkKinds(contents), await checkFiles(contents), ofRecord);
  if (record !== undefined)
    findings.push(await checkCaseAgreement(contents, entries, record, seals.fingerprint));
  findings.push(custody.findings);
  if (record === undefined)
    return { report: report(source, findings.flat(), await summaryOf(record, seals.fingerprint)) };
  const { events, losses } = custody;
  if (seals.notBefore !== undefined) findings.push(checkKeyTimes(record, events, seals.notBefore));
  const looking = { ...options, onPicture: progress.looking };
  const { findings: ofExhibits, records } = await checkExhibits(contents, record, custody, looking);
  findings.push(ofExhibits, await checkPapers(contents, record, { events, records, seals, options }));
  findings.push([checkEntryOrder(contents, record)]);
  const outline = outlineOf(source.name, record, custody);
  const received = await checkReceived({
    ...{ contents, entries, record, events, losses, depth, outline },
    verify: inner => check(inner, quietly(options), { depth: depth + 1 }),
  });
  findings.push(received.findings, listsNotKept(source.name, findings.flat()));
  findings.push(checkWitnesses(findings.flat(), losses));
  const checked = report(source, findings.flat(), await summaryOf(record, seals.fingerprint));
  if (received.reports.length === 0) return { report: checked, outline };
  return { report: { ...checked, received: received.reports }, outline };
}

/** Options for a bundle inside: its bytes are already counted and digested, and it is not the expected file. */
function quietly({
  onProgress: _,
  wholeDigest: __,
  onPicture: ___,
  expected: ____,
  ...options
}: VerifyOptions): VerifyOptions {
  return options;
}

function report(
  source: Pick<BundleSource, 'name' | 'size'>,
  findings: readonly Finding[],
  summary: BundleSummary,
): VerificationReport {
  return { file: source.name, size: source.size, verdict: verdictOf(findings), summary, findings };
}

function isBundle(entries: readonly ListedEntry[]): boolean {
  const names = new Set(entries.map(entry => entry.name));
  const marks = [bundlePaths.tagManifest, bundlePaths.manifest, bundlePaths.caseRecord];
  return marks.some(path => names.has(path));
}

function tooMany(source: BundleSource): Finding {
  const detail = `It lists more than ${defaultLimits.entries} files. Only the first of them were checked.`;
  return altered('zip.entries.too-many', source.name, detail);
}

async function summaryOf(
  record: CaseRecord | undefined,
  fingerprint: string | undefined,
): Promise<BundleSummary> {
  const signer = fingerprint === undefined ? {} : { signerFingerprint: fingerprint };
  if (record === undefined) return { references: [], ...signer };
  return {
    title: record.case.title,
    references: record.exhibits
      .filter(entry => entry.volume === record.group.volume)
      .map(entry => entry.reference),
    exportedAt: record.exportedAt,
    volume: record.group.volume,
    volumes: record.group.volumes,
    groupId: record.group.id,
    custodyHead: record.custodyHead,
    exportSha256: await exportDigest(record),
    ...signer,
  };
}

/** Parsed records have a fixed order of members. JSON.stringify, because untrusted text may have no canonical form. */
function exportDigest(record: CaseRecord): Promise<string> {
  return sha256(textBytes(JSON.stringify({ ...record, group: { ...record.group, volume: 0 } })));
}
