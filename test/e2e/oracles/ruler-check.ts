import { cellWidth } from './ruler-code.ts';
import type { Span } from './ruler-reader.ts';
import { period } from './ruler-script.ts';

/** What kind of fault a picture has, and the sentence that names it. */
export interface RulerFault {
  readonly kind:
    | 'missing-start'
    | 'missing-end'
    | 'missing'
    | 'doubled'
    | 'cut'
    | 'gap'
    | 'torn'
    | 'column'
    | 'part'
    | 'picture';
  readonly says: string;
}

/** What a picture of a ruler must hold. Lengths in CSS pixels; `scale` is device pixels a CSS pixel. */
export interface ExpectedRuler {
  /** Every row's number in the order in which they follow one another. */
  readonly rows: readonly number[];
  readonly scale: number;
  /** The height of a row; without it no row is called cut. */
  readonly height?: number;
  /** After which rows something else may stand; 'any' where nothing is said of it. */
  readonly gaps?: 'any' | readonly number[];
  /** How many columns there are; without it nothing is asked of them. */
  readonly columns?: number;
  /** Whether columns are counted from the right. */
  readonly fromRight?: boolean;
  /** Pictures that must all be there, once each. */
  readonly pictures?: readonly number[];
  /** Parts that may stand there once at most. */
  readonly parts?: readonly number[];
}

interface Row {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** Every fault of what was read, each row named; nothing when each number stands there once and in order. */
export function checkRuler(spans: readonly Span[], expected: ExpectedRuler): RulerFault[] {
  const rows = rowsOf(spans);
  return [
    ...missingRows(rows, expected.rows),
    ...orderOf(rows, expected),
    ...heights(rows, expected),
    ...torn(spans),
    ...(expected.columns === undefined ? [] : columnFaults(spans, expected)),
    ...(expected.pictures ?? []).flatMap(number => counted(spans, 'picture', number, [1, 1])),
    ...(expected.parts ?? []).flatMap(number => counted(spans, 'part', number, [0, 1])),
  ];
}

/** The rows as they follow one another down the picture, whatever strip they were read from. */
function rowsOf(spans: readonly Span[]): Row[] {
  const rows: { -readonly [K in keyof Row]: Row[K] }[] = [];
  for (const span of spans) {
    if (span.kind !== 'row') continue;
    const known = rows.find(({ number, to }) => number === span.number && span.from <= to + 2);
    if (known) known.to = Math.max(known.to, span.to);
    else rows.push({ number: span.number, from: span.from, to: span.to });
  }
  return rows.sort((a, b) => a.from - b.from);
}

function missingRows(rows: readonly Row[], wanted: readonly number[]): RulerFault[] {
  const seen = new Set(rows.map(({ number }) => number));
  const missing = wanted.filter(number => !seen.has(number));
  if (missing.length === 0) return [];
  if (missing.length === wanted.length) return [{ kind: 'missing', says: 'no row of the ruler is there' }];
  const first = wanted.findIndex(number => seen.has(number));
  const last = wanted.findLastIndex(number => seen.has(number));
  const part = (kind: RulerFault['kind'], numbers: readonly number[]): RulerFault[] =>
    numbers.length === 0 ? [] : [{ kind, says: `missing: ${list(numbers)}` }];
  return [
    ...part('missing-start', wanted.slice(0, first)),
    ...part(
      'missing',
      missing.filter(number => wanted.indexOf(number) > first && wanted.indexOf(number) < last),
    ),
    ...part('missing-end', wanted.slice(last + 1)),
  ];
}

function orderOf(rows: readonly Row[], { rows: wanted, gaps = [], scale }: ExpectedRuler): RulerFault[] {
  const faults: RulerFault[] = [];
  const seen = new Set<number>();
  rows.forEach((row, at) => {
    const { number, from } = row;
    if (seen.has(number)) faults.push({ kind: 'doubled', says: `row ${number} again at ${from}` });
    else if (!wanted.includes(number))
      faults.push({ kind: 'doubled', says: `row ${number}, of no place here, at ${from}` });
    seen.add(number);
    const before = rows[at - 1];
    if (before === undefined) return;
    const places = [wanted.indexOf(before.number), wanted.indexOf(number)] as const;
    if (places[1] < places[0]) faults.push({ kind: 'doubled', says: `row ${number} after ${before.number}` });
    const free = gaps === 'any' || gaps.includes(before.number);
    const gap = from - before.to;
    if (places[1] === places[0] + 1 && gap > 2 * scale && !free)
      faults.push({ kind: 'gap', says: `${gap} px of something else after row ${before.number}` });
  });
  return faults;
}

function heights(rows: readonly Row[], { height, scale }: ExpectedRuler): RulerFault[] {
  if (height === undefined) return [];
  return rows
    .filter(({ from, to }) => Math.abs(to - from - height * scale) > 1.6 + scale / 2)
    .map(({ number, from, to }) => ({
      // Where a picture ends before the page does, it may end in the middle of a row.
      kind: number === rows.at(-1)?.number && to - from < height * scale ? 'missing-end' : 'cut',
      says: `row ${number} at ${from} is ${to - from} px high, not ${height * scale}`,
    }));
}

/** Rows of two numbers side by side. */
function torn(spans: readonly Span[]): RulerFault[] {
  const rows = spans.filter(({ kind }) => kind === 'row');
  const faults: RulerFault[] = [];
  rows.forEach((row, at) => {
    for (let next = at + 1; next < rows.length; next++) {
      const other = rows[next];
      if (other === undefined || other.from >= row.to - 3) break;
      if (other.number !== row.number)
        faults.push({
          kind: 'torn',
          says: `rows ${row.number} and ${other.number} side by side at ${other.from}`,
        });
    }
  });
  return faults.slice(0, 5);
}

function columnFaults(
  spans: readonly Span[],
  { columns = 0, fromRight = false, scale }: ExpectedRuler,
): RulerFault[] {
  const places = new Map<number, number[]>();
  for (const { kind, number, x } of spans) {
    if (kind !== 'column') continue;
    const known = places.get(number) ?? [];
    if (!known.some(place => Math.abs(place - x) <= 3)) places.set(number, [...known, x]);
  }
  const faults: RulerFault[] = [];
  const fault = (says: string) => faults.push({ kind: 'column', says });
  const missing = Array.from({ length: columns }, (_, number) => number).filter(
    number => !places.has(number),
  );
  if (missing.length > 0) fault(`columns missing: ${list(missing)}`);
  for (const [number, found] of places) {
    if (found.length > 1) fault(`column ${number} at ${found.join(' and ')}`);
    const next = places.get(number + 1)?.[0];
    const step = next === undefined ? undefined : (next - (found[0] ?? 0)) * (fromRight ? -1 : 1);
    if (step !== undefined && Math.abs(step - period * scale) > 3)
      fault(`column ${number + 1} is ${step} px after column ${number}, not ${period * scale}`);
  }
  return faults;
}

/** How often a part or picture stands in the picture; `cell` tells a code of another scale apart. */
function counted(
  spans: readonly Span[],
  kind: 'part' | 'picture',
  number: number,
  [least, most]: readonly [number, number],
): RulerFault[] {
  const found = spans.filter(
    span => span.kind === kind && span.number === number && span.cell > cellWidth / 3,
  );
  if (found.length < least) return [{ kind, says: `${kind} ${number} is not there` }];
  if (found.length <= most) return [];
  return [
    {
      kind,
      says: `${kind} ${number} stands there ${found.length} times, at ${list(found.map(({ from }) => from))}`,
    },
  ];
}

/** Numbers as a person would write them: 3–7, 12. */
export function list(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < numbers.length && parts.length < 12; ) {
    let end = at;
    while (numbers[end + 1] === (numbers[end] ?? Number.NaN) + 1) end++;
    parts.push(end === at ? String(numbers[at]) : `${numbers[at]}–${numbers[end]}`);
    at = end + 1;
  }
  return parts.join(', ');
}
