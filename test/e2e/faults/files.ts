import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { built } from '../../../scripts/build.ts';
import { hangMs, until } from '../../../scripts/drive/driven-browser.ts';
import { ask } from '../proof.ts';
import { type Bench, expectNextWorks } from './bench.ts';
import { proveLog } from './prove.ts';

/** Files that are no whole bundle, given to the page that checks files and to the command line. */
export function describeFileFaults(bench: () => Bench): void {
  describe('a file to check', () => {
    it('that is no ZIP is said to be none', async () => {
      const text = await check(bench(), 'letter.zip', Buffer.from('Dear Sir or Madam,\n'.repeat(40)), 2);
      expect(text).toContain('Could not be read');
      expect(text).toContain('This file is not a ZIP file.');
    });

    it('that is a bundle cut short is said to be cut short; whole it is intact', async () => {
      await expectNextWorks(bench());
      const bytes = readFileSync((await proveLog(bench())).bundle);
      expect(await check(bench(), 'whole.zip', bytes, 0)).toContain('Intact');
      const text = await check(bench(), 'cut.zip', bytes.subarray(0, bytes.length - 200), 2);
      expect(text).toContain('Could not be read');
      expect(text).toMatch(/cut short/);
    });

    it('that is a bomb is refused without being blown up', async () => {
      const text = await check(bench(), 'bomb.zip', bomb(), 1);
      expect(text).toMatch(/Altered|Could not be read/);
      expect(text).not.toContain('The check itself failed');
    });
  });
}

/** What the page says of the file; the command line must give the same exit code at every time. */
async function check({ browser, folder }: Bench, name: string, bytes: Buffer, code: number): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { status, output } = ask(process.execPath, [built.cli, 'verify', path]);
  expect(status, output).toBe(code);
  const screen = await browser.openScreen('verify.html');
  await screen.waitFor('input[type="file"]');
  await screen.run(`(() => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(bytes.toString('base64'))}), each => each.charCodeAt(0));
    const chosen = new DataTransfer();
    chosen.items.add(new File([bytes], ${JSON.stringify(name)}, { type: 'application/zip' }));
    const input = document.querySelector('input[type="file"]');
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
  const text = await until(
    async () =>
      (await screen.count('.verdict, [role="alert"]')) > 0 ? await screen.text('main, body') : undefined,
    hangMs,
    async () => `the page gives no verdict: ${await screen.text('body')}`,
  );
  await screen.close();
  return text;
}

/** 100 kB that unpack to 100 MB, named as a file of a bundle is (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
function bomb(): Buffer {
  const size = 100_000_000;
  const zeros = Buffer.alloc(size);
  const packed = deflateRawSync(zeros);
  const name = Buffer.from('manifest-sha256.txt');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt16LE(0x21, 8);
  common.writeUInt32LE(crc32(zeros), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
  const listed = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, listed, end]);
}
