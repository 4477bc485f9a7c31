/** Replaces every address in a style sheet's text. `replace` gets the address as written and returns the new one. */
export function rewriteAddresses(css: string, replace: (address: string) => string): string {
  return withoutBareSets(closed(spelledOut(css))).replace(
    tokens,
    (token: string, inQuotes?: string, inSingle?: string, bare?: string) => {
      const written = inQuotes ?? inSingle ?? bare;
      if (written === undefined) return token.startsWith('/*') ? ' ' : token;
      return `url("${quoted(replace(unescaped(written.trim())))}")`;
    },
  );
}

/** Matches comments and strings too, so that an apparent address inside them is not replaced. */
const tokens =
  /\/\*[\s\S]*?(?:\*\/|$)|(?:url|src)\(\s*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^"')][^)]*|))\s*\)|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/gi;

/** Functions whose bare strings are addresses; also comments and strings, so that they can be skipped. */
const sets =
  /(?<![\w-])(?:-webkit-)?image(?:-set)?\(|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/gi;

/**
 * Removes image sets with bare strings: `image-set("a.png" 1x)` loads one, and `image-set(var(--a) 1x)` may. Browsers
 * serialise the sets they understand with `url()`.
 */
function withoutBareSets(css: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: found, index } of css.matchAll(sets)) {
    if (index < from || !/^[-i]/i.test(found)) continue;
    const set = readSet(css, index + found.length);
    if (!set.isBare) continue;
    parts.push(css.slice(from, index), 'none');
    from = set.end;
  }
  return parts.join('') + css.slice(from);
}

/** Functions that are substituted before a sheet is used. */
const standing = /^(?:var|attr|env|if|inherit|--.*)\($/i;

/** Deeper nesting, or a missing end, makes a set count as bare. */
const deepest = 20;

function readSet(css: string, start: number): { readonly isBare: boolean; readonly end: number } {
  const part =
    /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|[\w-]*\(|[\w-]+|[\s\S]/gy;
  part.lastIndex = start;
  let isBare = false;
  let depth = 1;
  for (let found = part.exec(css); found !== null; found = part.exec(css)) {
    const [token] = found;
    if (token === ')') depth -= 1;
    isBare ||= depth === 1 && (/^["']/.test(token) || standing.test(token));
    if (token.endsWith('(') && !/^["'/]/.test(token)) depth += 1;
    isBare ||= depth > deepest;
    if (depth === 0) return { isBare, end: part.lastIndex };
  }
  return { isBare: true, end: css.length };
}

/** `u\72l(` is `url(` to a browser, so escapes of the letters in loading functions are decoded. */
function spelledOut(css: string): string {
  return css
    .replace(/\\0{0,4}(?:75|55|72|52|6c|4c|73|53|63|43|69|49|6d|4d)(?:\s|(?![0-9a-f]))/gi, code =>
      String.fromCodePoint(Number.parseInt(code.slice(1), 16)),
    )
    .replace(/\\([gimlrsu])/gi, '$1');
}

/** Escapes `<` before a letter, which no style sheet needs and which could end a style element. */
function closed(css: string): string {
  return css.replace(/<(?=[a-z!/?])/gi, '\\3c ').replace(/\0/g, '\uFFFD');
}

function unescaped(address: string): string {
  return address.replace(/\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi, (_, code?: string, character?: string) => {
    if (code === undefined) return character ?? '';
    const point = Number.parseInt(code, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  });
}

function quoted(address: string): string {
  return address.replace(/["\\\n\r\f<]/g, character => encodeURIComponent(character));
}
