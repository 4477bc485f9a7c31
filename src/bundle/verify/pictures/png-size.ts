const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * The size of a PNG in pixels from its first bytes (PNG, third edition, section 11.2.1: the header chunk comes first,
 * and begins with width and height). Undefined when a PNG does not begin like this.
 *
 * | bytes | what            |
 * |-------|-----------------|
 * | 0–7   | signature       |
 * | 8–11  | length, 13      |
 * | 12–15 | `IHDR`          |
 * | 16–19 | width           |
 * | 20–23 | height          |
 */
export function pngSize(head: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (head.length < 24 || signature.some((byte, index) => head[index] !== byte)) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (view.getUint32(12) !== 0x49_48_44_52) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
