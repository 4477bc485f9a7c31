import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { schemaFiles, schemaFolder } from '../../scripts/schema.ts';

it.each(schemaFiles())('schema/$file is what the code reads; if not, run: npx tsx scripts/schema.ts', one => {
  expect(readFileSync(join(schemaFolder, one.file), 'utf8')).toBe(one.text);
  expect(JSON.parse(one.text)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
});
