import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBundle } from '../../src/bundle/verify/verify-bundle.ts';
import { openFileSource } from '../../src/cli/file-source.ts';
import { run } from '../../src/cli/run.ts';
import { sampleZip, verifyOptions } from '../samples/bundle.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-unreadable-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('inspect and verify answer 2 of a folder', async () => {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const terminal = { version: '0', out: say, err: say };
  expect(await run(['inspect', folder], terminal)).toBe(2);
  expect(await run(['verify', folder], terminal)).toBe(2);
  expect(said[0]).toContain('could not be read as a bundle');
});

it('a file that becomes shorter while it is read cannot be read', async () => {
  const path = join(folder, 'a.zip');
  writeFileSync(path, await sampleZip());
  const source = await openFileSource(path);
  // The list of contents is read; then the file is cut before its first entry is.
  const shortening = {
    ...source,
    read: async (offset: number, length: number) => {
      if (offset === 0) truncateSync(path, 10);
      return source.read(offset, length);
    },
  };
  const { verdict, findings } = await verifyBundle(shortening, verifyOptions);
  await source.close();
  expect([verdict, findings[0]?.code]).toEqual(['unreadable', 'bundle.file.unreadable']);
});
