import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { built } from '../build.ts';
import { hangMs, type Screen } from '../drive/driven-browser.ts';
import { expressionOf } from '../drive/in-extension.ts';
import { type ExportEnd, exportBundle, withoutPrint } from '../drive/job.ts';
import { openSession, type Session } from '../drive/session.ts';
import { memoryNote, watchMemory } from './memory.ts';
import type { FloorRequest } from './page/floors.ts';
import type { SeedRequest } from './page/seed-log.ts';
import { median, type Row, row } from './row.ts';

/** `export` and `verify`: a case of 300 captures and 1 GB, exported by the page and checked by the command. */
export async function bundleRows(captures = 300, size = 3_333_333): Promise<readonly Row[]> {
  const session = await openSession('chromium');
  try {
    const screen = await session.browser.openScreen('case.html');
    const caseId = await seed(screen, { title: 'Bench export', captures, size });
    const floor = await floorOf(screen, { floor: 'export', caseId });
    await screen.close();
    const memory = watchMemory(session.browser.processId);
    // It is laid out before the ZIP is written, which is what the floor is a floor of.
    const end = await exportBundle(session.browser, { timeoutMs: 6 * hangMs, choose: withoutPrint });
    const held = memory.stop();
    const exported = row('export', 'ms', 2.5, {
      value: end.milliseconds,
      floor,
      notes: `${captures} captures, without report.pdf, ${memoryNote(held)}`,
    });
    return [exported, await verifyRow(end, session)];
  } finally {
    await session.close();
  }
}

async function verifyRow({ volumes }: ExportEnd, { folder }: Session): Promise<Row> {
  const files = volumes.map(volume => volume.path);
  const values: number[] = [];
  const floors: number[] = [];
  let held: number | undefined;
  for (let round = 0; round < 3; round++) {
    const floorStarted = performance.now();
    spawnSync('sha256sum', files, { cwd: join(folder) });
    floors.push(performance.now() - floorStarted);
    const started = performance.now();
    const child = spawn(process.execPath, [built.cli, 'verify', ...files], { stdio: 'ignore' });
    const memory = watchMemory(child.pid ?? 0);
    const code = await new Promise<number | null>(resolve => child.once('exit', resolve));
    values.push(performance.now() - started);
    held = Math.max(held ?? 0, memory.stop() ?? 0);
    if (code !== 0) throw new Error(`the exported bundle is not intact: exit code ${code}`);
  }
  return row('verify', 'ms', 1.2, {
    value: median(values),
    floor: median(floors),
    notes: `${files.length} volumes, ${memoryNote(held)}`,
  });
}

/** `log.open`: from choosing a case of 2,000 captures to its first rows on the screen. */
export async function logOpenRow(captures = 2_000): Promise<Row> {
  const session = await openSession('chromium');
  try {
    const screen = await session.browser.openScreen('case.html');
    const caseId = await seed(screen, { title: 'Bench log', captures, size: 4_096 });
    await seed(screen, { title: 'Bench other', captures: 0, size: 0 });
    const values: number[] = [];
    const floors: number[] = [];
    for (let round = 0; round < 5; round++) {
      floors.push(await floorOf(screen, { floor: 'log.open', caseId }));
      values.push(await timeOpening(screen, caseId));
    }
    return row('log.open', 'ms', 2, {
      value: median(values),
      floor: median(floors),
      notes: `${captures} captures`,
    });
  } finally {
    await session.close();
  }
}

async function timeOpening(screen: Screen, caseId: string): Promise<number> {
  await screen.run(
    `(async () => { location.hash = '#settings'; await new Promise(r => setTimeout(r, 500)); })()`,
  );
  return Number(
    await screen.run(`(async () => {
      const started = performance.now();
      location.hash = '#case/${caseId}';
      while (!document.querySelector('[data-reference^="BEN/"]')) await new Promise(r => setTimeout(r, 1));
      return performance.now() - started;
    })()`),
  );
}

/** Captures that are put into the log by one call: the browser answers between them. */
const piece = 100;

/** Puts a new case with this many captures into the log, a picture of `size` bytes each; answers its id. */
async function seed(
  screen: Screen,
  { title, captures, size }: { readonly title: string; readonly captures: number; readonly size: number },
): Promise<string> {
  const ask = async (request: SeedRequest) =>
    String(await screen.run(await expressionOf('scripts/bench/page/seed-log.ts', request)));
  const caseId = await ask({ title });
  for (let from = 0; from < captures; from += piece)
    await ask({ caseId, from, to: Math.min(captures, from + piece), size });
  return caseId;
}

async function floorOf(screen: Screen, request: FloorRequest): Promise<number> {
  return Number(await screen.run(await expressionOf('scripts/bench/page/floors.ts', request)));
}
