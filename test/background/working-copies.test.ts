import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { makeWorkingCopy } from '../../src/background/working-copies.ts';
import { exhibitReference } from '../../src/model/exhibit.ts';
import { type NewWorkingCopy, workingCopyIdSchema } from '../../src/model/working-copy.ts';
import { chunksOf, colourful, pixelAt, pngPixels } from '../capture/png-pixels.ts';
import { digestOf } from '../samples/digest.ts';
import { newCaptureId, recordOf, textArtifact } from '../samples/log.ts';

const id = workingCopyIdSchema.parse('7c0c7a52-7a3e-4f61-9a39-2f5f2d0f7a77');
const captureId = newCaptureId();
const png = colourful(40, 30);

/** A log with one capture of a picture and a text, which keeps what it is given. */
function desk() {
  const image = {
    ...textArtifact(png, 'screenshot-post.png'),
    role: 'screenshot-post',
    mediaType: 'image/png',
  };
  const text = textArtifact(new Uint8Array([1]));
  const record = recordOf(captureId, exhibitReference('ABC', 1), [image as typeof text, text]);
  const kept: { copy: NewWorkingCopy; bytes: Uint8Array }[] = [];
  return {
    kept,
    pixels: pngPixels,
    reader: {
      readRecord: async () => ({ record, recordBytes: new Uint8Array(), recordSha256: digestOf(png) }),
      readArtifact: async () => new Uint8Array(png),
    },
    writer: {
      addWorkingCopy: async (copy: NewWorkingCopy, bytes: Uint8Array) => {
        kept.push({ copy, bytes });
        return id;
      },
    },
  };
}

const covered = [{ x: 4, y: 5, width: 10, height: 6 }];

it('keeps the copy with the digest of its original and of itself, and the areas that were drawn', async () => {
  const { kept, ...ports } = desk();
  const plan = { captureId, path: 'screenshot-post.png', covered, purpose: 'For the school' };
  expect(await makeWorkingCopy(ports, plan)).toBe(id);
  const [{ copy, bytes } = { copy: undefined, bytes: png }] = kept;
  expect(copy).toEqual({
    captureId,
    of: { path: 'screenshot-post.png', sha256: digestOf(png) },
    covered,
    width: 40,
    height: 30,
    size: bytes.length,
    sha256: digestOf(bytes),
    purpose: 'For the school',
  });
  expect(pixelAt(PNG.sync.read(Buffer.from(bytes)), 4, 5)).toEqual([0, 0, 0, 255]);
  expect(chunksOf(bytes).filter(name => !['IHDR', 'IDAT', 'IEND', 'gAMA'].includes(name))).toEqual([]);
});

it('draws nothing of a file that is no picture or is not of this exhibit', async () => {
  const { kept, ...ports } = desk();
  for (const path of ['text.txt', 'tiles/001.png'])
    await expect(makeWorkingCopy(ports, { captureId, path, covered, purpose: '' })).rejects.toThrow(
      'no picture',
    );
  expect(kept).toEqual([]);
});
