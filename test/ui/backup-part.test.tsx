// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/model/fault.ts';
import { backupName } from '../../src/ui/options/backup-file.ts';
import { BackupPart } from '../../src/ui/options/backup-part.tsx';
import { faultWords } from '../../src/words/faults.ts';
import { draw, fill, press, settled, submit } from './draw.tsx';
import { fakePorts } from './fake-ports.ts';

/** A private file system that holds what is written in memory. */
function fakeFiles() {
  const written: Uint8Array[] = [];
  const stream = {
    write: async (bytes: Uint8Array) => void written.push(bytes.slice()),
    close: async () => {},
    abort: async () => {},
  };
  const handle = { createWritable: async () => stream, getFile: async () => new Blob(written as BlobPart[]) };
  const folder = { getFileHandle: async () => handle };
  const root = { getDirectoryHandle: async () => folder, removeEntry: async () => {} };
  Object.defineProperty(navigator, 'storage', {
    configurable: true,
    value: { getDirectory: async () => root },
  });
  return written;
}

async function type(page: HTMLElement, passphrase: string, again = passphrase) {
  await fill(page, '#backup-passphrase', passphrase);
  await fill(page, '#backup-again', again);
  await submit(page, '#backup-make');
}

describe('backup', () => {
  it('asks for a long passphrase, twice, before anything is written', async () => {
    let asked = 0;
    const page = await draw(<BackupPart />, fakePorts({ backup: { write: async () => void asked++ } }));
    await type(page, 'short');
    expect(page.textContent).toContain('at least 12 characters');
    await type(page, 'a long passphrase', 'a long passphrasf');
    expect(page.textContent).toContain('not the same');
    expect(asked).toBe(0);
    expect(page.textContent).toContain('nobody can open the backup, also not us');
  });

  it('writes, and offers the file under a name that says nothing', async () => {
    const written = fakeFiles();
    const page = await draw(
      <BackupPart />,
      fakePorts({
        backup: {
          write: async (passphrase, sink, watch) => {
            watch?.onProgress?.(1, 2);
            await sink(new TextEncoder().encode(passphrase));
          },
        },
      }),
    );
    await type(page, 'a long passphrase');
    await settled();
    expect(Buffer.concat(written).toString()).toBe('a long passphrase');
    expect(page.querySelector('#backup-done a')?.getAttribute('download')).toBe('backup-2026-01-02.dat');
    expect(backupName(new Date(0))).not.toMatch(/holdfast|evidence/i);
  });

  it('shows how far it is, and can be stopped', async () => {
    fakeFiles();
    const page = await draw(
      <BackupPart />,
      fakePorts({
        backup: {
          write: (_, __, watch) =>
            new Promise((_resolve, reject) => {
              watch?.onProgress?.(1, 4);
              watch?.signal?.addEventListener('abort', () => reject(new Fault('backup.stopped')));
            }),
        },
      }),
    );
    await type(page, 'a long passphrase');
    expect(page.querySelector('progress')?.getAttribute('value')).toBe('1');
    await press(page, 'Stop');
    expect(page.querySelector('[role=alert]')?.textContent).toContain(faultWords['backup.stopped'].happened);
  });

  it('brings a backup back, or says why not', async () => {
    const given: unknown[] = [];
    const page = await draw(
      <BackupPart />,
      fakePorts({
        backup: {
          restore: async (file, passphrase) => {
            given.push([file, passphrase]);
            if (passphrase === 'wrong') throw new Fault('backup.log.not-empty');
          },
        },
      }),
    );
    await submit(page, '#restore');
    expect(page.textContent).toContain('Choose a file first');
    const file = new File(['x'], 'backup.dat');
    const field = page.querySelector<HTMLInputElement>('#restore-file');
    if (field === null) throw new Error('no field');
    Object.defineProperty(field, 'files', { value: [file] });
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    await fill(page, '#restore-passphrase', 'wrong');
    await submit(page, '#restore');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('would be lost');
    await fill(page, '#restore-passphrase', 'right');
    await submit(page, '#restore');
    expect(given).toEqual([
      [file, 'wrong'],
      [file, 'right'],
    ]);
    expect(page.textContent).toContain('Everything is back');
  });
});
