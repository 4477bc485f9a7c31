/**
 * Text from a bundle, safe to print on a terminal: control characters and those that turn the direction of
 * writing are shown as codes, so that nothing in a bundle can colour, move or hide what we say of it.
 */
export function plain(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/**
 * JSON that is safe to print on a terminal: characters that it would obey, or that turn the direction of writing,
 * stand as the escapes of JSON itself, so that whoever parses it reads the same text.
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
