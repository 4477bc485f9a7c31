/** Width and height in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * The size that a PNG's header states. Throws when the bytes are no PNG or the size is zero.
 *
 * | offset | bytes | meaning            |
 * |--------|-------|--------------------|
 * | 0      | 8     | signature          |
 * | 8      | 8     | length, `IHDR`     |
 * | 16     | 4     | width, big endian  |
 * | 20     | 4     | height, big endian |
 *
 * https://www.w3.org/TR/png-3/#11IHDR
 */
export function pngSize(bytes: Uint8Array): PixelSize {
  if (bytes.length < 24 || signature.some((byte, index) => bytes[index] !== byte)) {
    throw new Error('not a png');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  if (size.width === 0 || size.height === 0) throw new Error('png of no size');
  return size;
}
