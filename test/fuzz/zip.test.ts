import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundlePaths } from '../../src/bundle/layout.ts';
import { readBundle } from '../../src/bundle/verify/read-bundle.ts';
import { type ListedEntry, listEntries } from '../../src/bundle/zip/entries.ts';
import { checkStructure, dataStart, mostCommonMoment } from '../../src/bundle/zip/structure.ts';
import { centralHeader, endRecord, localHeader } from '../../src/bundle/zip/zip-headers.ts';
import { countingSource, mostBytes } from '../bundle/counting-source.ts';
import { foundZips } from './found.ts';
import { keptBundle } from './kept-bundle.ts';
import { fuzz, hangs } from './settings.ts';
import { withZipChange, zipChange } from './zip-changes.ts';

const zip = await keptBundle();

it(
  'a changed ZIP is listed or refused, and passes only as our writer would write it',
  async () => {
    await fc.assert(
      fc.asyncProperty(zipChange, async change => {
        const bytes = withZipChange(zip, change);
        const source = countingSource(bytes, 'sample.zip');
        const listing = await listEntries(source);
        if ('unreadable' in listing) expect(listing.unreadable.severity).toBe('unreadable');
        else {
          const findings = await checkStructure(source, listing.entries);
          if (findings.every(({ severity }) => severity === 'success') && !listing.isCapped)
            expect(Buffer.compare(rewritten(bytes, listing.entries), bytes)).toBe(0);
        }
        expect(source.readsOutside()).toBe(0);
        expect(source.bytesRead()).toBeLessThanOrEqual(mostBytes(bytes.length));
      }),
      fuzz(0.2, foundZips),
    );
  },
  hangs,
);

it(
  'a changed ZIP is shown or not, and nothing is read outside it',
  async () => {
    await fc.assert(
      fc.asyncProperty(zipChange, async change => {
        const source = countingSource(withZipChange(zip, change), 'sample.zip');
        const reading = await readBundle(source);
        if (reading !== undefined)
          expect(reading.files.map(({ path }) => path)).toContain(bundlePaths.caseRecord);
        expect(source.readsOutside()).toBe(0);
        expect(source.bytesRead()).toBeLessThanOrEqual(mostBytes(source.size));
      }),
      fuzz(0.1, foundZips),
    );
  },
  hangs,
);

it(
  'any bytes with the marks of a ZIP are listed or refused',
  async () => {
    const marks = fc.constantFrom('PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07');
    const part = fc.oneof(
      marks.map(mark => Buffer.from(mark, 'latin1')),
      fc.uint8Array({ maxLength: 60 }),
      fc.nat(80).map(length => new Uint8Array(length)),
      fc.nat(60).map(length => new Uint8Array(length).fill(0xff)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 12 }), async parts => {
        const source = countingSource(new Uint8Array(Buffer.concat(parts)), 'any.zip');
        const listing = await listEntries(source);
        if ('entries' in listing) {
          const findings = await checkStructure(source, listing.entries);
          expect(findings.some(({ severity }) => severity === 'failure')).toBe(true);
        }
        expect(source.readsOutside()).toBe(0);
        expect(source.bytesRead()).toBeLessThanOrEqual(mostBytes(source.size));
      }),
      fuzz(0.1),
    );
  },
  hangs,
);

/** What our writer makes of the entries as they are listed, each with the bytes that it has in `bytes`. */
function rewritten(bytes: Uint8Array, entries: readonly ListedEntry[]): Uint8Array {
  const moment = mostCommonMoment(entries);
  const locals = entries.flatMap(entry => [
    localHeader({ ...entry, moment }),
    bytes.subarray(dataStart(entry), dataStart(entry) + entry.size),
  ]);
  const directory = Buffer.concat(entries.map(entry => centralHeader({ ...entry, moment })));
  const start = locals.reduce((sum, part) => sum + part.length, 0);
  return new Uint8Array(
    Buffer.concat([...locals, directory, endRecord(entries.length, directory.length, start)]),
  );
}
