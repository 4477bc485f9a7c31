import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ForeignCommand, type ForeignProgram, foreignVariables } from './programs.ts';

/** What a program said of one command. */
export interface Answer {
  readonly line: string;
  readonly status: number | null;
  /** Both of its outputs, without the path of the folder. */
  readonly said: string;
  readonly accepted: boolean;
}

/** A bundle unzipped into a folder of its own. */
export interface UnzippedBundle {
  /** Runs a program's commands one after the other. */
  ask(program: ForeignProgram): readonly Answer[];
  /** Removes it all. */
  remove(): void;
}

/** The version that the program says; undefined where it is not installed. */
export function versionOf({ version }: ForeignProgram): string | undefined {
  const { status, stdout } = bash(version, tmpdir());
  const [first = ''] = stdout.trim().split('\n');
  return status === 0 && first !== '' ? first : undefined;
}

/** Copies a bundle to a new folder and unzips it there. Throws when unzip does not like it. */
export function unzipped(path: string): UnzippedBundle {
  const folder = mkdtempSync(join(tmpdir(), 'others-say-'));
  copyFileSync(path, join(folder, 'bundle.zip'));
  const { status, stderr } = spawnSync('unzip', ['-q', 'bundle.zip', '-d', 'bundle'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`unzip: ${stderr}`);
  return {
    ask: ({ commands }) => commands.map(command => answerTo(command, folder)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function answerTo({ line, accepts, objects }: ForeignCommand, folder: string): Answer {
  const { status, stdout, stderr } = bash(line, join(folder, 'bundle'));
  const said = `${stdout}${stderr}`.replaceAll(folder, '…').trim();
  const accepted = status === 0 && accepts.test(said) && !(objects?.test(said) ?? false);
  return { line, status, said, accepted };
}

function bash(line: string, cwd: string) {
  const env = { ...process.env, ...foreignVariables, LC_ALL: 'C.UTF-8' };
  return spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8', env });
}
