import { z } from 'zod';
import type { Instant } from './identifiers.ts';

/** Whether the log opens without a passphrase, is unlocked, or is locked; then from when a try is allowed, if not now. */
export type LockState =
  | { readonly state: 'without' }
  | { readonly state: 'open' }
  | { readonly state: 'locked'; readonly tryAgainAt?: Instant };

/** Shortest passphrase, in characters. A shorter one could be found by trial by anybody who has the files. */
export const shortestPassphrase = 12;
export const longestPassphrase = 1_000;

export const passphraseSchema = z.string().min(shortestPassphrase).max(longestPassphrase);

/** After how many minutes without use the log may lock itself; the middle one unless another was chosen. */
export const lockMinutes = [5, 15, 30, 60] as const;
export const lockMinutesSchema = z.union(lockMinutes.map(minutes => z.literal(minutes))).catch(15);

/** The name of that setting on this device. */
export const lockMinutesSetting = 'lockMinutes';
/** The session storage key of the vault key while the log is unlocked. Session storage is in memory and never written. */
export const heldKeyName = 'held-key';
/** The session storage key of the moment of the last use, in ms since the Unix epoch. */
export const usedAtName = 'used-at';
