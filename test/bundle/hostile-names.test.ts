import { describe, expect, it, test } from 'vitest';
import { textBytes } from '../../src/bundle/layout.ts';
import { isSafeName } from '../../src/bundle/zip/check-names.ts';
import { answerTo, shortOf } from './counting-source.ts';
import { files, withKey } from './tamper/forgeries.ts';
import { toZip } from './zip-surgery.ts';

/** Names by which some system opens another file, a device, or a file outside the folder. */
const unsafe = [
  '..',
  '../run.sh',
  'data/..',
  './run.sh',
  '/run.sh',
  '//server/share/run.exe',
  'C:/run.exe',
  'C:run.exe',
  '..\\run.exe',
  'data/a:stream',
  'data//a.txt',
  'data/.hidden',
  'data/a.',
  'data/a...',
  'data/a./b.txt',
  'data/a ',
  'data/a /b.txt',
  ' data/a.txt',
  'CON',
  'data/con',
  'data/PRN.txt',
  'data/Aux.png',
  'data/nul.tar.gz',
  'data/COM1.txt',
  'data/lpt9',
  'data/aux/a.txt',
  'data/a\u202egnp.exe',
  'data/a\n.txt',
];

/** Names that look like those and are safe. */
const safe = ['data/console.txt', 'data/COM_1/a.txt', 'data/CON_1/nul-1.txt', 'data/com10.txt', 'data/a..b'];

describe('names', () => {
  test.each(unsafe)('%j is not safe', async name => {
    expect(isSafeName(name)).toBe(false);
    const report = await answerTo(toZip(files(), { extra: [[name, textBytes('x')]] }));
    expect(shortOf(report).some(line => line.startsWith('zip.name.unsafe '))).toBe(true);
  });

  test.each(safe)('%j is safe', name => {
    expect(isSafeName(name)).toBe(true);
  });

  it('of devices are found in a bundle that is sealed as a whole', async () => {
    const name = 'data/preservation/x/NUL.txt';
    const report = await answerTo(await withKey(all => all.set(name, textBytes('x'))));
    expect(shortOf(report)).toContain(`zip.name.unsafe ${name}`);
  });

  it('of thirty thousand folders each cost no more than others', async () => {
    const name = (index: number) => `${'a/'.repeat(30_000)}${index}`;
    const extra = Array.from({ length: 15 }, (_, index) => [name(index), textBytes('x')] as const);
    const report = await answerTo(toZip(files(), { extra }));
    expect(shortOf(report).filter(line => line.startsWith('zip.name.unsafe '))).toHaveLength(15);
  });
});
