/**
 * The text with U+FFFD in place of every lone surrogate, which no UTF-8 file can hold and no digest can be made over
 * (RFC 8785, 3.2.2.2).
 */
export function wellFormed(text: string): string {
  // With the u flag a pair counts as one code point, so only lone halves match.
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
