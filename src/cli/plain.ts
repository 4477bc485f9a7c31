/**
 * Text from a bundle made safe for a terminal: control characters and those that change the direction of writing are
 * shown as codes, so that a bundle cannot colour, move or hide our own words.
 */
export function plain(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/**
 * JSON made safe for a terminal: characters that control it or change the direction of writing are written as JSON
 * escapes, so a parser still reads the same text.
 */
export function printableJson(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, character =>
    Array.from({ length: character.length }, (_none, index) => {
      const unit = character.charCodeAt(index).toString(16).padStart(4, '0');
      return `\\u${unit}`;
    }).join(''),
  );
}
