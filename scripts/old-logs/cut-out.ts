import { PNG } from 'pngjs';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of a PNG, pixel for pixel, as another PNG. */
export function cutOut(picture: Uint8Array, { x, y, width, height }: Area): Uint8Array {
  const part = new PNG({ width, height });
  PNG.bitblt(PNG.sync.read(Buffer.from(picture)), part, x, y, width, height, 0, 0);
  return new Uint8Array(PNG.sync.write(part, { colorType: 2 }));
}
