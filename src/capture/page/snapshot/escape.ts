/** Escapes text for HTML content. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\0]/g, character => entities[character] ?? character);
}

/** Escapes text for an attribute value in double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\0]/g, character => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\0': '\uFFFD',
};

/** ` name="value"`, ready for a tag. */
export function attributeText(name: string, value: string): string {
  return ` ${name}="${escapeAttribute(value)}"`;
}
