import { attributeOf, isConnected } from '../../dom/tree.ts';
import { describe } from './naming.ts';
import type { PageSession, SavedStyle } from './session.ts';

type Styled = HTMLElement | SVGElement;
type Declarations = Readonly<Record<string, string>>;

/**
 * Writes inline styles above all others and remembers exactly what stood there. Written to again, what stood there
 * first is what is remembered.
 */
export function writeStyle(session: PageSession, element: Styled, wanted: Declarations): void {
  const first = session.styles.get(element);
  const now = attributeOf(element, 'style') ?? null;
  const attribute = first === undefined ? now : first.attribute;
  const all = { ...first?.wanted, ...wanted };
  const mark = session.mark.beside({ attribute, wanted: all });
  const saved = overwrite(element, { attribute, all, mark }, first?.properties);
  // What the page itself wrote between the two is not undone with them.
  const isOwn = first === undefined || first.written === now;
  session.styles.set(element, isOwn ? saved : { ...saved, written: null });
}

interface Overwriting {
  readonly attribute: string | null;
  readonly all: Declarations;
  readonly mark: Declarations;
}

function overwrite(
  element: Styled,
  { attribute, all, mark }: Overwriting,
  known: SavedStyle['properties'] = [],
): SavedStyle {
  const style = styleOf(element);
  const names = new Set(known.map(({ name }) => name));
  const fresh = longhandsOf(style, { ...all, ...mark }).filter(({ name }) => !names.has(name));
  for (const [name, value] of Object.entries({ ...all, ...mark }))
    style.setProperty(name, value, 'important');
  const written = attributeOf(element, 'style') ?? null;
  return { attribute, written, wanted: all, properties: [...known, ...fresh] };
}

/**
 * How an element was that an earlier agent altered, from what that one wrote beside it: the same is written over a
 * new element of no document, and what it changes there is what it changed here.
 */
export function savedBefore(attribute: string | null, all: Declarations, mark: Declarations): SavedStyle {
  const model: HTMLElement = Document.prototype.createElement.call(document, 'div');
  styleOf(model).cssText = attribute ?? '';
  return overwrite(model, { attribute, all, mark });
}

/** Written so that the page stands where it is put; nothing of it can be seen. */
const unseen = /^scroll-snap-type$/;

/** Whether what was written changes anything to the eye. */
export function isSeen(wanted: Declarations): boolean {
  return Object.keys(wanted).some(name => !unseen.test(name));
}

/**
 * Puts back every style that was written; answers how many elements had been changed to the eye, and what is not as it
 * was.
 */
export function restoreStyles(session: PageSession): { count: number; differs: readonly string[] } {
  const differs: string[] = [];
  const count = Array.from(session.styles.values()).filter(({ wanted }) => isSeen(wanted)).length;
  for (const [element, saved] of session.styles) {
    if (restoreStyle(element, saved) || !isConnected(element)) continue;
    differs.push(`What was hidden or moved is not as it was (${describe(element)}).`);
  }
  session.styles.clear();
  return { count, differs };
}

/** Puts back what was written to one element before the others; nothing where nothing was. False when it stays altered. */
export function releaseStyle(session: PageSession, element: Styled): boolean {
  const saved = session.styles.get(element);
  if (saved === undefined) return true;
  return restoreStyle(element, saved) && session.styles.delete(element);
}

/** Puts one element's style back, with what the page wrote to it meanwhile. False when it is not as it was then. */
export function restoreStyle(element: Styled, saved: SavedStyle): boolean {
  const style = styleOf(element);
  const isUntouched = (attributeOf(element, 'style') ?? null) === saved.written;
  for (const { name, value, priority } of saved.properties) {
    if (value === '') style.removeProperty(name);
    else style.setProperty(name, value, priority);
  }
  // The text of the attribute too, unless the page has written to it meanwhile. The properties come first:
  // a page's content security policy may forbid the attribute's text to take effect.
  if (isUntouched && (attributeOf(element, 'style') ?? null) !== saved.attribute) {
    if (saved.attribute === null) Element.prototype.removeAttribute.call(element, 'style');
    else Element.prototype.setAttribute.call(element, 'style', saved.attribute);
  }
  return isAsBefore(element, saved, isUntouched);
}

function isAsBefore(element: Styled, saved: SavedStyle, isUntouched: boolean): boolean {
  const style = styleOf(element);
  if (isUntouched && (attributeOf(element, 'style') ?? null) !== saved.attribute) return false;
  return saved.properties.every(
    ({ name, value, priority }) =>
      style.getPropertyValue(name) === value && style.getPropertyPriority(name) === priority,
  );
}

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

function longhandsOf(style: CSSStyleDeclaration, wanted: Declarations) {
  return Object.keys(wanted)
    .flatMap(name => shorthands[name] ?? [name])
    .map(name => ({ name, value: style.getPropertyValue(name), priority: style.getPropertyPriority(name) }));
}

function styleOf(element: Styled): CSSStyleDeclaration {
  const prototype = element instanceof HTMLElement ? HTMLElement.prototype : SVGElement.prototype;
  return Reflect.get(prototype, 'style', element);
}
