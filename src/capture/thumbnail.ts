import type { CaptureContext } from './context.ts';

/** The longest side of the small picture that lists show, in pixels. */
export const thumbnailSide = 320;

/** Begins the small picture for lists, once; undefined when there is none. It may fail without harm. */
export function startThumbnail({ state, ports }: CaptureContext): Promise<Uint8Array | undefined> {
  if (state.thumbnail !== undefined) return state.thumbnail;
  if (state.thumbnailSource === undefined) return Promise.resolve(undefined);
  state.thumbnail = ports.pixels.thumbnail(state.thumbnailSource, thumbnailSide).catch(() => undefined);
  return state.thumbnail;
}
