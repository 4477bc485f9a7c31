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

/** Chunks that define the colour space of the pixels (PNG, section 11.3.2). */
const colourChunks = /^(?:cHRM|gAMA|iCCP|sRGB|cICP|mDCV|cLLI)$/;

/** Whether the file defines its colour space, which it must do before its pixels begin. */
export function saysColours(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = signature.length; at + 8 <= bytes.length; at += view.getUint32(at) + 12) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'IDAT') return false;
    if (colourChunks.test(name)) return true;
  }
  return false;
}
