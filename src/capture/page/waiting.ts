import { queryAll } from '../../platforms/dom.ts';
import { isInView } from './layout.ts';

/** Longest wait for one frame: browsers hold frames back in windows that are covered or minimised. */
const longestFrameMs = 50;

export function sleep(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** Resolves after the next frame, or after {@link longestFrameMs} where frames are held back. */
export function nextFrame(): Promise<void> {
  return Promise.race([
    new Promise<void>(resolve => requestAnimationFrame(() => resolve())),
    sleep(longestFrameMs),
  ]);
}

/** Resolves when what changes now stands on the screen: after the frame that is drawn and the one that follows. */
export async function nextTwoFrames(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

/** Whether every image in the window has arrived and was decoded before. */
export function areImagesHere(): boolean {
  return pendingInView().length === 0;
}

/** Resolves when every image in the window has arrived or failed, at most after `limitMs`. True when all have. */
export async function imagesInView(limitMs: number): Promise<boolean> {
  const pending = pendingInView();
  if (pending.length === 0) return true;
  const arrived = Promise.all(pending.map(arrival)).then(() => true);
  return Promise.race([arrived, sleep(limitMs).then(() => false)]);
}

function pendingInView(): readonly HTMLImageElement[] {
  return queryAll(document, 'img')
    .filter((image): image is HTMLImageElement => image instanceof HTMLImageElement)
    .filter(image => !isDecoded(image) && isInView(image))
    .slice(0, 500);
}

const decoded = new WeakMap<HTMLImageElement, string>();

/** Whether this picture was decoded before, so that no shot waits for it twice. */
function isDecoded(image: HTMLImageElement): boolean {
  return decoded.get(image) === image.currentSrc && image.complete;
}

async function arrival(image: HTMLImageElement): Promise<void> {
  if (!image.complete) {
    await new Promise<void>(resolve => {
      image.addEventListener('load', () => resolve(), { once: true });
      image.addEventListener('error', () => resolve(), { once: true });
    });
  }
  // A broken image rejects; it is as ready as it will be.
  await image.decode().catch(() => undefined);
  decoded.set(image, image.currentSrc);
}
