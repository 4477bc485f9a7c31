import { around, type Box } from './box.ts';
import { readsFromRight } from './letters.ts';
import type { Block, Item, Run } from './tree.ts';

/** A box along the lines (`start` to `end`) and across them (`before` to `after`), for any writing direction. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

type ToPlace = (box: Box) => Place;

/**
 * Sorts the words of every block into layout order, row by row, where it differs from the code's. Returns whether
 * anything was moved. Blocks come in the order of the walk.
 */
export function arrange(blocks: readonly Block[]): boolean {
  let isMoved = false;
  const away = new Map<Block, Block[]>();
  for (const block of blocks.toReversed()) {
    bringIn(block, away);
    sendAway(block, away);
    isMoved = order(block) || isMoved;
    block.box = boxAround(block.items);
  }
  return isMoved;
}

function boxAround(items: readonly Item[]): Box | undefined {
  return items.reduce<Box | undefined>((box, item) => around(box, boxOfItem(item)), undefined);
}

function boxOfItem(item: Item): Box | undefined {
  if (item.kind === 'block') return item.isStill ? undefined : item.box;
  return item.text.trim() === ''
    ? undefined
    : item.lines.reduce<Box | undefined>((box, line) => around(box, line), undefined);
}

/** Inserts the blocks sent out of inner blocks right after those. */
function bringIn(block: Block, away: Map<Block, Block[]>): void {
  if (!block.items.some(item => item.kind === 'block' && away.has(item))) return;
  block.items = block.items.flatMap<Item>(item =>
    item.kind === 'block' ? [item, ...(away.get(item) ?? [])] : [item],
  );
}

/** Moves a block that style put outside everything else in its parent to the level above. */
function sendAway(block: Block, away: Map<Block, Block[]>): void {
  const movable = block.items.filter(
    (item): item is Block =>
      item.kind === 'block' && item.isMovable && !item.isStill && item.box !== undefined,
  );
  if (movable.length === 0 || block.holdsPlaced || movable.length > 200) return;
  const sent = movable.filter(item => {
    const rest = boxAround(block.items.filter(other => other !== item));
    return rest !== undefined && item.box !== undefined && isApart(item.box, rest);
  });
  if (sent.length === 0) return;
  block.items = block.items.filter(item => !sent.some(each => each === item));
  away.set(block, sent);
}

function isApart(box: Box, rest: Box): boolean {
  return box.top >= rest.bottom || box.bottom <= rest.top;
}

/** One item to be sorted, with the items behind it that have no place of their own. */
interface Unit {
  readonly item: Item;
  readonly first: Place;
  readonly last: Place;
  readonly behind: Item[];
}

function order(block: Block): boolean {
  if (block.inColumns && !block.hasItems) return false;
  const toPlace = placing(block);
  const before: Item[] = [];
  const units: Unit[] = [];
  for (const item of block.items) {
    const unit = unitOf(item, toPlace);
    if (unit !== undefined) units.push(unit);
    else (units.at(-1)?.behind ?? before).push(item);
  }
  if (units.length < 2 || isInOrder(units, readsLoosely(block))) return false;
  const lines = units.flatMap(unit => splitUnit(unit, toPlace));
  const sorted = cut(lines);
  if (sorted.every((unit, at) => unit === lines[at])) return false;
  block.items = [...before, ...joined(sorted)];
  return true;
}

function unitOf(item: Item, toPlace: ToPlace): Unit | undefined {
  if (item.kind === 'block') {
    if (item.isStill || item.box === undefined) return undefined;
    const place = toPlace(item.box);
    return { item, first: place, last: place, behind: [] };
  }
  const [first, last] = [item.lines[0], item.lines.at(-1)];
  if (first === undefined || last === undefined || item.text.trim() === '') return undefined;
  return { item, first: toPlace(first), last: toPlace(last), behind: [] };
}

/** Maps boxes to the block's writing direction. Where style forces the order of letters, their direction counts. */
function placing(block: Block): ToPlace {
  const forced = block.items.find(
    (item): item is Run => item.kind === 'run' && item.drawn?.isForced === true,
  );
  const isFromRight = forced === undefined ? block.isRightToLeft : readsFromRight(forced.text) === true;
  const mode = block.writingMode;
  if (/^(?:vertical|sideways)/.test(mode)) {
    const isFromLeft = /lr$/.test(mode);
    return ({ left, top, right, bottom }) => ({
      ...(isFromRight ? { start: -bottom, end: -top } : { start: top, end: bottom }),
      ...(isFromLeft ? { before: left, after: right } : { before: -right, after: -left }),
    });
  }
  return ({ left, top, right, bottom }) => ({
    ...(isFromRight ? { start: -right, end: -left } : { start: left, end: right }),
    before: top,
    after: bottom,
  });
}

/** Whether words may be in another order than they are read, because the line has text of both directions. */
function readsLoosely(block: Block): boolean {
  const runs = block.items.filter((item): item is Run => item.kind === 'run');
  if (runs.some(({ drawn }) => drawn?.isForced)) return false;
  if (block.isRightToLeft) return true;
  return runs.some(({ text }) => readsFromRight(text) === true || bothWays.test(text));
}

const bothWays = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u200F\u202B\u202E\u2067]/;

function isInOrder(units: readonly Unit[], isLoose: boolean): boolean {
  return units.every((unit, at) => {
    const previous = units[at - 1];
    return previous === undefined || follows(previous.last, unit.first, isLoose && isInLine(previous, unit));
  });
}

function isInLine(...units: readonly Unit[]): boolean {
  return units.every(({ item }) => item.kind === 'run' || item.breaks === 0);
}

/** Whether `next` is below `previous`, or after it in the direction of the line. */
function follows(previous: Place, next: Place, isLoose: boolean): boolean {
  const least = Math.min(previous.after - previous.before, next.after - next.before);
  if (next.before >= previous.after - 0.4 * least) return true;
  const shared = Math.min(previous.after, next.after) - Math.max(previous.before, next.before);
  if (shared <= 0) return false;
  return isLoose || next.start >= previous.end - 0.4 * least;
}

/** The lines of a text as separate units, when it has several. */
function splitUnit(unit: Unit, toPlace: ToPlace): Unit[] {
  const { item } = unit;
  if (item.kind === 'block' || item.lines.length < 2 || item.drawn?.node === undefined) return [unit];
  const lines = item.drawn.split();
  const words = lines.map(({ text }) => text).join(' ');
  // Partly covered or clipped, so its lines can no longer be told apart.
  if (words.replace(/\s/g, '') !== item.text.replace(/\s/g, '')) return [unit];
  return lines.map(({ text, box }, at) => {
    const place = toPlace(box);
    const part: Run = { ...item, text, lines: [box] };
    return { item: part, first: place, last: place, behind: at === lines.length - 1 ? unit.behind : [] };
  });
}

function extent(units: readonly Unit[], side: 'before' | 'start', end: 'after' | 'end'): Unit[][] {
  const sorted = units.toSorted((one, other) => low(one, side) - low(other, side));
  const groups: Unit[][] = [];
  let reached = -Infinity;
  for (const unit of sorted) {
    const [from, to] = [low(unit, side), Math.max(unit.first[end], unit.last[end])];
    const group = groups.at(-1);
    if (group === undefined || from >= reached - 0.25 * Math.min(to - from, 24)) groups.push([unit]);
    else group.push(unit);
    reached = Math.max(reached, to);
  }
  return groups;
}

function low(unit: Unit, side: 'before' | 'start'): number {
  return Math.min(unit.first[side], unit.last[side]);
}

/** Cuts between rows, then between columns, recursively; what cannot be cut keeps its order. */
function cut(units: readonly Unit[]): Unit[] {
  if (units.length < 2) return [...units];
  const rows = extent(units, 'before', 'after');
  if (rows.length > 1) return rows.flatMap(row => cut(inTurn(row, units)));
  const columns = extent(units, 'start', 'end');
  if (columns.length > 1) return columns.flatMap(column => cut(inTurn(column, units)));
  return [...units];
}

function inTurn(some: readonly Unit[], all: readonly Unit[]): Unit[] {
  const wanted = new Set(some);
  return all.filter(unit => wanted.has(unit));
}

/** The items in their new order, with spaces and line breaks between moved lines. */
function joined(units: readonly Unit[]): Item[] {
  return units.flatMap((unit, at) => {
    const next = units[at + 1];
    const items = [
      unit.item,
      ...unit.behind.filter(item => item.kind === 'block' || item.text.trim() !== ''),
    ];
    if (next === undefined || !isInLine(unit, next)) return items;
    const shared =
      Math.min(unit.last.after, next.first.after) - Math.max(unit.last.before, next.first.before);
    const height = unit.last.after - unit.last.before;
    if (shared <= 0) return [...items, between('\n')];
    return next.first.start - unit.last.end > 0.12 * height || unit.behind.length > 0
      ? [...items, between(' ')]
      : items;
  });
}

function between(text: string): Run {
  return { kind: 'run', text, keep: text === '\n', lines: [], drawn: undefined };
}
