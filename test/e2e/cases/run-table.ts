import { afterAll, describe, expect, it, type RunnerTask } from 'vitest';
import { captureChecks } from '../../../src/model/capture-check.ts';
import { keepBusy } from './busy.ts';
import type { Row, Setting } from './row.ts';
import { hangs, type Outcome, type Staged, stage } from './stage.ts';
import { verdictOn } from './verdict.ts';

/** So many rows share a browser and an export: what went wrong with them is known before the next begin. */
const batchSize = 25;

type Chosen = Readonly<Pick<RunnerTask, 'name' | 'mode'>>;

/** Makes one test of each row, and one of what every record says. `busy` keeps both cores busy meanwhile. */
export function testRows(setting: Setting, rows: readonly Row[], { busy = false } = {}): void {
  const title = `in ${setting.name} at ${setting.ratio} device pixels a CSS pixel${busy ? ', both cores busy' : ''}`;
  describe.skipIf(rows.length === 0)(title, () => {
    const stagings = new Map<number, Promise<Staged>>();
    /** Captures, when a test asks that is the first of its batch, the batch's rows of all tests that were chosen. */
    const stagedWith = (chosen: readonly Chosen[], name: string) => {
      const names = new Set(chosen.filter(({ mode }) => mode !== 'skip').map(task => task.name));
      const asked = rows.filter(row => names.has(row.name));
      const batch = Math.floor(asked.findIndex(row => row.name === name) / batchSize);
      const staging =
        stagings.get(batch) ??
        captureAll(setting, asked.slice(batch * batchSize, (batch + 1) * batchSize), busy);
      stagings.set(batch, staging);
      return staging;
    };
    afterAll(async () => {
      for (const staging of stagings.values()) (await staging.catch(() => undefined))?.close();
    });

    for (const row of rows)
      it(
        row.name,
        async ({ task }) => {
          const { outcomes } = await stagedWith(task.suite?.tasks ?? [], row.name);
          expect(await verdictOn(outcomes.get(row.name), row, setting)).toEqual([]);
        },
        hangs.stage,
      );

    it(
      'every record says of each check what came of it',
      async () => {
        const all = await Promise.all(stagings.values());
        expect(all.flatMap(({ outcomes }) => [...outcomes].flatMap(checksMissing))).toEqual([]);
      },
      hangs.stage,
    );
  });
}

async function captureAll(setting: Setting, rows: readonly Row[], busy: boolean): Promise<Staged> {
  const stop = busy ? keepBusy() : undefined;
  try {
    return await stage(setting, rows);
  } finally {
    stop?.();
  }
}

/** The row's record where it does not say of every check, once and in order, what came of it. */
function checksMissing([name, outcome]: readonly [string, Outcome]): readonly string[] {
  if (!('exhibit' in outcome)) return [];
  const said = (outcome.exhibit.record.checks ?? []).map(({ check }) => check);
  return String(said) === String(captureChecks) ? [] : [`${name}: ${said.join(', ') || 'no check'}`];
}
