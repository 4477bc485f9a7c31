import type { PNG } from 'pngjs';
import type { Session } from '../../scripts/drive/session.ts';
import type { Area } from '../../src/model/working-copy.ts';

/** The pictures of a PDF, which stand in it as the JPEG files that they are. */
export function jpegsOf(pdf: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  const [start, end] = [Buffer.of(0xff, 0xd8, 0xff), Buffer.from('endstream')];
  for (let at = pdf.indexOf(start); at >= 0; at = pdf.indexOf(start, pdf.indexOf(end, at)))
    found.push(pdf.subarray(at, pdf.indexOf(end, at)));
  return found;
}

/** The brightest pixel of the area in a smaller copy of the picture, from 0 to 255; its edge, which may run, is left out. */
export async function brightestIn(
  session: Session,
  jpeg: Buffer,
  area: Area,
  { width }: PNG,
): Promise<number> {
  const page = await session.browser.openPage(session.site.addresses.posts[1] ?? '');
  const brightest = await page.evaluate(
    async (base64, { x, y, width: across, height: down }, whole) => {
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
      const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (drawing === null) throw new Error('no canvas');
      drawing.drawImage(bitmap, 0, 0);
      const scale = bitmap.width / whole;
      const edge = 8;
      const box = [x * scale + edge, y * scale + edge, across * scale - 2 * edge, down * scale - 2 * edge];
      const [left = 0, top = 0, wide = 1, high = 1] = box.map(Math.round);
      const { data } = drawing.getImageData(left, top, wide, high);
      return data.reduce((most, value, index) => (index % 4 === 3 ? most : Math.max(most, value)), 0);
    },
    jpeg.toString('base64'),
    area,
    width,
  );
  await page.close();
  return brightest;
}
