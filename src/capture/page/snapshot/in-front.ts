import { boxOf } from '../layout.ts';
import { cssTextOf } from './frozen.ts';

/** The highest possible z-index. */
const topmost = '2147483647';

/**
 * The style that puts an element of the browser's top layer (popover, modal dialog, full screen) in front in the copy,
 * where no script opens it.
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

/** Its place in the window. A transform applies in the copy too, so then the place before it is used. */
function placeOf(element: Element, shown: CSSStyleDeclaration): Record<string, string> {
  const { left, top, margin, width, height } = shown;
  if (shown.transform !== 'none') return { left, top, margin, width, height };
  const box = boxOf(element);
  return {
    ...{ left: `${box.left}px`, top: `${box.top}px`, margin: '0' },
    ...{ width: `${box.width}px`, height: `${box.height}px`, 'box-sizing': 'border-box' },
  };
}

/** The dialog's backdrop as a shadow that reaches beyond every edge. */
function shadowWithBackdrop(element: Element, own: string): string {
  const backdrop = getComputedStyle(element, '::backdrop').backgroundColor;
  const isClear = backdrop === '' || /^(?:transparent|rgba\(.*, 0\))$/.test(backdrop);
  const shadows = [
    ...(own === 'none' || own === '' ? [] : [own]),
    ...(isClear ? [] : [`0 0 0 300vmax ${backdrop}`]),
  ];
  return shadows.length === 0 ? 'none' : shadows.join(', ');
}
