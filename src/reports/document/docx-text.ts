import { TextRun } from 'docx';
import { visibleText } from '../../words/visible-text.ts';

/** The text, each of its lines on one of its own. Characters that would not be seen are shown by their number. */
export function runs(
  text: string,
  style: { readonly bold?: boolean; readonly size?: number } = {},
): TextRun[] {
  return visibleText(text)
    .split('\n')
    .map((part, index) => new TextRun({ ...style, text: part, ...(index > 0 && { break: 1 }) }));
}
