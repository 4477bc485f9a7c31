import { boxOf, common, everywhere, isEmpty } from './box.ts';
import { alphaOf } from './colour.ts';
import { isSet } from './paint-order.ts';
import { type Clip, layersOfBox, leastOpacity, type Surroundings } from './surroundings.ts';
import type { Painted } from './tree.ts';

/** Elements that show a picture. */
export const pictures = /^(?:img|video|canvas|iframe|embed|object)$/;

/** The element as a painted box, which can be a cover or a background; undefined when it paints nothing. */
export function paintedOf(
  element: Element,
  name: string,
  style: CSSStyleDeclaration,
  inside: Surroundings,
  outer: Surroundings,
  order: number,
): Painted | undefined {
  const isPicture = pictures.test(name);
  const hasImage = isSet(style.backgroundImage);
  const alpha = alphaOf(style.backgroundColor || 'transparent') * inside.opacity;
  const isPaintedText = /text/.test(style.backgroundClip ?? '');
  if ((!isPicture && !hasImage && alpha < leastOpacity) || isPaintedText) return undefined;
  const clip = outerClip(style, outer);
  const box = name === 'body' ? everywhere : common(boxOf(element), clip);
  if (isEmpty(box)) return undefined;
  const isSolid = alpha >= 0.95 || (isPicture && isLoaded(element, name) && inside.opacity >= 0.95);
  return {
    box,
    layers: layersOfBox(style, inside, outer, order),
    panes: clip.panes,
    order,
    end: order,
    isOpaque:
      isSolid &&
      !isSet(style.mixBlendMode === 'normal' ? 'none' : style.mixBlendMode) &&
      !isSet(style.maskImage),
    colour: isPicture || hasImage ? undefined : style.backgroundColor,
    isStill: inside.isStill,
  };
}

function outerClip({ position }: CSSStyleDeclaration, outer: Surroundings): Clip {
  if (position === 'fixed') return outer.fixedClip;
  return position === 'absolute' ? outer.absoluteClip : outer.clip;
}

/** Whether a picture is certainly loaded and opaque: only JPEGs, videos and frames count. */
function isLoaded(element: Element, name: string): boolean {
  if (name !== 'img' || !(element instanceof HTMLImageElement)) return name === 'video' || name === 'iframe';
  const source: string = Reflect.get(HTMLImageElement.prototype, 'currentSrc', element);
  const width: number = Reflect.get(HTMLImageElement.prototype, 'naturalWidth', element);
  return width > 0 && /\.jpe?g(?:[?#]|$)|^data:image\/jpeg/i.test(source);
}
