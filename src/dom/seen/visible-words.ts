import { alphaOf } from './colour.ts';
import { isSet } from './paint-order.ts';
import { leastOpacity, type Surroundings } from './surroundings.ts';

/** How the words directly inside one element are drawn. */
export interface Words {
  readonly isHidden: boolean;
  readonly colour: string;
  readonly forced: 'ltr' | 'rtl' | undefined;
}

/** Words that cannot be seen at all. */
export const gone: Words = { isHidden: true, colour: '', forced: undefined };

/** How the words directly inside an element are drawn. */
export function wordsOf(
  element: Element,
  style: CSSStyleDeclaration,
  inside: Surroundings,
  isVisible: boolean,
  outerForced: Words['forced'],
  isBlock: boolean,
): Words {
  const isText = Reflect.get(Element.prototype, 'namespaceURI', element) === 'http://www.w3.org/2000/svg';
  const colour = (isText ? style.fill : style.getPropertyValue('-webkit-text-fill-color')) || style.color;
  const bidi = style.unicodeBidi ?? '';
  const isForcing = /override/.test(bidi);
  const forced = isForcing
    ? style.direction === 'rtl'
      ? 'rtl'
      : 'ltr'
    : isBlock || /isolate|embed|plaintext/.test(bidi)
      ? undefined
      : outerForced;
  return { isHidden: !isVisible || isUnseen(style, inside, colour), colour, forced };
}

/** Whether words in this style are invisible anywhere. */
export function isUnseen(style: CSSStyleDeclaration, inside: Surroundings, colour = style.color): boolean {
  const size = Number.parseFloat(style.fontSize);
  if (style.display === 'none' || Number(style.opacity || 1) * inside.opacity < leastOpacity) return true;
  if (size < 2) return true;
  if (inside.blur > 0 && inside.blur >= (size || 16) / 4) return true;
  if (colour === '' || alphaOf(colour) * inside.opacity >= leastOpacity) return false;
  return (
    !inside.isPainted &&
    !/text/.test(style.backgroundClip ?? '') &&
    !hasSharpShadow(style) &&
    !hasStroke(style)
  );
}

/** Whether transparent letters can be read by their shadow, which must not be blurred. */
function hasSharpShadow(style: CSSStyleDeclaration): boolean {
  if (!isSet(style.textShadow)) return false;
  const colour = /^[a-z]+\([^)]*\)/.exec(style.textShadow)?.[0] ?? '';
  const lengths = style.textShadow.replace(/[a-z]+\([^)]*\)/, '').match(/-?[\d.]+px/g) ?? [];
  return alphaOf(colour) >= leastOpacity && Number.parseFloat(lengths[2] ?? '0') <= 2;
}

function hasStroke(style: CSSStyleDeclaration): boolean {
  return Number.parseFloat(style.getPropertyValue('-webkit-text-stroke-width')) > 0;
}

/** Whether generated content is out of sight by its own style. It has no box to measure. */
export function isFarOff(style: CSSStyleDeclaration): boolean {
  const far = 1_500;
  if (Math.abs(Number.parseFloat(style.textIndent) || 0) > far) return true;
  if (style.overflowX !== 'visible' && (style.width === '0px' || style.height === '0px')) return true;
  if (/inset\((?:50|100)%|circle\(0/.test(style.clipPath ?? '')) return true;
  if (style.position === 'static' || style.position === '') return false;
  return [style.left, style.top].some(side => Number.parseFloat(side) < -far);
}

/** Keeps line breaks; collapses other white space for `pre-line`. */
export function spaced(text: string, style: CSSStyleDeclaration): string {
  return style.whiteSpace === 'pre-line'
    ? text.replace(/[ \t\r\f]*\n[ \t\r\f]*/g, '\n').replace(/[ \t\r\f]+/g, ' ')
    : text;
}
