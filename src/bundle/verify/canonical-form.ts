/**
 * Whether `text` is the canonical JSON (RFC 8785) of the value that was parsed from it. A repeated member, other
 * spacing or another order is not canonical, nor is a value without a canonical form. The text is compared while the
 * value is walked, so that no second text is made. Never throws.
 */
export function isCanonical(text: string, value: unknown): boolean {
  try {
    return end(text, 0, value) === text.length;
  } catch {
    return false;
  }
}

/** The index at which the canonical form of the value ends. Throws when the text differs. */
function end(text: string, at: number, value: unknown): number {
  if (Array.isArray(value)) return endOfList(text, at, value);
  if (typeof value === 'object' && value !== null) return endOfObject(text, at, value);
  return after(text, at, written(value));
}

function endOfList(text: string, start: number, values: readonly unknown[]): number {
  let at = after(text, start, '[');
  for (const [index, value] of values.entries())
    at = end(text, index === 0 ? at : after(text, at, ','), value);
  return after(text, at, ']');
}

/** Members in the order of their names' UTF-16 code units (RFC 8785, 3.2.3), which is how `sort` orders text. */
function endOfObject(text: string, start: number, value: object): number {
  let at = after(text, start, '{');
  const members = new Map<string, unknown>(Object.entries(value));
  for (const [index, name] of [...members.keys()].sort().entries()) {
    if (index > 0) at = after(text, at, ',');
    at = after(text, after(text, at, written(name)), ':');
    at = end(text, at, members.get(name));
  }
  return after(text, at, '}');
}

/** As ECMAScript writes it (RFC 8785, 3.2.2). Throws on what JSON cannot hold, as a lone surrogate (RFC 7493, 2.1). */
function written(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('no JSON number');
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new Error('a lone surrogate');
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error('no JSON value');
  return text;
}

function after(text: string, at: number, part: string): number {
  if (!text.startsWith(part, at)) throw new Error('another text');
  return at + part.length;
}
