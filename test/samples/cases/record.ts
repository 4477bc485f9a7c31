import type { z } from 'zod';
import type { Artifact, CaptureRecord } from '../../../src/model/capture.ts';
import type { postSchema } from '../../../src/model/post.ts';
import { sampleCapture, samplePage, sampleSoftware } from '../capture.ts';
import { checksWith } from '../checks.ts';
import { digestOf } from '../digest.ts';

/** One capture as a story tells it. `at` is when it was recorded; `number` makes its reference and its id. */
export interface Recorded {
  readonly initials: string;
  readonly number: number;
  readonly at: string;
  readonly address: string;
  readonly title: string;
  readonly post?: z.input<typeof postSchema>;
  readonly scope?: CaptureRecord['scope'];
  /** `partial`: the page closed before all was joined. `redrawn`: the browser gave no picture of it. */
  readonly flaw?: 'partial' | 'redrawn';
  readonly officer?: boolean;
}

/** The capture's id: of the same number in another story it is another one. */
export function captureIdOf(initials: string, number: number): string {
  return `${digestOf(initials).slice(0, 8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** The record of a capture, with files whose digests follow from its reference. */
export function recorded(told: Recorded): CaptureRecord {
  const reference = `${told.initials}/${told.number}`;
  const isPost = (told.scope ?? 'post') === 'post';
  return sampleCapture({
    id: captureIdOf(told.initials, told.number),
    reference,
    scope: told.scope ?? 'post',
    outcome: told.flaw === undefined ? 'complete' : 'partial',
    startedAt: told.at,
    completedAt: later(told.at, 1_400),
    page: samplePage(told.address, {
      canonicalAddress: told.address,
      title: told.title,
      language: 'en-GB',
      document: { width: 1280, height: 4_210 },
      scroll: { x: 0, y: 312 },
      recordedRange: { top: 312, bottom: 1_032 },
      devicePixelRatio: 2,
    }),
    ...(told.post && { post: told.post }),
    clocks: { capturedAt: told.at, zone: 'Europe/London', offsetMinutes: 60, serverDate: whole(told.at) },
    software: sampleSoftware({
      buildDigest: digestOf('build of the invented cases'),
      browser: 'Chromium 140.0.7339.80',
      os: told.officer === true ? 'Windows 11 x86_64' : 'Linux x86_64',
    }),
    pageChanges: [{ kind: 'scrolled', detail: 'Scrolled to what was recorded and back again.' }],
    steps: stepsOf(told),
    artifacts: artifactsOf(told, reference, isPost),
    compositions: [],
    checks: checksWith(checksOf(told, isPost)),
  });
}

function stepsOf({ flaw }: Recorded) {
  const reasons = {
    partial: 'The page changed while it was recorded; the pictures were kept and not joined.',
    redrawn: 'The browser gave no picture of this page.',
  };
  const steps = ['guard', 'clocks', 'settle', 'tiles', 'stitch', 'snapshot', 'post', 'commit'] as const;
  return steps.map(step =>
    flaw !== undefined && step === (flaw === 'partial' ? 'stitch' : 'tiles')
      ? { step, outcome: 'failed' as const, reason: reasons[flaw] }
      : { step, outcome: 'done' as const },
  );
}

const unjoined = 'The page changed while it was recorded; the pictures were not joined.';

function checksOf({ flaw }: Recorded, isPost: boolean): Parameters<typeof checksWith>[0] {
  if (flaw === 'partial') return { place: ['failed', unjoined], seams: ['not-made', unjoined] };
  if (flaw === 'redrawn')
    return {
      frames: ['not-made', 'The browser gave no picture of this page.'],
      bands: ['not-made', 'The browser gave no picture of this page.'],
    };
  return isPost ? { seams: ['not-needed', 'One picture shows all of it.'] } : {};
}

function artifactsOf({ flaw, post, scope }: Recorded, reference: string, isPost: boolean) {
  const file = (role: Artifact['role'], path: string, mediaType: string, method?: Artifact['method']) => ({
    role,
    path,
    mediaType,
    size: 40_000 + path.length * 1_000,
    sha256: digestOf(`${reference} ${path}`),
    ...(method !== undefined && { method }),
  });
  const png = (role: Artifact['role'], method: Artifact['method']) =>
    file(role, `${role}.png`, 'image/png', method);
  const tile = file('tile', 'tiles/1.png', 'image/png', 'browser');
  const pictures =
    flaw === 'redrawn'
      ? [png('screenshot-full-page', 're-render')]
      : flaw === 'partial'
        ? [png('screenshot-viewport', 'browser'), tile]
        : scope === 'page'
          ? [png('screenshot-full-page', 'stitch'), tile]
          : [
              ...(isPost ? [png('screenshot-post', 'crop')] : []),
              png('screenshot-viewport', 'browser'),
              tile,
            ];
  return [
    ...pictures,
    file('page-snapshot', 'page.html', 'text/html'),
    ...(post?.text === undefined ? [] : [file('post-text', 'text.txt', 'text/plain')]),
  ];
}

/** The moment so many milliseconds later. */
export function later(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

/** A server's Date header knows no parts of a second. */
function whole(at: string): string {
  return `${at.slice(0, 19)}.000Z`;
}
