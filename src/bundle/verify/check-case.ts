import { parseOutsideJson } from '../../crypto/outside-json.ts';
import { type CaseRecord, caseRecordSchema, isAtFault } from '../../model/case.ts';
import type { Finding } from '../../model/finding.ts';
import { lostReceivedWords } from '../../model/lost-received.ts';
import { countLostTexts, lostTextsWords } from '../../model/lost-texts.ts';
import { bagDeclaration, bagInfoText, type Payload, textToBagInfo } from '../bag-info.ts';
import { altered, held, missing, unreadable } from '../findings.ts';
import { bundlePaths, payloadFolder } from '../layout.ts';
import type { ListedEntry } from '../zip/entries.ts';
import { mostCommonMoment } from '../zip/structure.ts';
import { toMsDosMoment } from '../zip/zip-headers.ts';
import { isCanonical } from './canonical-form.ts';
import type { BundleContents } from './contents.ts';
import { isVersion } from './exhibits/check-page.ts';
import { readOwn } from './exhibits/own-record.ts';

/** The findings on `case.json`, and its record when it can be read. */
export interface CaseCheck {
  readonly findings: readonly Finding[];
  readonly record?: CaseRecord;
}

/** Checks that `case.json` is a case record in canonical form. */
export async function checkCaseRecord(contents: BundleContents): Promise<CaseCheck> {
  const path = bundlePaths.caseRecord;
  if (!contents.files.has(path)) return { findings: [] };
  const text = await contents.readText(path);
  const value = text === undefined ? undefined : parseOutsideJson(text);
  const version =
    typeof value === 'object' && value !== null && 'formatVersion' in value && value.formatVersion;
  if (typeof version === 'number' && version !== 1) {
    const detail = `The bundle has format ${version}, which this version of Holdfast does not know. Use a newer one.`;
    return { findings: [unreadable('bundle.format.unsupported', path, detail)] };
  }
  const { record, findings } = readOwn(caseRecordSchema, value, path);
  if (record === undefined)
    return {
      findings: [
        altered('case.record.unreadable', path, 'The record of the case cannot be read.'),
        ...findings,
      ],
    };
  return {
    record,
    findings: [
      isCanonical(text ?? '', value)
        ? held(
            'case.record.readable',
            path,
            'The record of the case can be read and has its one proper form.',
          )
        : altered(
            'case.record.not-canonical',
            path,
            'The record of the case is not written as Holdfast does.',
          ),
      ...findings,
    ],
  };
}

/** Checks that certificate, dates and bag agree with the case record. */
export async function checkCaseAgreement(
  contents: BundleContents,
  entries: readonly ListedEntry[],
  record: CaseRecord,
  fingerprint: string | undefined,
): Promise<readonly Finding[]> {
  const findings = [
    checkOutcome(record),
    ...(isVersion(record.software.version)
      ? []
      : [
          altered(
            'case.software.impossible',
            bundlePaths.caseRecord,
            'What stands for the version of Holdfast is none.',
          ),
        ]),
    agree(
      record.group.volume <= record.group.volumes,
      ['case.volume', bundlePaths.caseRecord],
      `It is volume ${record.group.volume} of ${record.group.volumes}.`,
    ),
    agree(
      mostCommonMoment(entries) === toMsDosMoment(new Date(record.exportedAt)),
      ['zip.date', contents.source.name],
      'The dates in the ZIP file are those of the export.',
    ),
    ...(await checkBag(contents, record)),
  ];
  if (fingerprint === undefined) return findings;
  const signer = agree(
    record.signerFingerprint === fingerprint,
    ['signer.case', bundlePaths.certificate],
    'The record of the case names this certificate.',
  );
  return [signer, ...findings];
}

function checkOutcome(record: CaseRecord): Finding {
  const { outcome, absent, lostEvents, lostReceived = [] } = record;
  const path = bundlePaths.caseRecord;
  if (outcome === 'complete')
    return held('case.outcome.complete', path, 'The export held every exhibit of the case.');
  const texts = countLostTexts(record);
  const details = [
    ...(lostEvents === undefined
      ? []
      : ['The log that this was exported from had lost events of its chain, and the export says so.']),
    ...(texts === 0
      ? []
      : [
          `${lostTextsWords(texts)} could no longer be read in the log that this was exported from, and the export says so.`,
        ]),
    ...(lostReceived.length === 0
      ? []
      : [
          `${lostReceivedWords(lostReceived.length)} could no longer be read in the log that this was exported from, and the export says so.`,
        ]),
  ];
  if (details.length === 0 || absent.some(isAtFault))
    details.unshift('The export left exhibits out, and says so; see those that are absent.');
  return missing('case.outcome.incomplete', path, details.join(' '));
}

async function checkBag(contents: BundleContents, record: CaseRecord): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  if (contents.files.has(bundlePaths.bagit))
    findings.push(
      agree(
        (await contents.readText(bundlePaths.bagit)) === bagDeclaration,
        ['bagit.declaration', bundlePaths.bagit],
        'It declares the form of a bag (BagIt 1.0).',
      ),
    );
  if (!contents.files.has(bundlePaths.bagInfo)) return findings;
  const text = (await contents.readText(bundlePaths.bagInfo)) ?? '';
  const fields = textToBagInfo(text);
  if (fields === undefined)
    return [...findings, altered('bag-info.text.unreadable', bundlePaths.bagInfo, 'It cannot be read.')];
  return [
    ...findings,
    checkPayload(contents, fields.get('Payload-Oxum') ?? ''),
    agree(
      fields.get('Bag-Group-Identifier') === record.group.id &&
        fields.get('Bag-Count') === `${record.group.volume} of ${record.group.volumes}` &&
        fields.get('External-Identifier') === record.case.id,
      ['bag-info.group', bundlePaths.bagInfo],
      'It names the same case and volume as the record of the case.',
    ),
    agree(
      text === bagInfoText(record, declaredPayload(fields.get('Payload-Oxum') ?? '')),
      ['bag-info.text', bundlePaths.bagInfo],
      'Date, program and size in it are those that follow from the record.',
    ),
  ];
}

/** The payload that the bag declares; it is compared with the files elsewhere. */
function declaredPayload(declared: string): Payload {
  const [bytes, files] = declared.split('.').map(Number);
  return { bytes: bytes ?? 0, files: files ?? 0 };
}

function payloadOf({ files }: BundleContents): Payload {
  const payload = [...files].filter(([path]) => path.startsWith(payloadFolder));
  return { bytes: payload.reduce((sum, [, file]) => sum + file.size, 0), files: payload.length };
}

function checkPayload(contents: BundleContents, declared: string): Finding {
  const { bytes, files } = payloadOf(contents);
  const [, declaredFiles] = declared.split('.');
  if (Number(declaredFiles) > files)
    return missing(
      'bag-info.payload.short',
      bundlePaths.bagInfo,
      `It counts ${Number(declaredFiles)} files in “data”; ${files} are here.`,
    );
  return agree(
    declared === `${bytes}.${files}`,
    ['bag-info.payload', bundlePaths.bagInfo],
    `It counts ${files} files with ${bytes} bytes in “data”.`,
  );
}

type Agreed =
  | 'bag-info.group'
  | 'bag-info.payload'
  | 'bag-info.text'
  | 'bagit.declaration'
  | 'case.volume'
  | 'signer.case'
  | 'zip.date';

/** A finding `<aspect>.match` or `<aspect>.mismatch`, with the sentence or its negation. */
function agree(isSo: boolean, [aspect, subject]: readonly [Agreed, string], sentence: string): Finding {
  return isSo
    ? held(`${aspect}.match`, subject, sentence)
    : altered(`${aspect}.mismatch`, subject, `This should hold, and does not: ${sentence}`);
}
