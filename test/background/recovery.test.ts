import { describe, expect, it } from 'vitest';
import { interruptedSteps, recoverCaptures } from '../../src/background/recovery.ts';
import { notSeenRestored } from '../../src/capture/restored.ts';
import type { InterruptedCapture } from '../../src/evidence/writer.ts';
import { type CaptureRecord, captureSteps } from '../../src/model/capture.ts';
import { exhibitReference } from '../../src/model/exhibit.ts';
import { sha256Schema } from '../../src/model/identifiers.ts';
import { captureId, caseId, FakePage, startedAt } from '../capture/fakes.ts';

const progress = { captureId, caseId, scope: 'page', startedAt, state: 'running', steps: [] } as const;
const artifact = {
  role: 'screenshot-viewport',
  path: 'screenshot-viewport.png',
  mediaType: 'image/png',
  size: 10,
  sha256: sha256Schema.parse('a'.repeat(64)),
  method: 'browser',
} as const;

async function recover(artifacts: readonly (typeof artifact)[], draft: InterruptedCapture['draft'] = {}) {
  let record: CaptureRecord | undefined;
  let abandoned: string | undefined;
  await recoverCaptures({
    writer: {
      interrupted: async () => [{ progress: { ...progress, steps: [] }, artifacts, draft }],
      commitCapture: async ({ build }) => {
        const reference = exhibitReference('EX', 3);
        record = build(reference).record;
        return { reference, recordSha256: artifact.sha256 };
      },
      abandon: async (_id, fault) => {
        abandoned = fault;
      },
    },
    software: () => new FakePage().software(),
    now: () => Date.UTC(2026, 0, 2, 4),
  });
  return { record, abandoned };
}

describe('a capture whose worker died', () => {
  it('with a picture in the log becomes a partial exhibit', async () => {
    const { record, abandoned } = await recover([artifact]);
    expect(record).toMatchObject({ outcome: 'partial', reference: 'EX/3', artifacts: [artifact] });
    expect(abandoned).toBeUndefined();
  });

  it('while the page was altered names what had been done, and that nobody saw it put back', async () => {
    const hidden = { kind: 'hidden', detail: 'Hid a bar.' } as const;
    const seams = { check: 'seams', result: 'held', detail: 'They agree.' } as const;
    const { record } = await recover([artifact], { pageChanges: [hidden], checks: [seams, notSeenRestored] });
    expect(record?.checks).toEqual([seams, notSeenRestored]);
    expect(record?.pageChanges).toEqual([hidden, { kind: 'other', detail: notSeenRestored.detail }]);
  });

  it('after the page was seen as it was says so', async () => {
    const held = { check: 'restored', result: 'held', detail: 'It is as it was.' } as const;
    const { record } = await recover([artifact], { checks: [held] });
    expect(record).toMatchObject({ checks: [held], pageChanges: [] });
  });

  it('before anything of that was known claims nothing', async () => {
    const { record } = await recover([artifact]);
    expect(record?.checks).toMatchObject([{ check: 'restored', result: 'not-made' }]);
  });

  it('with nothing in the log is abandoned', async () => {
    const { record, abandoned } = await recover([]);
    expect(record).toBeUndefined();
    expect(abandoned).toBe('capture.interrupted');
  });

  it('names the step it died in, whichever that was', () => {
    for (const [index, step] of captureSteps.slice(0, 8).entries()) {
      const past = captureSteps.slice(0, index).map(done => ({ step: done, outcome: 'done' as const }));
      const outcomes = interruptedSteps({ step, steps: past });
      expect(outcomes.map(outcome => outcome.step)).toEqual(captureSteps);
      expect(outcomes.filter(({ outcome }) => outcome === 'failed').map(failed => failed.step)).toEqual([
        step,
      ]);
    }
  });

  it('that cannot be ended now stops nothing', async () => {
    const writer = {
      interrupted: () => Promise.reject(new Error('no log')),
      commitCapture: () => Promise.reject(new Error('no log')),
      abandon: () => Promise.reject(new Error('no log')),
    };
    const software = () => new FakePage().software();
    await expect(recoverCaptures({ writer, software, now: () => 0 })).resolves.toBeUndefined();
  });
});
