import { boxOf } from '../layout.ts';
import { cssTextOf } from './frozen.ts';

/** Above all that a page's own sheets may say. */
const topmost = '2147483647';

/**
 * The style by which an element that the browser drew in front of everything (an open popover, a dialog that asks, full
 * screen) stands there in the copy too, where no program opens it.
 */
export function inFrontStyle(element: Element): string {
  const shown = getComputedStyle(element);
  return cssTextOf({
    display: shown.display,
    position: 'fixed',
    ...placeOf(element, shown),
    ...{ right: 'auto', bottom: 'auto', 'max-width': 'none', 'max-height': 'none' },
    overflow: shown.overflow,
    'z-index': topmost,
    'box-shadow': shadowWithBackdrop(element, shown.boxShadow),
  });
}

/** Where it stands in the window. What turns or scales it will do so in the copy too, from where it was laid out. */
function placeOf(element: Element, shown: CSSStyleDeclaration): Record<string, string> {
  const { left, top, margin, width, height } = shown;
  if (shown.transform !== 'none') return { left, top, margin, width, height };
  const box = boxOf(element);
  return {
    ...{ left: `${box.left}px`, top: `${box.top}px`, margin: '0' },
    ...{ width: `${box.width}px`, height: `${box.height}px`, 'box-sizing': 'border-box' },
  };
}

/** What lies behind a dialog and over the page, as a shadow that reaches past every edge. */
function shadowWithBackdrop(element: Element, own: string): string {
  const backdrop = getComputedStyle(element, '::backdrop').backgroundColor;
  const isClear = backdrop === '' || /^(?:transparent|rgba\(.*, 0\))$/.test(backdrop);
  const shadows = [
    ...(own === 'none' || own === '' ? [] : [own]),
    ...(isClear ? [] : [`0 0 0 300vmax ${backdrop}`]),
  ];
  return shadows.length === 0 ? 'none' : shadows.join(', ');
}
