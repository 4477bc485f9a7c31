import { z } from 'zod';
import { exhibitReferenceSchema } from './exhibit.ts';
import { captureIdSchema, caseIdSchema, instantSchema, sha256Schema } from './identifiers.ts';

/** The six kinds of processing that must be logged, in the Act's own words: Data Protection Act 2018 s.62(1). */
export const custodyCategorySchema = z.enum([
  'collection',
  'alteration',
  'consultation',
  'disclosure',
  'combination',
  'erasure',
]);
export type CustodyCategory = z.infer<typeof custodyCategorySchema>;

interface ActionWords {
  readonly category: CustodyCategory;
  readonly sentence: string;
}

/** Every action, with its category and a sentence that says what was done. */
export const custodyActions = {
  'case.opened': { category: 'collection', sentence: 'The case was opened.' },
  'case.described': { category: 'alteration', sentence: 'The case’s title or producer was changed.' },
  'capture.committed': {
    category: 'collection',
    sentence: 'The exhibit was recorded and sealed into the log.',
  },
  'capture.stamped': {
    category: 'collection',
    sentence: 'An authority time-stamped the record of the exhibit.',
  },
  'exhibit.described': {
    category: 'alteration',
    sentence: 'The producer’s own words about the exhibit were written or changed.',
  },
  'exhibit.viewed': { category: 'consultation', sentence: 'The exhibit was looked at.' },
  'exhibit.erased': {
    category: 'erasure',
    sentence: 'The exhibit was erased for good. Its number is not used again.',
  },
  'bundle.prepared': { category: 'disclosure', sentence: 'The making of a signed ZIP was begun.' },
  'bundle.exported': { category: 'disclosure', sentence: 'A signed ZIP was handed over.' },
  'bundle.stopped': { category: 'disclosure', sentence: 'The making of a signed ZIP was stopped.' },
  'person.described': {
    category: 'alteration',
    sentence: 'The name of a person whom the producer names was written or changed.',
  },
  'account.attributed': {
    category: 'combination',
    sentence: 'The producer wrote down, or changed, whom they take an account to belong to, and why.',
  },
  'note.erased': {
    category: 'erasure',
    sentence: 'Something that the producer wrote beside the exhibits was erased for good.',
  },
  'preservation.tracked': {
    category: 'alteration',
    sentence: 'The producer wrote down how far a request to keep data is.',
  },
  'preservation.saved': {
    category: 'disclosure',
    sentence: 'The papers that ask a platform to keep data were made.',
  },
  'case.told': {
    category: 'alteration',
    sentence: 'What is told of the case as a whole was written or changed.',
  },
  'case.told-in-confidence': {
    category: 'alteration',
    sentence: 'Something that is not given out unless it is chosen was written or changed.',
  },
  'order.described': {
    category: 'alteration',
    sentence: 'An order or condition in force was written down or changed.',
  },
  'police.contacted': {
    category: 'alteration',
    sentence: 'A contact with the police was written down or changed.',
  },
  'platform.reported': {
    category: 'alteration',
    sentence: 'A report to a platform was written down or changed.',
  },
  'diary.written': { category: 'collection', sentence: 'A diary entry was written or changed.' },
  'occasion.grouped': {
    category: 'combination',
    sentence: 'Exhibits and diary entries were put together as one occasion.',
  },
  'exhibit.looked-at-again': {
    category: 'consultation',
    sentence: 'Somebody looked whether the address still shows the post.',
  },
  'private.written': {
    category: 'alteration',
    sentence: 'A note that stays on the producer’s computer was written or changed.',
  },
  'session.opened': {
    category: 'consultation',
    sentence: 'An officer wrote down why they work on the case.',
  },
  'copy.made': {
    category: 'alteration',
    sentence:
      'A working copy of a picture was made, with areas covered or cut off. The original was not touched.',
  },
  'copy.erased': {
    category: 'erasure',
    sentence: 'A working copy of a picture was erased for good. The original was not touched.',
  },
  'bundle.received': {
    category: 'collection',
    sentence: 'A bundle was received, checked and kept byte for byte.',
  },
  'bundle.combined': {
    category: 'combination',
    sentence: 'A further bundle was received, checked, and kept byte for byte beside the ones before.',
  },
  'received.erased': {
    category: 'erasure',
    sentence: 'A received bundle was erased for good. Its digest stands in the event of its receipt.',
  },
  'signer.replaced': {
    category: 'alteration',
    sentence: 'The key that seals bundles was replaced by another.',
  },
  'log.restored': {
    category: 'alteration',
    sentence: 'The log was put back from a backup and goes on from there.',
  },
  'log.passphrase-set': {
    category: 'alteration',
    sentence: 'A passphrase was set: from then on the log opens with it alone.',
  },
  'log.passphrase-changed': { category: 'alteration', sentence: 'The passphrase of the log was changed.' },
  'log.passphrase-removed': {
    category: 'alteration',
    sentence: 'The passphrase was removed: from then on the log opens without one.',
  },
  'log.unlocked': { category: 'consultation', sentence: 'The log was opened with its passphrase.' },
} as const satisfies Readonly<Record<string, ActionWords>>;

export const custodyActionSchema = z.enum(namesIn(custodyActions));
export type CustodyAction = z.infer<typeof custodyActionSchema>;

function namesIn<T extends object>(table: T): readonly Extract<keyof T, string>[] {
  const isName = (name: string): name is Extract<keyof T, string> => Object.hasOwn(table, name);
  return Object.keys(table).filter(isName);
}

export const custodySubjectSchema = z.object({
  caseId: caseIdSchema,
  captureId: captureIdSchema.optional(),
  reference: exhibitReferenceSchema.optional(),
});

/**
 * Facts about the event: digests, numbers and short words, never content, so that nothing remains of an erased exhibit.
 */
export const custodyDetailSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);
export type CustodyDetail = z.infer<typeof custodyDetailSchema>;

/**
 * One event of a case's chain. `digest` is SHA-256 over the canonical JSON (RFC 8785) of all other fields; `previous`
 * is the digest of the previous event, or 64 zeros for the first. `sequence` counts from 1.
 */
export const custodyEventSchema = z.object({
  sequence: z.int().positive(),
  previous: sha256Schema,
  at: instantSchema,
  category: custodyCategorySchema,
  action: custodyActionSchema,
  actor: z.string(),
  subject: custodySubjectSchema,
  detail: custodyDetailSchema,
  digest: sha256Schema,
});
export type CustodyEvent = z.infer<typeof custodyEventSchema>;

/** The actor of an event when the case does not open and nobody can be named. */
export const unknownActor = 'not known';

/** An event before it is linked into a chain. */
export type CustodyEntry = Pick<CustodyEvent, 'at' | 'action' | 'actor' | 'subject' | 'detail'>;
