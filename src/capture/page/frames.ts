/**
 * How many animation frames must begin after a change before a shot of the tab shows it. A frame's callbacks run before
 * that frame is painted; Chromium lets the next begin while the last is still being drawn, and shoots what is ready.
 * Measured in Chromium 156 with `captureVisibleTab` after a scroll; shots that showed the page as it was before:
 *
 * | frames                                                                  | 0     | 1     | 2     | 3    | 4    |
 * |-------------------------------------------------------------------------|-------|-------|-------|------|------|
 * | plain page, quiet machine                                               | 11/12 | 10/12 | 2/12  | 0/12 | 0/12 |
 * | slow paint, slow scroll handler, animation; both cores busy otherwise   |       |       | 20/45 | 0/45 | 0/45 |
 *
 * Three were enough; this is one more.
 */
const framesUntilShown = 4;

/** How long frames may take, in milliseconds, before the screen counts as held back. */
const longestWaitMs = 15_000;

/**
 * True once everything changed before this call has been presented on the screen, judged by frames and not by a timer.
 * False after `limitMs`, as in covered windows, where browsers hold frames back.
 */
export function presented(limitMs: number = longestWaitMs): Promise<boolean> {
  return framesWithin(framesUntilShown, limitMs);
}

/** True once the next frame has begun: enough to pace a walk, too early for a shot. False after `limitMs`. */
export function oneFrame(limitMs: number = longestWaitMs): Promise<boolean> {
  return framesWithin(1, limitMs);
}

/** True once this many frames have begun; false after `limitMs`. */
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
