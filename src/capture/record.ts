import type { PageMeasure } from '../messaging/page-protocol.ts';
import { bounded, boundedText } from '../model/bounded-text.ts';
import {
  type Artifact,
  type CaptureRecord,
  captureRecordSchema,
  type Page,
  type PageChange,
  pageSchema,
  type StepOutcome,
} from '../model/capture.ts';
import { type CaptureCheck, captureChecks } from '../model/capture-check.ts';
import type { ExhibitReference } from '../model/exhibit.ts';
import { toInstant } from '../model/identifiers.ts';
import type { CaptureDraft } from './log.ts';
import type { CaptureRequest } from './ports.ts';
import { whileAltered } from './restored.ts';
import type { CaptureState } from './state.ts';

/** What `capture.json` is built from. `completedAt` is in milliseconds since the Unix epoch. */
export interface RecordParts {
  readonly request: Pick<CaptureRequest, 'captureId' | 'scope' | 'startedAt'>;
  readonly reference: ExhibitReference;
  readonly draft: CaptureDraft;
  readonly steps: readonly StepOutcome[];
  readonly artifacts: readonly Artifact[];
  readonly completedAt: number;
}

/** Partial when a step failed, else complete. */
export function outcomeOf(steps: readonly StepOutcome[]): 'complete' | 'partial' {
  return steps.some(({ outcome }) => outcome === 'failed') ? 'partial' : 'complete';
}

/**
 * Builds `capture.json`. Every string is well-formed and bounded; compositions of images that are not among the
 * artifacts are left out. Throws ZodError for an invalid record, which is a defect.
 */
export function buildRecord(parts: RecordParts): CaptureRecord {
  const { request, reference, draft, steps, artifacts } = parts;
  const paths = new Set(artifacts.map(({ path }) => path));
  const compositions = draft.compositions?.filter(({ path }) => paths.has(path)) ?? [];
  return captureRecordSchema.parse(
    bounded({
      formatVersion: 1,
      id: request.captureId,
      reference,
      scope: request.scope,
      outcome: outcomeOf(steps),
      startedAt: request.startedAt,
      completedAt: toInstant(parts.completedAt),
      page: draft.page,
      post: draft.post,
      clocks: draft.clocks,
      software: draft.software,
      pageChanges: draft.pageChanges ?? [],
      steps,
      artifacts,
      compositions: compositions.length === 0 ? undefined : compositions,
      checks: draft.checks?.length ? draft.checks : undefined,
    }),
  );
}

/** What is known of the record so far. */
export function draftOf(state: CaptureState): CaptureDraft {
  const page = pageOf(state);
  const { clocks, software, post } = state;
  const checks = captureChecks
    .flatMap(name => state.checks.filter(({ check }) => check === name))
    .map(withoutStep);
  return {
    ...(page === undefined ? {} : { page }),
    ...(post === undefined ? {} : { post }),
    ...(clocks === undefined ? {} : { clocks }),
    ...(software === undefined ? {} : { software }),
    pageChanges: [...(page === undefined ? unmeasured(state) : []), ...state.changes],
    compositions: [...state.compositions],
    checks: [...(state.touched ? whileAltered(checks) : checks)],
  };
}

/** The largest size at which the document was seen: it may grow while it is scrolled. */
function documentOf({ tiles }: CaptureState, first: PageMeasure['document']): PageMeasure['document'] {
  const seen = [first, ...tiles.map(({ view }) => view.measure.document)];
  return {
    width: Math.max(...seen.map(({ width }) => width)),
    height: Math.max(...seen.map(({ height }) => height)),
  };
}

function withoutStep({ check, result, detail }: CaptureCheck): CaptureCheck {
  return { check, result, detail };
}

function pageOf(state: CaptureState): Page | undefined {
  const { measure, tab } = state;
  if (measure === undefined || tab === undefined) return undefined;
  const { canonicalAddress, language, referrer, document } = measure;
  return pageSchema.parse(
    bounded({
      address: state.address,
      finalAddress: state.finalAddress,
      canonicalAddress,
      title: boundedText(measure.title, 2_000),
      language,
      referrer,
      viewport: measure.client,
      document: documentOf(state, document),
      scroll: measure.scroll,
      scroller: state.scroller,
      visualViewport: measure.visual.scale === 1 ? undefined : measure.visual,
      httpStatus: measure.httpStatus,
      recordedRange: state.recordedRange,
      region: state.region,
      zoom: state.zoom,
      devicePixelRatio: measure.devicePixelRatio,
      sidePanelOpen: state.sidePanelOpen,
      privateWindow: tab.incognito,
    }),
  );
}

/** For a page that never answered: what the browser knows of its tab, in words. */
function unmeasured({ tab, address }: CaptureState): readonly PageChange[] {
  const title = boundedText(tab?.title ?? '', 2_000);
  return [
    {
      kind: 'not-recorded',
      detail: `The page did not answer and was not measured. The address bar held ${boundedText(address, 4_000)} and the tab’s title was “${title}”.`,
    },
  ];
}
