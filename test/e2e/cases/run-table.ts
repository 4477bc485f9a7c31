import { afterAll, describe, expect, it } from 'vitest';
import { captureChecks } from '../../../src/model/capture-check.ts';
import { keepBusy } from './busy.ts';
import type { Row, Setting } from './row.ts';
import { hangs, type Outcome, type Staged, stage } from './stage.ts';
import { verdictOn } from './verdict.ts';

/** Makes one test of each row, and one of what every record says. `busy` keeps both cores busy meanwhile. */
export function testRows(setting: Setting, rows: readonly Row[], { busy = false } = {}): void {
  const title = `in ${setting.name} at ${setting.ratio} device pixels a CSS pixel${busy ? ', both cores busy' : ''}`;
  describe.skipIf(rows.length === 0)(title, () => {
    let staging: Promise<Staged> | undefined;
    /** Captures, when the first test asks, the rows of all tests that were chosen. */
    const staged = (chosen: readonly { readonly name: string; readonly mode: string }[]) => {
      const names = new Set(chosen.filter(({ mode }) => mode !== 'skip').map(({ name }) => name));
      staging ??= captureAll(
        setting,
        rows.filter(({ name }) => names.has(name)),
        busy,
      );
      return staging;
    };
    afterAll(async () => (await staging?.catch(() => undefined))?.close());

    for (const row of rows)
      it(
        row.name,
        async ({ task }) => {
          const { outcomes } = await staged(task.suite?.tasks ?? []);
          expect(await verdictOn(outcomes.get(row.name), row, setting)).toEqual([]);
        },
        hangs.stage,
      );

    it(
      'every record says of each check what came of it',
      async ({ task }) => {
        const { outcomes } = await staged(task.suite?.tasks ?? []);
        expect([...outcomes].flatMap(checksMissing)).toEqual([]);
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
