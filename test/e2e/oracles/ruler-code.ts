/**
 * A code is a number that can be read back from a picture at any scale from two thirds up: nine cells side by side, each
 * `cellWidth` CSS pixels wide, of pure colours of which no two neighbours are the same.
 *
 * | cell | colour                                                       |
 * |------|--------------------------------------------------------------|
 * | 0, 8 | black                                                        |
 * | 1    | the kind, by its place in `codeKinds`                        |
 * | 2–6  | a digit of the number in base 5, the highest first           |
 * | 7    | check digit: kind and digits, weighed by their place, mod 5  |
 *
 * A digit is the place of its colour among the five that its left neighbour has not.
 */
export const codeKinds = ['row', 'column', 'part', 'picture'] as const;
export type CodeKind = (typeof codeKinds)[number];

/** Of one cell and of a whole code, in CSS pixels. */
export const cellWidth = 6;
export const codeWidth = 9 * cellWidth;
/** One code higher than the highest that fits. */
export const codeLimit = 5 ** 5;

/** The six colours of the cells, as `#rrggbb`, and black for both ends. */
export const palette = ['#ff0000', '#00ff00', '#0000ff', '#ffff00', '#00ffff', '#ff00ff'] as const;
export const black = '#000000';

/**
 * The nine colours of a code. Holds nothing but itself, so that a page can be given it as text: `kind` is the place
 * in `codeKinds`.
 */
export function codeColours(kind: number, number: number): string[] {
  const colours = ['#ff0000', '#00ff00', '#0000ff', '#ffff00', '#00ffff', '#ff00ff'];
  const digits = [625, 125, 25, 5, 1].map(place => Math.floor(number / place) % 5);
  const check = digits.reduce((sum, digit, at) => sum + digit * (at + 1), kind) % 5;
  const cells = [colours[kind] ?? ''];
  for (const digit of [...digits, check]) {
    const last = cells[cells.length - 1];
    cells.push(colours.filter(colour => colour !== last)[digit] ?? '');
  }
  return ['#000000', ...cells, '#000000'];
}

/** The number that seven inner cells (places in `palette`) stand for; undefined when they stand for none. */
export function decoded(
  cells: readonly number[],
): { readonly kind: CodeKind; readonly number: number } | undefined {
  const [first = -1, ...rest] = cells;
  const kind = codeKinds[first];
  if (kind === undefined || rest.length !== 6) return undefined;
  const digits = rest.map((cell, at) => {
    const last = cells[at] ?? -1;
    return cell === last ? -1 : cell - (cell > last ? 1 : 0);
  });
  const check = digits.pop();
  const sum = digits.reduce((total, digit, at) => total + digit * (at + 1), first);
  if (digits.includes(-1) || check !== sum % 5) return undefined;
  return { kind, number: digits.reduce((total, digit) => total * 5 + digit, 0) };
}

/** A picture of a code as an SVG of this size in CSS pixels; `fill` is the colour beside the code. */
export function codePicture(
  kind: CodeKind,
  number: number,
  { width, height, fill }: { readonly width: number; readonly height: number; readonly fill: string },
): string {
  const cells = codeColours(codeKinds.indexOf(kind), number).map(
    (colour, at) => `<rect x="${at * cellWidth}" width="${cellWidth}" height="100%" fill="${colour}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${fill}"/><g shape-rendering="crispEdges">${cells.join('')}</g></svg>`;
}
