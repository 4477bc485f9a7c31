import { crc32 } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { sampleZip, verifyBytes } from './sample-bundle.ts';
import { patched, toFiles, toZip } from './zip-surgery.ts';

let zip: Uint8Array;
beforeAll(async () => {
  zip = await sampleZip();
});

/** Positions that may change without notice because no ZIP reader gives them a meaning. There are none. */
const withoutMeaning: readonly number[] = [];

it('2,000 single bytes, anywhere in the file: none passes as intact', async () => {
  const next = seeded(20_260_304);
  const passed: string[] = [];
  for (let round = 0; round < 2_000; round++) {
    const at = next() % zip.length;
    const was = zip[at] ?? 0;
    const becomes = was ^ ((next() % 255) + 1);
    const { verdict } = await verifyBytes(patched(zip, at, [becomes]));
    if (verdict === 'intact' && !withoutMeaning.includes(at)) passed.push(`${at}: ${was} to ${becomes}`);
  }
  expect(passed).toEqual([]);
}, 600_000);

it('500 single bytes of files, with every CRC-32 made right again: none passes as intact', async () => {
  const next = seeded(4_032_026);
  const files = toFiles(zip);
  const names = [...files.keys()];
  const passed: string[] = [];
  for (let round = 0; round < 500; round++) {
    const name = names[next() % names.length] ?? '';
    const bytes = files.get(name) ?? new Uint8Array();
    if (bytes.length === 0) continue;
    const at = next() % bytes.length;
    const forged = new Map(files).set(name, patched(bytes, at, [(bytes[at] ?? 0) ^ ((next() % 255) + 1)]));
    if ((await verifyBytes(toZip(forged))).verdict === 'intact') passed.push(`${name} at ${at}`);
  }
  expect(passed).toEqual([]);
}, 600_000);

it('every byte of every header and of the end: none passes as intact', async () => {
  const passed: number[] = [];
  for (const at of headerPositions(zip)) {
    const { verdict } = await verifyBytes(patched(zip, at, [(zip[at] ?? 0) ^ 0x10]));
    if (verdict === 'intact') passed.push(at);
  }
  expect(passed).toEqual([]);
}, 600_000);

/** Everything but the files' bytes, for the first and the last entry, and the end record. */
function headerPositions(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const directory = view.getUint32(bytes.length - 6, true);
  const run = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);
  const firstName = view.getUint16(26, true);
  return [...run(0, 30 + firstName), ...run(directory, 46 + firstName), ...run(bytes.length - 22, 22)];
}

/** A seeded run of 32-bit numbers, so that a failure can be repeated: CRC-32 of a counter. */
function seeded(seed: number): () => number {
  let counter = seed;
  return () => {
    counter += 1;
    return crc32(new Uint8Array(Uint32Array.of(counter, counter ^ 0x9e3779b9).buffer));
  };
}
