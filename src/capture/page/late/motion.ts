import type { Roots } from './in-view.ts';

/** A movement by style that runs now. */
export interface Motion {
  readonly animation: Animation;
  readonly element: Element;
  /** Milliseconds until it ends by itself; undefined for one that goes on as long as anybody looks. */
  readonly endsInMs: number | undefined;
}

/** A movement that is to take longer than this, in milliseconds, is one without end. */
const endlessMs = 600_000;

/** Every animation and transition that runs by the clock in these trees, those of `::before` and the like included. */
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

/** One that follows the scroll position stands still while nobody scrolls. */
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
