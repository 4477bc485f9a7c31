import type { CustodyAction, CustodyDetail, CustodyEvent } from '../../../model/custody.ts';
import { exhibitReferenceSchema } from '../../../model/exhibit.ts';
import type { Finding } from '../../../model/finding.ts';
import { instantSchema, sha256Schema } from '../../../model/identifiers.ts';
import { noteActions } from '../../../model/note-events.ts';
import { receivedIdSchema } from '../../../model/received.ts';
import { altered } from '../../findings.ts';
import { lineOf } from './chain-facts.ts';

type Value = CustodyDetail[string];

/**
 * Whether every event names its subject, and in the form that Holdfast writes: an exhibit by its recording, everything
 * else by its own id. Words in the place of a digest, a number or a time could be read as somebody's act.
 */
export function checkDetails(events: readonly CustodyEvent[]): readonly Finding[] {
  return events.flatMap(event => {
    const strange = Object.entries(event.detail).filter(([name, value]) => !hasForm(event, name, value));
    const names = strange.map(([name]) => `“${name.slice(0, 60)}”`).join(', ');
    return [
      ...(isNamed(event) ? [] : [altered('custody.subject.unnamed', lineOf(event), unnamed)]),
      ...(isOfCase(event) ? [] : [altered('custody.subject.strange', lineOf(event), ofCase)]),
      ...(strange.length === 0
        ? []
        : [altered('custody.detail.strange', lineOf(event), `Holdfast never writes ${names} like this.`)]),
    ];
  });
}

const unnamed = 'It does not say of what it is: which exhibit, export, note, copy or file.';
const ofCase = 'It is said to be about an exhibit. What happened is never about one.';

const writings: ReadonlySet<CustodyAction> = new Set(Object.values(noteActions));

/** The detail in which an event names its subject; undefined where that is the case itself. */
function keyOf(action: CustodyAction): string | undefined {
  if (writings.has(action) || action === 'note.erased') return 'noteId';
  if (/^bundle\.(?:prepared|exported|stopped)$/.test(action)) return 'groupId';
  if (/^(?:bundle\.(?:received|combined)|received\.erased)$/.test(action)) return 'receivedId';
  if (/^copy\./.test(action)) return 'copyId';
  return undefined;
}

function isOfExhibit(action: CustodyAction): boolean {
  return /^(?:capture|exhibit|copy)\./.test(action) && !writings.has(action);
}

function isNamed({ action, subject, detail }: CustodyEvent): boolean {
  const key = keyOf(action);
  if (isOfExhibit(action) && subject.captureId === undefined) return false;
  return key === undefined || (Object.hasOwn(detail, key) && typeof detail[key] === 'string');
}

function isOfCase({ action, subject }: CustodyEvent): boolean {
  return isOfExhibit(action) || (subject.captureId === undefined && subject.reference === undefined);
}

const isDigest = (value: Value) => sha256Schema.safeParse(value).success;
const isInstant = (value: Value) => instantSchema.safeParse(value).success;
const isCount = (value: Value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isNumber = (value: Value) => typeof value === 'number';
const isText = (value: Value) => typeof value === 'string';
const isAnswer = (value: Value) => typeof value === 'boolean';
const isOneOf =
  (...words: readonly string[]) =>
  (value: Value) =>
    typeof value === 'string' && words.includes(value);
const isListOf =
  (isMember: (member: string) => boolean) =>
  (value: Value): boolean =>
    Array.isArray(value) && value.every(isMember);
const isReference = (text: string) => exhibitReferenceSchema.safeParse(text).success;
const isFile = (text: string) => /^[A-Za-z0-9_-]+\.zip [0-9a-f]{64}$/.test(text);
const isArea = (text: string) => /^\d{1,6},\d{1,6} \d{1,6}x\d{1,6}$/.test(text);
const isGivenCopy = (text: string) => /^[A-Z]{1,5}\/[1-9]\d{0,6} [0-9a-f]{64}$/.test(text);
const isReceivedId = (text: string) => receivedIdSchema.safeParse(text).success;

/** The required form of details, whatever the event; free texts of people or programs have none. */
const forms: Readonly<Record<string, (value: Value) => boolean>> = {
  ...{ sha256: isDigest, signerFingerprint: isDigest, previousFingerprint: isDigest },
  ...{ recordSha256: isDigest, copySha256: isDigest, originalSha256: isDigest },
  ...{ genTime: isInstant, madeAt: isInstant, receivedAt: isInstant },
  ...{ version: isCount, versions: isCount, artifacts: isCount, size: isCount },
  ...{ exhibits: isCount, entries: isCount, timeStampNumber: isCount },
  ...{ secondsAfterCapture: isNumber, clockDifferenceSeconds: isNumber },
  ...{ contactSheet: isAnswer, vulnerabilityTold: isAnswer, speakToMeFirst: isAnswer },
  ...{ outcome: isOneOf('complete', 'partial'), scope: isOneOf('post', 'viewport', 'page') },
  ...{ verdict: isOneOf('intact', 'altered', 'incomplete', 'not checked') },
  ...{ references: isListOf(isReference), absent: isListOf(isReference), heldBack: isListOf(isReference) },
  ...{ volumes: isListOf(isFile), workingCopies: isListOf(isGivenCopy), documentsLeftOut: isListOf(isText) },
  ...{ received: isListOf(isReceivedId) },
  ...{ covered: isListOf(isArea), cutTo: value => typeof value === 'string' && isArea(value) },
};

function hasForm({ action }: CustodyEvent, name: string, value: Value): boolean {
  if (name === 'attached') return (action === 'note.erased' ? isListOf(isText) : isAnswer)(value);
  return !Object.hasOwn(forms, name) || forms[name]?.(value) === true;
}
