/** The text with a replacement character for each lone surrogate, which no digest can be made over (RFC 8785). */
export function wellFormed(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}
