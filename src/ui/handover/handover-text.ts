import type { ExportedVolume } from '../../model/exported-volume.ts';
import type { Instant } from '../../model/identifiers.ts';
import type { SigningKeyFacts } from '../../model/signing-key.ts';
import { sizeWords } from '../../words/artifacts.ts';
import { londonWords } from '../../words/times.ts';
import { linesOfGroups } from './groups.ts';

/** The contents of a handover sheet: whose key sealed, and which files. No files when only the key is handed over. */
export interface Handover {
  readonly key: Pick<SigningKeyFacts, 'fingerprint' | 'name' | 'issuer'>;
  readonly volumes: readonly ExportedVolume[];
  /** When the sheet was made, by this computer's clock. */
  readonly at: Instant;
}

/** The lines filled in by hand, on paper or in the text. */
export const handoverLines = ['Given to: name', 'Number', 'Organisation', 'Date', 'Signature'] as const;

/** What the sheet is for. */
export const handoverReason =
  'Keep this sheet apart from the file. Whoever gets the file reads the numbers below out to the person who made it, or compares them with this sheet: if one digit differs, it is another file or another key.';

/** The sheet as text, to be sent in a message or kept. */
export function handoverText({ key, volumes, at }: Handover): string {
  const indented = (hex: string) => linesOfGroups(hex).map(line => `    ${line}`);
  return [
    'HANDOVER SHEET',
    '',
    `Made: ${londonWords(at)}`,
    `Name in the certificate: ${key.name || 'none'}`,
    ...(key.issuer === undefined ? [] : [`Issued by: ${key.issuer || 'not named'}`]),
    'Fingerprint of the signing key (SHA-256 of the certificate):',
    ...indented(key.fingerprint),
    ...volumes.flatMap(({ name, size, sha256 }) => [
      '',
      `File: ${name}`,
      `Size: ${sizeWords(size)}`,
      'SHA-256 of the file:',
      ...indented(sha256),
    ]),
    '',
    ...handoverLines.map(line => `${line}: ______________________________`),
    '',
  ].join('\n');
}
