import { attributeOf } from '../../platforms/dom.ts';
import type { PageSession, SavedStyle } from './session.ts';

type Styled = HTMLElement | SVGElement;

/**
 * Writes inline styles above all others and remembers exactly what stood there. Written to again, what stood there
 * first is what is remembered.
 */
export function writeStyle(
  session: PageSession,
  element: Styled,
  wanted: Readonly<Record<string, string>>,
): void {
  const style = styleOf(element);
  const attribute = attributeOf(element, 'style') ?? null;
  const first = session.styles.get(element);
  const known = new Set(first?.properties.map(({ name }) => name));
  const added = longhandsOf(style, wanted).filter(({ name }) => !known.has(name));
  for (const [name, value] of Object.entries(wanted)) style.setProperty(name, value, 'important');
  const written = attributeOf(element, 'style') ?? null;
  // What the page itself wrote between the two is not undone with them.
  const isOwn = first === undefined || first.written === attribute;
  session.styles.set(element, {
    attribute: first === undefined ? attribute : first.attribute,
    written: isOwn ? written : null,
    properties: [...(first?.properties ?? []), ...added],
  });
}

/** Written so that the page stands where it is put; nothing of it can be seen. */
const unseen = /^scroll-snap-type$/;

/** Puts back every style that was written; answers how many elements had been changed to the eye. */
export function restoreStyles(session: PageSession): number {
  const isSeen = ({ properties }: SavedStyle) => properties.some(({ name }) => !unseen.test(name));
  const count = Array.from(session.styles.values()).filter(isSeen).length;
  for (const [element, saved] of session.styles) restoreStyle(element, saved);
  session.styles.clear();
  return count;
}

function restoreStyle(element: Styled, saved: SavedStyle): void {
  const style = styleOf(element);
  const isUntouched = (attributeOf(element, 'style') ?? null) === saved.written;
  for (const { name, value, priority } of saved.properties) {
    if (value === '') style.removeProperty(name);
    else style.setProperty(name, value, priority);
  }
  // The text of the attribute too, unless the page has written to it meanwhile. The properties come first:
  // a page's content security policy may forbid the attribute's text to take effect.
  if (!isUntouched || (attributeOf(element, 'style') ?? null) === saved.attribute) return;
  if (saved.attribute === null) Element.prototype.removeAttribute.call(element, 'style');
  else Element.prototype.setAttribute.call(element, 'style', saved.attribute);
}

function longhandsOf(style: CSSStyleDeclaration, wanted: Readonly<Record<string, string>>) {
  const shorthands: Readonly<Record<string, readonly string[]>> = {
    inset: ['top', 'right', 'bottom', 'left'],
    transition: [
      'transition-property',
      'transition-duration',
      'transition-timing-function',
      'transition-delay',
      'transition-behavior',
    ],
  };
  return Object.keys(wanted)
    .flatMap(name => shorthands[name] ?? [name])
    .map(name => ({ name, value: style.getPropertyValue(name), priority: style.getPropertyPriority(name) }));
}

function styleOf(element: Styled): CSSStyleDeclaration {
  const prototype = element instanceof HTMLElement ? HTMLElement.prototype : SVGElement.prototype;
  return Reflect.get(prototype, 'style', element);
}
