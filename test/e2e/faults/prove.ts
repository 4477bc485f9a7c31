import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { built } from '../../../scripts/build.ts';
import { exportBundle } from '../../../scripts/drive/job.ts';
import { type CaptureRecord, captureRecordSchema } from '../../../src/model/capture.ts';
import { caseRecordSchema } from '../../../src/model/case.ts';
import { type CustodyEvent, custodyEventSchema } from '../../../src/model/custody.ts';
import { ask, unzipped } from '../proof.ts';
import type { Bench } from './bench.ts';

/** What an export of the whole case holds. */
export interface Proof {
  readonly records: ReadonlyMap<string, CaptureRecord>;
  readonly events: readonly CustodyEvent[];
  readonly bundle: string;
}

/**
 * Exports the case and has the command line check it: chain, digests and signatures hold, no number is missing,
 * and every exhibit is complete or says which step failed and why.
 */
export async function proveLog({ browser, folder }: Bench): Promise<Proof> {
  const bundle = (await exportBundle(browser)).volumes[0]?.path ?? '';
  const { status, output } = ask(process.execPath, [built.cli, 'verify', bundle]);
  expect(output).toMatch(/intact/i);
  expect(status, output).toBe(0);
  const data = join(unzipped(bundle, folder), 'data');
  const { exhibits, outcome } = caseRecordSchema.parse(
    JSON.parse(readFileSync(join(data, 'case.json'), 'utf8')),
  );
  expect(outcome).toBe('complete');
  const records = new Map(
    exhibits.map(({ reference, directory }) => {
      const text = readFileSync(join(data, directory, 'capture.json'), 'utf8');
      return [reference, captureRecordSchema.parse(JSON.parse(text))];
    }),
  );
  const numbers = [...records.keys()].map(reference => Number(reference.split('/')[1]));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  for (const record of records.values()) expectReasons(record);
  const chain = readFileSync(join(data, 'custody.jsonl'), 'utf8').trimEnd().split('\n');
  return { records, events: chain.map(line => custodyEventSchema.parse(JSON.parse(line))), bundle };
}

function expectReasons({ reference, outcome, steps, artifacts }: CaptureRecord): void {
  const failed = steps.filter(step => step.outcome === 'failed');
  expect(outcome, reference).toBe(failed.length === 0 ? 'complete' : 'partial');
  for (const step of failed) expect(step.reason, `${reference} ${step.step}`).toMatch(/\S.*\.$/);
  expect(artifacts.length, reference).toBeGreaterThan(0);
}
