/**
 * One step of the order in which a page is painted (CSS 2.1, Appendix E): `level` within the stacking context above,
 * then `order` in the tree. What has the higher one is painted later, and so above.
 */
export interface Layer {
  readonly level: number;
  readonly order: number;
  /** Whether layers below this one stay in it; else what is positioned in it takes its place beside it. */
  readonly isContext: boolean;
}

export const levels = { root: -1_000_000_000_000, block: -3, float: -2, inline: -1 } as const;

/** The layers of something that is painted itself with `own` among `outer`. */
export function withLayer(outer: readonly Layer[], own: Layer): readonly Layer[] {
  if (own.level < 0 && own.level >= levels.block) return [...outer, own];
  const context = outer.findLastIndex(layer => layer.isContext);
  return [...outer.slice(0, context + 1), own];
}

/** Whether the one is painted after the other. */
export function isAbove(one: readonly Layer[], other: readonly Layer[]): boolean {
  for (let at = 0; at < one.length && at < other.length; at += 1) {
    const [mine, theirs] = [one[at], other[at]];
    if (mine === undefined || theirs === undefined) break;
    if (mine.level !== theirs.level) return mine.level > theirs.level;
    if (mine.order !== theirs.order) return mine.order > theirs.order;
  }
  return one.length > other.length;
}

/** The element's own layer; undefined for what is painted with what is around it. */
export function layerOf(style: CSSStyleDeclaration, isItem: boolean, order: number): Layer | undefined {
  const { position } = style;
  const isPositioned = position !== 'static' && position !== '';
  const z = isPositioned || isItem ? Number.parseInt(style.zIndex, 10) : Number.NaN;
  const isContext = !Number.isNaN(z) || position === 'fixed' || position === 'sticky' || makesContext(style);
  if (isContext || isPositioned) {
    const own = Number.isNaN(z) ? 0 : z;
    return { level: own < 0 ? own - 10 : own, order, isContext };
  }
  if (style.cssFloat !== 'none' && style.cssFloat !== '')
    return { level: levels.float, order, isContext: false };
  const isAtomic = isItem || /^inline-(?:block|flex|grid|table)$/.test(style.display);
  return isAtomic ? { level: levels.inline, order, isContext: false } : undefined;
}

function makesContext(style: CSSStyleDeclaration): boolean {
  return (
    Number(style.opacity) < 1 ||
    isSet(style.transform) ||
    isSet(style.filter) ||
    isSet(style.perspective) ||
    isSet(style.clipPath) ||
    isSet(style.translate) ||
    isSet(style.rotate) ||
    isSet(style.scale) ||
    style.isolation === 'isolate' ||
    (style.mixBlendMode ?? 'normal') !== 'normal' ||
    /transform|opacity|filter|perspective/.test(style.willChange) ||
    /layout|paint|strict|content/.test(style.contain)
  );
}

/** Whether a property has a value that does something. */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'none';
}
