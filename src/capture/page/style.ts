import { attributeOf, isConnected } from '../../dom/tree.ts';
import { describe } from './naming.ts';
import type { PageSession, SavedStyle } from './session.ts';

type Styled = HTMLElement | SVGElement;
type Declarations = Readonly<Record<string, string>>;

/**
 * Writes inline styles with `!important` and remembers the original style. Later writes to the same element keep the
 * first original.
 */
export function writeStyle(session: PageSession, element: Styled, wanted: Declarations): void {
  const first = session.styles.get(element);
  const now = attributeOf(element, 'style') ?? null;
  const attribute = first === undefined ? now : first.attribute;
  const all = { ...first?.wanted, ...wanted };
  const mark = session.mark.beside({ attribute, wanted: all });
  const saved = overwrite(element, { attribute, all, mark }, first?.properties);
  // What the page wrote between two writes must not be undone with them.
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
 * The original style of an element that an earlier agent altered, derived from its mark: the same properties are
 * written to a new element outside the document, and the effect there is the effect it had here.
 */
export function savedBefore(attribute: string | null, all: Declarations, mark: Declarations): SavedStyle {
  const model: HTMLElement = Document.prototype.createElement.call(document, 'div');
  styleOf(model).cssText = attribute ?? '';
  return overwrite(model, { attribute, all, mark });
}

/** Properties written for positioning, without a visible effect. */
const unseen = /^scroll-snap-type$/;

/** Whether what was written has a visible effect. */
export function isSeen(wanted: Declarations): boolean {
  return Object.keys(wanted).some(name => !unseen.test(name));
}

/**
 * Restores every style that was written; returns how many elements had been visibly changed, and what still differs.
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

/** Restores one element before the others; does nothing when it was not altered. False when it stays altered. */
export function releaseStyle(session: PageSession, element: Styled): boolean {
  const saved = session.styles.get(element);
  if (saved === undefined) return true;
  return restoreStyle(element, saved) && session.styles.delete(element);
}

/** Restores one element's style and keeps what the page wrote to it meanwhile. False when it differs afterwards. */
export function restoreStyle(element: Styled, saved: SavedStyle): boolean {
  const style = styleOf(element);
  const isUntouched = (attributeOf(element, 'style') ?? null) === saved.written;
  for (const { name, value, priority } of saved.properties) {
    if (value === '') style.removeProperty(name);
    else style.setProperty(name, value, priority);
  }
  // Restores the attribute's text too, unless the page wrote to it meanwhile. The properties come first, because a
  // page's content security policy may stop the attribute's text from taking effect.
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
