import {
  type CaptureRecord,
  captureRecordSchema,
  type Page,
  type PageChange,
  type StepOutcome,
} from '../model/capture.ts';
import type { ExhibitReference } from '../model/exhibit.ts';
import { toInstant } from '../model/identifiers.ts';
import { bounded, boundedText } from './bounded-text.ts';
import type { CaptureContext } from './context.ts';

interface RecordRequest {
  readonly context: CaptureContext;
  readonly reference: ExhibitReference;
  readonly steps: readonly StepOutcome[];
  /** Milliseconds since the Unix epoch. */
  readonly completedAt: number;
}

/** Complete when no step failed and none was left out for a fault before it. */
export function outcomeOf(steps: readonly StepOutcome[]): 'complete' | 'partial' {
  return steps.some(({ outcome }) => outcome === 'failed') ? 'partial' : 'complete';
}

/**
 * `capture.json` from what the steps found. Every string is well-formed and bounded, files that the log
 * refused are left out. Throws ZodError when that gives no record, which is a defect.
 */
export function buildRecord({ context, reference, steps, completedAt }: RecordRequest): CaptureRecord {
  const { state, request } = context;
  if (state.software === undefined) throw new Error('no software to name');
  const artifacts = state.kept.flatMap(({ artifact, refusal }) => (refusal === undefined ? [artifact] : []));
  const paths = new Set(artifacts.map(({ path }) => path));
  const compositions = state.compositions.filter(({ path }) => paths.has(path));
  const page = pageOf(context);
  return captureRecordSchema.parse(
    bounded({
      formatVersion: 1,
      id: request.captureId,
      reference,
      scope: request.scope,
      outcome: outcomeOf(steps),
      startedAt: request.startedAt,
      completedAt: toInstant(completedAt),
      page,
      post: state.post,
      clocks: state.clocks,
      software: state.software,
      pageChanges: [...(page === undefined ? unmeasured(context) : []), ...state.changes],
      steps,
      artifacts,
      compositions: compositions.length === 0 ? undefined : compositions,
    }),
  );
}

function pageOf({ state }: CaptureContext): Page | undefined {
  const { measure, tab } = state;
  if (measure === undefined || tab === undefined) return undefined;
  const { canonicalAddress, language, referrer } = measure;
  return bounded({
    address: state.address,
    finalAddress: state.finalAddress,
    canonicalAddress,
    title: boundedText(measure.title, 2_000),
    language,
    referrer,
    viewport: measure.client,
    document: { width: measure.document.width, height: Math.max(measure.document.height, state.wholeHeight) },
    scroll: measure.scroll,
    recordedRange: state.recordedRange,
    region: state.region,
    zoom: state.zoom,
    devicePixelRatio: measure.devicePixelRatio,
    sidePanelOpen: state.sidePanelOpen,
    privateWindow: tab.incognito,
  }) as Page;
}

/** A page that never answered was not measured; what the browser says of its tab is kept in words. */
function unmeasured({ state }: CaptureContext): readonly PageChange[] {
  const title = boundedText(state.tab?.title ?? '', 2_000);
  return [
    {
      kind: 'not-recorded',
      detail: `The page did not answer and was not measured. The address bar held ${boundedText(state.address, 4_000)} and the tab’s title was “${title}”.`,
    },
  ];
}
