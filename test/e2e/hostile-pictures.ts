import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';

/** Pixels of an image: its size and the colours at the points asked for; negative `y` counts from the bottom. */
export interface Looked {
  readonly width: number;
  readonly height: number;
  readonly colours: readonly (readonly [red: number, green: number, blue: number])[];
}

/** Reads a PNG with the browser's own decoder, which is quick with very long ones. `page` is an empty page. */
export async function lookAt(
  page: Page,
  path: string,
  points: readonly { readonly x: number; readonly y: number }[],
): Promise<Looked> {
  const base64 = readFileSync(path).toString('base64');
  return await page.evaluate(
    async (data, wanted) => {
      const reply = await fetch(`data:image/png;base64,${data}`);
      const image = await createImageBitmap(await reply.blob());
      const canvas = new OffscreenCanvas(1, 1);
      const paint = canvas.getContext('2d', { willReadFrequently: true });
      const colours = wanted.map(({ x, y }) => {
        paint?.drawImage(image, -x, y < 0 ? -(image.height + y) : -y);
        const [red = 0, green = 0, blue = 0] = paint?.getImageData(0, 0, 1, 1).data ?? [];
        return [red, green, blue] as const;
      });
      return { width: image.width, height: image.height, colours };
    },
    base64,
    points,
  );
}

/** How many pixels differ between two PNGs; -1 when their sizes do. */
export async function differingPixels(page: Page, one: Uint8Array, other: Uint8Array): Promise<number> {
  return await page.evaluate(
    async (first, second) => {
      const pixels = await Promise.all(
        [first, second].map(async data => {
          const reply = await fetch(`data:image/png;base64,${data}`);
          const image = await createImageBitmap(await reply.blob());
          const paint = new OffscreenCanvas(image.width, image.height).getContext('2d');
          paint?.drawImage(image, 0, 0);
          const bytes = paint?.getImageData(0, 0, image.width, image.height).data.buffer;
          return { width: image.width, words: new Uint32Array(bytes ?? new ArrayBuffer(0)) };
        }),
      );
      const [a, b] = pixels;
      if (!a || !b || a.width !== b.width || a.words.length !== b.words.length) return -1;
      let count = 0;
      for (let at = 0; at < a.words.length; at += 1) if (a.words[at] !== b.words[at]) count += 1;
      return count;
    },
    Buffer.from(one).toString('base64'),
    Buffer.from(other).toString('base64'),
  );
}
