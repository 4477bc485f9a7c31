import { z } from 'zod';

/**
 * 16 random bytes in hex, included in the digest of what a person wrote. Without a salt, anyone who sees only the chain
 * could guess short words, such as a name or a telephone number, by trying digests.
 */
export const saltSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** The JSON value that the digest of a written text is computed over; without a salt, the text alone. */
export function salted(written: unknown, salt: string | undefined): unknown {
  return salt === undefined ? written : { salt, written };
}
