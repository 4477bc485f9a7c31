/** What two lists have in common, in order, and the gaps in which they differ. Indices into each list. */
export interface Alignment {
  readonly pairs: readonly (readonly [left: number, right: number])[];
  readonly gaps: readonly Gap[];
}

/** A stretch that differs between the lists; `from` is inclusive, `to` exclusive. */
export interface Gap {
  readonly left: readonly [from: number, to: number];
  readonly right: readonly [from: number, to: number];
}

/** With more single differences than this, the whole differing middle counts as one gap. */
const mostSteps = 1_500;

/** Aligns two lists of keys with as few differences as possible (Myers, "An O(ND) Difference Algorithm", 1986). */
export function align(left: readonly string[], right: readonly string[]): Alignment {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  const head = Array.from({ length: start }, (_, at) => [at, at] as const);
  const tail = Array.from(
    { length: end },
    (_, at) => [left.length - end + at, right.length - end + at] as const,
  );
  const middle = middlePairs(left.slice(start, left.length - end), right.slice(start, right.length - end));
  const pairs = [...head, ...middle.map(([l, r]) => [l + start, r + start] as const), ...tail];
  return { pairs, gaps: gapsOf(pairs, left.length, right.length) };
}

function gapsOf(pairs: Alignment['pairs'], leftLength: number, rightLength: number): Gap[] {
  const gaps: Gap[] = [];
  let [left, right] = [0, 0];
  for (const [l, r] of [...pairs, [leftLength, rightLength] as const]) {
    if (l > left || r > right) gaps.push({ left: [left, l], right: [right, r] });
    [left, right] = [l + 1, r + 1];
  }
  return gaps;
}

function middlePairs(left: readonly string[], right: readonly string[]): (readonly [number, number])[] {
  const offset = mostSteps + 1;
  const reach = new Int32Array(2 * offset + 1);
  const trail: Int32Array[] = [];
  for (let steps = 0; steps <= Math.min(mostSteps, left.length + right.length); steps += 1) {
    trail.push(reach.slice(offset - steps - 1, offset + steps + 2));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = isDown(reach, offset, diagonal, steps)
        ? at(reach, offset + diagonal + 1)
        : at(reach, offset + diagonal - 1) + 1;
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x += 1;
      reach[offset + diagonal] = x;
      if (x >= left.length && x - diagonal >= right.length) return walkBack(trail, left.length, right.length);
    }
  }
  return [];
}

function at(reach: Int32Array, index: number): number {
  return reach[index] ?? 0;
}

function isDown(reach: Int32Array, middle: number, diagonal: number, steps: number): boolean {
  if (diagonal === -steps) return true;
  return diagonal !== steps && at(reach, middle + diagonal - 1) < at(reach, middle + diagonal + 1);
}

function walkBack(
  trail: readonly Int32Array[],
  width: number,
  height: number,
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [x, y] = [width, height];
  for (let steps = trail.length - 1; steps >= 0; steps -= 1) {
    const reach = trail[steps] ?? new Int32Array();
    const diagonal = x - y;
    const before = isDown(reach, steps + 1, diagonal, steps) ? diagonal + 1 : diagonal - 1;
    const fromX = steps === 0 ? 0 : at(reach, steps + 1 + before);
    const fromY = steps === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) {
      pairs.push([x - 1, y - 1]);
      x -= 1;
      y -= 1;
    }
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}
