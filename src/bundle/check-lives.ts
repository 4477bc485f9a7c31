import type { CustodyEvent } from '../model/custody.ts';
import type { Finding } from '../model/finding.ts';
import { noteActions } from '../model/note-events.ts';
import { type ChainExhibits, chainExhibits } from './chain-exhibits.ts';
import { lineOf, listIn, textIn } from './chain-facts.ts';
import { altered, held } from './findings.ts';
import { bundlePaths } from './layout.ts';

/**
 * Whether each thing that a chain tells of lives its life in order: it is made once, used after it was made, and not
 * used any more once it was erased. Exhibits are numbered in a row without a gap. An event that repeats a digest or a
 * name repeats it as it was.
 */
export function checkLives(events: readonly CustodyEvent[]): readonly Finding[] {
  if (events.length === 0) return [];
  const findings = [
    ...checkNumbers(chainExhibits(events)),
    ...checkExhibitLives(events),
    ...checkCopyLives(events),
    ...checkNoteLives(events),
    ...checkReceivedLives(events),
  ];
  if (findings.length > 0) return findings;
  const detail =
    'Each thing was made before it was used, and not used after it was erased. No number is missing.';
  return [held('custody.story.match', bundlePaths.custody, detail)];
}

/** Numbers are given in the order of the recordings, whoever's initials stand before them: 1, 2, 3. */
function checkNumbers({ inOrder }: ChainExhibits): readonly Finding[] {
  let last = 0;
  return inOrder.flatMap(({ reference, number, committed }) => {
    const due = last + 1;
    last = Math.max(last, number);
    if (number === due) return [];
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

interface Life {
  readonly committed: CustodyEvent;
  isErased: boolean;
}

function checkExhibitLives(events: readonly CustodyEvent[]): readonly Finding[] {
  const lives = new Map<string, Life>();
  const records = new Set<string>();
  return events.flatMap(event => {
    const { captureId } = event.subject;
    if (captureId === undefined) return checkLook(event, lives);
    const life = lives.get(captureId);
    if (event.action === 'capture.committed') return begin(event, { lives, records, captureId });
    if (life === undefined)
      return [
        wrong('custody.exhibit.unknown', event, 'It is about an exhibit that was not yet recorded by then.'),
      ];
    if (life.isErased)
      return [wrong('custody.exhibit.erased', event, 'It is about an exhibit that had been erased by then.')];
    life.isErased = event.action === 'exhibit.erased';
    return checkSame(event, life.committed);
  });
}

/** Somebody looked whether the address still shows it: it may have been erased by then, and was recorded before. */
function checkLook(event: CustodyEvent, lives: ReadonlyMap<string, Life>): readonly Finding[] {
  const id = event.action === 'exhibit.looked-at-again' ? textIn(event, 'captureId') : undefined;
  if (id === undefined || lives.has(id)) return [];
  return [
    wrong('custody.exhibit.unknown', event, 'It is about an exhibit that was not yet recorded by then.'),
  ];
}

function begin(
  event: CustodyEvent,
  at: { readonly lives: Map<string, Life>; readonly records: Set<string>; readonly captureId: string },
): readonly Finding[] {
  const record = textIn(event, 'recordSha256');
  const isAgain = at.lives.has(at.captureId) || (record !== undefined && at.records.has(record));
  if (record !== undefined) at.records.add(record);
  if (!at.lives.has(at.captureId)) at.lives.set(at.captureId, { committed: event, isErased: false });
  if (isAgain)
    return [wrong('custody.exhibit.repeated', event, 'It says of one recording again that it was made.')];
  if (event.subject.reference === undefined)
    return [wrong('custody.exhibit.unnamed', event, 'It does not say which number the exhibit got.')];
  return [];
}

/** The number and the digest of the record, where they are told again. A row that does not open tells no number. */
function checkSame(event: CustodyEvent, committed: CustodyEvent): readonly Finding[] {
  const { reference } = event.subject;
  if (reference !== undefined && reference !== committed.subject.reference)
    return [wrong('custody.exhibit.mismatch', event, 'It gives the exhibit another number than it got.')];
  const [before, now] = [textIn(committed, 'recordSha256'), textIn(event, 'recordSha256')];
  if (now !== undefined && before !== undefined && now !== before)
    return [wrong('custody.exhibit.mismatch', event, 'It names another record than the one that was made.')];
  return [];
}

interface CopyLife {
  readonly captureId: string | undefined;
  readonly sha256: string | undefined;
  isErased: boolean;
}

function checkCopyLives(events: readonly CustodyEvent[]): readonly Finding[] {
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
  /** How many versions there are by now. */
  versions: number;
}

const written: ReadonlySet<CustodyEvent['action']> = new Set(Object.values(noteActions));

function checkNoteLives(events: readonly CustodyEvent[]): readonly Finding[] {
  const lives = new Map<string, NoteLife>();
  return events.flatMap(event => {
    const id = textIn(event, 'noteId');
    if (id === undefined) return [];
    if (event.action === 'note.erased') return eraseNote(event, id, lives);
    if (!written.has(event.action)) return [];
    const life = lives.get(id) ?? { action: event.action, versions: 0 };
    life.versions += 1;
    lives.set(id, life);
    if (life.action !== event.action)
      return [wrong('custody.note.mismatch', event, 'It makes one note into a note of another kind.')];
    return event.detail['version'] === life.versions
      ? []
      : [wrong('custody.note.disordered', event, `It should be version ${life.versions} of this note.`)];
  });
}

/** Of a person, what was attached to them goes with them. Nothing is left: a new note would begin again. */
function eraseNote(event: CustodyEvent, id: string, lives: Map<string, NoteLife>): readonly Finding[] {
  const attached = listIn(event, 'attached') ?? [];
  const life = lives.get(id);
  const isThere = life !== undefined && attached.every(each => lives.has(each));
  for (const each of [id, ...attached]) lives.delete(each);
  if (!isThere)
    return [wrong('custody.note.unknown', event, 'It erases something written that was not there by then.')];
  const versions = event.detail['versions'];
  return versions === undefined || versions === life.versions
    ? []
    : [
        wrong(
          'custody.note.mismatch',
          event,
          `It erases ${String(versions)} versions; ${life.versions} were written.`,
        ),
      ];
}

function checkReceivedLives(events: readonly CustodyEvent[]): readonly Finding[] {
  const here = new Map<string, boolean>();
  return events.flatMap(event => {
    const id = textIn(event, 'receivedId');
    if (id === undefined) return [];
    const isHere = here.get(id);
    if (event.action === 'received.erased') {
      here.set(id, false);
      return isHere === true
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

function wrong(code: string, event: CustodyEvent, detail: string): Finding {
  return altered(code, lineOf(event), detail);
}
