import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What a program that is not ours said. `output` is both of its streams. */
export interface Answer {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a program as a stranger would; never throws for its exit code. */
export function ask(program: string, args: readonly string[], folder?: string): Answer {
  const done = spawnSync(program, args, { encoding: 'utf8', ...(folder ? { cwd: folder } : {}) });
  return { status: done.status, output: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}` };
}

/** Runs a whole command line as it is printed for a stranger to type. */
export function askShell(command: string, folder: string): Answer {
  return ask('sh', ['-c', command], folder);
}

/** Unzips a bundle with `unzip` into a new folder below `parent` and answers the folder. */
export function unzipped(bundle: string, parent: string): string {
  const folder = mkdtempSync(join(parent, 'unzipped-'));
  const { status, output } = ask('unzip', ['-q', bundle, '-d', folder]);
  if (status !== 0) throw new Error(`unzip failed: ${output}`);
  return folder;
}

const readWithPython = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as bundle:
    print(json.dumps({
        'damaged': bundle.testzip(),
        'names': bundle.namelist(),
        'methods': sorted({entry.compress_type for entry in bundle.infolist()}),
        'comment': bundle.comment.decode('latin-1'),
    }))
`;

export interface PythonListing {
  readonly damaged: string | null;
  readonly names: readonly string[];
  readonly methods: readonly number[];
  readonly comment: string;
}

/** What Python's own `zipfile` reads in the bundle. */
export function listedByPython(bundle: string): PythonListing {
  const { status, output } = ask('python3', ['-c', readWithPython, bundle]);
  if (status !== 0) throw new Error(`python3 failed: ${output}`);
  return JSON.parse(output) as PythonListing;
}

/** The paths of a BagIt manifest, in its order. */
export function manifestPaths(folder: string, name: string): readonly string[] {
  const text = readFileSync(join(folder, name), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map(line => line.slice(66));
}

/** Every file below `folder`, as paths relative to `base`, sorted. */
export function filesBelow(folder: string, base: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(base, join(entry.parentPath, entry.name)))
    .sort();
}

/** The first local header of a ZIP, byte for byte (APPNOTE 4.3.7), and the content that follows it. */
export function firstEntry(bundle: string) {
  const head = Buffer.alloc(128);
  const file = openSync(bundle, 'r');
  readSync(file, head, 0, head.length, 0);
  closeSync(file);
  const nameLength = head.readUInt16LE(26);
  const extraLength = head.readUInt16LE(28);
  const size = head.readUInt32LE(22);
  const start = 30 + nameLength + extraLength;
  return {
    signature: head.readUInt32LE(0),
    usesDataDescriptor: (head.readUInt16LE(6) & 8) !== 0,
    method: head.readUInt16LE(8),
    extraLength,
    name: head.toString('latin1', 30, 30 + nameLength),
    content: head.toString('latin1', start, start + size),
  };
}

/** The fingerprint that openssl reads from a certificate, as 64 lower-case digits. */
export function fingerprintOf(folder: string): string {
  const { output } = ask(
    'openssl',
    ['x509', '-in', 'signer.crt', '-noout', '-fingerprint', '-sha256'],
    folder,
  );
  return plainDigits(output.split('=')[1] ?? '');
}

/** Hexadecimal digits alone, in lower case, however they were grouped. */
export function plainDigits(text: string): string {
  return text.replace(/[^0-9a-f]/gi, '').toLowerCase();
}
