import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { PngFault } from '../../src/bundle/verify/pictures/png-chunks.ts';
import { readPng } from '../../src/bundle/verify/pictures/png-rows.ts';
import { RegionDigests } from '../../src/bundle/verify/pictures/region-digests.ts';
import { wasmCrc32 } from '../../src/bundle/zip/crc32.ts';
import { streamInflate } from '../../src/bundle/zip/inflating.ts';
import { wasmDigest } from '../../src/bundle/zip/running-digest.ts';
import { nodeSpeed } from '../../src/cli/file-source.ts';
import { sha256 } from '../../src/crypto/digest.ts';
import { seeded } from './seeded.ts';
import { chunk, header, pngFile, zeros } from './tamper/png-forged.ts';

const size = { width: 37, height: 23 };
const next = seeded(7);
const colours = Uint8Array.from({ length: size.width * size.height * 3 }, () => next() & 0xff);

/** The picture in a file by another program, its rows filtered in this way. */
function written(filterType: number, colorType: 2 | 6): Uint8Array {
  const picture = new PNG({ ...size, filterType, colorType, inputHasAlpha: true } as object);
  for (let pixel = 0; pixel < size.width * size.height; pixel++) {
    picture.data.set(colours.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
    picture.data[pixel * 4 + 3] = 255;
  }
  return new Uint8Array(PNG.sync.write(picture, { filterType, colorType, ...size } as object));
}

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

const ways = [
  ['the stream of the web', streamInflate],
  ['Node', nodeSpeed.inflate ?? streamInflate],
] as const;

describe.each(ways)('unpacked by %s', (way, inflate) => {
  it.each([0, 1, 2, 3, 4].flatMap(filter => ([2, 6] as const).map(colour => [filter, colour] as const)))(
    'a picture with filter %i and colour type %i has its very pixels',
    async (filter, colour) => {
      for (const length of [1, 64, 1_000_000]) {
        const rows: Uint8Array[] = [];
        const kind = await readPng(inPieces(written(filter, colour), length), {
          ...{ crc32: await wasmCrc32(), inflate },
          onRow: row => rows.push(row.slice()),
        });
        expect(kind).toBe('opaque');
        expect(Buffer.concat(rows).equals(Buffer.from(colours))).toBe(true);
      }
    },
  );

  it('a picture that is packed to a thousandth is refused before it is unpacked', async () => {
    const bomb = pngFile(header(40, 30), zeros(40_000_000), chunk('IEND'));
    const crc32 = await wasmCrc32();
    let unpacked = 0;
    const counting: typeof inflate = async function* (packed) {
      for await (const piece of inflate(packed)) {
        unpacked += piece.length;
        yield piece;
      }
    };
    const reading = readPng(inPieces(bomb, 64_000), { crc32, inflate: counting });
    await expect(reading).rejects.toThrow(PngFault);
    expect(unpacked).toBeLessThan(2_000_000);
  });

  it('uses each piece up before it asks for the next, which may stand in the same memory', async () => {
    const file = written(0, 2);
    const room = new Uint8Array(100);
    const again = async function* () {
      for (let at = 0; at < file.length; at += room.length) {
        const piece = file.subarray(at, at + room.length);
        room.set(piece);
        yield room.subarray(0, piece.length);
        room.fill(0xaa);
      }
    };
    const rows: Uint8Array[] = [];
    await readPng(again(), { crc32: await wasmCrc32(), inflate, onRow: row => rows.push(row.slice()) });
    expect(Buffer.concat(rows).equals(Buffer.from(colours))).toBe(true);
  });

  it('a checksum that does not hold is found behind the last pixel', async () => {
    const file = written(0, 2);
    const wrong = file.length - 'IEND1234len1'.length - 1;
    file[wrong] = (file[wrong] ?? 0) ^ 1;
    for (const length of [1, 64, 1_000_000]) {
      const reading = readPng(inPieces(file, length), { crc32: await wasmCrc32(), inflate });
      await expect(reading).rejects.toThrow('The checksum of its part IDAT does not hold.');
    }
  });

  // The stream of the web finds them in browsers (Compression Standard, "decompress flush and enqueue"), not in Node 20.
  it.runIf(way === 'Node')('bytes behind the end of the packed pixels are found', async () => {
    const packed = deflateSync(Buffer.alloc(20 * (40 * 3 + 1)));
    const more = Buffer.from('words that no reader shows');
    const files = [
      pngFile(header(40, 20), chunk('IDAT', Buffer.concat([packed, more])), chunk('IEND')),
      pngFile(header(40, 20), chunk('IDAT', packed), chunk('IDAT', more), chunk('IEND')),
    ];
    for (const file of files)
      for (const length of [1, 64, 1_000_000]) {
        const reading = readPng(inPieces(file, length), { crc32: await wasmCrc32(), inflate });
        await expect(reading).rejects.toThrow('Its pixels cannot be unpacked.');
      }
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    const reading = readPng(inPieces(written(4, 6), 100), {
      ...{ crc32: await wasmCrc32(), inflate, signal: stop.signal },
    });
    await expect(reading).rejects.toThrow('enough');
  });

  it('a file that cannot be read is no broken picture', async () => {
    const broken = async function* () {
      yield written(0, 2).subarray(0, 100);
      throw new DOMException('gone', 'NotReadableError');
    };
    const reading = readPng(broken(), { crc32: await wasmCrc32(), inflate });
    await expect(reading).rejects.toThrow('gone');
    await expect(reading).rejects.not.toThrow(PngFault);
  });
});

it('digests each region of a picture, those that share rows as well', async () => {
  const regions = [
    { x: 3, y: 2, width: 10, height: 5 },
    { x: 0, y: 0, ...size },
    { x: 36, y: 22, width: 1, height: 1 },
    { x: 12, y: 4, width: 20, height: 10 },
  ];
  const digests = new RegionDigests(regions, wasmDigest);
  for (let y = 0; y < size.height; y++) {
    digests.add(colours.subarray(y * size.width * 3, (y + 1) * size.width * 3));
    if (y % 4 === 3) await digests.settle();
  }
  await digests.settle();
  const expected = await Promise.all(
    regions.map(({ x, y, width, height }) => {
      const rows = Array.from({ length: height }, (_, row) => {
        const start = 3 * ((y + row) * size.width + x);
        return colours.subarray(start, start + 3 * width);
      });
      return sha256(new Uint8Array(Buffer.concat(rows)));
    }),
  );
  expect(digests.digests()).toEqual(expected);
});
