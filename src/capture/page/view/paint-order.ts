import { isInTopLayer } from './clipping.ts';
import { lineOf } from './flat-tree.ts';

/**
 * Whether an element is painted over another, decided from their styles. Needed for elements with `pointer-events:
 * none`, which `elementFromPoint` skips. Follows CSS 2, appendix E, as far as positions and levels go.
 */
export function isPaintedOver(element: Element, other: Element): boolean {
  const [mine, others] = [lineOf(element), lineOf(other)];
  const shared = new Set(others);
  const apart = mine.filter(each => !shared.has(each)).toReversed();
  const own = new Set(mine);
  const otherApart = others.filter(each => !own.has(each)).toReversed();
  if (apart.some(isInTopLayer) !== otherApart.some(isInTopLayer)) return apart.some(isInTopLayer);
  const level = levelOf(apart);
  const otherLevel = levelOf(otherApart);
  if (level !== otherLevel) return level > otherLevel;
  const [first] = apart;
  const [otherFirst] = otherApart;
  if (first === undefined || otherFirst === undefined) return otherFirst === undefined;
  const place = Node.prototype.compareDocumentPosition.call(otherFirst, first);
  return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The stack level of the outermost element that has one; below 0 for content in the flow. */
function levelOf(line: readonly Element[]): number {
  for (const element of line) {
    const style = getComputedStyle(element);
    const level = Number.parseInt(style.zIndex, 10);
    if (style.position !== 'static') return Number.isNaN(level) ? 0 : level;
    const isRaised =
      Number(style.opacity) < 1 || [style.transform, style.filter].some(it => !/^(?:none|)$/.test(it));
    if (isRaised) return 0;
  }
  return -0.5;
}
