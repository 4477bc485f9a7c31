/** Approximate width of a letter in a table, in points. */
const letter = 5.2;
/** In letters. A longer word is broken rather than given all the width. */
const longestWhole = 16;

/**
 * Divides the width of a table, in points, among its columns by their contents. Each column first gets room for its
 * longest word, as far as possible, then a share of the rest by its longest text.
 */
export function columnWidths(rows: readonly (readonly string[])[], room: number): number[] {
  const count = Math.max(1, ...rows.map(row => row.length));
  const columns = Array.from({ length: count }, (_, column) => rows.map(row => row[column] ?? ''));
  const least = columns.map(texts => letter * Math.min(longestWhole, longest(texts.flatMap(words))) + 2);
  const wanted = columns.map(texts => letter * Math.min(110, longest(texts)) + 2);
  const leastTotal = sum(least);
  if (leastTotal >= room) return least.map(width => (width * room) / leastTotal);
  const more = wanted.map((width, column) => Math.max(0, width - (least[column] ?? 0)));
  const share = sum(more) === 0 ? 0 : (room - leastTotal) / sum(more);
  const spare = sum(more) === 0 ? (room - leastTotal) / count : 0;
  return least.map((width, column) => width + (more[column] ?? 0) * share + spare);
}

function words(text: string): string[] {
  return text.split(/[\s/]+/);
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
