import { rootOf } from '../../../dom/tree.ts';
import { type Mark, Marks, shade } from './marks.ts';

/** What the picker shows over the page. The page sees only one plain element without name, class or content. */
export interface Overlay {
  /** The element in the page's own tree. */
  readonly host: HTMLElement;
  /** Draws the outline around a box of the window; hides it for undefined. */
  outline(box: DOMRect | undefined): void;
  /** Shows a sentence, which screen readers announce. */
  say(sentence: string): void;
  /** Moves the hint away from the pointer. */
  makeRoom(y: number): void;
  isCancelAt(x: number, y: number): boolean;
  isHintAt(x: number, y: number): boolean;
  /** Restores the overlay where the page removed or hid it. False once the page has done so too often. */
  stand(): boolean;
  /** Removes the overlay, restores the focus, and returns where it drew last. */
  remove(): Mark[];
}

type Look = Readonly<Record<string, string>>;

const cover: Look = {
  ...{ all: 'initial', display: 'block', position: 'fixed', inset: '0', width: 'auto', height: 'auto' },
  ...{ margin: '0', border: '0', padding: '0', background: 'transparent', overflow: 'hidden' },
  ...{ 'z-index': '2147483647', cursor: 'pointer', 'touch-action': 'pan-x pan-y pinch-zoom' },
};
/** How wide the ring's own colour is, in CSS pixels. */
const ringWidth = 3;

const frame: Look = {
  ...{ position: 'fixed', 'box-sizing': 'border-box', 'pointer-events': 'none', display: 'none' },
  // Two rings, so that one of them is visible on any page.
  ...{ 'border-width': `${ringWidth}px`, 'border-style': 'solid' },
  ...{ outline: '2px solid #ffffff', 'border-radius': '6px' },
  background: 'rgba(29, 78, 216, 0.08)',
};
const hint: Look = {
  ...{ position: 'fixed', left: '50%', transform: 'translateX(-50%)', bottom: '16px', top: 'auto' },
  ...{ display: 'flex', 'flex-wrap': 'wrap', gap: '8px 16px', 'align-items': 'center' },
  ...{ width: 'max-content', 'max-width': 'calc(100vw - 32px)', 'box-sizing': 'border-box' },
  ...{ padding: '12px 16px', 'border-radius': '10px', color: '#f9fafb' },
  ...{
    font: '15px/1.4 system-ui, sans-serif',
    'box-shadow': '0 4px 24px rgba(0, 0, 0, 0.35)',
    cursor: 'default',
  },
  outline: '1px solid #f9fafb',
};
const button: Look = {
  ...{ font: 'inherit', color: '#111827', background: '#f9fafb', border: '0', 'border-radius': '6px' },
  ...{ padding: '8px 16px', 'min-height': '44px', cursor: 'pointer' },
};

/**
 * Shows the overlay, marked as Holdfast's own for a later agent. Styles are set one by one, because a page's content
 * security policy may forbid style elements.
 */
export function showOverlay(mark: Look = {}): Overlay {
  const focused = Reflect.get(Document.prototype, 'activeElement', document);
  const look = { ...cover, ...mark };
  const host = make('div', look);
  const shadow = host.attachShadow({ mode: 'closed' });
  const marks = new Marks({ ring: shade([29, 78, 216]), bar: shade([17, 24, 39]) });
  const ring = make('div', { ...frame, 'border-color': marks.ringColor });
  const parts = makeHint(marks.barColor);
  shadow.append(ring, parts.bar);
  rootOf(document)?.append(host);
  raise(host);
  parts.bar.focus({ preventScroll: true });
  return {
    host,
    outline: box => {
      outline(ring, box);
      if (box !== undefined) marks.ring(ring.getBoundingClientRect(), ringWidth);
    },
    say: sentence => {
      parts.status.textContent = sentence;
    },
    makeRoom: y => {
      marks.bar(parts.bar.getBoundingClientRect());
      makeRoom(parts.bar, y);
    },
    isCancelAt: (x, y) => isInside(parts.cancel, x, y),
    isHintAt: (x, y) => isInside(parts.bar, x, y),
    stand: standing(host, look),
    remove: () => {
      marks.bar(parts.bar.getBoundingClientRect());
      host.remove();
      if (focused instanceof HTMLElement) HTMLElement.prototype.focus.call(focused, { preventScroll: true });
      return marks.all();
    },
  };
}

/** How often the overlay is restored before the picker gives up. */
const mostReturns = 20;

function standing(host: HTMLElement, cover: Look): () => boolean {
  const look = host.style.cssText;
  let returns = 0;
  return () => {
    const isShown = host.isConnected && host.style.cssText === look && !host.hidden && !host.inert;
    if (isShown && isRaised(host)) return true;
    returns += 1;
    if (returns > mostReturns) return false;
    for (const name of ['hidden', 'inert', 'class', 'id']) host.removeAttribute(name);
    host.style.cssText = '';
    paint(host, cover);
    if (!host.isConnected) rootOf(document)?.append(host);
    if (!isRaised(host)) raise(host);
    return true;
  };
}

/** Whether the overlay is in the top layer; true where the browser has none. */
function isRaised(host: HTMLElement): boolean {
  return host.getAttribute('popover') !== 'manual' ? !canRaise(host) : host.matches(':popover-open');
}

function canRaise(host: HTMLElement): boolean {
  return typeof host.showPopover === 'function';
}

function makeHint(color: string): { bar: HTMLElement; status: HTMLElement; cancel: HTMLElement } {
  const bar = make('div', { ...hint, background: color });
  bar.tabIndex = -1;
  bar.setAttribute('role', 'dialog');
  bar.setAttribute('aria-label', 'Choose the post to record');
  const words = make('span', {});
  words.textContent = 'Choose the post to record. Click it, or use the arrow keys and Enter.';
  const status = make('span', {});
  status.setAttribute('role', 'status');
  status.setAttribute('aria-live', 'polite');
  const cancel = make('button', button);
  cancel.setAttribute('type', 'button');
  cancel.textContent = 'Cancel (Esc)';
  bar.append(words, status, cancel);
  return { bar, status, cancel };
}

/** Raises the overlay above open dialogs and full-screen elements, where the browser has a top layer. */
function raise(host: HTMLElement): void {
  if (!canRaise(host)) return;
  host.setAttribute('popover', 'manual');
  try {
    host.showPopover();
  } catch {
    host.removeAttribute('popover');
  }
}

function outline(ring: HTMLElement, box: DOMRect | undefined): void {
  if (box === undefined) {
    paint(ring, { display: 'none' });
    return;
  }
  paint(ring, {
    display: 'block',
    left: `${box.left - 4}px`,
    top: `${box.top - 4}px`,
    width: `${box.width + 8}px`,
    height: `${box.height + 8}px`,
  });
}

function makeRoom(bar: HTMLElement, y: number): void {
  const isLow = y > window.innerHeight - 160;
  paint(bar, isLow ? { top: '16px', bottom: 'auto' } : { top: 'auto', bottom: '16px' });
}

function isInside(element: HTMLElement, x: number, y: number): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}

function make(name: 'div' | 'span' | 'button', look: Look): HTMLElement {
  const element = document.createElement(name);
  paint(element, look);
  return element;
}

function paint(element: HTMLElement, look: Look): void {
  for (const [name, value] of Object.entries(look)) element.style.setProperty(name, value, 'important');
}
