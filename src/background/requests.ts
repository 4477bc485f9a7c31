import { z } from 'zod';
import { captureScopeSchema } from '../model/capture.ts';
import { wordsSchema } from '../model/case.ts';
import { exportChoiceSchema } from '../model/export-choice.ts';
import { captureIdSchema, caseIdSchema, sha256Schema } from '../model/identifiers.ts';
import { noteIdSchema, noteSchema } from '../model/note.ts';
import { receivedIdSchema } from '../model/received.ts';
import { reporterSchema } from '../model/reporter.ts';
import { authorityAddressSchema, authorityChoiceSchema } from '../model/time-stamp.ts';
import { copyPlanSchema, workingCopyIdSchema } from '../model/working-copy.ts';

const description = z.object({
  title: z.string().min(1).max(200),
  initials: z.string(),
  name: z.string().max(200),
});
const reason = z.string().max(2_000);

/** What each message must carry. Whatever else it carries is dropped. */
export const requests = {
  'capture:start': z.object({ tabId: z.int(), scope: captureScopeSchema }),
  'capture:stop': z.object({ captureId: captureIdSchema }),
  'capture:recover': z.object({}),
  'case:open': description,
  'case:describe': description.extend({ caseId: caseIdSchema }),
  'case:choose': z.object({ caseId: caseIdSchema }),
  'exhibit:describe': z.object({ captureId: captureIdSchema, words: wordsSchema }),
  'exhibit:viewed': z.object({ captureId: captureIdSchema }),
  'exhibit:erase': z.object({ captureId: captureIdSchema, reason }),
  'copy:make': copyPlanSchema,
  'copy:erase': z.object({ captureId: captureIdSchema, id: workingCopyIdSchema, reason }),
  'note:write': z.object({ caseId: caseIdSchema, note: noteSchema, noteId: noteIdSchema.optional() }),
  'note:erase': z.object({ caseId: caseIdSchema, noteId: noteIdSchema, reason }),
  'preservation:saved': z.object({
    caseId: caseIdSchema,
    platform: z.string().min(1).max(40),
    files: z.array(z.object({ path: z.string().max(300), sha256: sha256Schema })).max(100),
  }),
  'reporter:set': z.object({ reporter: reporterSchema }),
  'authorities:set': authorityChoiceSchema,
  'authorities:test': z.object({ address: authorityAddressSchema }),
  'software:describe': z.object({}),
  'bundle:received': z.object({ caseId: caseIdSchema, receivedId: receivedIdSchema }),
  'bundle:erase-received': z.object({ caseId: caseIdSchema, receivedId: receivedIdSchema, reason }),
  'bundle:prepared': z.object({
    caseId: caseIdSchema,
    groupId: z.uuid(),
    references: z.array(z.string().max(20)),
    absent: z.array(z.string().max(20)),
    choice: exportChoiceSchema.omit({ exhibitsLeftOut: true, pictures: true }),
    heldBack: z.array(z.string().max(20)).default([]),
    workingCopies: z.array(z.string().max(100)).default([]),
    received: z.array(receivedIdSchema).max(100).default([]),
  }),
  'bundle:exported': z.object({
    caseId: caseIdSchema,
    groupId: z.uuid(),
    volumes: z.array(
      z.object({ name: z.string().max(300), size: z.int().nonnegative(), sha256: sha256Schema }),
    ),
    signerFingerprint: sha256Schema,
    timeStamps: z.array(z.string().max(600)).max(1_000).optional(),
  }),
  'bundle:stopped': z.object({ caseId: caseIdSchema, groupId: z.uuid(), reason }),
} as const satisfies Record<string, z.ZodType>;
