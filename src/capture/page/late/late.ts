import type { Rect } from '../../../model/capture.ts';

/** Something that has not come, or a movement that has not ended. */
export interface Late {
  /** What it is, as a sentence begins: `A picture (img.avatar, 40×40)`. */
  readonly what: string;
  /** Its box in the window, in CSS pixels; undefined for what has no place, such as a font. */
  readonly box: Rect | undefined;
  /** What it had not done when the time was over. */
  readonly had: 'come' | 'ended';
  /** It is here and is only being made ready to be drawn. */
  readonly isDecoding?: boolean;
  /** Milliseconds until it ends by itself, where that is known. */
  readonly endsInMs?: number;
  /** Calls `wake` when it may have come; answers how to listen no longer. */
  listen(wake: () => void): () => void;
}

/** A way of listening: to any of these events of the target. */
export function listeningTo(target: EventTarget, ...events: readonly string[]): Late['listen'] {
  return wake => {
    for (const event of events) EventTarget.prototype.addEventListener.call(target, event, wake);
    return () => {
      for (const event of events) EventTarget.prototype.removeEventListener.call(target, event, wake);
    };
  };
}

/** A way of listening where the page's list of loaded files, which always is listened to, tells by itself. */
export const byTimeline: Late['listen'] = () => () => undefined;
