import type { SessionKey } from '../../src/evidence/lock/session-key.ts';

/** A held key in the memory of the test. `reads` counts how often it was asked for. */
export function memoryKey(): SessionKey {
  let held: Uint8Array<ArrayBuffer> | undefined;
  const watchers = new Set<() => void>();
  const change = (key: Uint8Array<ArrayBuffer> | undefined) => {
    held = key;
    for (const onChange of watchers) onChange();
  };
  return {
    read: async () => held?.slice(),
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    hold: async key => change(Uint8Array.from(key)),
    release: async () => change(undefined),
  };
}
