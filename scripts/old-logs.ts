import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fixtureOf, oldVersions } from './old-logs/versions.ts';

/**
 * Makes the logs that `test/evidence/old-logs.test.ts` opens: each is written by the code of its own commit, which is
 * checked out in a temporary folder. One that is there is not made again: `npx tsx scripts/old-logs.ts`. When a version
 * is added to the database, add the commit before it to `old-logs/versions.ts` and run this once.
 */
const root = resolve(import.meta.dirname, '..');
for (const { version, commit } of oldVersions) {
  const output = join(root, fixtureOf(version));
  if (!existsSync(output)) writeBy(commit, version, output);
}

function writeBy(commit: string, version: number, output: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-old-log-'));
  const tree = join(folder, 'tree');
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, stdio: 'inherit' });
  try {
    git('worktree', 'add', '--quiet', '--detach', tree, commit);
    for (const name of ['node_modules', '.wxt']) symlinkSync(join(root, name), join(tree, name));
    cpSync(join(root, 'scripts/old-logs'), join(tree, 'scripts/old-logs'), { recursive: true });
    const story = ['tsx', 'scripts/old-logs/story.ts', String(version), output];
    execFileSync('npx', story, { cwd: tree, stdio: 'inherit' });
    console.log(`${fixtureOf(version)} by ${commit}`);
  } finally {
    git('worktree', 'remove', '--force', tree);
    rmSync(folder, { recursive: true, force: true });
  }
}
