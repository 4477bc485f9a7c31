import type { Roots } from './in-view.ts';

/** An animation that runs now. */
export interface Motion {
  readonly animation: Animation;
  readonly element: Element;
  /** Milliseconds until it ends by itself; undefined for an endless one. */
  readonly endsInMs: number | undefined;
}

/** An animation that would take longer than this counts as endless, in milliseconds. */
const endlessMs = 600_000;

/** Every running animation and transition on the document timeline in these trees, including pseudo-elements. */
export function runningMotions(roots: Roots): Motion[] {
  return roots.flatMap(animationsOf).flatMap(animation => {
    const { effect, playState, playbackRate } = animation;
    if (playState !== 'running' || playbackRate === 0 || !isByClock(animation)) return [];
    if (!(effect instanceof KeyframeEffect) || effect.target === null) return [];
    return [{ animation, element: effect.target, endsInMs: endOf(animation, effect) }];
  });
}

function animationsOf(root: Document | ShadowRoot): Animation[] {
  const getAnimations: unknown = Reflect.get(
    root instanceof ShadowRoot ? ShadowRoot.prototype : Document.prototype,
    'getAnimations',
  );
  return typeof getAnimations === 'function' ? Array.from(Reflect.apply(getAnimations, root, [])) : [];
}

/** An animation on a scroll timeline stands still unless somebody scrolls. */
function isByClock({ timeline }: Animation): boolean {
  return timeline instanceof DocumentTimeline;
}

function endOf(animation: Animation, effect: KeyframeEffect): number | undefined {
  const end = Number(effect.getComputedTiming().endTime);
  const now = Number(animation.currentTime ?? 0);
  const rate = animation.playbackRate;
  const left = (rate > 0 ? end - now : now) / Math.abs(rate);
  return Number.isFinite(left) && left < endlessMs ? Math.max(0, left) : undefined;
}
