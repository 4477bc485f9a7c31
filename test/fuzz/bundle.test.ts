import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBundle } from '../../src/bundle/verify/verify-bundle.ts';
import { run } from '../../src/cli/run.ts';
import { countingSource, mostBytes } from '../bundle/counting-source.ts';
import { toFiles, toZip } from '../bundle/zip-surgery.ts';
import { verifyBytes, verifyOptions } from '../samples/bundle.ts';
import { byteChange, withByteChanges } from './byte-changes.ts';
import { foundZips } from './found.ts';
import { keptBundle } from './kept-bundle.ts';
import { fuzz, hangs } from './settings.ts';
import { withZipChange, zipChange } from './zip-changes.ts';

// A whole verification takes some fifty times as long as one reader: most of the cases are the readers' own
// (zip, json, der), and these few hundred show that together they are no less careful than each alone.

const zip = await keptBundle();
const names = [...toFiles(zip).keys()];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-fuzz-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A ZIP that is changed, or one whose ZIP is whole and one of whose files is changed. */
const changed = fc.oneof(
  zipChange.map(change => withZipChange(zip, change)),
  fc
    .record({ file: fc.nat(), changes: fc.array(byteChange, { minLength: 1, maxLength: 3 }) })
    .map(({ file, changes }) => {
      const files = toFiles(zip);
      const name = names[file % names.length] ?? '';
      return toZip(files.set(name, withByteChanges(files.get(name) ?? new Uint8Array(), changes)));
    }),
);

it('the kept bundle is intact; when it is not, the format has changed and it must be made anew', async () => {
  expect((await verifyBytes(zip)).verdict).toBe('intact');
});

it(
  'a changed bundle is never intact, and nothing is read outside it',
  async () => {
    const check = async (bytes: Uint8Array) => {
      const source = countingSource(bytes, 'sample.zip');
      const { verdict } = await verifyBundle(source, verifyOptions);
      expect(verdict === 'intact').toBe(Buffer.compare(bytes, zip) === 0);
      expect(source.readsOutside()).toBe(0);
      expect(source.bytesRead()).toBeLessThanOrEqual(mostBytes(bytes.length));
    };
    for (const found of foundZips) await check(withZipChange(zip, found));
    await fc.assert(fc.asyncProperty(changed, check), fuzz(0.018));
  },
  hangs,
);

it(
  'the commands answer of a changed bundle with 0, 1 or 2, and write no file',
  async () => {
    const file = join(folder, 'changed.zip');
    await fc.assert(
      fc.asyncProperty(changed, async bytes => {
        writeFileSync(file, bytes);
        const printed: string[] = [];
        const terminal = {
          version: '0',
          out: (text: string) => printed.push(text),
          err: (text: string) => printed.push(text),
        };
        const codes = [await run(['verify', file], terminal), await run(['inspect', file], terminal)];
        expect(codes[0] === 0).toBe(Buffer.compare(bytes, zip) === 0);
        expect([0, 2]).toContain(codes[1]);
        expect(printed.join('')).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(readdirSync(folder)).toEqual(['changed.zip']);
        expect(Buffer.compare(readFileSync(file), bytes)).toBe(0);
      }),
      fuzz(0.002),
    );
  },
  hangs,
);
