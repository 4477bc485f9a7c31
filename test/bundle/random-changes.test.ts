import { beforeAll, expect, it } from 'vitest';
import { sampleZip, verifyBytes } from '../samples/bundle.ts';
import { isThorough, shareOf } from '../thorough.ts';
import { seeded } from './seeded.ts';
import { patched } from './zip-surgery.ts';

let zip: Uint8Array;
beforeAll(async () => {
  zip = await sampleZip();
});

/** Positions that may change without notice because no ZIP reader gives them a meaning. There are none. */
const withoutMeaning: readonly number[] = [];

/** 2,000 when thorough. */
const rounds = isThorough ? 2_000 : 20;

it(`${rounds} single bytes, anywhere in the file: none passes as intact`, async () => {
  const next = seeded(20_260_304);
  const passed: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const at = next() % zip.length;
    const was = zip[at] ?? 0;
    const becomes = was ^ ((next() % 255) + 1);
    const { verdict } = await verifyBytes(patched(zip, at, [becomes]));
    if (verdict === 'intact' && !withoutMeaning.includes(at)) passed.push(`${at}: ${was} to ${becomes}`);
  }
  expect(passed).toEqual([]);
});

it('bytes of every header and of the end: none passes as intact', async () => {
  const passed: number[] = [];
  for (const at of shareOf(headerPositions(zip), 9)) {
    const { verdict } = await verifyBytes(patched(zip, at, [(zip[at] ?? 0) ^ 0x10]));
    if (verdict === 'intact') passed.push(at);
  }
  expect(passed).toEqual([]);
});

/** Everything but the files' bytes, for the first and the last entry, and the end record. */
function headerPositions(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const directory = view.getUint32(bytes.length - 6, true);
  const run = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);
  const firstName = view.getUint16(26, true);
  return [...run(0, 30 + firstName), ...run(directory, 46 + firstName), ...run(bytes.length - 22, 22)];
}
