/** A stretch of text that can be printed as it is, or one invisible character as its number. */
export type TextRun = { readonly text: string } | { readonly unseen: string };

/**
 * Matches invisible characters: controls, bidirectional controls, zero-width spaces, tags, lone surrogates and
 * non-characters. A flag made of tag characters, such as the English one, matches as a whole and is kept. Joiners
 * (U+200C, U+200D) belong to ordinary words and emoji and do not match.
 */
const unseenCharacters =
  /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}|[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu;

/**
 * Splits text from a page into visible and invisible runs. Line feeds and tabs count as visible text. Nothing is lost
 * except that CR LF becomes LF. An empty text gives no runs.
 */
export function textRuns(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  const source = text.replaceAll('\r\n', '\n');
  let from = 0;
  for (const match of source.matchAll(unseenCharacters)) {
    if (!isUnseen(match[0])) continue;
    if (match.index > from) runs.push({ text: source.slice(from, match.index) });
    runs.push({ unseen: codePointName(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < source.length) runs.push({ text: source.slice(from) });
  return runs;
}

/** The runs as one string: a right-to-left override becomes `[U+202E]`. */
export function visibleText(text: string): string {
  return textRuns(text)
    .map(run => ('text' in run ? run.text : run.unseen))
    .join('');
}

function isUnseen(found: string): boolean {
  return found !== '\n' && found !== '\t' && !found.startsWith('\u{1F3F4}');
}

function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}
