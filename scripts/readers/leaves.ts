/** What is the same for every post, or says how a value was read and is no value of its own. */
const unnamed = /(?:^|\.)(?:kind|relation|language|zone|toleranceSeconds|caveat|notes\.\d+|reader)$/;

/**
 * The texts in what a reader said, by short names: `handle` for `account.handle`, `displayedTime` for
 * `displayedTime.text`, `media.1.address` for the first of a list. Kind, notes and the viewer's own language are not among them.
 */
export function leavesOf(said: unknown): ReadonlyMap<string, string> {
  return new Map(
    pairsOf(said, [])
      .filter(([path]) => !unnamed.test(path))
      .map(([path, text]) => [nameOf(path), text]),
  );
}

function pairsOf(said: unknown, path: readonly string[]): (readonly [string, string])[] {
  if (typeof said === 'string') return [[path.join('.'), said]];
  if (typeof said !== 'object' || said === null) return [];
  return Object.entries(said).flatMap(([name, part]) =>
    pairsOf(part, [...path, Array.isArray(said) ? String(Number(name) + 1) : name]),
  );
}

function nameOf(path: string): string {
  return path
    .replace(/(^|\.)account\./, '$1')
    .replace(/displayedTime\.text$/, 'displayedTime')
    .replace(/machineTime\.at$/, 'machineTime');
}
