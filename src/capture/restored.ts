import type { CaptureRecord } from '../model/capture.ts';
import type { CaptureCheck } from '../model/capture-check.ts';
import type { CaptureDraft } from './log.ts';

/** The check in a draft while the page is altered: if the worker dies, nobody has seen the page restored. */
export const notSeenRestored: CaptureCheck = {
  check: 'restored',
  result: 'not-made',
  detail:
    'The recording broke off while the page was hidden in part, moved or scrolled. The page puts itself back then; nobody looked whether it did.',
};

const notLooked: CaptureCheck = {
  check: 'restored',
  result: 'not-made',
  detail: 'The recording broke off before Holdfast looked whether the page is as it was.',
};

/** The checks of a capture whose page is altered now: an earlier `restored` that did not fail no longer counts. */
export function whileAltered(checks: readonly CaptureCheck[]): readonly CaptureCheck[] {
  if (checks.some(({ check, result }) => check === 'restored' && result === 'failed')) return checks;
  return [...checks.filter(({ check }) => check !== 'restored'), notSeenRestored];
}

/**
 * The draft of a dead worker with what can be said of the page: restored as far as was seen before, or left altered,
 * which is added to `pageChanges`.
 */
export function afterDeath(draft: CaptureDraft): CaptureDraft {
  const checks: CaptureRecord['checks'] = draft.checks ?? [];
  const restored = checks.find(({ check }) => check === 'restored');
  if (restored === undefined) return { ...draft, checks: [...checks, notLooked] };
  if (restored.detail !== notSeenRestored.detail) return draft;
  const change = { kind: 'other', detail: notSeenRestored.detail } as const;
  return { ...draft, pageChanges: [...(draft.pageChanges ?? []), change] };
}
