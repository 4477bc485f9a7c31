/**
 * The part of Node's `Buffer` that pdfkit and pdfmake use, for a browser. Import it before them: it sets the global of
 * that name where there is none.
 */
export class Bytes extends Uint8Array {
  readUInt16BE(at: number): number {
    return ((this[at] ?? 0) << 8) | (this[at + 1] ?? 0);
  }

  readUInt16LE(at: number): number {
    return (this[at] ?? 0) | ((this[at + 1] ?? 0) << 8);
  }

  readUInt32BE(at: number): number {
    return this.readUInt16BE(at) * 65_536 + this.readUInt16BE(at + 2);
  }

  readUInt32LE(at: number): number {
    return this.readUInt16LE(at) + this.readUInt16LE(at + 2) * 65_536;
  }

  override toString(encoding = 'utf8'): string {
    if (encoding === 'hex') return Array.from(this, byte => byte.toString(16).padStart(2, '0')).join('');
    if (encoding !== 'binary' && encoding !== 'ascii' && encoding !== 'latin1')
      return new TextDecoder().decode(this);
    let text = '';
    for (const byte of this) text += String.fromCharCode(byte);
    return text;
  }
}

function from(source: string | ArrayBuffer | ArrayLike<number>, encoding = 'utf8'): Bytes {
  if (typeof source !== 'string')
    return new Bytes(source instanceof ArrayBuffer ? new Uint8Array(source) : source);
  if (encoding === 'utf8' || encoding === 'utf-8') return new Bytes(new TextEncoder().encode(source));
  if (encoding === 'base64') return new Bytes(Array.from(atob(source), one => one.charCodeAt(0)));
  const wide = encoding === 'utf16le' ? 2 : 1;
  const bytes = new Bytes(source.length * wide);
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    bytes[at * wide] = unit & 0xff;
    if (wide === 2) bytes[at * 2 + 1] = unit >> 8;
  }
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Bytes {
  const whole = new Bytes(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The value of the global `Buffer`. */
export const likeNode = {
  from,
  concat,
  alloc: (length: number, fill = 0) => new Bytes(length).fill(fill),
  isBuffer: (value: unknown) => value instanceof Bytes,
};

const place: { Buffer?: unknown } = globalThis;
place.Buffer ??= likeNode;
