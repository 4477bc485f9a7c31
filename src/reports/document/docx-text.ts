import { TextRun } from 'docx';
import { visibleText } from '../../words/visible-text.ts';

/** The text as runs, each line on a line of its own. Invisible characters are shown by their number. */
export function runs(
  text: string,
  style: { readonly bold?: boolean; readonly size?: number } = {},
): TextRun[] {
  return visibleText(text)
    .split('\n')
    .map((part, index) => new TextRun({ ...style, text: part, ...(index > 0 && { break: 1 }) }));
}
