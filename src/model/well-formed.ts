/**
 * The text with U+FFFD in place of every lone surrogate, which no UTF-8 file can hold and no digest can be made over
 * (RFC 8785, 3.2.2.2).
 */
export function wellFormed(text: string): string {
  // With the u flag a pair counts as one code point, so only lone halves match.
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The same plain data with {@link wellFormed} done to every text in it, names of members too; members without a value are left out. */
export function wellFormedValue(value: unknown): unknown {
  return eachText(value, wellFormed);
}

/** The same plain data with every text as `change` makes it, and every list as `shorten` does. Names become well-formed. */
export function eachText(
  value: unknown,
  change: (text: string) => string,
  shorten: (list: readonly unknown[]) => readonly unknown[] = list => list,
): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return shorten(value).map(each => eachText(each, change, shorten));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.map(([name, member]) => [wellFormed(name), eachText(member, change, shorten)]),
  );
}
