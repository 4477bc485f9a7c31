import type { z } from 'zod';
import { type CaptureRecord, captureRecordSchema } from '../../src/model/capture.ts';

type CaptureInput = z.input<typeof captureRecordSchema>;
type PageInput = NonNullable<CaptureInput['page']>;

/** What a sample has to say of itself; all else has a value, which it may change. */
export type SampleCapture = Partial<CaptureInput> & Pick<CaptureInput, 'id' | 'reference' | 'startedAt'>;

/** The record of a complete recording of a post, without post, files and steps unless they are given. */
export function sampleCapture(sample: SampleCapture): CaptureRecord {
  return captureRecordSchema.parse({
    formatVersion: 1,
    scope: 'post',
    outcome: 'complete',
    completedAt: sample.startedAt,
    clocks: { capturedAt: sample.startedAt, zone: 'Europe/London', offsetMinutes: 0 },
    software: sampleSoftware(),
    pageChanges: [],
    steps: [],
    artifacts: [],
    ...sample,
  });
}

/** A page at this address, in a window of 1280 × 720 CSS pixels, at its top. */
export function samplePage(address: string, page: Partial<PageInput> = {}): PageInput {
  return {
    address,
    finalAddress: address,
    title: '',
    viewport: { width: 1280, height: 720 },
    document: { width: 1280, height: 3000 },
    scroll: { x: 0, y: 0 },
    zoom: 1,
    devicePixelRatio: 1,
    privateWindow: false,
    ...page,
  };
}

/** The Holdfast that made a sample, and the browser it ran in. */
export function sampleSoftware(software: Partial<CaptureInput['software']> = {}): CaptureRecord['software'] {
  return captureRecordSchema.shape.software.parse({
    name: 'Holdfast',
    version: '0.1.0',
    buildDigest: '0'.repeat(64),
    browser: 'Chromium 140',
    os: 'Linux',
    ...software,
  });
}

/** The id of a capture, or of another thing, by its number. */
export function sampleId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
