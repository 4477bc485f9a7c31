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

/** What happened, each with its one category in {@link custodyCategories}. */
export const custodyActionSchema = z.enum([
  'case.opened',
  'case.described',
  'capture.committed',
  'capture.stamped',
  'exhibit.described',
  'exhibit.viewed',
  'exhibit.erased',
  'bundle.prepared',
  'bundle.exported',
  'bundle.stopped',
  'person.described',
  'account.attributed',
  'note.erased',
  'preservation.tracked',
  'preservation.saved',
  'case.told',
  'case.told-in-confidence',
  'order.described',
  'police.contacted',
  'platform.reported',
  'diary.written',
  'occasion.grouped',
  'exhibit.looked-at-again',
  'private.written',
  'session.opened',
  'copy.made',
  'copy.erased',
  'bundle.received',
  'bundle.combined',
  'received.erased',
  'signer.replaced',
  'log.restored',
]);
export type CustodyAction = z.infer<typeof custodyActionSchema>;

export const custodyCategories: Readonly<Record<CustodyAction, CustodyCategory>> = {
  'case.opened': 'collection',
  'case.described': 'alteration',
  'capture.committed': 'collection',
  'capture.stamped': 'collection',
  'exhibit.described': 'alteration',
  'exhibit.viewed': 'consultation',
  'exhibit.erased': 'erasure',
  'bundle.prepared': 'disclosure',
  'bundle.exported': 'disclosure',
  'bundle.stopped': 'disclosure',
  'person.described': 'alteration',
  'account.attributed': 'combination',
  'note.erased': 'erasure',
  'preservation.tracked': 'alteration',
  'preservation.saved': 'disclosure',
  'case.told': 'alteration',
  'case.told-in-confidence': 'alteration',
  'order.described': 'alteration',
  'police.contacted': 'alteration',
  'platform.reported': 'alteration',
  'diary.written': 'collection',
  'occasion.grouped': 'combination',
  'exhibit.looked-at-again': 'consultation',
  'private.written': 'alteration',
  'session.opened': 'consultation',
  'copy.made': 'alteration',
  'copy.erased': 'erasure',
  'bundle.received': 'collection',
  'bundle.combined': 'combination',
  'received.erased': 'erasure',
  'signer.replaced': 'alteration',
  'log.restored': 'alteration',
};

export const custodySubjectSchema = z.object({
  caseId: caseIdSchema,
  captureId: captureIdSchema.optional(),
  reference: exhibitReferenceSchema.optional(),
});
export type CustodySubject = z.infer<typeof custodySubjectSchema>;

/**
 * Facts of the event: digests, numbers and short words, never the content itself, so that an erased
 * exhibit leaves nothing of what it held.
 */
export const custodyDetailSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);
export type CustodyDetail = z.infer<typeof custodyDetailSchema>;

/**
 * One link of a case's chain. `digest` is SHA-256 over the canonical JSON (RFC 8785) of all other fields;
 * `previous` is the digest of the event before, or 64 zeros for the first. `sequence` counts from 1.
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

/** Who acted, as an event says it, where the case does not open and nobody can be named. */
export const unknownActor = 'not known';

/** An event before it is linked into a chain. */
export type CustodyEntry = Pick<CustodyEvent, 'at' | 'action' | 'actor' | 'subject' | 'detail'>;
