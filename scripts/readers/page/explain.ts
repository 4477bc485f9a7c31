import { containsDeep } from '../../../src/dom/shadow.ts';
import { closeness } from '../closeness.ts';
import { leavesOf } from '../leaves.ts';
import type { Explained, Place } from '../reading.ts';
import { pathTo } from './element-path.ts';
import { elementOf, wayTo } from './rules.ts';
import { isSame, type Query, type Read, recorded, type Silenced, type Step } from './trace.ts';

/** How often one post is read again at most, to see what comes of a page without one of its parts. */
const mostTrials = 200;

/**
 * What a reader says of a post, or of the whole page, and where it read that. Each text is looked for in what was read; of
 * several places, the first is taken without which the reader would have said something else.
 */
export function explain(read: () => object | undefined, post?: Element): Explained {
  try {
    const { result, steps } = recorded(read);
    const leaves = leavesOf(result ?? {});
    const trial = trialOf(read, leaves);
    const places = [...leaves].flatMap(([name, value]) => {
      const place = placeOf(name, value, steps, trial, post);
      return place === undefined ? [] : [[name, place] as const];
    });
    return { read: { ...result }, places: Object.fromEntries(places), ...askedBelow(steps, post) };
  } catch (error) {
    return { read: {}, places: {}, matched: [], unmatched: [], fault: String(error) };
  }
}

/** Whether a value is another one, or gone, where the page does not answer this question. */
type Trial = (name: string, step: Step) => boolean;

function trialOf(read: () => object | undefined, leaves: ReadonlyMap<string, string>): Trial {
  const known: { readonly step: Step; readonly changed: ReadonlySet<string> }[] = [];
  return (name, step) => {
    const before = known.find(each => isSame(each.step, step));
    if (before !== undefined) return before.changed.has(name);
    if (known.length >= mostTrials) return false;
    const without = leavesWithout(read, asked => isSame(asked, step));
    const changed = new Set([...leaves.keys()].filter(each => without.get(each) !== leaves.get(each)));
    known.push({ step, changed });
    return changed.has(name);
  };
}

function leavesWithout(read: () => object | undefined, isSilenced: Silenced): ReadonlyMap<string, string> {
  try {
    return leavesOf(recorded(read, isSilenced).result ?? {});
  } catch {
    return new Map();
  }
}

function placeOf(
  name: string,
  value: string,
  steps: readonly Step[],
  trial: Trial,
  post: Element | undefined,
): Place | undefined {
  const reads = steps
    .filter(step => step.kind === 'read')
    .map(read => ({ read, near: closeness(value, read.value) }))
    .toSorted((one, other) => other.near - one.near || one.read.value.length - other.read.value.length);
  const saying = reads.filter(({ near }) => near > 0).map(({ read }) => read);
  const others = reads.filter(({ near }) => near === 0).map(({ read }) => read);
  const decides = (step: Step) => trial(name, step);
  const only = saying.find(decides) ?? (saying.length === 0 ? others.find(decides) : undefined);
  const taken = only ?? saying[0];
  if (taken !== undefined) return describe(taken, taken.node, steps, post, only !== undefined);
  const query = steps.find((step): step is Query => step.kind === 'query' && decides(step));
  const found = query?.found[0];
  return found === undefined ? undefined : describe(undefined, found, steps, post, true);
}

function describe(
  read: Read | undefined,
  node: Node,
  steps: readonly Step[],
  post: Element | undefined,
  isOnly: boolean,
): Place | undefined {
  const element = elementOf(node);
  if (element === undefined) return undefined;
  const isOutside = post !== undefined && !containsDeep(post, element);
  return {
    element: pathTo(element, isOutside ? undefined : post),
    ...(read?.attribute !== undefined && { attribute: read.attribute }),
    isOutside,
    ...wayTo(node, steps.slice(0, read === undefined ? steps.length : steps.indexOf(read)), post),
    isOnly,
  };
}

/** The selectors that were asked for below the post, by whether anything in it matched them. */
function askedBelow(
  steps: readonly Step[],
  post: Element | undefined,
): Pick<Explained, 'matched' | 'unmatched'> {
  const isIn = ({ from }: Query) => post === undefined || containsDeep(post, from);
  const below = steps.filter(
    (step): step is Query => step.kind === 'query' && step.toward === 'below' && isIn(step),
  );
  const all = [...new Set(below.map(({ selector }) => selector))];
  const found = new Set(below.filter(query => query.found.length > 0).map(({ selector }) => selector));
  return {
    matched: all.filter(selector => found.has(selector)),
    unmatched: all.filter(selector => !found.has(selector)),
  };
}
