/**
 * One step of the painting order of a page (CSS 2.1, appendix E): `level` within the stacking context, then `order` in
 * the tree. What has the higher value is painted later, and so above.
 */
export interface Layer {
  readonly level: number;
  readonly order: number;
  /** Whether it is a stacking context; otherwise positioned descendants take their place beside it. */
  readonly isContext: boolean;
}

export const levels = { root: -1_000_000_000_000, block: -3, float: -2, inline: -1 } as const;

/** The layers of something painted at `own` within `outer`. */
export function withLayer(outer: readonly Layer[], own: Layer): readonly Layer[] {
  if (own.level < 0 && own.level >= levels.block) return [...outer, own];
  const context = outer.findLastIndex(layer => layer.isContext);
  return [...outer.slice(0, context + 1), own];
}

/** Whether `one` is painted after `other`. */
export function isAbove(one: readonly Layer[], other: readonly Layer[]): boolean {
  for (let at = 0; at < one.length && at < other.length; at += 1) {
    const [mine, theirs] = [one[at], other[at]];
    if (mine === undefined || theirs === undefined) break;
    if (mine.level !== theirs.level) return mine.level > theirs.level;
    if (mine.order !== theirs.order) return mine.order > theirs.order;
  }
  return one.length > other.length;
}

/** The element's own layer; undefined for one that is painted with its surroundings. */
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

/** Whether a property has a value other than none. */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'none';
}
