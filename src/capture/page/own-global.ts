/**
 * Stores a value in Holdfast's own world of the page. Only own properties count, because a page can name elements after
 * anything (`<form id="__holdfastPage">`), and the window shows those in every world.
 */
export function keepOwn(key: string, value: unknown): void {
  Object.defineProperty(globalThis, key, { value, configurable: true });
}

/** The value stored under this key; undefined when there is none. */
export function ownOf(key: string): unknown {
  return Object.getOwnPropertyDescriptor(globalThis, key)?.value;
}
