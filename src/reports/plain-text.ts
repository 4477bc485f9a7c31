/** Width of the plain-text documents, in characters. */
export const textColumns = 78;

/**
 * The text in ASCII without line breaks, at most `longest` characters. Undefined when it cannot be written so without
 * losing more than accents.
 */
export function asciiText(text: string, longest: number): string | undefined {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2013\u2014]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '' || !/^[\x20-\x7e]+$/.test(plain)) return undefined;
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 3)}...`;
}

/** The paragraph as lines of at most {@link textColumns} characters, each after `indent` spaces. */
export function wrapped(paragraph: string, indent = 0): readonly string[] {
  const margin = ' '.repeat(indent);
  const lines: string[] = [];
  let line = margin;
  for (const word of paragraph.split(' ')) {
    const longer = line === margin ? `${line}${word}` : `${line} ${word}`;
    if (longer.length > textColumns && line !== margin) {
      lines.push(line);
      line = `${margin}${word}`;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** An underlined heading, and an empty line below it. */
export function heading(text: string, rule = '-'): readonly string[] {
  return [text, rule.repeat(Math.min(text.length, textColumns)), ''];
}

/** A wrapped paragraph, and an empty line below it. */
export function prose(text: string): readonly string[] {
  return [...wrapped(text), ''];
}

/** A command, indented by four spaces and otherwise unchanged, and an empty line below it. */
export function command(text: string): readonly string[] {
  return [...text.split('\n').map(line => `    ${line}`), ''];
}
