/** Replaces every address in a style sheet's text. `replace` gets the address as written and answers another. */
export function rewriteAddresses(css: string, replace: (address: string) => string): string {
  return closed(spelledOut(css))
    .replace(imageSet, 'none')
    .replace(tokens, (token: string, inQuotes?: string, inSingle?: string, bare?: string) => {
      const written = inQuotes ?? inSingle ?? bare;
      if (written === undefined) return token.startsWith('/*') ? ' ' : token;
      return `url("${quoted(replace(unescaped(written.trim())))}")`;
    });
}

/** Comments and strings are passed over, so that what looks like an address inside them is not taken for one. */
const tokens =
  /\/\*[\s\S]*?(?:\*\/|$)|(?:url|src)\(\s*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^"')][^)]*|))\s*\)|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/gi;

/** `image-set("a.png" 1x)` loads a bare string. Browsers write the sets they know with `url()`; this is the rest. */
const imageSet =
  /(?:-webkit-)?image-set\((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*["'](?:[^()]|\([^()]*\))*\)/gi;

/** `u\72l(` is `url(` to a browser: the letters of the functions that load are written as themselves. */
function spelledOut(css: string): string {
  return css
    .replace(/\\0{0,4}(?:75|55|72|52|6c|4c|73|53|63|43|69|49|6d|4d)(?:\s|(?![0-9a-f]))/gi, code =>
      String.fromCodePoint(Number.parseInt(code.slice(1), 16)),
    )
    .replace(/\\([gimlrsu])/gi, '$1');
}

/** Nothing in a style sheet needs `<` before a letter; inside a style element it could end it. */
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
