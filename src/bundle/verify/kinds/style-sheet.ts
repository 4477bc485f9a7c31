/** Something that a style sheet loads when it is shown. */
export interface StyleReference {
  readonly kind: 'import' | 'address' | 'program';
  /** As browsers read it, with escapes resolved; empty where there is none. */
  readonly address: string;
  /** Whether no browser would serialise it like this: it is not closed, or followed by more. */
  readonly isOdd: boolean;
}

/** A sheet without any of these cannot load anything. */
const worthReading = /[\\@]|url|src\s*\(|image-set|image\s*\(|expression/i;

/** Functions whose string argument is an address. */
const loading = /^(?:url|src|image|(?:-webkit-)?image-set)$/;

/** Functions that are replaced by something else before a sheet is used. */
const standing = /^(?:var|attr|env|if|inherit|--.*)$/;

/**
 * What a style sheet or a style attribute would load. Reads tokens (CSS Syntax 3, section 4.3), so that comments and
 * strings are not taken for addresses, and escapes hide none.
 */
export function styleReferences(css: string): readonly StyleReference[] {
  if (!worthReading.test(css)) return [];
  const found: StyleReference[] = [];
  const functions: string[] = [];
  let at = 0;
  while (at < css.length) {
    const char = css[at] ?? '';
    if (char === '/' && css[at + 1] === '*') {
      const end = css.indexOf('*/', at + 2);
      at = end === -1 ? css.length : end + 2;
    } else if (char === '"' || char === "'") {
      const string = readString(css, at);
      if (loading.test(functions.at(-1) ?? ''))
        found.push({
          kind: 'address',
          address: string.value,
          isOdd:
            !string.isClosed ||
            !/^\s*[),]|^\s+[\d.]+x|^\s*type\(/.test(css.slice(string.end, string.end + 40)),
        });
      at = string.end;
    } else if (char === '(') {
      functions.push('');
      at += 1;
    } else if (char === ')') {
      functions.pop();
      at += 1;
    } else if (char === '@') {
      const keyword = readName(css, at + 1);
      if (keyword.value.toLowerCase() === 'import') found.push({ kind: 'import', address: '', isOdd: false });
      at = Math.max(keyword.end, at + 1);
    } else if (startsName.test(char)) {
      at = readWord(css, at, { found, functions });
    } else {
      at += 1;
    }
  }
  return found;
}

const startsName = /[\w\-\\\u0080-\uffff]/;
const nameCharacters = /[\w\-\u0080-\uffff]*/y;
const escaped = /\\(?:([0-9a-f]{1,6})(?:\r\n|[\t\n\f\r ])?|([^\n\r\f]))/iy;

interface Reading {
  readonly found: StyleReference[];
  readonly functions: string[];
}

/** Reads a name or the beginning of a function, for `url(` with its address. Returns the position after it. */
function readWord(css: string, start: number, { found, functions }: Reading): number {
  const word = readName(css, start);
  if (word.end === start) return start + 1;
  if (css[word.end] !== '(') return word.end;
  const name = word.value.toLowerCase();
  const inside = word.end + 1;
  // The variable's value would be an address, and it is defined elsewhere.
  if (standing.test(name) && loading.test(functions.at(-1) ?? ''))
    found.push({ kind: 'address', address: `${name}()`, isOdd: true });
  if (name === 'expression') found.push({ kind: 'program', address: '', isOdd: false });
  const first = matchAt(/[\t\n\f\r ]*/y, css, inside)?.length ?? 0;
  if (name !== 'url' || /["']/.test(css[inside + first] ?? '')) {
    functions.push(name);
    return inside;
  }
  const end = css.indexOf(')', inside);
  const written = css.slice(inside, end === -1 ? css.length : end);
  found.push({ kind: 'address', address: resolved(written.trim()), isOdd: end === -1 });
  return end === -1 ? css.length : end + 1;
}

function readName(css: string, start: number): { readonly value: string; readonly end: number } {
  let value = '';
  let at = start;
  for (;;) {
    const plain = matchAt(nameCharacters, css, at) ?? '';
    value += plain;
    at += plain.length;
    const written = css[at] === '\\' ? matchAt(escaped, css, at) : undefined;
    if (written === undefined) return { value, end: at };
    value += resolved(written);
    at += written.length;
  }
}

/** Reads a string; a line break before its end leaves it unclosed. */
function readString(css: string, start: number) {
  const stop = css[start] === '"' ? /["\\\n\r\f]/g : /['\\\n\r\f]/g;
  stop.lastIndex = start + 1;
  for (let match = stop.exec(css); match !== null; match = stop.exec(css)) {
    if (match[0] === '\\') {
      stop.lastIndex = match.index + 2;
      continue;
    }
    const isClosed = match[0] === css[start];
    const value = resolved(css.slice(start + 1, match.index));
    return { value, end: isClosed ? match.index + 1 : match.index, isClosed };
  }
  return { value: resolved(css.slice(start + 1)), end: css.length, isClosed: false };
}

function resolved(written: string): string {
  if (!written.includes('\\')) return written;
  return written
    .replace(/\\(?:\r\n|[\n\r\f])/g, '')
    .replace(/\\(?:([0-9a-f]{1,6})(?:\r\n|[\t\n\f\r ])?|([\s\S]))/gi, (_, code?: string, char?: string) => {
      if (code === undefined) return char ?? '';
      const point = Number.parseInt(code, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    });
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
