import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { piecesOf, Rooms, readAhead } from '../../src/bundle/zip/read-ahead.ts';
import type { BundleSource } from '../../src/bundle/zip/source.ts';
import { WholeDigest } from '../../src/bundle/zip/whole-digest.ts';
import { type FileSource, nodeDigest, openFileSource } from '../../src/cli/file-source.ts';
import { seeded } from './seeded.ts';

const next = seeded(11);
const whole = Uint8Array.from({ length: 5_000_000 }, () => next() & 0xff);
const sha256 = createHash('sha256').update(whole).digest('hex');
let folder: string;
let file: FileSource;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-'));
  await writeFile(join(folder, 'whole'), whole);
  file = await openFileSource(join(folder, 'whole'));
});

afterAll(async () => {
  await file.close();
  await rm(folder, { recursive: true });
});

describe('parts of a file on disk', () => {
  const room = 1_000;
  const parts = [
    { offset: 0, length: 700 },
    { offset: 4_000_000, length: room },
    { offset: 300, length: 0 },
    { offset: 500, length: 90_000 },
    { offset: 600, length: 1 },
    { offset: whole.length - 40, length: 40 },
  ];

  it('come in their order, and stay as they are while the next is read', async () => {
    const read: unknown[] = [];
    for await (const { part, bytes } of readAhead(file, parts, new Rooms(room))) {
      await new Promise(resolve => setImmediate(resolve));
      await file.read(0, 1);
      const { offset, length } = part;
      expect(Buffer.compare(bytes, whole.subarray(offset, offset + length))).toBe(0);
      read.push(part);
    }
    expect(read).toEqual(parts);
  });

  it('stand in the same memory again and again', async () => {
    const rooms = new Rooms(room);
    const buffers = new Set<ArrayBuffer>();
    for (let round = 0; round < 3; round++)
      for await (const { bytes } of readAhead(file, piecesOf({ offset: 5, length: 20_001 }, room), rooms))
        buffers.add(bytes.buffer);
    expect(buffers.size).toBe(2);
  });

  it('are not read ahead where they are longer than the room for them', async () => {
    const asked: number[] = [];
    const watched: BundleSource = {
      ...file,
      read(offset, length, into) {
        asked.push(length);
        return file.read(offset, length, into);
      },
    };
    const before: number[] = [];
    for await (const _ of readAhead(watched, parts, new Rooms(room))) before.push(asked.length);
    expect(before).toEqual([2, 3, 3, 5, 6, 6]);
  });

  it('say where one cannot be read, after those before it', async () => {
    const read: number[] = [];
    const reading = async () => {
      for await (const { part } of readAhead(file, [...parts, { offset: whole.length, length: 1 }]))
        read.push(part.offset);
    };
    await expect(reading()).rejects.toThrow(RangeError);
    expect(read).toHaveLength(parts.length);
  });

  it('need not be read to the end', async () => {
    const rooms = new Rooms(room);
    for await (const { bytes } of readAhead(file, parts, rooms)) {
      expect(bytes[0]).toBe(whole[0]);
      break;
    }
    const [one, other] = rooms.take();
    expect(one).not.toBe(other);
    await file.read(0, room, one);
    expect(Buffer.compare(one, whole.subarray(0, room))).toBe(0);
  });
});

describe('the digest of a whole file', () => {
  const ways: readonly (readonly [string, readonly (readonly [number, number])[]])[] = [
    ['nothing is added', []],
    ['all is added in its order', [...piecesOf({ offset: 0, length: whole.length }, 777_777)].map(toRange)],
    [
      'what is added leaves gaps',
      [
        [80, 1_000],
        [2_500_000, 2_600_000],
        [2_600_100, 4_999_999],
      ],
    ],
    [
      'what is added overlaps',
      [
        [0, 1_000],
        [500, 2_000],
        [600, 700],
        [1_999, 5_000_000],
      ],
    ],
    [
      'the end is added first',
      [
        [4_000_000, 5_000_000],
        [0, 1_000],
        [3_999_999, 4_000_001],
      ],
    ],
  ];

  it.each(ways)('is the same when %s', async (_, ranges) => {
    const digest = new WholeDigest(file, await nodeDigest(), undefined);
    for (const [from, to] of ranges) await digest.add(from, whole.subarray(from, to));
    expect(await digest.digest()).toBe(sha256);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    const digest = new WholeDigest(file, await nodeDigest(), stop.signal);
    await expect(digest.digest()).rejects.toThrow('enough');
  });
});

function toRange({ offset, length }: { readonly offset: number; readonly length: number }) {
  return [offset, offset + length] as const;
}
