import { anyShadowOf } from '../shadow.ts';
import { childNodesOf, isElement, nameOf } from '../tree.ts';

/**
 * The nodes drawn inside the element: those of its shadow root or slot, or only the summary of a closed `details`.
 * `untold` holds the children that are never drawn.
 */
export function drawnChildren(element: Element): { readonly drawn: Node[]; readonly untold: Node[] } {
  const shadow = anyShadowOf(element);
  if (shadow !== null) return { drawn: childNodesOf(shadow), untold: withoutSlot(element, shadow) };
  const name = nameOf(element);
  const own = childNodesOf(element);
  if (name === 'slot') {
    const given = assignedTo(element);
    return given.length > 0 ? { drawn: given, untold: [] } : { drawn: own, untold: [] };
  }
  if (name === 'details' && !Element.prototype.hasAttribute.call(element, 'open')) {
    const summary = own.find(node => isElement(node) && nameOf(node) === 'summary');
    return {
      drawn: summary === undefined ? [] : [summary],
      untold: own.filter(node => node !== summary),
    };
  }
  return { drawn: own, untold: [] };
}

function assignedTo(slot: Element): Node[] {
  return slot instanceof HTMLSlotElement ? HTMLSlotElement.prototype.assignedNodes.call(slot) : [];
}

/** The children of a host that no slot shows. */
function withoutSlot(host: Element, shadow: ShadowRoot): Node[] {
  const slots: Element[] = Array.from(DocumentFragment.prototype.querySelectorAll.call(shadow, 'slot'));
  const shown = new Set(slots.flatMap(assignedTo));
  return childNodesOf(host).filter(node => !shown.has(node));
}
