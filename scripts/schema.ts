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
    title: 'capture.json of a Holdfast bundle, format 1',
    description: 'What the machine observed in one act of recording. A member that is absent was not found.',
    schema: captureRecordSchema,
  },
  {
    file: 'case.schema.json',
    title: 'case.json of a Holdfast bundle, format 1',
    description: 'The case as it stood when the bundle was made, with what people wrote of each exhibit.',
    schema: caseRecordSchema,
  },
  {
    file: 'custody.schema.json',
    title: 'One line of custody.jsonl of a Holdfast bundle, format 1',
    description:
      'One event of the chain. Its digest is SHA-256 over the canonical JSON of all other members.',
    schema: custodyEventSchema,
  },
] as const;

/** The schemas (JSON Schema, draft 2020-12) as the text of their files. */
export function schemaFiles(): readonly { readonly file: string; readonly text: string }[] {
  return published.map(({ file, title, description, schema }) => {
    const { $schema, ...body } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
    return { file, text: `${JSON.stringify({ $schema, title, description, ...body }, undefined, 2)}\n` };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(schemaFolder, { recursive: true });
  for (const { file, text } of schemaFiles()) await writeFile(join(schemaFolder, file), text);
}
