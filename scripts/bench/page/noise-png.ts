import { zlibSync } from 'fflate';
import { wasmCrc32 } from '../../../src/bundle/zip/crc32.ts';

const width = 1280;
const rowLength = 1 + 3 * width;
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A whole PNG of noise, which nothing packs any smaller, of about `size` bytes. */
export async function noisePng(size: number): Promise<Uint8Array<ArrayBuffer>> {
  const height = Math.max(1, Math.floor(size / rowLength));
  const rows = new Uint8Array(height * rowLength);
  for (let offset = 0; offset < rows.length; offset += 65_536)
    crypto.getRandomValues(rows.subarray(offset, offset + 65_536));
  for (let row = 0; row < height; row += 1) rows[row * rowLength] = 0;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2], 8);
  const chunks = [
    await chunk('IHDR', header),
    await chunk('IDAT', zlibSync(rows, { level: 0 })),
    await chunk('IEND', new Uint8Array()),
  ];
  return new Uint8Array(await new Blob([Uint8Array.from(signature), ...chunks]).arrayBuffer());
}

async function chunk(type: string, data: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(data.length + 12);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(new TextEncoder().encode(type), 4);
  whole.set(data, 8);
  const crc32 = await wasmCrc32();
  crc32.update(whole.subarray(4, data.length + 8));
  view.setUint32(data.length + 8, crc32.value());
  return whole;
}
