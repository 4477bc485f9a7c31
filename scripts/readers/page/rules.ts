import { isElement, matches, parentNodeOf } from '../../../src/dom/tree.ts';
import { containsDeep, parentDeep } from '../../../src/dom/shadow.ts';
import type { Rule } from '../reading.ts';
import { selectorParts } from '../selector-parts.ts';
import { isSame, type Query, recorded, type Step } from './trace.ts';

/** How a reader came to an element. `isWalked`: its queries lead to one around it, and from there it went by hand. */
export interface Way {
  readonly rules: Rule[];
  readonly isWalked: boolean;
}

/** The queries that led to a node, the first of them first. None lead to the post itself, which is where reading begins. */
export function wayTo(node: Node, steps: readonly Step[], post?: Element): Way {
  const queries = steps.flatMap(step => (step.kind === 'query' && step.selector !== '*' ? [step] : []));
  let isWalked = false;
  for (let at = elementOf(node); at !== undefined && at !== post; at = parentDeep(at)) {
    const rules = rulesTo(at, queries, post);
    if (rules.length > 0) return { rules, isWalked };
    isWalked = true;
  }
  return { rules: [], isWalked };
}

/**
 * The way to a post. Where no query found it or what it stands in, the reader went there by hand from something inside
 * it: that is the first such thing without which it would not have found the post.
 */
export function wayToPost(post: Element, find: () => readonly Element[], steps: readonly Step[]): Way {
  const way = wayTo(post, steps);
  if (way.rules.length > 0) return way;
  for (const step of steps) {
    const inside = step.kind === 'query' ? step.found.find(each => containsDeep(post, each)) : undefined;
    if (step.kind !== 'query' || inside === undefined) continue;
    const without = recorded(find, asked => isSame(asked, step)).result;
    const selector = matching(inside, step.selector);
    if (!without.includes(post)) return { rules: [{ selector, toward: step.toward }], isWalked: true };
  }
  return way;
}

/** The element, or the one that a text stands in. */
export function elementOf(node: Node): Element | undefined {
  if (isElement(node)) return node;
  const parent = parentNodeOf(node);
  return parent !== null && isElement(parent) ? parent : undefined;
}

function rulesTo(element: Element, queries: readonly Query[], post: Element | undefined): Rule[] {
  const rules: Rule[] = [];
  let left = [...queries];
  for (let at: Element | undefined = element; at !== undefined && at !== post; ) {
    const sought: Element = at;
    const query = nearest(left.filter(({ found }) => found.includes(sought)));
    if (query === undefined) break;
    rules.unshift({ selector: matching(sought, query.selector), toward: query.toward });
    left = left.filter(each => each !== query);
    at = isElement(query.from) ? query.from : undefined;
  }
  return rules;
}

/** Of queries that found the same element, the one that began closest to it; of several, the last. */
function nearest(queries: readonly Query[]): Query | undefined {
  const below = queries.filter(({ toward }) => toward === 'below');
  return (below.length > 0 ? below : queries).reduce<Query | undefined>(
    (best, query) => (best === undefined || containsDeep(best.from, query.from) ? query : best),
    undefined,
  );
}

/** Of a list of selectors, those that the element matches. */
function matching(element: Element, list: string): string {
  const parts = selectorParts(list).filter(part => matches(element, part));
  return parts.length > 0 ? parts.join(', ') : list;
}
