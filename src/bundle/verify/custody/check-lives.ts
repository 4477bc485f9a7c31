import type { Losses } from '../../../custody/losses.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import type { CodeOf } from '../../../model/finding-codes.ts';
import { noteActions } from '../../../model/note-events.ts';
import { altered, held, noted } from '../../findings.ts';
import { bundlePaths } from '../../layout.ts';
import { type ChainExhibits, chainExhibits } from './chain-exhibits.ts';
import { lineOf, listIn, textIn } from './chain-facts.ts';
import { isAfterLook } from './check-exports.ts';

/**
 * Whether each thing in the chain is made once, used only after it was made, and not used after it was erased; exhibits
 * are numbered without a gap, and repeated digests and names are the same. A contradiction is not reported where enough
 * events are lost there to explain it; then the result is not a success either.
 */
export function checkLives(events: readonly CustodyEvent[], losses: Losses): readonly Finding[] {
  if (events.length === 0) return [];
  const findings = [
    ...checkNumbers(chainExhibits(events), losses),
    ...checkExhibitLives(events, losses),
    ...checkCopyLives(events, losses),
    ...checkNoteLives(events, losses),
    ...checkReceivedLives(events, losses),
  ];
  if (findings.length > 0) return findings;
  if (losses.count > 0)
    return [
      noted(
        'custody.story.lost',
        bundlePaths.custody,
        'What the events tell that are here fits together. Of the lost ones nothing is known.',
      ),
    ];
  const detail =
    'Each thing was made before it was used, and not used after it was erased. No number is missing.';
  return [held('custody.story.match', bundlePaths.custody, detail)];
}

/** Numbers increase by one in the order of the recordings, whatever the initials before them. */
function checkNumbers({ inOrder }: ChainExhibits, losses: Losses): readonly Finding[] {
  let [last, sequence] = [0, 0];
  return inOrder.flatMap(({ reference, number, committed }) => {
    const due = last + 1;
    const lost = losses.between(sequence, committed.sequence);
    last = Math.max(last, number);
    sequence = committed.sequence;
    if (number >= due && number - due <= lost) return [];
    if (number < due)
      return [
        altered(
          'custody.number.repeated',
          lineOf(committed),
          `${reference} has a number that was given before. A number is never given again.`,
        ),
      ];
    const skipped = number - due === 1 ? `Number ${due} is` : `Numbers ${due} to ${number - 1} are`;
    const detail = `${skipped} left out before ${reference}. Numbers are given in a row, and an erased one keeps its event.`;
    return [altered('custody.number.gap', lineOf(committed), detail)];
  });
}

/** Number and record are those of the first event that names them: the recording, unless it is lost. */
interface Life {
  reference: string | undefined;
  recordSha256: string | undefined;
  isErased: boolean;
}

function lifeFrom(event: CustodyEvent): Life {
  return {
    reference: event.subject.reference,
    recordSha256: textIn(event, 'recordSha256'),
    isErased: event.action === 'exhibit.erased',
  };
}

function checkExhibitLives(events: readonly CustodyEvent[], losses: Losses): readonly Finding[] {
  const lives = new Map<string, Life>();
  const records = new Set<string>();
  return events.flatMap(event => {
    const { captureId } = event.subject;
    if (captureId === undefined) return checkLook(event, lives, losses);
    const life = lives.get(captureId);
    if (event.action === 'capture.committed') return begin(event, { lives, records, captureId });
    if (life === undefined) {
      lives.set(captureId, lifeFrom(event));
      return isAnyLost(losses, event) ? [] : [wrong('custody.exhibit.unknown', event, notYetRecorded)];
    }
    if (life.isErased)
      return [wrong('custody.exhibit.erased', event, 'It is about an exhibit that had been erased by then.')];
    life.isErased = event.action === 'exhibit.erased';
    return checkSame(event, life);
  });
}

const notYetRecorded = 'It is about an exhibit that was not yet recorded by then.';

/** Whether an event before this one is lost. */
function isAnyLost(losses: Losses, { sequence }: CustodyEvent): boolean {
  return losses.between(0, sequence) > 0;
}

/** A look at the address again needs an earlier recording; the exhibit may be erased by then. */
function checkLook(
  event: CustodyEvent,
  lives: ReadonlyMap<string, Life>,
  losses: Losses,
): readonly Finding[] {
  const id = event.action === 'exhibit.looked-at-again' ? textIn(event, 'captureId') : undefined;
  if (id === undefined || lives.has(id) || isAnyLost(losses, event)) return [];
  return [wrong('custody.exhibit.unknown', event, notYetRecorded)];
}

function begin(
  event: CustodyEvent,
  at: { readonly lives: Map<string, Life>; readonly records: Set<string>; readonly captureId: string },
): readonly Finding[] {
  const record = textIn(event, 'recordSha256');
  const isAgain = at.lives.has(at.captureId) || (record !== undefined && at.records.has(record));
  if (record !== undefined) at.records.add(record);
  if (!at.lives.has(at.captureId)) at.lives.set(at.captureId, lifeFrom(event));
  if (isAgain)
    return [wrong('custody.exhibit.repeated', event, 'It says of one recording again that it was made.')];
  if (event.subject.reference === undefined)
    return [wrong('custody.exhibit.unnamed', event, 'It does not say which number the exhibit got.')];
  return [];
}

/** Whether repeated numbers and record digests are the same. A row that does not open gives no number. */
function checkSame(event: CustodyEvent, life: Life): readonly Finding[] {
  const { reference } = event.subject;
  life.reference ??= reference;
  if (reference !== undefined && reference !== life.reference)
    return [wrong('custody.exhibit.mismatch', event, 'It gives the exhibit another number than it got.')];
  const now = textIn(event, 'recordSha256');
  life.recordSha256 ??= now;
  if (now !== undefined && now !== life.recordSha256)
    return [wrong('custody.exhibit.mismatch', event, 'It names another record than the one that was made.')];
  return [];
}

interface CopyLife {
  readonly captureId: string | undefined;
  readonly sha256: string | undefined;
  isErased: boolean;
}

function checkCopyLives(events: readonly CustodyEvent[], losses: Losses): readonly Finding[] {
  const lives = new Map<string, CopyLife>();
  return events.flatMap(event => {
    const id = textIn(event, 'copyId');
    if (id === undefined || !isOf(event, 'copy.')) return [];
    const { captureId } = event.subject;
    const sha256 = textIn(event, 'copySha256');
    const life = lives.get(id);
    if (event.action === 'copy.made') {
      lives.set(id, { captureId, sha256, isErased: false });
      return life === undefined
        ? []
        : [wrong('custody.copy.repeated', event, 'It says of one working copy again that it was made.')];
    }
    if (life === undefined && isAnyLost(losses, event)) {
      lives.set(id, { captureId, sha256, isErased: true });
      return [];
    }
    if (life === undefined || life.isErased)
      return [wrong('custody.copy.unknown', event, 'It erases a working copy that was not there by then.')];
    life.isErased = true;
    const isSame = life.captureId === captureId && (sha256 === undefined || sha256 === life.sha256);
    return isSame
      ? []
      : [wrong('custody.copy.mismatch', event, 'It names another working copy than was made.')];
  });
}

interface NoteLife {
  readonly action: CustodyEvent['action'];
  /** How many versions exist so far. */
  versions: number;
  /** The sequence number of the event that wrote the last version. */
  sequence: number;
}

/**
 * Whether a note can have this many versions before the event: as many as were written, plus those that lost events may
 * have written, even after an erasure.
 */
function canHold(life: NoteLife, versions: number, event: CustodyEvent, losses: Losses): boolean {
  if (versions === life.versions) return true;
  const needed = versions > life.versions ? versions - life.versions : versions + 1;
  return versions >= 0 && losses.between(life.sequence, event.sequence) >= needed;
}

const written: ReadonlySet<CustodyEvent['action']> = new Set(Object.values(noteActions));

function checkNoteLives(events: readonly CustodyEvent[], losses: Losses): readonly Finding[] {
  const lives = new Map<string, NoteLife>();
  return events.flatMap(event => {
    const id = textIn(event, 'noteId');
    if (id === undefined) return [];
    if (event.action === 'note.erased') return eraseNote(event, { id, lives, losses });
    if (!written.has(event.action)) return [];
    const life = lives.get(id) ?? { action: event.action, versions: 0, sequence: 0 };
    lives.set(id, life);
    const due = life.versions + 1;
    const version = event.detail['version'];
    const isDue = typeof version === 'number' && canHold(life, version - 1, event, losses);
    life.versions = isDue ? version : due;
    life.sequence = event.sequence;
    if (life.action !== event.action)
      return [wrong('custody.note.mismatch', event, 'It makes one note into a note of another kind.')];
    return isDue
      ? []
      : [wrong('custody.note.disordered', event, `It should be version ${due} of this note.`)];
  });
}

/** Erasing a person also erases what was attributed to them. A new note would begin at version 1. */
function eraseNote(
  event: CustodyEvent,
  {
    id,
    lives,
    losses,
  }: { readonly id: string; readonly lives: Map<string, NoteLife>; readonly losses: Losses },
): readonly Finding[] {
  const attached = listIn(event, 'attached') ?? [];
  const life = lives.get(id) ?? { action: event.action, versions: 0, sequence: 0 };
  const isThere = [id, ...attached].every(each => lives.has(each)) || isAnyLost(losses, event);
  for (const each of [id, ...attached]) lives.delete(each);
  if (!isThere)
    return [wrong('custody.note.unknown', event, 'It erases something written that was not there by then.')];
  const versions = event.detail['versions'];
  const isSame = typeof versions === 'number' && canHold(life, versions, event, losses);
  return versions === undefined || isSame
    ? []
    : [
        wrong(
          'custody.note.mismatch',
          event,
          `It erases ${String(versions)} versions; ${life.versions} were written.`,
        ),
      ];
}

function checkReceivedLives(events: readonly CustodyEvent[], losses: Losses): readonly Finding[] {
  const here = new Map<string, boolean>();
  const erasures = new Map<string, CustodyEvent>();
  return events.flatMap(event => {
    const isGone = (id: string) => {
      const erased = erasures.get(id);
      const isThere = here.get(id) === true || (!here.has(id) && isAnyLost(losses, event));
      return !isThere && (erased === undefined || !isAfterLook(erased, event));
    };
    if (event.action === 'bundle.prepared' && listIn(event, 'received')?.some(isGone))
      return [
        wrong('custody.received.gone', event, 'It gives out a received file that was not there by then.'),
      ];
    const id = textIn(event, 'receivedId');
    if (id === undefined) return [];
    const isHere = here.get(id);
    if (event.action === 'received.erased') {
      here.set(id, false);
      erasures.set(id, event);
      return isHere === true || (isHere === undefined && isAnyLost(losses, event))
        ? []
        : [wrong('custody.received.unknown', event, 'It erases a received file that was not there by then.')];
    }
    if (!isOf(event, 'bundle.')) return [];
    here.set(id, true);
    return isHere === undefined
      ? []
      : [wrong('custody.received.repeated', event, 'It says of one received file again that it came.')];
  });
}

function isOf({ action }: CustodyEvent, start: string): boolean {
  return action.startsWith(start);
}

function wrong(code: CodeOf<'failure'>, event: CustodyEvent, detail: string): Finding {
  return altered(code, lineOf(event), detail);
}
