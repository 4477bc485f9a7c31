import { canonicalBytes } from '../../../crypto/canonical-json.ts';
import { sha256 } from '../../../crypto/digest.ts';
import type { Losses } from '../../../custody/losses.ts';
import { type CaptureRecord, picturedRoles } from '../../../model/capture.ts';
import type { CaseRecord, ExhibitEntry } from '../../../model/case.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { salted } from '../../../model/salt.ts';
import { areaText, type GivenCopy } from '../../../model/working-copy.ts';
import { altered, held, missing, noted } from '../../findings.ts';
import { captureRecordName, payloadFolder } from '../../layout.ts';
import type { BundleContents } from '../contents.ts';
import { textIn } from '../custody/chain-facts.ts';
import { unwitnessed } from '../custody/lost-witness.ts';
import { compareMoments } from '../exhibits/moments.ts';
import { isWithheld } from '../words/check-notes.ts';
import { looksLike } from './media-type.ts';

interface Exhibit {
  readonly entry: ExhibitEntry;
  readonly record: CaptureRecord;
}

const allOrNone =
  'Holdfast holds all pictures of an exhibit back, with the copy of its page and nothing else, or none. Here it is not so.';

/** Checks that files declared held back are listed by the record and not here, and each copy's original. */
export function checkHeldBack(
  { files }: BundleContents,
  folder: string,
  { entry, record }: Exhibit,
): readonly Finding[] {
  const recorded = new Map(record.artifacts.map(({ path, sha256: digest }) => [path, digest]));
  const back = new Set<string>(entry.heldBack);
  const each = [...back].map(path => {
    const subject = `${folder}${path}`;
    if (!recorded.has(path))
      return altered('exhibit.held-back.unknown', subject, 'The record of the exhibit lists no such file.');
    if (files.has(subject))
      return altered(
        'exhibit.held-back.present',
        subject,
        'The case says that it was held back; it is here.',
      );
    return noted(
      'exhibit.artifact.held-back',
      subject,
      'Its holder did not give out this file, and says so.',
    );
  });
  const isShort = record.artifacts.some(({ role, path }) =>
    picturedRoles.has(role) ? !back.has(path) && files.has(`${folder}${path}`) : back.has(path),
  );
  const partly =
    back.size > 0 && isShort
      ? [altered('exhibit.held-back.partial', `${folder}${captureRecordName}`, allOrNone)]
      : [];
  const strange = (entry.workingCopies ?? [])
    .filter(({ of }) => recorded.get(of.path) !== of.sha256)
    .map(({ path }) =>
      altered(
        'exhibit.copy.original-mismatch',
        `${folder}${path}`,
        'The record lists no such original for it.',
      ),
    );
  return [...each, ...partly, ...strange];
}

interface Chained {
  readonly entry: ExhibitEntry;
  /** The events of each capture. */
  readonly events: ReadonlyMap<string, readonly CustodyEvent[]>;
  readonly losses: Losses;
}

/** Checks every working copy that the case lists: its file, and its event with original and areas. */
export async function checkWorkingCopies(
  contents: BundleContents,
  record: CaseRecord,
  { entry, events, losses }: Chained,
): Promise<readonly Finding[]> {
  const copies = entry.workingCopies ?? [];
  const about = eventsByCopy(copies.length === 0 ? [] : (events.get(entry.captureId) ?? []));
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const copy of copies) {
    const path = `${payloadFolder}${entry.directory}/${copy.path}`;
    const isTwice = seen.has(copy.path) || seen.has(copy.id);
    seen.add(copy.path).add(copy.id);
    if (isTwice) {
      findings.push(altered('exhibit.copy.duplicate', path, 'The record of the case lists it twice.'));
      continue;
    }
    if (entry.volume === record.group.volume) findings.push(...checkFile(contents, path, copy));
    const own = about.get(copy.id) ?? [];
    findings.push(...(await checkEvent(copy, { path, own, isWithheld: isWithheld(record), losses })));
  }
  return findings;
}

/** The events of one exhibit by the working copy that they name. */
function eventsByCopy(events: readonly CustodyEvent[]): ReadonlyMap<string, readonly CustodyEvent[]> {
  const byCopy = new Map<string, CustodyEvent[]>();
  for (const event of events) {
    const id = textIn(event, 'copyId');
    if (id === undefined) continue;
    const own = byCopy.get(id);
    if (own === undefined) byCopy.set(id, [event]);
    else own.push(event);
  }
  return byCopy;
}

function checkFile({ files }: BundleContents, path: string, copy: GivenCopy): readonly Finding[] {
  const file = files.get(path);
  if (file === undefined)
    return [missing('exhibit.copy.missing', path, 'The case lists this working copy; it is not here.')];
  if (file.sha256 !== copy.sha256 || file.size !== copy.size)
    return [altered('exhibit.copy.mismatch', path, 'This working copy is not as it was when it was made.')];
  if (looksLike(copy.mediaType, file.head) === false)
    return [
      altered('exhibit.artifact.type-mismatch', path, 'It should be a picture, and does not begin like one.'),
    ];
  return [held('exhibit.copy.match', path, 'This working copy is as it was when it was made.')];
}

interface Telling {
  readonly path: string;
  /** The events that name this copy. */
  readonly own: readonly CustodyEvent[];
  readonly isWithheld: boolean;
  readonly losses: Losses;
}

async function checkEvent(
  copy: GivenCopy,
  { path, own, isWithheld, losses }: Telling,
): Promise<readonly Finding[]> {
  const made = own.filter(({ action }) => action === 'copy.made');
  if (own.some(({ action }) => action === 'copy.erased'))
    return [altered('exhibit.copy.unchained', path, 'The chain says that it was erased, yet it is listed.')];
  const [event] = made;
  if (event === undefined && losses.count > 0)
    return [unwitnessed('exhibit.copy.lost', path, 'that and how it was made')];
  const isSaid = made.length === 1 && event !== undefined && says(event, copy);
  if (!isSaid || !(await saysPurpose(event, copy, isWithheld)))
    return [altered('exhibit.copy.unchained', path, 'The chain does not say that it was made like this.')];
  const detail = 'The chain says when it was made, of which picture, and which areas.';
  const moments = compareMoments({ subject: path, claim: 'the copy was made', at: copy.madeAt, event });
  return [held('exhibit.copy.chained', path, detail), ...moments];
}

/** Whether the event names this copy, its original and the same areas. */
function says({ detail }: CustodyEvent, copy: GivenCopy): boolean {
  const covered = detail['covered'];
  return (
    detail['copySha256'] === copy.sha256 &&
    detail['madeAt'] === copy.madeAt &&
    detail['original'] === copy.of.path &&
    detail['originalSha256'] === copy.of.sha256 &&
    detail['cutTo'] === (copy.crop && areaText(copy.crop)) &&
    Array.isArray(covered) &&
    covered.join(';') === copy.covered.map(areaText).join(';')
  );
}

/** The purpose is a person's own words and absent where no words are given, although the chain has its digest. */
async function saysPurpose(
  { detail }: CustodyEvent,
  { purpose, salt }: GivenCopy,
  isWithheld: boolean,
): Promise<boolean> {
  if (purpose === undefined) return isWithheld || detail['purposeSha256'] === undefined;
  try {
    return (await sha256(canonicalBytes(salted(purpose, salt)))) === detail['purposeSha256'];
  } catch {
    return false; // a lone surrogate, over which no digest can exist
  }
}
