import { cssTextOf } from './frozen.ts';

/** Above all that a page's own sheets may say. */
const topmost = '2147483647';

/**
 * The style by which an element that the browser drew in front of everything (an open popover, a dialog that asks, full
 * screen) stands there in the copy too, where no program opens it. `scroll` is how far the window is scrolled.
 */
export function inFrontStyle(element: Element): string {
  const shown = getComputedStyle(element);
  const isAbsolute = shown.position === 'absolute';
  const place = (side: string, scrolled: number) => {
    const value = Number.parseFloat(shown.getPropertyValue(side));
    return Number.isFinite(value) ? `${value - (isAbsolute ? scrolled : 0)}px` : 'auto';
  };
  return cssTextOf({
    display: shown.display,
    position: 'fixed',
    left: place('left', window.scrollX),
    top: place('top', window.scrollY),
    ...{ right: 'auto', bottom: 'auto', margin: shown.margin },
    ...{ width: shown.width, height: shown.height, 'max-width': 'none', 'max-height': 'none' },
    overflow: shown.overflow,
    'z-index': topmost,
    'box-shadow': shadowWithBackdrop(element, shown.boxShadow),
  });
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
