import { z } from 'zod';

/**
 * 16 random bytes in hex that go into the digest of what a person wrote. Without it, whoever sees the chain but not
 * the words could try short ones, a name or a telephone number, until the digest fits.
 */
export const saltSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** What a digest over something written is made of, as a JSON value; only the thing itself where there is no salt. */
export function salted(written: unknown, salt: string | undefined): unknown {
  return salt === undefined ? written : { salt, written };
}
