import type { Rect } from '../../../model/capture.ts';

/** Something that has not loaded, or an animation that has not ended. */
export interface Late {
  /** What it is, as the start of a sentence: `A picture (img.avatar, 40×40)`. */
  readonly what: string;
  /** Its box in the window, in CSS pixels; undefined for what has no place, such as a font. */
  readonly box: Rect | undefined;
  /** What it had not done when time ran out. */
  readonly had: 'come' | 'ended';
  /** Whether it has loaded and is only being decoded. */
  readonly isDecoding?: boolean;
  /** Milliseconds until it ends by itself, where that is known. */
  readonly endsInMs?: number;
  /** Calls `wake` when it may have loaded; returns a function that stops listening. */
  listen(wake: () => void): () => void;
}

/** A `listen` for any of these events of the target. */
export function listeningTo(target: EventTarget, ...events: readonly string[]): Late['listen'] {
  return wake => {
    for (const event of events) EventTarget.prototype.addEventListener.call(target, event, wake);
    return () => {
      for (const event of events) EventTarget.prototype.removeEventListener.call(target, event, wake);
    };
  };
}

/** A `listen` that does nothing, for what the page's `Timeline` reports, which is always listened to. */
export const byTimeline: Late['listen'] = () => () => undefined;
