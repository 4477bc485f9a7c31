import { crc32, deflateSync } from 'node:zlib';

/** A chunk of a PNG, with its own CRC. */
export function chunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** The header of a picture of eight bits a colour, without alpha unless `colourType` says otherwise. */
export function header(width: number, height: number, colourType = 2, interlace = 0): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, colourType, 0, 0, interlace], 8);
  return chunk('IHDR', data);
}

/** Rows of nothing but zeros, packed: `bytes` long when unpacked. */
export function zeros(bytes: number): Buffer {
  return chunk('IDAT', deflateSync(Buffer.alloc(bytes)));
}

/** A file of these chunks behind the signature. */
export function pngFile(...chunks: readonly Buffer[]): Uint8Array {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(Buffer.concat([signature, ...chunks]));
}

/** The length of the sample's joined picture, 40 × 30, when unpacked. */
export const unpacked = 30 * (40 * 3 + 1);
