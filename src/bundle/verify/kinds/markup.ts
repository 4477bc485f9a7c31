/** An attribute with its character references resolved. Names are in lower case. */
export interface MarkupAttribute {
  readonly name: string;
  readonly value: string;
}

/** Receives the parts of a document in order. Names are in lower case. */
export interface MarkupReader {
  open(name: string, attributes: readonly MarkupAttribute[]): void;
  close?(name: string): void;
  /** Text between tags as written, with its references unresolved. */
  text?(written: string, within: string): void;
}

/**
 * Reads HTML and XML only in the form in which Holdfast and its libraries write it: tags with attributes in double
 * quotes, no comment, no declaration but the first, and no bare `<` or `&` except in a style sheet's text. Returns the
 * first position that differs; undefined when everything could be read.
 *
 * Browsers accept much more (HTML standard, 13.2.5), and one may take as a tag what another takes as text. This form
 * leaves no choice: every `<` begins a tag that was passed on, whatever state a browser is in.
 */
export function readMarkup(document: string, reader: MarkupReader): number | undefined {
  let at = prologEnd(document);
  let within = '';
  while (at < document.length) {
    const start = document.indexOf('<', at);
    const end = start === -1 ? document.length : start;
    if (end > at) reader.text?.(document.slice(at, end), within);
    if (start === -1) return undefined;
    const isEnd = document.charCodeAt(start + 1) === slash;
    const tag = isEnd ? readEndTag(document, start) : readStartTag(document, start);
    if (tag === undefined) return start;
    at = tag.end;
    if (isEnd) {
      within = '';
      reader.close?.(tag.name);
      continue;
    }
    within = tag.isClosed ? '' : tag.name;
    reader.open(tag.name, tag.attributes);
    if (tag.name !== 'style' || tag.isClosed) continue;
    const sheetEnd = endOfSheet(document, at);
    if (sheetEnd === undefined) return at;
    if (sheetEnd > at) reader.text?.(document.slice(at, sheetEnd), 'style');
    at = sheetEnd;
  }
  return undefined;
}

/** Resolves the references for characters that HTML and XML reserve. */
export function plainText(written: string): string {
  if (!written.includes('&')) return written;
  return written.replace(/&(amp|lt|gt|quot|apos|#39);/g, (whole, name: string) => references[name] ?? whole);
}

const references: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" },
};

const slash = 0x2f;
const prolog =
  /^\uFEFF?(?:<\?xml version="1\.0" encoding="UTF-8"(?: standalone="yes")?\?>|<!doctype html>)?\s*/i;

function prologEnd(document: string): number {
  return prolog.exec(document.slice(0, 200))?.[0].length ?? 0;
}

interface Tag {
  readonly name: string;
  readonly attributes: readonly MarkupAttribute[];
  readonly isClosed: boolean;
  readonly end: number;
}

const name = /[A-Za-z][A-Za-z0-9._:-]*/y;
const attributeName = /[\t\n\f\r ]+([A-Za-z_][\w:.-]*)/y;
const tagEnd = /[\t\n\f\r ]*(\/?)>/y;
const strangeReference = /&(?!(?:amp|lt|gt|quot|apos|#39);)/;

function readStartTag(document: string, start: number): Tag | undefined {
  const tagName = matchAt(name, document, start + 1)?.[0];
  if (tagName === undefined) return undefined;
  const attributes: MarkupAttribute[] = [];
  const names = new Set<string>();
  let at = start + 1 + tagName.length;
  for (;;) {
    const end = matchAt(tagEnd, document, at);
    if (end !== undefined)
      return {
        name: tagName.toLowerCase(),
        attributes,
        isClosed: end[1] === '/',
        end: at + end[0].length,
      };
    const found = matchAt(attributeName, document, at);
    if (found === undefined) return undefined;
    at += found[0].length;
    const own = (found[1] ?? '').toLowerCase();
    // Of two attributes with one name browsers take the first; no writer repeats one.
    if (names.has(own)) return undefined;
    names.add(own);
    if (document[at] !== '=') {
      attributes.push({ name: own, value: '' });
      continue;
    }
    const close = document[at + 1] === '"' ? document.indexOf('"', at + 2) : -1;
    if (close === -1) return undefined;
    const written = document.slice(at + 2, close);
    if (written.includes('<') || strangeReference.test(written)) return undefined;
    attributes.push({ name: own, value: plainText(written) });
    at = close + 1;
  }
}

function readEndTag(document: string, start: number): Tag | undefined {
  const tagName = matchAt(name, document, start + 2)?.[0];
  if (tagName === undefined) return undefined;
  const at = start + 2 + tagName.length;
  return document[at] === '>'
    ? { name: tagName.toLowerCase(), attributes: [], isClosed: false, end: at + 1 }
    : undefined;
}

/** The position of a style sheet's end tag; nothing before it may look like a tag. */
function endOfSheet(document: string, from: number): number | undefined {
  for (let at = document.indexOf('<', from); at !== -1; at = document.indexOf('<', at + 1)) {
    if (document.startsWith('</style>', at)) return at;
    if (/[A-Za-z!/?]/.test(document[at + 1] ?? '')) return undefined;
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
