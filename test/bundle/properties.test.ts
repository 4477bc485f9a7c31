import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { asicManifestText, textToAsicManifest } from '../../src/bundle/asic-manifest.ts';
import { textToBagInfo } from '../../src/bundle/bag-info.ts';
import { manifestToText, textToManifest } from '../../src/bundle/manifest.ts';
import { wasmCrc32 } from '../../src/bundle/zip/crc32.ts';
import { listEntries } from '../../src/bundle/zip/entries.ts';
import { checkStructure } from '../../src/bundle/zip/structure.ts';
import { toMsDosMoment } from '../../src/bundle/zip/zip-headers.ts';
import { writeZip } from '../../src/bundle/zip/zip-writer.ts';
import { verifyBytes } from '../samples/bundle.ts';
import { bytesSource } from '../samples/bytes-source.ts';
import { toFiles, toZip } from './zip-surgery.ts';

const segment = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9._-]{0,20}$/);
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'));
const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const lines = fc.uniqueArray(fc.record({ path, sha256: digest }), {
  selector: line => line.path,
  maxLength: 40,
});
const byPath = <T extends { path: string }>(all: readonly T[]) =>
  [...all].sort((a, b) => (a.path < b.path ? -1 : 1));

describe('manifests', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(lines, all => {
        expect(textToManifest(manifestToText(all))).toEqual(byPath(all));
        expect(textToAsicManifest(asicManifestText(all))).toEqual(all);
      }),
    );
  });

  it('are read only in the one form that is written', () => {
    const change = fc.record({ at: fc.nat(), insert: fc.constantFrom(' ', '\n', '\r', '*', '<', '#', 'A') });
    fc.assert(
      fc.property(lines, change, (all, { at, insert }) => {
        fc.pre(all.length > 0);
        for (const [write, read] of [
          [manifestToText, textToManifest],
          [asicManifestText, textToAsicManifest],
        ] as const) {
          const text = write(all);
          const where = at % text.length;
          const again = read(text.slice(0, where) + insert + text.slice(where));
          if (again !== undefined) expect(again).not.toEqual(read(text));
        }
      }),
    );
  });

  it('are refused, and never throw, when they are anything else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), text => {
        expect(textToAsicManifest(text)).toBeUndefined();
        expect(() => [textToManifest(text), textToBagInfo(text)]).not.toThrow();
      }),
    );
  });
});

describe('the ZIP', () => {
  const entries = fc.uniqueArray(fc.record({ name: path, bytes: fc.uint8Array({ maxLength: 70_000 }) }), {
    selector: entry => entry.name.toLowerCase(),
    minLength: 1,
    maxLength: 12,
  });
  const at = new Date('2026-03-04T05:06:08Z');

  it('holds every file as it was, and is byte for byte what JSZip makes', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async all => {
        const chunks: Uint8Array[] = [];
        await writeZip(
          all.map(({ name, bytes }) => ({ name, content: async () => bytes })),
          { at, sink: async chunk => void chunks.push(chunk.slice()) },
        );
        const zip = new Uint8Array(Buffer.concat(chunks));
        const files = new Map(all.map(({ name, bytes }) => [name, bytes]));
        expect([...toFiles(zip).keys()]).toEqual([...files.keys()]);
        expect(Buffer.compare(zip, toZip(files, { at }))).toBe(0);
        expect(Buffer.compare(zip, await jszipOf(all))).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses two files of one name', async () => {
    const write = (names: readonly string[]) =>
      writeZip(
        names.map(name => ({ name, content: async () => new Uint8Array() })),
        { at, sink: async () => {} },
      );
    await expect(write(['a', 'b', 'a'])).rejects.toThrow('entry twice: a');
  });

  /** The same files by a writer we did not write. It brings names that are numbers to the front: there are none. */
  async function jszipOf(all: readonly { name: string; bytes: Uint8Array }[]): Promise<Uint8Array> {
    const zip = new JSZip();
    for (const { name, bytes } of all)
      zip.file(name, bytes, { createFolders: false, date: at, unixPermissions: 0o100644 });
    return await zip.generateAsync({ type: 'uint8array', compression: 'STORE', platform: 'UNIX' });
  }

  it('is listed as it was written, with nothing to find but names', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async all => {
        const files = new Map([
          ['mimetype', new Uint8Array()],
          ...all.map(one => [one.name, one.bytes] as const),
        ]);
        const source = bytesSource(toZip(files, { at }), 'sample.zip');
        const listing = await listEntries(source);
        if ('unreadable' in listing) throw new Error(listing.unreadable.code);
        expect(listing.entries.map(entry => entry.name)).toEqual([...files.keys()]);
        const found = await checkStructure(source, listing.entries);
        expect(found.filter(one => one.severity !== 'success' && !one.code.startsWith('zip.name.'))).toEqual(
          [],
        );
      }),
      { numRuns: 40 },
    );
  });

  it('never makes the verifier throw, whatever it is', async () => {
    const start = fc.constantFrom('PK\x03\x04', 'PK\x05\x06', '');
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 500 }), async (head, rest) => {
        const bytes = new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
        expect((await verifyBytes(bytes)).verdict).toBe('unreadable');
      }),
    );
  });
});

it('CRC-32 is that of zlib, whole or in pieces, one file after the other', async () => {
  const crc32 = await wasmCrc32();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
      crc32.update(bytes.subarray(0, cut));
      crc32.update(bytes.subarray(cut));
      expect(crc32.value()).toBe(zlibCrc32(bytes));
    }),
  );
});

it('MS-DOS moments are those of the format: 2026-03-04 05:06:08', () => {
  // date: 46 years since 1980, month 3, day 4; time: 5 h, 6 min, 4 × 2 s
  expect(toMsDosMoment(new Date('2026-03-04T05:06:09Z'))).toBe(
    (((46 << 9) | (3 << 5) | 4) << 16) | ((5 << 11) | (6 << 5) | 4),
  );
});
