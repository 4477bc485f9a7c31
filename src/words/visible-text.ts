/** A stretch of text that can be printed as it is, or one character that would not be seen. */
export type TextRun = { readonly text: string } | { readonly unseen: string };

/**
 * An English flag and the like are made of tag characters and are kept whole; every other control,
 * bidirectional control, zero-width space, tag, lone surrogate and non-character is shown by its number. Joiners
 * (U+200C, U+200D) belong to ordinary words and emoji and are left alone.
 */
const unseenCharacters =
  /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}|[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu;

/**
 * Splits text from a page into what is seen and what is not. Line feeds and tabs are text; nothing is lost.
 * An empty text gives no runs.
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

/** The same as one string: a right-to-left override becomes `[U+202E]`. */
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
