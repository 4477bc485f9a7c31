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

/** A script learns with the first frame of what has come into view, and what it does takes effect with the second. */
const framesUntilTold = 2;
/** A page may lack any number of things; so many are named. */
const mostNamed = 50;

/**
 * Waits, at most `limitMs`, until what is in view has come and what moves there and will end has ended: pictures of
 * every kind, first pictures of films, frames, fonts, style sheets, and what shows itself only when it is seen. Ends
 * when the last of it comes. Answers what had not come then, a sentence each in plain words, at most fifty; nothing
 * when all had come. A file that failed has come as far as it will. With a limit of 0 it looks and does not wait.
 * `frames` is how many frames have begun since the last thing came into view.
 */
export async function arrivals(session: PageSession, limitMs: number, frames = 0): Promise<string[]> {
  const end = performance.now() + limitMs;
  const left = () => Math.max(0, end - performance.now());
  expectArrivals(session);
  if (limitMs > 0) await observersTurn(left, framesUntilTold - frames);
  let late = lateInView(session);
  while (late.some(each => (each.endsInMs ?? 0) < left())) {
    await somethingCame(session, late, left());
    await oneFrame(left());
    late = lateInView(session);
  }
  return sentencesOf(late.filter(({ isDecoding }) => limitMs > 0 || !isDecoding));
}

/** Begins to decode the pictures in view, so that they need not be waited for when they are asked for. */
export function expectArrivals(session: PageSession): void {
  const timeline = timelineOf(session);
  for (const image of inWindow(openRoots(), 'img')) {
    const late = latePicture(image, timeline);
    if (late?.isDecoding) late.listen(() => undefined);
  }
}

/** Whether everything in view has come by now, as far as can be known without a wait. */
export function areAllHere(session: PageSession): boolean {
  return lateInView(session).length === 0;
}

/** What may be late by itself, whatever its style says. */
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

/** Resolves when what the page does with what has just come into view has begun: after so many frames, and once observers are told. */
async function observersTurn(left: () => number, frames: number): Promise<void> {
  if (frames > 0) await framesWithin(frames, left());
  if (typeof IntersectionObserver === 'undefined') return;
  let observer: IntersectionObserver | undefined;
  const told = new Promise<void>(resolve => {
    observer = new IntersectionObserver(() => resolve());
    const root = rootOf(document);
    if (root === null) resolve();
    else observer.observe(root);
  });
  // Whatever was to be told before this is told before or together with it.
  await Promise.race([told, framesWithin(3, left())]);
  observer?.disconnect();
}

/** Resolves when one of these may have come, when the page has changed, or when the time is over. */
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
