import { firstChildOf, nameOf, nextSiblingOf, nodeTypeOf, textContentOf } from '../../../dom/tree.ts';
import { boxOf } from '../layout.ts';
import type { Box } from './box.ts';
import { flatParentOf } from './flat-tree.ts';

/** Anything less opaque than this counts as invisible. */
const leastOpacity = 0.05;

const replaced =
  /^(?:img|video|canvas|svg|iframe|frame|object|embed|input|textarea|select|button|progress|meter|math)$/;

/** The text directly inside the element, without that of its descendants. */
export function ownText(element: Element): string {
  let text = '';
  for (let node = firstChildOf(element); node !== null; node = nextSiblingOf(node)) {
    if (nodeTypeOf(node) === 3) text += textContentOf(node);
  }
  return text.trim();
}

/** Whether the element is drawn as a unit: a picture, video, frame, field or control. */
export function isReplaced(element: Element): boolean {
  return replaced.test(nameOf(element));
}

/**
 * Where the element itself paints something: its box for a background, picture or border, else the lines of its own
 * words. Empty for an element that only holds others.
 */
export function paintedBoxes(element: Element): Box[] {
  if (isReplaced(element) || isFilled(getComputedStyle(element))) return [boxOf(element)];
  return hasSeenWords(element) ? wordBoxes(element) : [];
}

/** Whether the element itself paints anything, words included. */
export function isPainted(element: Element): boolean {
  return isReplaced(element) || hasSeenWords(element) || isFilled(getComputedStyle(element));
}

/** Whether the element has visible words of its own, by their colour or shadow. */
function hasSeenWords(element: Element): boolean {
  if (ownText(element) === '') return false;
  const style = getComputedStyle(element);
  const ink = style.getPropertyValue('-webkit-text-fill-color') || style.color;
  return alphaOf(ink) > leastOpacity || !/^(?:none|)$/.test(style.textShadow ?? '');
}

/** Whether it has a background, border or backdrop filter that changes what lies below it. */
export function isFilled(style: CSSStyleDeclaration): boolean {
  if (alphaOf(style.backgroundColor) > leastOpacity || !/^(?:none|)$/.test(style.backgroundImage))
    return true;
  return !/^(?:none|)$/.test(style.backdropFilter ?? '') || isEdged(style);
}

/** Whether it has a nearly opaque background, unlike a shade, or a visible edge. */
export function isGrounded(style: CSSStyleDeclaration): boolean {
  return alphaOf(style.backgroundColor) > 0.9 || isEdged(style);
}

function isEdged(style: CSSStyleDeclaration): boolean {
  return ['Top', 'Right', 'Bottom', 'Left'].some(side => {
    const read = (what: string) => String(Reflect.get(style, `border${side}${what}`) ?? '');
    return (
      parseFloat(read('Width')) > 0 &&
      !/none|hidden/.test(read('Style')) &&
      alphaOf(read('Color')) > leastOpacity
    );
  });
}

/** The opacity of a computed colour, from 0 to 1. */
function alphaOf(color: string): number {
  if (color === '' || color === 'transparent') return 0;
  const alpha = /^rgba\([^)]*,\s*([\d.]+)\)$/.exec(color)?.[1] ?? /\/\s*([\d.]+%?)\s*\)$/.exec(color)?.[1];
  return alpha === undefined ? 1 : parseFloat(alpha) / (alpha.endsWith('%') ? 100 : 1);
}

/** Whether neither the element nor an ancestor is hidden or transparent. */
export function isShown(element: Element): boolean {
  if (getComputedStyle(element).visibility !== 'visible') return false;
  let opacity = 1;
  for (let node: Element | null = element; node !== null; node = flatParentOf(node)) {
    opacity *= parseFloat(getComputedStyle(node).opacity || '1');
    if (opacity <= leastOpacity) return false;
  }
  return true;
}

function wordBoxes(element: Element): Box[] {
  const boxes: Box[] = [];
  for (let node = firstChildOf(element); node !== null; node = nextSiblingOf(node)) {
    if (nodeTypeOf(node) !== 3 || textContentOf(node).trim() === '') continue;
    const range = new Range();
    range.selectNode(node);
    boxes.push(...range.getClientRects());
  }
  return boxes;
}

/** The positioned `::before` or `::after` of the element; undefined when it has none. */
export function placedPseudo(element: Element): '::before' | '::after' | undefined {
  return (['::before', '::after'] as const).find(name => {
    const style = getComputedStyle(element, name);
    return !/^(?:none|normal|)$/.test(style.content) && /absolute|fixed|sticky|relative/.test(style.position);
  });
}
