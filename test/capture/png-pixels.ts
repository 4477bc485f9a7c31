import { PNG } from 'pngjs';
import type { ComposeRequest, Pixels } from '../../src/capture/pictures/pixels.ts';

/** Pixels without a browser: begins black and opaque as a canvas without alpha does, and copies the parts. */
export const pngPixels: Pick<Pixels, 'compose'> = {
  async compose({ width, height, parts, tile }: ComposeRequest) {
    const out = new PNG({ width, height });
    for (let at = 0; at < out.data.length; at += 4) out.data.set([0, 0, 0, 255], at);
    for (const { path, from, to } of parts) {
      const source = PNG.sync.read(Buffer.from(tile(path)));
      PNG.bitblt(source, out, from.x, from.y, from.width, from.height, to.x, to.y);
    }
    return { png: new Uint8Array(PNG.sync.write(out, { colorType: 2 })) };
  },
};

/** A picture in which no two neighbours are alike and nothing is black, with words in its metadata. */
export function colourful(width: number, height: number): Uint8Array {
  const image = new PNG({ width, height });
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) image.data.set(colourAt(x, y), (y * width + x) * 4);
  return new Uint8Array(PNG.sync.write(image));
}

/** The colour of {@link colourful} at this place. */
export function colourAt(x: number, y: number): readonly [number, number, number, number] {
  return [1 + (x % 255), 1 + (y % 255), 1 + ((x * 7 + y * 13) % 255), 255];
}

/** The colour of a decoded picture at this place. */
export function pixelAt(image: PNG, x: number, y: number): readonly number[] {
  return [...image.data.subarray((y * image.width + x) * 4, (y * image.width + x) * 4 + 4)];
}

/** The names of the chunks of a PNG, in their order. */
export function chunksOf(png: Uint8Array): readonly string[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const names: string[] = [];
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at))
    names.push(String.fromCharCode(...png.subarray(at + 4, at + 8)));
  return names;
}
