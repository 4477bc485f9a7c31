import { byTimeline, type Late } from './late.ts';
import { named } from './pictures.ts';
import type { Timeline } from './timeline.ts';

const properties = [
  'background-image',
  'border-image-source',
  'mask-image',
  'list-style-image',
  'content',
] as const;

/** A picture in the element's style, or in that of its `::before` or `::after`, that has not loaded. */
export function lateStylePicture(element: Element, timeline: Timeline): Late | undefined {
  const isLate = pictureLists(element).some(list => isMissing(list, timeline));
  if (!isLate || !timeline.isWhole()) return undefined;
  return named(element, 'A picture drawn by style', { listen: byTimeline });
}

function pictureLists(element: Element): string[] {
  const own = listsOf(getComputedStyle(element));
  const added = ['::before', '::after'].flatMap(pseudo => {
    const style = getComputedStyle(element, pseudo);
    return /^(?:none|normal|)$/.test(style.content) ? [] : listsOf(style);
  });
  return [...own, ...added];
}

function listsOf(style: CSSStyleDeclaration): string[] {
  return properties.map(name => style.getPropertyValue(name)).filter(value => value.includes('url('));
}

/** Whether a picture of the list has not loaded; for an `image-set`, whether none has. */
function isMissing(list: string, timeline: Timeline): boolean {
  const ended = addressesIn(list).map(address => timeline.hasEnded(address));
  return list.includes('image-set(') ? !ended.includes(true) : ended.includes(false);
}

/** The addresses in a computed style value, where they are absolute and mostly quoted. */
export function addressesIn(value: string): string[] {
  const found = value.matchAll(/url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^"')]*))\s*\)/gsu);
  return [...found].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? '').replace(/\\(.)/gsu, '$1'),
  );
}
