import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { captureRecordSchema } from '../src/model/capture.ts';
import { caseRecordSchema } from '../src/model/case.ts';
import { custodyEventSchema } from '../src/model/custody.ts';

/** Where the published schemas stand. */
export const schemaFolder = resolve(fileURLToPath(import.meta.url), '../../schema');

const published = [
  {
    file: 'capture.schema.json',
    id: 'urn:holdfast:capture:1',
    title: 'capture.json of a Holdfast bundle, format 1',
    description: 'What the machine observed in one act of recording. A member that is absent was not found.',
    schema: captureRecordSchema,
  },
  {
    file: 'case.schema.json',
    id: 'urn:holdfast:case:1',
    title: 'case.json of a Holdfast bundle, format 1',
    description: 'The case as it stood when the bundle was made, with what people wrote of each exhibit.',
    schema: caseRecordSchema,
  },
  {
    file: 'custody.schema.json',
    id: 'urn:holdfast:custody-event:1',
    title: 'One line of custody.jsonl of a Holdfast bundle, format 1',
    description:
      'One event of the chain. Its digest is SHA-256 over the canonical JSON of all other members.',
    schema: custodyEventSchema,
  },
] as const;

/**
 * The schemas (JSON Schema, draft 2020-12) as the text of their files. They are closed: a member that a format does not
 * have is an error, as it is for the verifier. A format that gains members gets another number, here and in `$id`.
 */
export function schemaFiles(): readonly { readonly file: string; readonly text: string }[] {
  return published.map(({ file, id: $id, title, description, schema }) => {
    const { $schema, ...body } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output' });
    const whole = { $schema, $id, title, description, ...body };
    return { file, text: `${JSON.stringify(whole, undefined, 2)}\n` };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(schemaFolder, { recursive: true });
  for (const { file, text } of schemaFiles()) await writeFile(join(schemaFolder, file), text);
}
