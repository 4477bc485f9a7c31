import { isSet } from './paint-order.ts';
import type { Surroundings } from './surroundings.ts';
import type { Block } from './tree.ts';

/** The role of an element in the text that style does not show. */
export type Part = 'plain' | 'paragraph' | 'quotation';

/** The role of an element with this name in the text. */
export function partOf(name: string, isQuotation: boolean): Part {
  if (isQuotation) return 'quotation';
  return name === 'p' ? 'paragraph' : 'plain';
}

/** An empty block, and whether it is inline. */
export function blockOf(
  style: CSSStyleDeclaration,
  inside: Surroundings,
  part: Part,
): { readonly block: Block; readonly isInline: boolean } {
  const isInline = /^inline/.test(style.display) || /^ruby/.test(style.display);
  const isCell = style.display === 'table-cell';
  const block: Block = {
    kind: 'block',
    items: [],
    breaks: isInline || isCell ? 0 : part === 'paragraph' ? 2 : 1,
    isCell,
    isQuoted: part === 'quotation',
    isMovable: isMoved(style),
    holdsPlaced: style.position !== 'static' || isSet(style.transform),
    isStill: inside.isStill,
    inColumns: inside.inColumns,
    hasItems: inside.hasItems,
    isRightToLeft: style.direction === 'rtl',
    writingMode: style.writingMode ?? '',
    box: undefined,
  };
  return { block, isInline };
}

/** Whether an element makes no block of its own, so that its words belong to the line around it. */
export function isTransparent(style: CSSStyleDeclaration, part: Part): boolean {
  if (part === 'quotation') return false;
  const { display } = style;
  if (/^(?:contents|ruby.*|)$/.test(display ?? '')) return true;
  return display === 'inline' && !isMoved(style);
}

function isMoved(style: CSSStyleDeclaration): boolean {
  const { position } = style;
  if (position === 'absolute' || position === 'fixed') return true;
  if (style.display !== 'inline' && (isSet(style.transform) || isSet(style.translate))) return true;
  if (position !== 'relative') return false;
  return [style.left, style.top].some(side => side !== 'auto' && (Number.parseFloat(side) || 0) !== 0);
}

/** Whether lines run from top to bottom. */
export function isUpright(writingMode: string | undefined): boolean {
  return /^(?:vertical|sideways)/.test(writingMode ?? '');
}
