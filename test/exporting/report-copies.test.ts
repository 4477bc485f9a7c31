import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReportCopies } from '../../src/exporting/workers/report-copies.ts';

const mostBytes = 45_000_000;

interface Drawn {
  readonly top: number;
  readonly height: number;
}

/** How many bytes the pretended browser makes of a pixel at full quality. */
let bytesAPixel = 0.5;
let size = { width: 1280, height: 720 };
let drawn: Drawn[] = [];
let closed = 0;

class PretendedCanvas {
  readonly #area: number;
  constructor(width: number, height: number) {
    this.#area = width * height;
  }
  getContext() {
    return {
      fillRect: () => {},
      drawImage: (_: unknown, _x: number, top: number, _width: number, height: number) =>
        drawn.push({ top, height }),
    };
  }
  convertToBlob({ quality }: { readonly quality: number }) {
    return Promise.resolve(new Blob([new Uint8Array(Math.round(this.#area * quality * bytesAPixel))]));
  }
}

beforeEach(() => {
  bytesAPixel = 0.5;
  size = { width: 1280, height: 720 };
  drawn = [];
  closed = 0;
  vi.stubGlobal('OffscreenCanvas', PretendedCanvas);
  vi.stubGlobal('createImageBitmap', async (file: Blob) => {
    if (file.size === 0) throw new DOMException('not an image', 'InvalidStateError');
    return { ...size, close: () => (closed += 1) };
  });
});
afterEach(() => void vi.unstubAllGlobals());

const file = async () => new Blob(['png']);
const total = (copy: Awaited<ReturnType<ReturnType<typeof createReportCopies>>>) =>
  copy?.slices.reduce((sum, { jpeg }) => sum + jpeg.length, 0) ?? 0;

describe('the copies of pictures for the PDF', () => {
  it('are 1,200 pixels wide at most and never larger than the picture', async () => {
    const copies = createReportCopies({ most: mostBytes, read: file, count: 2 });
    const wide = await copies('exhibits/ABC_1', 'a.png');
    expect(wide).toMatchObject({ width: 1280, slices: [{ width: 1200, height: 675 }] });
    size = { width: 300, height: 200 };
    expect(await copies('exhibits/ABC_2', 'a.png')).toMatchObject({ slices: [{ width: 300, height: 200 }] });
    expect(closed).toBe(2);
  });

  it('are cut without a gap or an overlap where the page is long', async () => {
    size = { width: 1280, height: 9_999 };
    const copy = await createReportCopies({ most: mostBytes, read: file, count: 1 })(
      'exhibits/ABC_1',
      'a.png',
    );
    expect(copy?.slices.length).toBeGreaterThan(4);
    let end = 0;
    for (const { top, height } of drawn) {
      expect(top).toBe(end);
      end = top + height;
    }
    expect(end).toBe(9_999);
  });

  it.each([104, 1000])('of %i large pictures stay within the room together', async count => {
    size = { width: 2560, height: 8_000 };
    bytesAPixel = 0.01;
    const copies = createReportCopies({ read: file, count, most: mostBytes / 100 });
    let sum = 0;
    for (let number = 1; number <= count; number++)
      sum += total(await copies(`exhibits/ABC_${number}`, 'a.png'));
    expect(sum).toBeLessThanOrEqual(mostBytes / 100);
  });

  it('leave out a picture that cannot fit rather than go over', async () => {
    const copies = createReportCopies({ read: file, count: 1, most: 1000 });
    expect(await copies('exhibits/ABC_1', 'a.png')).toBeUndefined();
    expect(closed).toBe(1);
  });

  it('are none where there is no file, or none that opens', async () => {
    expect(
      await createReportCopies({ most: mostBytes, read: async () => undefined, count: 1 })(
        'exhibits/ABC_1',
        'a.png',
      ),
    ).toBeUndefined();
    const empty = createReportCopies({ most: mostBytes, read: async () => new Blob([]), count: 1 });
    expect(await empty('exhibits/ABC_1', 'a.png')).toBeUndefined();
  });

  it('pass on that the log could not be read', async () => {
    const copies = createReportCopies({
      most: mostBytes,
      read: () => Promise.reject(new Error('damaged')),
      count: 1,
    });
    await expect(copies('exhibits/ABC_1', 'a.png')).rejects.toThrow('damaged');
  });
});
