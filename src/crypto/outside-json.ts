/** No record comes near these. */
const mostLevels = 100;
const mostParts = 1_000_000;

const quote = 0x22;
const backslash = 0x5c;

/**
 * What a JSON text from outside holds; undefined when it is not JSON, and also when lists and objects stand in one
 * another deeper, or are more, than in any record: what walks through the value later needs stack for each level
 * and memory for each part, and how much there is differs between browsers. Never throws.
 */
export function parseOutsideJson(text: string): unknown {
  if (!isBounded(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isBounded(text: string): boolean {
  let level = 0;
  let parts = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === 0x5b || code === 0x7b) {
      level += 1;
      parts += 1;
      if (level > mostLevels || parts > mostParts) return false;
    } else if (code === 0x5d || code === 0x7d) level -= 1;
  }
  return true;
}

/** Where the string that begins at `start` ends; the text's end when it does not. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}
