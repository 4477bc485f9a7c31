import type { Artifact, CaptureRecord } from '../../../model/capture.ts';
import type { CaseRecord } from '../../../model/case.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { sha256Schema } from '../../../model/identifiers.ts';
import type { Remade, RemakeSource, ReportComparison } from '../../../model/remade.ts';
import { anchors, stampFileNames } from '../../../model/time-stamp.ts';
import type { StampArtifacts } from '../../bundle-input.ts';
import { altered, held, noted } from '../../findings.ts';
import { bundlePaths, isDocumentPath, payloadFolder } from '../../layout.ts';
import type { BundleContents } from '../contents.ts';
import type { SealCheck } from '../seals/check-seals.ts';
import type { VerifyOptions } from '../verify-options.ts';
import { comparePaper } from './earlier-papers.ts';

/** What the documents are compared with. */
export interface PaperChecking {
  readonly events: readonly CustodyEvent[];
  /** The records of exhibits that can be read, by their references. */
  readonly records: ReadonlyMap<string, CaptureRecord>;
  readonly seals: SealCheck;
  readonly options: VerifyOptions;
}

/** Texts and tables whose whole content follows from the record. */
const comparable =
  /^(?:READ-ME-FIRST\.txt|HOW-TO-VERIFY\.txt|data\/police\/(?:exhibit-list|chronology|accounts)\.csv|data\/preservation\/[^/]+\/items\.(?:csv|json))$/;

/** With more notes, generating the case's texts again would take too long. */
const mostNotes = 5_000;

/**
 * Whether the texts and tables for people agree with the record: they are generated from it again and compared letter
 * by letter. In those of an earlier edition, with other wording, only digests, references, names and commands are
 * compared. One notice names what was sealed but not compared.
 */
export async function checkPapers(
  contents: BundleContents,
  record: CaseRecord,
  checking: PaperChecking,
): Promise<readonly Finding[]> {
  const papers = [...contents.files.keys()].filter(path => comparable.test(path));
  const source = sourceOf(contents, record, checking);
  const remade = source === undefined ? undefined : remake(source, checking.options);
  const findings: Finding[] = [];
  const notCompared: string[] = [];
  for (const path of papers) {
    const text = await contents.readText(path);
    const finding = compare(path, text, { record, source, remade });
    if (finding === undefined) notCompared.push(path);
    else findings.push(finding);
  }
  const report = await checkReport(contents, { record, source, remade });
  findings.push(...report.findings);
  const others = [...contents.files.keys()]
    .filter(path => path !== bundlePaths.report || !report.isCompared)
    .filter(path => isForPeople(path) && !comparable.test(path));
  const isLater = typeof remade === 'object' && (record.wording ?? 0) > remade.edition;
  return [
    ...findings,
    ...(isLater ? [noted('paper.edition.later', bundlePaths.caseRecord, laterEdition)] : []),
    ...sealedOnly(contents, [...notCompared, ...others]),
  ];
}

const laterEdition =
  'The record says that its papers are of a later version of Holdfast than this one. They could not be compared with the record. Check this file with a newer version before you do what a paper tells you to.';

interface Comparing {
  readonly record: CaseRecord;
  readonly source: RemakeSource | undefined;
  /** Undefined where nothing could be generated from the record; `unable` where generating failed. */
  readonly remade: Remade | 'unable' | undefined;
}

function compare(
  path: string,
  text: string | undefined,
  { record, source, remade }: Comparing,
): Finding | undefined {
  if (source === undefined || remade === undefined) return undefined;
  const differs = mismatch(path);
  if (text === undefined) return differs;
  if (remade === 'unable') return record.wording === undefined ? undefined : differs;
  const texts = remade.texts.get(path);
  if (texts?.includes(text))
    return held('paper.content.match', path, 'It says what the record says, letter by letter.');
  // Tables are generated only where every record of the case is available.
  const isMade = source.records !== undefined || !path.startsWith(payloadFolder);
  if (!isMade || (record.wording ?? 0) > remade.edition) return undefined;
  if (record.wording === remade.edition) return hasLaterLetters(source) ? undefined : differs;
  return comparePaper(path, text, source) ? undefined : differs;
}

/** The findings on the report; `isCompared` when no part of it needs the notice of what was not compared. */
async function checkReport(
  contents: BundleContents,
  { record, source, remade }: Comparing,
): Promise<{ readonly findings: readonly Finding[]; readonly isCompared: boolean }> {
  const path = bundlePaths.report;
  if (
    remade === undefined ||
    remade === 'unable' ||
    remade.compareReport === undefined ||
    !contents.files.has(path)
  )
    return { findings: [], isCompared: false };
  const text = await contents.readText(path);
  const agreement = text === undefined ? 'other' : reportAgreement(text, remade);
  if (agreement === 'whole')
    return {
      findings: [held('paper.content.match', path, 'It says what the record says, letter by letter.')],
      isCompared: true,
    };
  const isSameEdition = record.wording === remade.edition && source !== undefined && !hasLaterLetters(source);
  if (isSameEdition && (agreement === 'other' || record.reportMadeFrom === 'record'))
    return { findings: [mismatch(path)], isCompared: true };
  if (agreement === 'other') return { findings: [], isCompared: false };
  const detail = 'What it says of each exhibit is what the record says, letter by letter.';
  return { findings: [held('paper.exhibits.match', path, detail)], isCompared: false };
}

function reportAgreement(html: string, remade: Remade): ReportComparison {
  try {
    return remade.compareReport?.(html) ?? 'other';
  } catch {
    return 'other'; // an invalid time or the like, which no case of Holdfast has
  }
}

function mismatch(path: string): Finding {
  return altered(
    'paper.content.mismatch',
    path,
    'This is not what Holdfast makes of the record. Do not go by what it says, and do not type what it tells you to.',
  );
}

/** Whether there are characters newer than this program's Unicode; a newer version may write them differently. */
function hasLaterLetters({ caseRecord, records, custody }: RemakeSource): boolean {
  return /\p{Cn}/u.test(JSON.stringify([caseRecord, [...(records?.values() ?? [])], custody]));
}

function remake(source: RemakeSource, options: VerifyOptions): Remade | 'unable' | undefined {
  if (options.remake === undefined) return undefined;
  try {
    return options.remake(source);
  } catch {
    return 'unable'; // an invalid time or the like, which no case of Holdfast has
  }
}

function sourceOf(
  contents: BundleContents,
  record: CaseRecord,
  { events, records, seals, options }: PaperChecking,
): RemakeSource | undefined {
  const { fingerprint, issuer } = seals;
  const { volume, volumes } = record.group;
  if (options.remake === undefined || fingerprint === undefined) return undefined;
  const own = record.exhibits.filter(entry => entry.volume === volume);
  const isWhole = volumes === 1 && (record.notes?.length ?? 0) <= mostNotes;
  return {
    caseRecord: record,
    exhibits: own.map(entry => ({ entry, ...timeStampsOf(contents, `${payloadFolder}${entry.directory}/`) })),
    // An unreadable record is reported elsewhere.
    records: isWhole && records.size === record.exhibits.length ? records : undefined,
    custody: events,
    signerFingerprint: fingerprint,
    ...(issuer !== undefined && { signerIssuer: issuer }),
    documents: [...contents.files.keys()].flatMap(path =>
      path.startsWith(payloadFolder) && isDocumentPath(path.slice(payloadFolder.length))
        ? [path.slice(payloadFolder.length)]
        : [],
    ),
    isTimeStamped: contents.files.has(bundlePaths.tagManifestTimeStamp),
    hasLists: contents.files.has(bundlePaths.tagManifestLists),
  };
}

function timeStampsOf(
  { files }: BundleContents,
  folder: string,
): Partial<StampArtifacts> & { readonly secondStamp?: StampArtifacts } {
  const find = (path: string, mediaType: string): Artifact | undefined => {
    const file = files.get(`${folder}${path}`);
    return (
      file && {
        ...{ role: 'time-stamp', path, mediaType, size: file.size },
        sha256: sha256Schema.parse(file.sha256),
      }
    );
  };
  const [first, second] = anchors.map(anchor => {
    const names = stampFileNames[anchor];
    const timeStamp = find(names.reply, 'application/timestamp-reply');
    const lists = find(names.lists, 'application/x-pem-file');
    return { ...(timeStamp && { timeStamp }), ...(lists && { lists }) };
  });
  const { timeStamp } = second ?? {};
  return { ...first, ...(timeStamp && { secondStamp: { ...second, timeStamp } }) };
}

/** Whether a person reads the file: not a record, recording, seal or received bundle. */
function isForPeople(path: string): boolean {
  return (
    path === bundlePaths.report ||
    (/\.(?:docx|pdf|csv|txt|json)$/.test(path) && isDocumentPath(path.slice(payloadFolder.length)))
  );
}

function sealedOnly({ source }: BundleContents, paths: readonly string[]): readonly Finding[] {
  if (paths.length === 0) return [];
  const names = paths.slice(0, 40).map(path => path.replace(payloadFolder, ''));
  const more = paths.length > names.length ? ` and ${paths.length - names.length} more` : '';
  return [
    noted(
      'paper.content.not-compared',
      source.name,
      `Sealed, and not compared with the record: ${names.join(', ')}${more}. They are as they were when they were sealed. Where one says something else than the exhibits do, go by the exhibits.`,
    ),
  ];
}
