import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
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
  await check('types of the extension points', 'wxt', ['prepare']);
  await Promise.all([
    check('style', 'biome', ['ci', '--colors=off', '.']),
    check('types', 'tsc', []),
    check('types of the core, without the DOM', 'tsc', ['-p', 'tsconfig.core.json']),
    check('build', 'tsx', ['scripts/build.ts']),
  ]);
  // Browsers wait much of the time; what needs Node alone fills that time and takes none from them.
  await Promise.all([
    suites(['e2e'], { shown: 'as it comes' }),
    suites(['unit', 'unit-document'], {
      shown: 'at the end',
      priority: constants.priority.PRIORITY_BELOW_NORMAL,
    }),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** How a command is run. */
interface Running {
  readonly title: string;
  /** When its output is shown: two that run side by side do not speak at the same time. */
  readonly shown: 'as it comes' | 'at the end';
  /** The operating system's; the usual one when it is not given. */
  readonly priority?: number;
}

/** A command that passes or fails as a whole; counts as one. */
async function check(what: string, command: string, args: readonly string[]): Promise<void> {
  const code = await run(command, args, { title: what, shown: 'at the end' });
  if (code === 0) total.passed += 1;
  else {
    total.failed += 1;
    console.log(`FAILED: ${what} (${command} ${args.join(' ')})`);
  }
}

/** Vitest projects, counted test by test; a file that does not even load counts as one failure. */
async function suites(projects: readonly string[], running: Omit<Running, 'title'>): Promise<void> {
  const file = join(folder, `${projects.join('-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const chosen = projects.flatMap(project => ['--project', project]);
  const code = await run('vitest', ['run', ...chosen, ...reporters], {
    title: `${projects.join(' and ')} tests`,
    ...running,
  });
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

/** Resolves to the exit code; 1 when the command could not be started. */
function run(command: string, args: readonly string[], { title, shown, priority }: Running): Promise<number> {
  if (shown === 'as it comes') console.log(`— ${title}`);
  const stdio = shown === 'as it comes' ? 'inherit' : 'pipe';
  const child = spawn(command, args, { stdio, shell: process.platform === 'win32' });
  if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority);
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise(resolve => {
    const end = (code: number | null) => {
      if (shown === 'at the end') console.log(`— ${title}\n${Buffer.concat(output).toString().trim()}`);
      resolve(code ?? 1);
    };
    child.once('error', () => end(1));
    child.once('close', end);
  });
}
