import { readFileSync, writeFileSync } from 'node:fs';
import { sampleZip } from '../samples/bundle.ts';

const path = 'test/fixtures/fuzz/sample.zip';

/**
 * The bundle that is changed. It is kept as a file because every signature is made with chance, and a case must
 * be the same again. When the format changes, `HOLDFAST_FUZZ_ANEW=1` makes it anew.
 */
export async function keptBundle(): Promise<Uint8Array> {
  if (process.env['HOLDFAST_FUZZ_ANEW'] !== undefined) writeFileSync(path, await sampleZip());
  return new Uint8Array(readFileSync(path));
}
