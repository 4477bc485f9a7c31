import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { verifyCommands } from '../../src/reports/how-to-verify.ts';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const guides = ['docs/add-a-platform.md', 'docs/mend-a-reader.md'];
const documents = ['README.md', 'SECURITY.md', 'CHANGELOG.md', ...guides];

describe('the documents of the repository', () => {
  test.each(documents)('%s links only to what is there', document => {
    const targets = [...read(document).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(match => match[1] ?? '');
    expect(targets.length + Number(document === 'CHANGELOG.md')).toBeGreaterThan(0);
    const missing = targets.filter(target => !existsSync(join(root, dirname(document), target)));
    expect(missing).toEqual([]);
  });

  test('the README has the commands of HOW-TO-VERIFY.txt, word for word', () => {
    const lines = read('README.md').split('\n');
    for (const command of Object.values(verifyCommands)) expect(lines).toContain(command);
  });

  test('every command that the README names is in package.json', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [
      ...read('README.md').matchAll(
        /npm (?:run )?(start|test|dev|check|build|bench|readers|format|golden)\b/g,
      ),
    ];
    expect(named.length).toBeGreaterThan(5);
    for (const [, script] of named) expect(Object.keys(scripts)).toContain(script);
  });

  test('the README says where to look, and each of those places is there', () => {
    const [, part = ''] = /### Where to look\n([\s\S]*?)\n## /.exec(read('README.md')) ?? [];
    const rows = part.split('\n').filter(line => line.startsWith('| ') && !line.startsWith('| To change'));
    expect(rows).toHaveLength(10);
    for (const row of rows) {
      const paths = [...row.matchAll(/`(src\/[\w./<>-]+)`/g)].map(([, path = '']) =>
        path.replace('<id>', 'x'),
      );
      expect(paths.length, row).toBeGreaterThan(0);
      expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([]);
    }
  });

  test.each(guides)('%s names commands and files that are there', guide => {
    const { scripts } = JSON.parse(read('package.json'));
    const commands = [...read(guide).matchAll(/npm (?:run )?(?!run)([a-z:]+)/g)].map(match => match[1] ?? '');
    expect(commands).toContain('readers');
    expect(commands.filter(name => !(name in scripts))).toEqual([]);
    const paths = [...read(guide).matchAll(/\b(?:src|test|docs|scripts)\/[\w./-]*[\w/]/g)].map(
      ([path]) => path,
    );
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([]);
  });

  test('every permission of the manifest has its reason in the README', () => {
    const permissions = /permissions: \[([\s\S]*?)\n {4}\]/.exec(read('wxt.config.ts'))?.[1] ?? '';
    const names = [...permissions.matchAll(/'([a-zA-Z]+)'/g)]
      .map(match => match[1])
      .filter(name => name !== 'firefox');
    expect(names).toContain('activeTab');
    for (const name of names)
      expect(read('README.md')).toMatch(new RegExp(`^\\|.*\`${name}\`.*\\|.+\\|$`, 'm'));
  });

  test('the changelog says what the format of bundles is', () => {
    expect(read('CHANGELOG.md')).toMatch(/^#+ Bundle format$[\s\S]*Format version 1/m);
  });
});
