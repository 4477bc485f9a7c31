import { z } from 'zod';
import { fromHex, toHex } from '../../crypto/hex.ts';
import { heldKeyName } from '../../model/lock.ts';
import type { HeldKey } from '../store/held-key.ts';

/** The browser's session storage, which is in memory and ends with the browser (MDN, `storage.session`). */
export interface SessionArea {
  get(name: string): Promise<unknown>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(name: string): Promise<void>;
  readonly onChanged: {
    addListener(listener: (changes: object) => void): void;
    removeListener(listener: (changes: object) => void): void;
  };
}

/** The held key, which the background alone sets and takes away. */
export interface SessionKey extends HeldKey {
  hold(vaultKey: Uint8Array): Promise<void>;
  release(): Promise<void>;
}

const keptSchema = z.object({ [heldKeyName]: z.string().optional() });

/**
 * The vault key in session storage: only there do background and pages share it, and the background may end and start
 * again without locking the log. Web pages and their content scripts cannot read it.
 */
export function sessionKey(session: SessionArea): SessionKey {
  return {
    async read() {
      const { [heldKeyName]: hex } = keptSchema.parse(await session.get(heldKeyName));
      return hex === undefined ? undefined : fromHex(hex);
    },
    watch(onChange) {
      const look = (changes: object) => {
        if (heldKeyName in changes) onChange();
      };
      session.onChanged.addListener(look);
      return () => session.onChanged.removeListener(look);
    },
    hold: vaultKey => session.set({ [heldKeyName]: toHex(vaultKey) }),
    release: () => session.remove(heldKeyName),
  };
}
