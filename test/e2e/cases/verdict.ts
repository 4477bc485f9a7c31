import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWellEnded } from '../../../src/model/capture-check.ts';
import type { Exhibit } from './exhibit.ts';
import { markFaults } from './marks.ts';
import { changesBetween } from './page-facts.ts';
import type { Fault, Row, Setting } from './row.ts';
import type { Outcome } from './stage.ts';

/** Everything that is wrong with what came of a row, in words; nothing when it is right or owned to. */
export async function verdictOn(
  outcome: Outcome | undefined,
  row: Row,
  setting: Setting,
): Promise<readonly string[]> {
  const where = `${row.page}, ${row.scope}, ${setting.name} at ${setting.ratio}`;
  if (outcome === undefined) return [`${where}: was not captured`];
  if ('broken' in outcome) return [`${where}: ${outcome.broken}`];
  if ('refused' in outcome) return row.mayRefuse ? [] : [`${where}: was refused: ${outcome.refused}`];
  const { exhibit } = outcome;
  const found = [...(await Promise.all(row.expect.map(expectation => expectation(exhibit)))).flat()];
  const faults = [...found, ...markFaults(exhibit), ...putBackFaults(exhibit), ...outcomeFaults(exhibit)];
  const unowned = faults.filter(fault => !isOwned(fault, exhibit)).map(({ says }) => says);
  if (row.complete && exhibit.record.outcome !== 'complete') unowned.push('is partial, and need not be');
  if (unowned.length === 0) return [];
  return [`${where}: ${said(exhibit)}`, ...unowned, `pictures in ${kept(exhibit, unowned)}`];
}

/** Whether the record says, by a check that failed or could not be made, that this is so. */
function isOwned({ causes }: Fault, { record }: Exhibit): boolean {
  if (record.outcome !== 'partial') return false;
  return (record.checks ?? []).some(check => causes.includes(check.check) && !isWellEnded(check));
}

function putBackFaults({ before, after }: Exhibit): Fault[] {
  if (after === undefined) return [];
  return changesBetween(before, after).map(change => ({
    says: `the page was not put back: ${change}`,
    causes: ['restored'],
  }));
}

/** A record that calls itself complete has no check and no step that says otherwise, and the other way round. */
function outcomeFaults({ record }: Exhibit): Fault[] {
  const wrong = (record.checks ?? []).filter(check => !isWellEnded(check)).map(({ check }) => check);
  const steps = record.steps.filter(({ outcome }) => outcome === 'failed').map(({ step }) => step);
  if (record.outcome === 'complete' && wrong.length + steps.length > 0)
    return [{ says: `is complete, though ${[...wrong, ...steps].join(', ')} failed`, causes: [] }];
  if (record.outcome === 'partial' && !record.steps.some(({ reason }) => reason !== undefined))
    return [{ says: 'is partial, and no step says why', causes: [] }];
  return [];
}

/** What the record says of itself, in a line. */
function said({ record }: Exhibit): string {
  const checks = (record.checks ?? [])
    .filter(check => !isWellEnded(check))
    .map(({ check, result, detail }) => `${check} ${result}: ${detail}`);
  const steps = record.steps
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ step, reason }) => `${step} failed: ${reason}`);
  return [record.outcome, ...checks, ...steps].join('; ');
}

/** Copies the exhibit to a folder that stays, with what was wrong beside it; answers the folder. */
function kept({ row, setting, folder }: Exhibit, faults: readonly string[]): string {
  const name = row.name.replace(/[^\w.-]+/g, '-').slice(0, 60);
  const place = mkdtempSync(join(tmpdir(), `holdfast-red-${name}-${setting.name}-${setting.ratio}-`));
  cpSync(folder, place, { recursive: true });
  writeFileSync(join(place, 'wrong.txt'), `${faults.join('\n')}\n`);
  return place;
}
