import { seenText } from './seen-text.ts';
import { matches } from './tree.ts';

/** The text of an element as it was seen, see {@link seenText}. */
export function shownText(element: Element): string {
  return seenText(element).text;
}

/** The seen text with pictures replaced by their alternative text; many sites write emoji as pictures. */
export function pictureText(element: Element): string {
  return seenText(element, { pictures: true }).text;
}

/** The words of a name: like {@link pictureText}, without generated content, which could add any name. */
export function nameText(element: Element): string {
  return seenText(element, { pictures: true, leavesOutWritten: true }).text;
}

/** The words that somebody wrote: like {@link pictureText}, with line breaks kept where there is no layout. */
export function writtenText(element: Element): string {
  return seenText(element, { pictures: true, keepsLines: true }).text;
}

/** Like {@link pictureText}, without the parts that match `leftOut`. */
export function pictureTextWithout(element: Element, leftOut: string): string {
  return seenText(element, { pictures: true, isLeftOut: part => matches(part, leftOut) }).text;
}

/** Like {@link writtenText}, without the parts that match `leftOut`. */
export function writtenTextWithout(element: Element, leftOut: string): string {
  return seenText(element, { pictures: true, keepsLines: true, isLeftOut: part => matches(part, leftOut) })
    .text;
}
