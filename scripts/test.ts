import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** The part of vitest's JSON report that is counted here. */
const reportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

interface Count {
  passed: number;
  failed: number;
}

const folder = mkdtempSync(join(tmpdir(), 'holdfast-test-'));
const total: Count = { passed: 0, failed: 0 };
try {
  check('style', 'biome', ['ci', '--colors=off', '.']);
  check('types of the extension points', 'wxt', ['prepare']);
  check('types', 'tsc', []);
  check('types of the core, without the DOM', 'tsc', ['-p', 'tsconfig.core.json']);
  check('build', 'tsx', ['scripts/build.ts']);
  suite('unit');
  suite('e2e');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** A command that passes or fails as a whole; counts as one. */
function check(what: string, command: string, args: readonly string[]): void {
  console.log(`— ${what}`);
  const done = run(command, args);
  if (done === 0) total.passed += 1;
  else {
    total.failed += 1;
    console.log(`FAILED: ${what} (${command} ${args.join(' ')})`);
  }
}

/** One vitest project, counted test by test; a file that does not even load counts as one failure. */
function suite(project: string): void {
  console.log(`— ${project} tests`);
  const file = join(folder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = run('vitest', ['run', '--project', project, ...reporters]);
  const count = readReport(file);
  total.passed += count.passed;
  total.failed += count.failed;
  if (code !== 0 && count.failed === 0) total.failed += 1;
}

function readReport(file: string): Count {
  try {
    const report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const broken = report.testResults.filter(
      result => result.status === 'failed' && !result.assertionResults.some(test => test.status === 'failed'),
    ).length;
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run(command: string, args: readonly string[]): number {
  const done = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return done.status ?? 1;
}
