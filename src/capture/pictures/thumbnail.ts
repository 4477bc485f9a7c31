import type { CaptureContext } from '../context.ts';

/** The longest side of a thumbnail, in pixels. */
export const thumbnailSide = 320;

/** Begins the thumbnail, once; undefined when there is no source or it failed. */
export function startThumbnail({ state, ports }: CaptureContext): Promise<Uint8Array | undefined> {
  if (state.thumbnail !== undefined) return state.thumbnail;
  if (state.thumbnailSource === undefined) return Promise.resolve(undefined);
  state.thumbnail = ports.pixels.thumbnail(state.thumbnailSource, thumbnailSide).catch(() => undefined);
  return state.thumbnail;
}
