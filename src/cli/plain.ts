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
