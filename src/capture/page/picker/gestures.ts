/** What the user did, independent of browser events. */
export type Gesture =
  | { readonly kind: 'cancel' | 'take' | 'moved' }
  | { readonly kind: 'step'; readonly by: number }
  | { readonly kind: 'point' | 'press'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'wheel';
      readonly x: number;
      readonly y: number;
      readonly deltaX: number;
      readonly deltaY: number;
      readonly preventDefault: () => void;
    };

const keys: Readonly<Record<string, Gesture>> = {
  ArrowDown: { kind: 'step', by: 1 },
  ArrowRight: { kind: 'step', by: 1 },
  ArrowUp: { kind: 'step', by: -1 },
  ArrowLeft: { kind: 'step', by: -1 },
  Home: { kind: 'step', by: -1_000_000 },
  End: { kind: 'step', by: 1_000_000 },
  Enter: { kind: 'take' },
  Escape: { kind: 'cancel' },
};

/** The events that reveal the user's actions to a page, withheld while a post is chosen. */
const swallowed = [
  ...[
    'pointerdown',
    'pointerup',
    'pointercancel',
    'pointerover',
    'pointerout',
    'pointerenter',
    'pointerleave',
  ],
  ...['pointermove', 'pointerrawupdate', 'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout'],
  ...['mouseenter', 'mouseleave', 'click', 'dblclick', 'auxclick', 'contextmenu', 'touchstart', 'touchmove'],
  ...['touchend', 'touchcancel', 'keydown', 'keyup', 'keypress', 'wheel', 'dragstart', 'selectstart'],
];

/**
 * Listens at the window, before the page's own elements, and stops the events from reaching the page. Events made by
 * scripts are ignored and reach the page. Returns a function that stops listening.
 */
export function listen(onGesture: (gesture: Gesture) => void): () => void {
  const stop = new AbortController();
  const options = { capture: true, passive: false, signal: stop.signal };
  for (const type of swallowed) window.addEventListener(type, event => hear(event, onGesture), options);
  const moved = () => onGesture({ kind: 'moved' });
  window.addEventListener('scroll', moved, { capture: true, passive: true, signal: stop.signal });
  window.addEventListener('resize', moved, { signal: stop.signal });
  return () => stop.abort();
}

function hear(event: Event, onGesture: (gesture: Gesture) => void): void {
  if (!event.isTrusted) return;
  event.stopImmediatePropagation();
  if (event instanceof KeyboardEvent) hearKey(event, onGesture);
  else if (event instanceof WheelEvent) onGesture(wheelGesture(event));
  else if (event instanceof MouseEvent) hearPointer(event, onGesture);
}

function hearPointer(event: MouseEvent, onGesture: (gesture: Gesture) => void): void {
  if (event.type === 'pointermove') onGesture({ kind: 'point', x: event.clientX, y: event.clientY });
  // Pressing must not select text, follow links or move the focus; touch scrolling still works.
  if (/^(?:mousedown|click|dblclick|auxclick|contextmenu)$/.test(event.type)) event.preventDefault();
  if (event.type === 'click' && event.button === 0) {
    onGesture({ kind: 'press', x: event.clientX, y: event.clientY });
  }
}

function hearKey(event: KeyboardEvent, onGesture: (gesture: Gesture) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!Object.hasOwn(keys, event.key)) {
    if (event.key === 'Tab') event.preventDefault();
    return;
  }
  event.preventDefault();
  const gesture = keys[event.key];
  if (event.type === 'keydown' && gesture !== undefined) onGesture(gesture);
}

function wheelGesture(event: WheelEvent): Gesture {
  const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  const { clientX: x, clientY: y } = event;
  const distance = { deltaX: event.deltaX * lines, deltaY: event.deltaY * lines };
  return { kind: 'wheel', x, y, ...distance, preventDefault: () => event.preventDefault() };
}
