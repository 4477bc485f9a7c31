import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capture, exportBundle, withoutPrint } from '../../scripts/drive/job.ts';
import { openSession, type Session } from '../../scripts/drive/session.ts';
import { type CaptureRecord, type CaptureScope, captureRecordSchema } from '../../src/model/capture.ts';
import { caseRecordSchema } from '../../src/model/case.ts';
import { cell, expectedColour, type PixelVariant, pageHeight, posts } from '../samples/site/pixels.ts';
import { shareOf } from '../thorough.ts';
import { unzipped } from './proof.ts';

interface Shot {
  readonly scope: CaptureScope;
  readonly variant: PixelVariant;
  /** How far down the page is before the capture, in CSS pixels. */
  readonly scrolled?: number;
}

const allShots: readonly Shot[] = [
  { scope: 'viewport', variant: 'sticky' },
  { scope: 'viewport', variant: 'rtl', scrolled: 600 },
  { scope: 'page', variant: 'sticky', scrolled: 600 },
  { scope: 'page', variant: 'fixed' },
  { scope: 'page', variant: 'late' },
  { scope: 'page', variant: 'scroller' },
  { scope: 'page', variant: 'rtl' },
  { scope: 'post', variant: 'post' },
  { scope: 'post', variant: 'tall-post' },
];

/** The window's width in CSS pixels at a zoom of 100 %. */
const windowWidth = 1280;

const settings = [
  { name: 'chromium', ratio: 1, zoom: 1 },
  { name: 'chromium', ratio: 2, zoom: 1 },
  { name: 'chromium', ratio: 1, zoom: 1.5 },
  { name: 'firefox', ratio: 1, zoom: 1 },
  { name: 'firefox', ratio: 2, zoom: 1 },
  { name: 'firefox', ratio: 1, zoom: 1.5 },
] as const;

describe.each(shareOf(settings, 3))(
  'pixels in $name at $ratio device pixels a CSS pixel, zoom $zoom',
  setting => {
    const { name, ratio, zoom } = setting;
    // The browsers take different shares.
    const shots = shareOf(allShots, 2, name === 'chromium' ? 0 : 1);
    let session: Session;
    let records: readonly { readonly record: CaptureRecord; readonly folder: string }[] = [];

    beforeAll(async () => {
      session = await openSession(name, { devicePixelRatio: ratio, width: windowWidth, height: 900 });
      for (const shot of shots) await take(session, shot, zoom);
      records = recordsOf(
        unzipped(
          (await exportBundle(session.browser, { choose: withoutPrint })).volumes[0]?.path ?? '',
          session.folder,
        ),
      );
    });
    afterAll(() => session?.close());

    it.each(shots.map((shot, index) => ({ ...shot, index })))(
      'are those of the page: $scope of $variant',
      ({ scope, variant, index, scrolled = 0 }) => {
        const found = records[index];
        if (!found) throw new Error('this capture is not in the bundle');
        const { record, folder } = found;
        expect(record.outcome, JSON.stringify(record.steps)).toBe('complete');
        expect(record.page?.devicePixelRatio).toBeCloseTo(ratio * zoom, 5);
        expect(record.page?.zoom).toBeCloseTo(zoom, 5);
        const scale = ratio * zoom;
        const image = imageOf(record, folder, scope);
        expect(sizeProblem(image, record, scope, variant, scale)).toBeUndefined();
        const origin =
          scope === 'post'
            ? posts[variant as keyof typeof posts]
            : { x: 0, y: scope === 'viewport' ? scrolled : 0 };
        expect(firstDifference(image, variant, origin, scale, windowWidth * ratio)).toBeUndefined();
        if (variant === 'fixed') expect(record.pageChanges.map(change => change.kind)).toContain('hidden');
      },
    );
  },
);

async function take({ browser, site }: Session, shot: Shot, zoom: number): Promise<void> {
  const page = await browser.openPage(site.addresses.pixels(shot.variant));
  if (zoom !== 1) await browser.zoom(page, zoom);
  if (shot.scrolled) await page.evaluate(y => scrollTo(0, y), shot.scrolled);
  // With the browser's zoom a pointer's place is not in the page's own pixels; the keyboard needs none.
  const byPointer = shot.variant === 'post' && zoom === 1;
  const choice = byPointer
    ? { x: posts.post.x + posts.post.width / 2, y: posts.post.y + 60 }
    : ('Enter' as const);
  const end = await capture(browser, page, shot.scope, { choice });
  if (!end.reference) throw new Error(`${shot.scope} of ${shot.variant} was not recorded: ${end.reasons}`);
  await page.close();
}

/** The records of a bundle in the order in which they were made. */
function recordsOf(bundle: string) {
  const data = join(bundle, 'data');
  const { exhibits } = caseRecordSchema.parse(JSON.parse(readFileSync(join(data, 'case.json'), 'utf8')));
  return exhibits
    .toSorted((a, b) => Number(a.reference.split('/')[1]) - Number(b.reference.split('/')[1]))
    .map(({ directory }) => {
      const folder = join(data, directory);
      const record = captureRecordSchema.parse(
        JSON.parse(readFileSync(join(folder, 'capture.json'), 'utf8')),
      );
      return { record, folder };
    });
}

const roles = {
  viewport: 'screenshot-viewport',
  page: 'screenshot-full-page',
  post: 'screenshot-post',
} as const;

function imageOf(record: CaptureRecord, folder: string, scope: CaptureScope): PNG {
  const artifacts = record.artifacts.filter(artifact => artifact.role === roles[scope]);
  expect(artifacts, JSON.stringify(record.artifacts.map(artifact => artifact.path))).toHaveLength(1);
  expect(artifacts[0]?.method).not.toBe('re-render');
  return PNG.sync.read(readFileSync(join(folder, artifacts[0]?.path ?? '')));
}

function sizeProblem(
  image: PNG,
  record: CaptureRecord,
  scope: CaptureScope,
  variant: PixelVariant,
  scale: number,
): string | undefined {
  const post = posts[variant as keyof typeof posts];
  const viewport = record.page?.viewport ?? { width: 0, height: 0 };
  const height = { viewport: viewport.height, page: pageHeight, post: post?.height }[scope] ?? 0;
  const width = scope === 'post' ? (post?.width ?? 0) : viewport.width;
  // A viewport's length in CSS pixels is rounded down by the page; the image has every device pixel.
  const slack = scope === 'post' ? 0 : scale;
  const tall = scope === 'viewport' ? slack : 0;
  const fits =
    Math.abs(image.width - width * scale) <= slack && Math.abs(image.height - height * scale) <= tall;
  return fits ? undefined : `${image.width}×${image.height}, not ${width * scale}×${height * scale}`;
}

/** Where the image first differs from the page in any pixel; undefined when it does nowhere. */
function firstDifference(
  image: PNG,
  variant: PixelVariant,
  origin: { readonly x: number; readonly y: number },
  scale: number,
  pageWidth: number,
): string | undefined {
  const expectedRows = new Map<number, Buffer>();
  for (let row = 0; row < image.height; row++) {
    const y = origin.y + (row + 0.5) / scale;
    const band = Math.floor(y / cell);
    const expected =
      expectedRows.get(band) ?? expectedRow(image.width, variant, { ...origin, y }, scale, pageWidth);
    expectedRows.set(band, expected);
    const actual = image.data.subarray(row * image.width * 4, (row + 1) * image.width * 4);
    if (actual.equals(expected)) continue;
    const at = actual.findIndex((byte, index) => byte !== expected[index]) >> 2;
    const colours = [actual, expected].map(line => [...line.subarray(at * 4, at * 4 + 4)].join(','));
    return `at ${at},${row} of ${image.width}×${image.height}: ${colours[0]}, not ${colours[1]}`;
  }
  return undefined;
}

/** `pageWidth` is in device pixels; what the browser draws beyond the page's edge is transparent. */
function expectedRow(
  width: number,
  variant: PixelVariant,
  from: { readonly x: number; readonly y: number },
  scale: number,
  pageWidth: number,
): Buffer {
  const line = Buffer.alloc(width * 4, 255);
  for (let column = 0; column < width; column++) {
    const x = from.x + (column + 0.5) / scale;
    if (x * scale < pageWidth) line.set(expectedColour(variant, x, from.y, pageWidth / scale), column * 4);
    else line.fill(0, column * 4, column * 4 + 4);
  }
  return line;
}
