import { type CaptureId, type CaseId, captureIdSchema, caseIdSchema } from '../../model/identifiers.ts';

/** The pages of one case, apart from its exhibits. */
export type CaseView =
  | 'log'
  | 'diary'
  | 'accounts'
  | 'keep'
  | 'details'
  | 'contacts'
  | 'ready'
  | 'received'
  | 'continuity'
  | 'export';

/** What the address of the case page asks for. `current` is the case that recordings go to. */
export type Route =
  | { readonly kind: 'current' }
  | { readonly kind: 'cases' }
  | { readonly kind: 'case'; readonly caseId: CaseId; readonly view: CaseView }
  | { readonly kind: 'exhibit'; readonly caseId: CaseId; readonly captureId: CaptureId };

const views: ReadonlySet<string> = new Set<CaseView>([
  'diary',
  'accounts',
  'keep',
  'details',
  'contacts',
  'ready',
  'received',
  'continuity',
  'export',
]);

/**
 * Reads the part of the address after `#`: `cases`, `case/<id>`, `case/<id>/<view>` or `case/<id>/exhibit/<capture>`.
 * Anything else means the current case.
 */
export function parseRoute(hash: string): Route {
  const [head, id, view, exhibit] = hash.replace(/^#/, '').split('/');
  if (head === 'cases') return { kind: 'cases' };
  const caseId = caseIdSchema.safeParse(id);
  if (head !== 'case' || !caseId.success) return { kind: 'current' };
  const captureId = captureIdSchema.safeParse(exhibit);
  if (view === 'exhibit' && captureId.success)
    return { kind: 'exhibit', caseId: caseId.data, captureId: captureId.data };
  return { kind: 'case', caseId: caseId.data, view: isView(view) ? view : 'log' };
}

/** The address of a view of a case, relative to `case.html`. */
export function caseHref(caseId: CaseId, view: CaseView = 'log'): string {
  return view === 'log' ? `#case/${caseId}` : `#case/${caseId}/${view}`;
}

/** The address of one exhibit, relative to `case.html`. */
export function exhibitHref(caseId: CaseId, captureId: CaptureId): string {
  return `#case/${caseId}/exhibit/${captureId}`;
}

function isView(view: string | undefined): view is CaseView {
  return view !== undefined && views.has(view);
}
