import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
let folder: string;

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { cwd: folder, encoding: 'utf8' });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-platform-'));
  for (const path of ['src', 'scripts', 'assets', 'package.json', 'tsconfig.json'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  run('git', 'init', '--quiet');
  run('git', 'add', '--all', 'src', 'scripts');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('an invented site is one folder, the registry is made of it, and its addresses are known', () => {
  run('git', 'apply', join(root, 'docs/add-a-platform.diff'));
  run(process.execPath, '--import', 'tsx', 'scripts/platforms.ts');
  const changed = run('git', 'ls-files', '--modified', '--others', 'src', 'scripts')
    .split('\n')
    .filter(path => path !== '' && !path.startsWith('src/platforms/sites/quillpost/'));
  expect(changed).toEqual(['src/platforms/registry/platforms.ts', 'src/platforms/registry/preservation.ts']);
  const address = 'https://www.quillpost.test/u/mean_sample/notes/123456?from=robin';
  const told = run(process.execPath, '--import', 'tsx', 'src/cli/main.ts', 'inspect', address);
  expect(JSON.parse(told)).toMatchObject([
    { platform: 'quillpost', handle: 'mean_sample', postId: '123456' },
  ]);
});
