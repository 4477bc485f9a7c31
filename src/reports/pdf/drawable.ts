/** The code points that the two fonts of the PDF can draw. */
export interface DrawableCharacters {
  readonly regular: ReadonlySet<number>;
  readonly bold: ReadonlySet<number>;
}

/** A stretch of text in one font, or the mark for one that cannot be drawn. */
export type DrawnRun =
  | { readonly kind: 'drawn'; readonly text: string; readonly bold: boolean }
  | { readonly kind: 'mark'; readonly text: string };

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Spaces and punctuation that are joined to the undrawable words around them; a line feed is not. */
const between = /^[^\S\n]*[\p{P}\p{Z}]*$/u;

/**
 * Cuts text into stretches for which the fonts have every glyph, with one mark in place of each run of the rest. A
 * letter with its combining marks, or an emoji with its joiners, is drawn whole or not at all. Bold falls back to
 * regular. Text that runs from right to left is never in the fonts, and so is never drawn in the wrong order.
 */
export function drawnRuns(
  text: string,
  bold: boolean,
  characters: DrawableCharacters,
  isShort = false,
): readonly DrawnRun[] {
  if (text === '') return [];
  const first = bold ? characters.bold : characters.regular;
  if (hasAll(text, first)) return [{ kind: 'drawn', text, bold }];
  return joined(stretches(text, bold, characters)).map(({ text: stretch, face }) =>
    face === 'none'
      ? { kind: 'mark', text: markFor(stretch, isShort) }
      : { kind: 'drawn', text: stretch, bold: face === 'bold' },
  );
}

interface Stretch {
  readonly text: string;
  readonly face: 'bold' | 'regular' | 'none';
}

function stretches(text: string, bold: boolean, characters: DrawableCharacters): Stretch[] {
  const found: Stretch[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const face =
      bold && hasAll(segment, characters.bold)
        ? 'bold'
        : hasAll(segment, characters.regular)
          ? 'regular'
          : 'none';
    append(found, { text: segment, face });
  }
  return found;
}

/** Joins spaces and punctuation between two undrawable stretches with them into one. */
function joined(found: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  found.forEach((stretch, index) => {
    const isBetween =
      result.at(-1)?.face === 'none' && found[index + 1]?.face === 'none' && between.test(stretch.text);
    append(result, isBetween ? { ...stretch, face: 'none' } : stretch);
  });
  return result;
}

function append(found: Stretch[], stretch: Stretch): void {
  const last = found.at(-1);
  if (last?.face === stretch.face) found[found.length - 1] = { ...last, text: last.text + stretch.text };
  else found.push(stretch);
}

function hasAll(text: string, drawn: ReadonlySet<number>): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code !== 10 && code !== 9 && !drawn.has(code)) return false;
  }
  return true;
}

function markFor(text: string, isShort: boolean): string {
  const count = [...graphemes.segment(text)].length;
  const what = `not drawn: ${count} ${count === 1 ? 'character' : 'characters'}`;
  return isShort ? `‹${what}›` : `‹${what}; see report.html and text.txt›`;
}
