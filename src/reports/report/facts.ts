import type { DiaryItem, ExhibitItem, Item } from '../../matter/items.ts';
import type { Matter } from '../../matter/matter.ts';
import type { Occasion } from '../../matter/occasions.ts';
import { exhibitDirectory } from '../../model/exhibit.ts';
import { type JurisdictionWords, wordsFor } from '../../words/jurisdiction.ts';
import { exhibitsInOrder, matterOfInput, type ReportExhibit, type ReportInput } from '../input.ts';
import { recipientRules } from '../recipients.ts';

/** An occasion with its number in the case, counted from 1. */
export interface NumberedOccasion {
  readonly number: number;
  readonly occasion: Occasion;
}

/** What every part of the report is made from, computed once. */
export interface ReportFacts {
  /** The input without what this recipient may not see. */
  readonly input: ReportInput;
  readonly matter: Matter;
  readonly words: JurisdictionWords;
  /** Whether the recipient may see what people wrote. */
  readonly getsOwnWords: boolean;
  /** Whether an officer recorded. The report then speaks of the affected person in the third person. */
  readonly isOfficer: boolean;
  /** Who tagged and described the items: “the person”, or “the officer”. */
  readonly teller: string;
  /** The exhibits whose files are in this ZIP, by number. */
  readonly exhibits: readonly ReportExhibit[];
  /** Exhibit reference → the id of its section, only for exhibits in this ZIP. */
  readonly sections: ReadonlyMap<string, string>;
  /** Capture id → the exhibit as an item of the matter. */
  readonly exhibitItems: ReadonlyMap<string, ExhibitItem>;
  /** Diary entries in order; the first is entry 1. */
  readonly diary: readonly DiaryItem[];
  /** Key of a diary entry → its number. */
  readonly diaryNumbers: ReadonlyMap<string, number>;
  /** Key of an item → the occasion that it belongs to. */
  readonly occasions: ReadonlyMap<string, NumberedOccasion>;
  /** The reference printed on every page. */
  readonly reference: string;
}

/** The facts of a report. What the recipient may not see is removed before anything is computed. */
export function factsOf(given: ReportInput): ReportFacts {
  const { getsOwnWords } = recipientRules[given.caseRecord.recipient ?? 'police'];
  const input = getsOwnWords ? given : withoutWords(given);
  const matter = matterOfInput(input);
  const exhibits = exhibitsInOrder(input);
  const diary = matter.items.filter(item => item.kind === 'diary');
  return {
    input,
    matter,
    words: wordsFor(matter.details),
    getsOwnWords,
    isOfficer: isByOfficer(input, matter),
    teller: isByOfficer(input, matter) ? 'the officer' : 'the person',
    exhibits,
    sections: new Map(exhibits.map(({ entry }) => [entry.reference, exhibitDirectory(entry.reference)])),
    exhibitItems: new Map(
      matter.items.flatMap(item => (item.kind === 'exhibit' ? [[item.key, item] as const] : [])),
    ),
    diary,
    diaryNumbers: new Map(diary.map(({ key }, index) => [key as string, index + 1])),
    occasions: new Map(
      matter.occasions.flatMap((occasion, index) =>
        occasion.items.map((item: Item) => [item.key, { number: index + 1, occasion }] as const),
      ),
    ),
    reference: referenceOf(input, matter),
  };
}

/** Whether an officer recorded, by any of the records that say so. */
export function isByOfficer(
  { reporter }: Pick<ReportInput, 'reporter'>,
  { details, sessions }: Matter,
): boolean {
  return reporter?.capacity === 'officer' || details.capacity === 'officer' || sessions.length > 0;
}

/** Only what the machine observed: no notes, no words, nothing about the person or an officer. */
function withoutWords({
  caseRecord,
  exhibits,
  custody,
  signerFingerprint,
  volume,
  documents,
}: ReportInput): ReportInput {
  const { notes: _, ...record } = caseRecord;
  const wordless = exhibits.map(({ entry, record, hidesPictures = false }) => ({
    entry: { ...entry, words: [] },
    record,
    hidesPictures,
  }));
  return {
    caseRecord: { ...record, exhibits: record.exhibits.map(entry => ({ ...entry, words: [] })) },
    exhibits: wordless,
    custody,
    signerFingerprint,
    volume,
    ...(documents !== undefined && { documents }),
  };
}

/** The officer's own case reference, else initials and moment of the export, as in the name of the ZIP. */
function referenceOf({ caseRecord, reporter }: ReportInput, { sessions }: Matter): string {
  const officers = reporter?.capacity === 'officer' ? reporter.officer.caseReference : '';
  const ofCase = officers || sessions.at(-1)?.note.caseReference;
  if (ofCase) return ofCase;
  const moment = caseRecord.exportedAt.replace(/\.\d+Z$/, 'Z').replace(/[-:]/g, '');
  return `${caseRecord.case.producer.initials}-${moment}`;
}
