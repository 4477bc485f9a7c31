/** Kinds of pictures that a bundle may contain, by file name extension. */
export type PictureKind = 'png' | 'jpg' | 'jpeg' | 'webp';

/** Whether the bytes are exactly one picture of this kind, from the first to the last. Its pixels are not decoded. */
export function isWholePicture(kind: PictureKind, bytes: Uint8Array): boolean {
  if (kind === 'png') return isWholePng(bytes);
  return kind === 'webp' ? isWholeWebp(bytes) : isWholeJpeg(bytes);
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** PNG, third edition, 5.2 to 5.6: signature, then chunks of length, name, data and CRC, from `IHDR` to `IEND`. */
function isWholePng(bytes: Uint8Array): boolean {
  if (!beginsWith(bytes, pngSignature)) return false;
  const view = viewOf(bytes);
  let hasPixels = false;
  for (let at = pngSignature.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = letters(bytes, at + 4);
    const end = at + 12 + length;
    if (!/^[A-Za-z]{4}$/.test(name) || end > bytes.length) return false;
    const isFirst = at === pngSignature.length;
    if (isFirst !== (name === 'IHDR') || (isFirst && length !== 13)) return false;
    if (name === 'IDAT') hasPixels = true;
    if (name === 'IEND') return hasPixels && length === 0 && end === bytes.length;
    at = end;
  }
  return false;
}

/** ITU-T T.81, annex B: `SOI`, segments with their lengths, scans, and `EOI` as the last two bytes. */
function isWholeJpeg(bytes: Uint8Array): boolean {
  if (!beginsWith(bytes, [0xff, 0xd8, 0xff])) return false;
  const view = viewOf(bytes);
  let hasScan = false;
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // fill bytes may precede a marker
      continue;
    }
    if (marker === 0xd9) return hasScan && at + 2 === bytes.length;
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || at + 4 > bytes.length) return false;
    const length = view.getUint16(at + 2);
    if (length < 2) return false;
    at += 2 + length;
    if (marker !== 0xda) continue;
    hasScan = true;
    at = endOfScan(bytes, at);
  }
  return false;
}

/** The first marker after coded data that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** RFC 9649, 2.4: a RIFF file of its stated length, made of chunks of name, length and data. */
function isWholeWebp(bytes: Uint8Array): boolean {
  if (bytes.length < 20 || letters(bytes, 0) !== 'RIFF' || letters(bytes, 8) !== 'WEBP') return false;
  const view = viewOf(bytes);
  if (view.getUint32(4, true) + 8 !== bytes.length) return false;
  let at = 12;
  while (at + 8 <= bytes.length) {
    if (at === 12 && !/^VP8[ LX]$/.test(letters(bytes, at))) return false;
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return at === bytes.length;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function letters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
