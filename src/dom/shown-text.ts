import { seenText } from './seen-text.ts';
import { matches } from './tree.ts';

/** The text of an element as it was seen, see {@link seenText}. */
export function shownText(element: Element): string {
  return seenText(element).text;
}

/** The text as it was seen, with the alternative text of pictures in their place: many sites write emoji as pictures. */
export function pictureText(element: Element): string {
  return seenText(element, { pictures: true }).text;
}

/** The words of a name: like {@link pictureText}, without what style writes beside them, which may be any name. */
export function nameText(element: Element): string {
  return seenText(element, { pictures: true, leavesOutWritten: true }).text;
}

/** The words that somebody wrote: like {@link pictureText}, of an element whose line breaks are those of the writer. */
export function writtenText(element: Element): string {
  return seenText(element, { pictures: true, keepsLines: true }).text;
}

/** The text as {@link pictureText} has it, without the parts of the page that match. */
export function pictureTextWithout(element: Element, leftOut: string): string {
  return seenText(element, { pictures: true, isLeftOut: part => matches(part, leftOut) }).text;
}

/** The words that somebody wrote, as {@link writtenText} has them, without the parts of the page that match. */
export function writtenTextWithout(element: Element, leftOut: string): string {
  return seenText(element, { pictures: true, keepsLines: true, isLeftOut: part => matches(part, leftOut) })
    .text;
}
