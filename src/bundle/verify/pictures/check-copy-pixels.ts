import { beside, overlap } from '../../../model/areas.ts';
import type { CaptureRecord, Composition } from '../../../model/capture.ts';
import type { ExhibitEntry } from '../../../model/case.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Area, GivenCopy } from '../../../model/working-copy.ts';
import { altered } from '../../findings.ts';
import type { BundleContents } from '../contents.ts';
import { pngSize } from './png-size.ts';

/** The findings, how each copy follows from its original where that is here, and its blackened areas. */
export interface CopiesCheck {
  readonly findings: readonly Finding[];
  readonly paths: readonly string[];
  readonly replayable: readonly Composition[];
  readonly covered: ReadonlyMap<string, readonly Area[]>;
}

/** Limit on the parts of a copy; one with more is not compared. */
const mostParts = 500;

/**
 * Compares each working copy of an exhibit with the case: it has the stated size, and its cut and covered areas are
 * inside the original. Outside the covered areas it must then show what the original shows.
 */
export function checkCopies(
  contents: BundleContents,
  folder: string,
  { entry, record }: { readonly entry: ExhibitEntry; readonly record: CaptureRecord },
): CopiesCheck {
  const place = { contents, folder };
  const listed = new Set(record.artifacts.map(({ path }) => path));
  // A copy that is listed twice is checked once.
  const byPath = new Map((entry.workingCopies ?? []).map(copy => [copy.path, copy] as const));
  const copies = [...byPath.values()].filter(({ path }) => contents.files.has(`${folder}${path}`));
  const wrong = new Map(copies.map(copy => [copy, wrongWith(place, copy)] as const));
  const right = copies.filter(copy => wrong.get(copy) === undefined);
  return {
    findings: [...wrong].flatMap(([{ path }, why]) =>
      why === undefined ? [] : [altered('exhibit.copy.size-mismatch', `${folder}${path}`, why)],
    ),
    paths: copies.map(({ path }) => path),
    replayable: right
      .filter(({ of }) => listed.has(of.path) && sizeOf(place, of.path) !== undefined)
      .map(toComposition)
      .filter(({ parts }) => parts.length > 0 && parts.length <= mostParts),
    covered: new Map(right.map(copy => [copy.path, coveredIn(copy)])),
  };
}

interface Place {
  readonly contents: BundleContents;
  readonly folder: string;
}

function sizeOf({ contents, folder }: Place, path: string) {
  const head = contents.files.get(`${folder}${path}`)?.head;
  return head && pngSize(head);
}

function wrongWith(place: Place, copy: GivenCopy): string | undefined {
  const own = sizeOf(place, copy.path);
  if (own === undefined || own.width !== copy.width || own.height !== copy.height)
    return 'It is of another size than the record of the case says.';
  const cut = cutOf(copy);
  if (cut.width !== copy.width || cut.height !== copy.height)
    return 'It is of another size than what it is said to be cut out.';
  const original = sizeOf(place, copy.of.path);
  if (original === undefined) return undefined;
  const isWhole =
    copy.crop !== undefined || (original.width === copy.width && original.height === copy.height);
  return isWhole && [cut, ...copy.covered].every(area => isWithin(area, original))
    ? undefined
    : 'What is cut out or covered lies outside of the picture that it was made of.';
}

function cutOf({ crop, width, height }: GivenCopy): Area {
  return crop ?? { x: 0, y: 0, width, height };
}

function isWithin({ x, y, width, height }: Area, size: Pick<Area, 'width' | 'height'>): boolean {
  return x + width <= size.width && y + height <= size.height;
}

function toComposition(copy: GivenCopy): Composition {
  const cut = cutOf(copy);
  const parts = beside(cut, copy.covered).map(from => ({
    path: copy.of.path,
    from: { ...from },
    to: { x: from.x - cut.x, y: from.y - cut.y },
  }));
  return { path: copy.path, width: copy.width, height: copy.height, parts };
}

/** The covered areas in the copy's own pixels, without overlaps. */
function coveredIn(copy: GivenCopy): readonly Area[] {
  const cut = cutOf(copy);
  const areas = copy.covered.flatMap((area, index) => {
    const part = overlap(area, cut);
    return part === undefined ? [] : beside(part, copy.covered.slice(0, index));
  });
  if (areas.length > mostParts) return [];
  return areas.map(area => ({ ...area, x: area.x - cut.x, y: area.y - cut.y }));
}
