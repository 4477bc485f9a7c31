import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaptureRecord } from '../../../src/model/capture.ts';
import type { CaptureCheckName } from '../../../src/model/capture-check.ts';
import { checkRuler, type ExpectedRuler, type RulerFault } from '../oracles/ruler-check.ts';
import { cellWidth } from '../oracles/ruler-code.ts';
import type { Exhibit } from './exhibit.ts';
import { pixelsOf } from './marks.ts';
import type { Expectation, Fault } from './row.ts';

/** Of each fault of a ruler, the checks that tell of it. */
export const rulerCauses: Readonly<Record<RulerFault['kind'], readonly CaptureCheckName[]>> = {
  'missing-start': ['whole', 'bands', 'late', 'place', 'still', 'visible'],
  'missing-end': ['whole', 'bands', 'late', 'place', 'visible'],
  missing: ['seams', 'bands', 'still', 'place', 'late', 'identity', 'visible', 'whole'],
  doubled: ['seams', 'place', 'frames', 'still', 'identity'],
  // A picture that ends early may end in the middle of a row.
  cut: ['seams', 'still', 'bands', 'place', 'visible', 'whole'],
  gap: ['seams', 'still', 'bands', 'place', 'visible', 'late'],
  torn: ['seams', 'still', 'place', 'frames'],
  column: ['whole', 'seams', 'bands', 'place', 'visible'],
  part: ['still', 'seams', 'place'],
  picture: ['late', 'bands', 'whole', 'seams', 'place'],
};

/** `zoomed` is what a style makes larger; `anyScale` takes the scale that the picture itself shows. */
export interface RulerOptions extends Partial<Omit<ExpectedRuler, 'rows' | 'scale'>> {
  readonly from?: number;
  readonly zoomed?: number;
  readonly anyScale?: boolean;
  readonly turned?: boolean;
}

/** Every row from `from` (0) on, once and in order, whole. */
export function ruler(count: number, options: RulerOptions = {}): Expectation {
  const { from = 0, zoomed = 1, anyScale = false, turned = false, ...rest } = options;
  return exhibit => {
    if (exhibit.picture() === undefined) return [noPicture];
    const spans = exhibit.codes(turned);
    const shown = spans.map(({ cell }) => cell).sort((a, b) => a - b)[spans.length >> 1] ?? cellWidth;
    const scale = anyScale ? shown / cellWidth : exhibit.scale * zoomed;
    const rows = Array.from({ length: count }, (_, at) => from + at);
    const faults = checkRuler(spans, { rows, height: 20, scale, ...rest });
    return faults.slice(0, 12).map(({ kind, says }) => ({ says, causes: rulerCauses[kind] }));
  };
}

const noPicture: Fault = { says: 'there is no picture', causes: [] };

/** Codes that must stand in the picture once (`once`), once or not at all (`still`), or not (`never`). */
export function parts(expected: {
  readonly once?: readonly number[];
  readonly still?: readonly number[];
  readonly never?: readonly number[];
}): Expectation {
  return exhibit => {
    if (exhibit.picture() === undefined) return [noPicture];
    const times = (number: number) =>
      exhibit.codes().filter(({ kind, number: found }) => kind === 'part' && found === number).length;
    return [
      ...(expected.once ?? []).flatMap(number => onceFault(number, times(number))),
      ...(expected.still ?? []).flatMap(number => stillFault(number, times(number), exhibit.record)),
      ...(expected.never ?? [])
        .filter(number => times(number) > 0)
        .map(number => ({
          says: `part ${number} is in the picture`,
          causes: ['visible', 'identity', 'place', 'still'] as const,
        })),
    ];
  };
}

function onceFault(number: number, times: number): readonly Fault[] {
  if (times === 1) return [];
  if (times === 0)
    return [
      {
        says: `part ${number} is not in the picture`,
        causes: ['whole', 'visible', 'late', 'bands', 'still', 'seams', 'identity', 'place'],
      },
    ];
  return [
    {
      says: `part ${number} is in the picture ${times} times`,
      causes: ['still', 'seams', 'place', 'frames'],
    },
  ];
}

function stillFault(number: number, times: number, { pageChanges }: CaptureRecord): readonly Fault[] {
  if (times > 1) return onceFault(number, times);
  const isNamed = pageChanges.some(({ kind }) => kind === 'hidden' || kind === 'not-recorded');
  return times === 1 || isNamed
    ? []
    : [{ says: `part ${number} was hidden and no change of the page names it`, causes: ['still'] }];
}

/** Text with every run of blanks as one. */
const plain = (text: string) => text.replace(/\s+/g, ' ');

/** What `text.txt` must hold, in this order, and what it must not. */
export function words(has: readonly string[], hasNot: readonly string[] = []): Expectation {
  return ({ text }) => {
    const found = plain(text);
    let from = 0;
    const faults: Fault[] = [];
    for (const expected of has) {
      const at = found.indexOf(expected, from);
      if (at === -1)
        faults.push({ says: `the text has not "${expected}" in its place`, causes: ['text', 'whole'] });
      else from = at + expected.length;
    }
    for (const wrong of hasNot)
      if (found.includes(wrong))
        faults.push({ says: `the text has "${wrong}", which was not seen`, causes: ['text'] });
    return faults.length > 6
      ? [
          ...faults.slice(0, 3),
          {
            says: `and ${faults.length - 3} more; it begins "${found.slice(0, 80)}"`,
            causes: ['text', 'whole'],
          },
        ]
      : faults;
  };
}

/** Every row's words in the text. */
export const rowWords = (count: number): Expectation =>
  words(Array.from({ length: count }, (_, n) => `row ${n} the brown fox`));

/** A value of the record. `{origin}` and `{other}` stand for the sites of this run. */
export function field(
  name: string,
  read: (record: CaptureRecord) => unknown,
  expected: string | number,
  causes: readonly CaptureCheckName[] = [],
): Expectation {
  return ({ record, origin, other }) => {
    const wanted =
      typeof expected === 'string'
        ? expected.replace('{origin}', origin).replace('{other}', other)
        : expected;
    const found = read(record);
    return found === wanted
      ? []
      : [{ says: `${name} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`, causes }];
  };
}

/** The check ended like this. */
export function check(name: CaptureCheckName, results: readonly string[]): Expectation {
  return ({ record }) => {
    const found = record.checks?.find(each => each.check === name);
    if (found === undefined) return [{ says: `the record says nothing of the check "${name}"`, causes: [] }];
    return results.includes(found.result)
      ? []
      : [{ says: `check "${name}" is ${found.result}: ${found.detail}`, causes: [] }];
  };
}

/** A colour that the picture has at most (`most`) or at least (`least`) so many pixels of, at a scale of 1. */
export function colour(
  rgb: readonly [number, number, number],
  { least = 0, most = Number.POSITIVE_INFINITY }: { readonly least?: number; readonly most?: number },
  causes: readonly CaptureCheckName[],
): Expectation {
  return exhibit => {
    const image = exhibit.picture();
    if (image === undefined) return [noPicture];
    const count = pixelsOf(image, rgb, 6) / exhibit.scale ** 2;
    return count >= least && count <= most
      ? []
      : [{ says: `${Math.round(count)} pixels of rgb(${rgb.join()}), not ${least} to ${most}`, causes }];
  };
}

/** Every picture, word, title and author of one room, and the address that of this room. */
export const oneRoom: Expectation = exhibit => {
  const { record, text, folder } = exhibit;
  const rooms = new Map<string, readonly number[]>([
    [
      'picture',
      exhibit.codes().flatMap(({ kind, number }) => (kind === 'part' ? [Math.floor(number / 100)] : [])),
    ],
    ['text', [...text.matchAll(/ROOM (\d)/g)].map(found => Number(found[1]))],
    [
      'copy',
      [...readFileSync(join(folder, 'page.html'), 'utf8').matchAll(/ROOM (\d)/g)].map(found =>
        Number(found[1]),
      ),
    ],
    ['author', { 'Robin Sample': [1], 'Alex Other': [2] }[record.post?.account?.displayName ?? ''] ?? []],
    ['address', [record.page?.address, record.page?.finalAddress].flatMap(address => roomsOf(address ?? ''))],
  ]);
  const all = new Set([...rooms.values()].flat());
  if (all.size === 1) return [];
  const told = [...rooms]
    .map(([what, found]) => `${what} ${[...new Set(found)].join(' and ') || '—'}`)
    .join(', ');
  return [{ says: `holds rooms ${[...all].join(' and ')}: ${told}`, causes: ['place', 'identity'] }];
};

function roomsOf(address: string): number[] {
  const room = /room\/(\d)/.exec(address)?.[1];
  return room === undefined ? [] : [Number(room)];
}

/** What the copy shows when it is drawn, and what it does not. */
export function copy(shows: readonly string[], hides: readonly string[] = []): Expectation {
  return ({ copy: drawn }) => {
    if (drawn === undefined) return [{ says: 'the copy was not drawn', causes: ['copy'] }];
    return [
      ...shows.filter(each => !drawn.words.includes(each)).map(each => `the copy does not show "${each}"`),
      ...hides.filter(each => drawn.words.includes(each)).map(each => `the copy shows "${each}"`),
    ].map(says => ({ says, causes: ['copy'] as const }));
  };
}

/** That the check's sentence names it, where it held with an exception. */
export function saysOf(name: CaptureCheckName, words: RegExp): Expectation {
  return ({ record }) => {
    const found = record.checks?.find(each => each.check === name);
    return found !== undefined && words.test(found.detail)
      ? []
      : [{ says: `the check "${name}" does not say ${words}: ${found?.detail}`, causes: [] }];
  };
}

/** Colours that are in the picture of the window are in the copy too. */
export function copyHasColours(...colours: readonly (readonly [number, number, number])[]): Expectation {
  return exhibit => {
    const [image, drawn] = [exhibit.viewport(), exhibit.copy?.picture];
    if (!image || !drawn) return [{ says: 'the copy was not drawn', causes: ['copy'] }];
    return colours
      .filter(rgb => pixelsOf(image, rgb, 12) > 300 && pixelsOf(drawn, rgb, 12) < 300)
      .map(rgb => ({
        says: `rgb(${rgb.join()}) is in the picture and not in the copy`,
        causes: ['copy'] as const,
      }));
  };
}

/** Dark pixels in a box of the document (CSS pixels), of which there must be as many as words make. */
export function ink(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  least: number,
): Expectation {
  return exhibit => {
    const image = exhibit.picture();
    if (image === undefined) return [noPicture];
    const { scale } = exhibit;
    let count = 0;
    for (let y = Math.round(box.y * scale); y < Math.min(image.height, (box.y + box.height) * scale); y++)
      for (let x = Math.round(box.x * scale); x < Math.min(image.width, (box.x + box.width) * scale); x++)
        if ((image.data[(y * image.width + x) * 4] ?? 255) < 100) count += 1;
    return count >= least * scale ** 2
      ? []
      : [{ says: `${count} dark pixels where the words are, not ${least}`, causes: ['late', 'bands'] }];
  };
}

/** The picture is as wide or high as this at least, in CSS pixels. */
export function size(least: { readonly width?: number; readonly height?: number }): Expectation {
  return exhibit => {
    const image = exhibit.picture();
    if (image === undefined) return [noPicture];
    const { width = 0, height = 0 } = least;
    const found = { width: image.width / exhibit.scale, height: image.height / exhibit.scale };
    return found.width >= width - 1 && found.height >= height - 1
      ? []
      : [
          {
            says: `the picture is ${found.width} × ${found.height} CSS pixels, not ${width} × ${height}`,
            causes: ['whole'],
          },
        ];
  };
}

/** One of the page's changes and limits names this. */
export function named(pattern: RegExp, causes: readonly CaptureCheckName[]): Expectation {
  return ({ record }: Exhibit) =>
    record.pageChanges.some(({ detail }) => pattern.test(detail))
      ? []
      : [{ says: `nothing in the record names ${pattern}`, causes }];
}

/** Right when either is: a fault of the first only if the second has one too. */
export function either(first: Expectation, second: Expectation): Expectation {
  return async exhibit => {
    const faults = await first(exhibit);
    return faults.length === 0 || (await second(exhibit)).length === 0 ? [] : faults;
  };
}
