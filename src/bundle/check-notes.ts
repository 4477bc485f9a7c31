import { canonicalBytes } from '../crypto/canonical-json.ts';
import { sha256 } from '../crypto/digest.ts';
import type { CaseRecord } from '../model/case.ts';
import type { CustodyAction, CustodyEvent } from '../model/custody.ts';
import type { Finding } from '../model/finding.ts';
import type { ExportedNote } from '../model/note.ts';
import { salted } from '../model/salt.ts';
import { altered, held, noted } from './findings.ts';
import { bundlePaths } from './layout.ts';

/** What the chain calls the writing of a note that a bundle holds. Kinds that are kept back are not among them. */
const noteActions: ReadonlySet<CustodyAction> = new Set<CustodyAction>([
  'person.described',
  'account.attributed',
  'preservation.tracked',
  'case.told',
  'order.described',
  'police.contacted',
  'platform.reported',
  'diary.written',
  'occasion.grouped',
  'exhibit.looked-at-again',
  'session.opened',
]);

/**
 * Whether the record says that nothing people wrote was given to its recipient. A bundle made before there was a
 * choice names no recipient, and held the words but no notes.
 */
export function isWithheld(record: CaseRecord): boolean {
  return record.recipient !== undefined && record.notes === undefined;
}

/** Every version of every note of the case against the chain, and the other way round. */
export async function checkNotes(
  record: CaseRecord,
  events: readonly CustodyEvent[],
): Promise<readonly Finding[]> {
  const written = events.filter(event => noteActions.has(event.action));
  if (record.notes === undefined) return withheld(record, written);
  const findings: Finding[] = [];
  for (const note of record.notes) findings.push(...(await checkNote(note, written)));
  return [...findings, ...checkMissing(record.notes, written, events)];
}

function withheld(record: CaseRecord, written: readonly CustodyEvent[]): readonly Finding[] {
  if (written.length === 0 || !isWithheld(record)) return [];
  const detail = 'What people wrote of the case was not given to this recipient.';
  return [noted('case.notes.withheld', bundlePaths.caseRecord, detail)];
}

async function checkNote(note: ExportedNote, written: readonly CustodyEvent[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const version of note.versions) {
    const subject = `${version.note.kind} ${note.id} version ${version.version}`;
    const isAsWritten = (await digestOf(salted(version.note, version.salt))) === version.sha256;
    const isChained = written.some(
      ({ detail }) =>
        detail['noteId'] === note.id &&
        detail['version'] === version.version &&
        detail['sha256'] === version.sha256,
    );
    if (!isAsWritten)
      findings.push(altered('case.note.mismatch', subject, 'What was written here has been changed.'));
    else if (!isChained)
      findings.push(altered('case.note.unchained', subject, 'The chain does not name what is written here.'));
    else findings.push(held('case.note.match', subject, 'What was written is as the chain has it.'));
  }
  return findings;
}

/** Versions that the chain names, that nobody erased, and that are not here. */
function checkMissing(
  notes: readonly ExportedNote[],
  written: readonly CustodyEvent[],
  events: readonly CustodyEvent[],
): readonly Finding[] {
  const here = new Set(
    notes.flatMap(({ id, versions }) => versions.map(({ version }) => `${id} ${version}`)),
  );
  const erased = new Set(
    events
      .filter(({ action }) => action === 'note.erased')
      .flatMap(({ detail }) => [detail['noteId'], detail['attached']].flat())
      .map(String),
  );
  return written
    .filter(({ detail }) => !erased.has(String(detail['noteId'])))
    .filter(({ detail }) => !here.has(`${String(detail['noteId'])} ${String(detail['version'])}`))
    .map(({ sequence }) =>
      altered(
        'case.note.missing',
        `${bundlePaths.custody}:${sequence}`,
        'The chain says that something was written here, and it is not among the notes.',
      ),
    );
}

async function digestOf(written: unknown): Promise<string | undefined> {
  try {
    return await sha256(canonicalBytes(written));
  } catch {
    return undefined; // a lone surrogate: no digest was ever made over it
  }
}
