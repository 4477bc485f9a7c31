import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, expectTypeOf, it } from 'vitest';
import { type CustodyAction, custodyActions } from '../../src/model/custody.ts';

const source = resolve(fileURLToPath(import.meta.url), '../../../src');

it('no action is in the table that the log never writes', () => {
  const log = readdirSync(join(source, 'evidence'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join('evidence', file));
  const texts = [...log, 'model/note-events.ts'].map(file => readFileSync(join(source, file), 'utf8'));
  const written = Object.keys(custodyActions).filter(action =>
    texts.some(text => new RegExp(`(?<!=== )'${action}'`).test(text)),
  );
  expect(written).toEqual(Object.keys(custodyActions));
});

// Whether this holds is for the compiler to say.
it('no other action can be written', () => {
  expectTypeOf<'case.opened'>().toExtend<CustodyAction>();
  expectTypeOf<string>().not.toExtend<CustodyAction>();
});
