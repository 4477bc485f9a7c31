/**
 * The text with every lone surrogate replaced by U+FFFD, because UTF-8 cannot encode one and no digest can be computed
 * over it (RFC 8785, 3.2.2.2).
 */
export function wellFormed(text: string): string {
  // With the u flag a pair counts as one code point, so only lone halves match.
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The same plain data with {@link wellFormed} applied to every text and member name; drops undefined members. */
export function wellFormedValue(value: unknown): unknown {
  return eachText(value, wellFormed);
}

/** The same plain data with `change` applied to every text and `shorten` to every list. Names become well-formed. */
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
