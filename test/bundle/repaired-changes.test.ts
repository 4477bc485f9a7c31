import { expect, it } from 'vitest';
import { sampleZip, verifyBytes } from '../samples/bundle.ts';
import { isThorough } from '../thorough.ts';
import { seeded } from './seeded.ts';
import { patched, toFiles, toZip } from './zip-surgery.ts';

/** 500 when thorough. */
const rounds = isThorough ? 500 : 15;

it(`${rounds} single bytes of files, with every CRC-32 made right again: none passes as intact`, async () => {
  const next = seeded(4_032_026);
  const files = toFiles(await sampleZip());
  const names = [...files.keys()];
  const passed: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const name = names[next() % names.length] ?? '';
    const bytes = files.get(name) ?? new Uint8Array();
    if (bytes.length === 0) continue;
    const at = next() % bytes.length;
    const forged = new Map(files).set(name, patched(bytes, at, [(bytes[at] ?? 0) ^ ((next() % 255) + 1)]));
    if ((await verifyBytes(toZip(forged))).verdict === 'intact') passed.push(`${name} at ${at}`);
  }
  expect(passed).toEqual([]);
});
