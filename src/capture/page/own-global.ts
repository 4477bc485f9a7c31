/**
 * What Holdfast keeps in its own world of the page. Only the world's own properties count: a page names
 * elements after anything (`<form id="__holdfastPage">`), and the window shows them in every world.
 */
export function keepOwn(key: string, value: unknown): void {
  Object.defineProperty(globalThis, key, { value, configurable: true });
}

/** What was kept under this name; undefined when nothing was. */
export function ownOf(key: string): unknown {
  return Object.getOwnPropertyDescriptor(globalThis, key)?.value;
}
