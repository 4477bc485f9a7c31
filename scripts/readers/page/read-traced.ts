import { matches } from '../../../src/dom/tree.ts';
import { platformFor } from '../../../src/platforms/index.ts';
import { queryDeep } from '../../../src/dom/shadow.ts';
import { leavesOf } from '../leaves.ts';
import type { Explained, KnownRule, Matched, PageReading, PostReading, ReadOrder } from '../reading.ts';
import { selectorParts } from '../selector-parts.ts';
import { pathTo } from './element-path.ts';
import { explain } from './explain.ts';
import { type Way, wayToPost } from './rules.ts';
import { recorded, type Step } from './trace.ts';

/** Runs the readers on the page that this script stands in, as the extension would, and notes what each of them saw. */
export async function run(order: ReadOrder): Promise<PageReading> {
  const address = new URL(order.address);
  const platform = platformFor(address);
  const viewer = order.viewer ?? {
    language: navigator.language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const find = () => platform.posts(document);
  const { result: posts, steps } = recorded(find);
  const named = platform.postAt(document, address);
  const identified = platform.identify(address);
  const account = explainedUnlessNothing(() => platform.account?.(document, address));
  const signedIn = explainedUnlessNothing(() => platform.signedIn?.(document));
  return {
    platform: { id: platform.id, name: platform.name },
    ...(identified && { identified }),
    ...(named !== undefined && { named: posts.indexOf(named) }),
    asked: askedIn(steps),
    posts: posts.map(post => ({
      ...wayToPost(post, find, steps),
      ...explainPost(post, () => platform.read(post, address, viewer), order.known),
    })),
    ...(account && { account }),
    ...(signedIn && { signedIn }),
  };
}

function explainPost(
  post: Element,
  read: () => object,
  known: readonly KnownRule[],
): Omit<PostReading, keyof Way> {
  const explained = explain(read, post);
  const found = leavesOf(explained.read);
  const asked = new Set([...explained.matched, ...explained.unmatched].flatMap(selectorParts));
  const missing = known.filter(
    ({ name, isOutside, selectors: [first = ''] }) =>
      !found.has(name) && (isOutside || selectorParts(first).some(part => asked.has(part))),
  );
  const tried = Object.fromEntries(
    [...new Set(missing.map(({ name }) => name))].map(name => {
      const rules = ofLayout(
        missing.filter(rule => rule.name === name),
        explained.read['reader'],
      );
      return [name, rules.map(rule => ({ page: rule.page, steps: matchedBy(rule, post) }))];
    }),
  );
  return { ...explained, element: pathTo(post), tried };
}

/** The rules of posts of the same layout; all of them where there are none, as where the layout is not known any more. */
function ofLayout(rules: readonly KnownRule[], reader: unknown): readonly KnownRule[] {
  const same = rules.filter(rule => rule.reader === reader);
  return same.length > 0 ? same : rules;
}

function matchedBy({ selectors, isOutside }: KnownRule, post: Element): Matched[] {
  return selectors.map(selector => {
    const isPost = !isOutside && matches(post, selector);
    return { selector, matched: queryDeep(isOutside ? document : post, selector).length + Number(isPost) };
  });
}

function explainedUnlessNothing(read: () => object | undefined): Explained | undefined {
  const explained = explain(read);
  return Object.keys(explained.read).length > 0 || explained.fault !== undefined ? explained : undefined;
}

/** What was asked of the whole page, each selector once, with the most that matched it at one time. */
function askedIn(steps: readonly Step[]): Matched[] {
  const most = new Map<string, number>();
  for (const step of steps) {
    if (step.kind !== 'query' || step.from !== document || step.selector === '*') continue;
    most.set(step.selector, Math.max(most.get(step.selector) ?? 0, step.found.length));
  }
  return [...most].map(([selector, matched]) => ({ selector, matched }));
}
