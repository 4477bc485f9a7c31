import type { Instant } from '../../model/identifiers.ts';
import { plausible } from './window.ts';

/*
 * Instagram and Threads write the number of a post in base 64, most significant digit first:
 *   A … Z  0 … 25    a … z  26 … 51    0 … 9  52 … 61    -  62    _  63
 * The number is a positive 64-bit one:
 *   bit 63   62 … 23                            22 … 10   9 … 0
 *   0        milliseconds since the epoch       shard     sequence
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const largest = (1n << 63n) - 1n;

/** 2011-08-24T21:07:01.721Z. */
const epoch = 1_314_220_021_721n;

/** The length of what follows a private account's code (yt-dlp, extractor/instagram.py, `_id_to_pk`). */
const privateTail = 28;

/** The number that a code encodes; undefined when it is no code. */
export function mediaIdOf(shortcode: string): string | undefined {
  const code = shortcode.length > privateTail ? shortcode.slice(0, -privateTail) : shortcode;
  if (!/^[\w-]{5,11}$/.test(code)) return undefined;
  let value = 0n;
  for (const digit of code) value = value * 64n + BigInt(alphabet.indexOf(digit));
  return value > largest ? undefined : String(value);
}

/** The time, to the millisecond, in a code or in its 19-digit number; undefined when none or not {@link plausible}. */
export function shortcodeTime(id: string, notAfter: Instant): Instant | undefined {
  // Comments and highlights have 17-digit numbers of another scheme.
  const mediaId = /^[1-9]\d{18}$/.test(id) ? id : mediaIdOf(id);
  if (mediaId === undefined || BigInt(mediaId) > largest) return undefined;
  return plausible(BigInt(mediaId) >> 23n, epoch, notAfter);
}
