/**
 * How many animation frames must begin after a change until it is on the screen for certain. A frame's callbacks run
 * before that frame is painted, and the browser may let the next one begin while the last is still being drawn.
 */
const framesUntilShown = 4;

/** How long the screen may take, in milliseconds, until it counts as held back. */
const longestWaitMs = 5_000;

/**
 * True once everything that was changed before this call has been presented on the screen; judged by frames alone,
 * never by a timer. False when `limitMs` are over first, as in windows that are covered, where browsers hold frames back.
 */
export function presented(limitMs: number = longestWaitMs): Promise<boolean> {
  return framesWithin(framesUntilShown, limitMs);
}

/** True once the next frame has begun: enough to pace a walk, too early for a picture. False after `limitMs`. */
export function oneFrame(limitMs: number = longestWaitMs): Promise<boolean> {
  return framesWithin(1, limitMs);
}

/** True once this many frames have begun, false when `limitMs` are over first. */
export function framesWithin(count: number, limitMs: number): Promise<boolean> {
  return new Promise(resolve => {
    let handle = 0;
    let left = count;
    const giveUp = setTimeout(() => {
      cancelAnimationFrame(handle);
      resolve(false);
    }, limitMs);
    const begin = () => {
      handle = requestAnimationFrame(() => {
        left -= 1;
        if (left > 0) return begin();
        clearTimeout(giveUp);
        resolve(true);
      });
    };
    begin();
  });
}
