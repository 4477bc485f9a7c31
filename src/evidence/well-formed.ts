/** The text with a replacement character for each lone surrogate, which no digest can be made over (RFC 8785). */
export function wellFormed(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}

/** The same JSON value with {@link wellFormed} done to every text in it; names of members are left as they are. */
export function wellFormedValue(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_name, member) => (typeof member === 'string' ? wellFormed(member) : member)),
  );
}
