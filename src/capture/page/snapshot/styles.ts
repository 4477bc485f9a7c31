import { attributeOf } from '../../../dom/tree.ts';
import { adoptedSheetsOf } from './adopted.ts';
import type { Copy } from './copy.ts';
import { attributeText, escapeText } from './escape.ts';

const deepestImport = 5;

/** Adds the sheet of a `style` or `link` element in its place. A sheet that cannot be read leaves its address. */
export function addSheetOf(copy: Copy, element: Element): void {
  const sheet = sheetOf(element);
  if (sheet?.disabled) {
    if (copy.keepsPlaces) copy.add('<template></template>');
    return;
  }
  const rules = sheet === undefined ? undefined : rulesOf(sheet);
  if (sheet !== undefined && rules !== undefined) {
    const isForeign =
      Reflect.get(Element.prototype, 'namespaceURI', element) !== 'http://www.w3.org/1999/xhtml';
    addRules(copy, { rules, base: sheet.href ?? copy.base, mediaText: mediaOf(sheet), isForeign });
    return;
  }
  const href = attributeOf(element, 'href');
  if (href === undefined) return;
  copy.tally.add('style');
  const media = attributeOf(element, 'media');
  const mediaText = media === undefined ? '' : attributeText('media', media);
  copy.add(`<style${mediaText}${attributeText('data-original-href', copy.resolve(href) ?? href)}></style>`);
}

/** The sheet's current media, which may differ from its element's attribute. */
function mediaOf(sheet: CSSStyleSheet): string {
  const media = sheet.media?.mediaText ?? '';
  return media === '' ? '' : attributeText('media', media);
}

/** Adds the adopted sheets of the document or a shadow root, which come after all others in the cascade. */
export function addAdoptedSheets(copy: Copy, root: Document | ShadowRoot): void {
  const sheets = adoptedSheetsOf(root);
  if (sheets === undefined) copy.tally.add('sheet');
  for (const sheet of sheets ?? []) {
    const rules = sheet.disabled ? undefined : rulesOf(sheet);
    if (rules === undefined) continue;
    addRules(copy, { rules, base: copy.base, mediaText: mediaOf(sheet), isForeign: false });
  }
}

interface SheetText {
  readonly rules: CSSRuleList;
  readonly base: string;
  readonly mediaText: string;
  readonly isForeign: boolean;
}

function addRules(copy: Copy, { rules, base, mediaText, isForeign }: SheetText): void {
  copy.add(`<style${mediaText}>`);
  for (const piece of piecesOf(copy, rules, base, 0)) {
    const text = copy.sheetText(piece.css, piece.base);
    // A style element inside a drawing is parsed as normal text, entities included.
    copy.add(isForeign ? () => escapeText(text()) : text);
  }
  copy.add('</style>');
}

interface Piece {
  readonly css: string;
  readonly base: string;
}

function piecesOf(copy: Copy, rules: CSSRuleList, base: string, depth: number): Piece[] {
  const pieces: Piece[] = [];
  let texts: string[] = [];
  const flush = () => {
    if (texts.length > 0) pieces.push({ css: texts.join('\n'), base });
    texts = [];
  };
  for (const rule of Array.from(rules)) {
    if (rule.cssText.startsWith('@namespace')) continue;
    if (!(rule instanceof CSSImportRule)) {
      texts.push(rule.cssText);
      continue;
    }
    flush();
    pieces.push(...importedPieces(copy, rule, depth));
  }
  flush();
  return pieces;
}

function importedPieces(copy: Copy, rule: CSSImportRule, depth: number): Piece[] {
  const sheet = rule.styleSheet;
  const rules = sheet === null || depth >= deepestImport ? undefined : rulesOf(sheet);
  if (sheet === null || rules === undefined) {
    copy.tally.add('style');
    return [];
  }
  const base = sheet.href ?? copy.base;
  const inner = piecesOf(copy, rules, base, depth + 1);
  const wraps = [
    ...(rule.media.mediaText === '' ? [] : [`@media ${rule.media.mediaText}`]),
    ...(rule.layerName == null ? [] : [`@layer ${rule.layerName}`]),
    ...(rule.supportsText ? [`@supports (${rule.supportsText})`] : []),
  ];
  const open = wraps.map(wrap => `${wrap} {`).join(' ');
  return [{ css: open, base }, ...inner, { css: '}'.repeat(wraps.length), base }].filter(
    piece => piece.css !== '',
  );
}

function rulesOf(sheet: CSSStyleSheet): CSSRuleList | undefined {
  try {
    return sheet.cssRules;
  } catch {
    return undefined; // the sheet of another site
  }
}

function sheetOf(element: Element): CSSStyleSheet | undefined {
  if (element instanceof HTMLStyleElement || element instanceof HTMLLinkElement)
    return element.sheet ?? undefined;
  return element instanceof SVGStyleElement ? (element.sheet ?? undefined) : undefined;
}
