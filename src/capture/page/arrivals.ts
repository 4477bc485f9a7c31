import { rootOf } from '../../dom/tree.ts';
import { framesWithin, oneFrame } from './frames.ts';
import { inWindow, openRoots } from './late/in-view.ts';
import type { Late } from './late/late.ts';
import { lateFonts, lateFrame, lateMotions, lateSheets, lateStandIn } from './late/parts.ts';
import { latePicture } from './late/pictures.ts';
import { lateStylePicture } from './late/style-pictures.ts';
import { timelineOf } from './late/timeline.ts';
import type { PageSession } from './session.ts';

export { restless } from './restless.ts';

/** Observers are notified with the first frame after a change of view; what they do takes effect with the second. */
const framesUntilNotified = 2;
/** The most missing items that are named. */
const mostNamed = 50;

/**
 * Waits, at most `limitMs`, until what is in view has loaded and what moves there and will end has ended: pictures of
 * every kind, posters of videos, frames, fonts, style sheets, and what shows itself only when it is seen. A file that
 * failed counts as loaded. Returns what is still missing, one sentence in plain words each, at most fifty; empty when
 * nothing is. With a limit of 0 it does not wait. `frames` is how many frames have begun since the last thing came into
 * view.
 */
export async function arrivals(session: PageSession, limitMs: number, frames = 0): Promise<string[]> {
  const end = performance.now() + limitMs;
  const left = () => Math.max(0, end - performance.now());
  expectArrivals(session);
  if (limitMs > 0) await observersTurn(left, framesUntilNotified - frames);
  let late = lateInView(session);
  while (late.some(each => (each.endsInMs ?? 0) < left())) {
    await somethingCame(session, late, left());
    await oneFrame(left());
    late = lateInView(session);
  }
  return sentencesOf(late.filter(({ isDecoding }) => limitMs > 0 || !isDecoding));
}

/** Starts decoding the pictures in view, so that {@link arrivals} need not wait for them. */
export function expectArrivals(session: PageSession): void {
  const timeline = timelineOf(session);
  for (const image of inWindow(openRoots(), 'img')) {
    const late = latePicture(image, timeline);
    if (late?.isDecoding) late.listen(() => undefined);
  }
}

/** Whether everything in view has loaded, as far as can be known without waiting. */
export function areAllHere(session: PageSession): boolean {
  return lateInView(session).length === 0;
}

/** Elements that may load late by themselves, whatever their style. */
const mayBeLate =
  'img, video, input[type="image"], image, use, iframe, [aria-busy="true"], [class*="skeleton" i], [class*="shimmer" i]';

function lateInView(session: PageSession): Late[] {
  const timeline = timelineOf(session);
  const roots = openRoots();
  const found = inWindow(roots, mayBeLate).map(
    element => latePicture(element, timeline) ?? lateFrame(element, timeline) ?? lateStandIn(element),
  );
  const styled = inWindow(roots, '*').map(element => lateStylePicture(element, timeline));
  return [
    ...lateFonts(),
    ...lateSheets(roots, timeline),
    ...lateMotions(roots),
    ...[...found, ...styled].filter(late => late !== undefined),
  ];
}

/** Resolves after so many frames, once intersection observers were notified of what came into view. */
async function observersTurn(left: () => number, frames: number): Promise<void> {
  if (frames > 0) await framesWithin(frames, left());
  if (typeof IntersectionObserver === 'undefined') return;
  let observer: IntersectionObserver | undefined;
  const notified = new Promise<void>(resolve => {
    observer = new IntersectionObserver(() => resolve());
    const root = rootOf(document);
    if (root === null) resolve();
    else observer.observe(root);
  });
  // Observers registered earlier are notified before this one or together with it.
  await Promise.race([notified, framesWithin(3, left())]);
  observer?.disconnect();
}

/** Resolves when one of these may have loaded, when the page changes, or after `limitMs`. */
function somethingCame(session: PageSession, late: readonly Late[], limitMs: number): Promise<void> {
  return new Promise(resolve => {
    const stops: (() => void)[] = [];
    const wake = () => {
      for (const stop of stops.splice(0)) stop();
      resolve();
    };
    const timer = setTimeout(wake, limitMs);
    const changes = new MutationObserver(wake);
    changes.observe(document, { subtree: true, childList: true, attributes: true });
    stops.push(
      () => clearTimeout(timer),
      () => changes.disconnect(),
      timelineOf(session).listen(wake),
      ...late.map(each => each.listen(wake)),
    );
  });
}

function sentencesOf(late: readonly Late[]): string[] {
  const sentences = late.map(({ what, box, had }) => {
    if (box === undefined) return `${what} had not ${had}.`;
    const down = Math.max(0, Math.round(box.y + window.scrollY));
    return `${what} ${down} px below the page’s top had not ${had}.`;
  });
  if (sentences.length <= mostNamed) return sentences;
  const named = sentences.slice(0, mostNamed - 1);
  return [...named, `${sentences.length - named.length} more things in view had not come.`];
}
