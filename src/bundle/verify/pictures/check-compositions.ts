import type { CaptureRecord, Composition } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import type { BundleContents } from '../contents.ts';
import { pngSize } from './png-size.ts';

type Part = Composition['parts'][number];

/** Limit on the parts of a picture; no record lists more. */
const mostParts = 500;
/** Limits on parts side by side and on repeated area; no joined page reaches them. */
const mostAcross = 100;
const mostOver = 2;

/** The findings, and the compositions whose pixels can be compared because every part is in a possible place. */
export interface CompositionCheck {
  readonly findings: readonly Finding[];
  readonly replayable: readonly Composition[];
}

/**
 * Compares each joined picture with the record's account of how it was assembled: it has the stated size, every part is
 * cut from inside a file of this record, and the parts fill it, so that no row or column has an unknown origin. Uses
 * sizes only. Files that are not in the bundle are not compared.
 */
export function checkCompositions(
  contents: BundleContents,
  folder: string,
  { compositions = [], artifacts, outcome }: CaptureRecord,
): CompositionCheck {
  const place: Place = { contents, folder, listed: new Set(artifacts.map(({ path }) => path)) };
  const seen = new Set<string>();
  const checked = compositions.map(composition => {
    const isAgain = seen.has(composition.path);
    seen.add(composition.path);
    return { composition, wrong: isAgain ? again : wrongWith(place, composition) };
  });
  return {
    findings: checked.map(({ composition, wrong }) => {
      const path = `${folder}${composition.path}`;
      if (wrong !== undefined) return altered('capture.composition.mismatch', path, wrong);
      const gap = gapIn(composition);
      if (gap !== undefined)
        return (outcome === 'complete' ? altered : noted)('capture.composition.gap', path, gap);
      const sources = [composition.path, ...composition.parts.map(part => part.path)];
      if (sources.some(source => sizeOf(place, source) === undefined))
        return noted(notChecked, path, notHere);
      return held('capture.composition.match', path, whole);
    }),
    replayable: checked.flatMap(({ composition, wrong }) => (wrong === undefined ? [composition] : [])),
  };
}

const notChecked = 'capture.composition.not-checked';
const again = 'The record says twice how it was joined.';
const tooMany = 'It is said to be joined of more parts than Holdfast joins.';
const notHere = 'A picture that it is said to be joined of is not here to compare.';
const whole = 'Every part of it comes from inside a picture of this record, and nothing is left open.';

interface Place {
  readonly contents: BundleContents;
  readonly folder: string;
  readonly listed: ReadonlySet<string>;
}

function wrongWith(place: Place, { path, width, height, parts }: Composition): string | undefined {
  const { listed } = place;
  if (parts.length > mostParts) return tooMany;
  if (!listed.has(path)) return 'The record says how it was joined, and does not list it.';
  const own = sizeOf(place, path);
  if (own !== undefined && (own.width !== width || own.height !== height))
    return `It is ${own.width} × ${own.height} pixels; the record says ${width} × ${height}.`;
  for (const { path: source, from, to } of parts) {
    if (!listed.has(source) || source === path)
      return `It is said to come from ${source}, which is not listed.`;
    if (!isWithin(from, sizeOf(place, source)))
      return `It is said to hold a part of ${source} that lies outside of that picture.`;
    if (!isWithin({ ...to, width: from.width, height: from.height }, { width, height }))
      return `It is said to hold a part of ${source} beyond its own edge.`;
  }
  const rows = parts.reduce((sum, { from }) => sum + from.height, 0);
  const area = parts.reduce((sum, { from }) => sum + from.width * from.height, 0);
  return rows > mostAcross * height || area > mostOver * width * height ? tooMany : undefined;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf({ contents, folder }: Place, path: string): Size | undefined {
  const head = contents.files.get(`${folder}${path}`)?.head;
  return head && pngSize(head);
}

/** Inside the picture or, where its size is unknown, only in whole pixels from its corner. */
function isWithin({ x, y, width, height }: Part['from'], size: Size | undefined): boolean {
  const isWhole = [x, y, width, height].every(Number.isSafeInteger);
  if (!isWhole || x < 0 || y < 0 || width < 1 || height < 1) return false;
  return size === undefined || (x + width <= size.width && y + height <= size.height);
}

/** The first place that no part fills, as a sentence; undefined when there is none. */
function gapIn({ width, height, parts }: Composition): string | undefined {
  const edges = new Set([0, height, ...parts.flatMap(({ from, to }) => [to.y, to.y + from.height])]);
  const rows = [...edges].toSorted((one, other) => one - other);
  const leftFirst = parts.toSorted((one, other) => one.to.x - other.to.x);
  for (const [index, top] of rows.slice(0, -1).entries()) {
    const bottom = rows[index + 1] ?? height;
    let filled = 0;
    for (const { from, to } of leftFirst)
      if (to.y <= top && to.y + from.height >= bottom && to.x <= filled)
        filled = Math.max(filled, to.x + from.width);
    if (filled < width)
      return `Of the rows ${top} to ${bottom - 1}, a part from column ${filled} on comes from no picture.`;
  }
  return undefined;
}
