import type { Page } from 'puppeteer-core';

/** How a page stands: what a capture must put back. Lengths in CSS pixels. */
export interface PageFacts {
  readonly address: string;
  readonly scroll: readonly [number, number];
  /** Every element that is scrolled, by its place in the document: how far. */
  readonly panes: Readonly<Record<string, readonly [number, number]>>;
  /** How many elements are hidden. */
  readonly hidden: number;
  /** How many inline styles say `!important`. */
  readonly forced: number;
  /** Children of the root and the body. */
  readonly children: number;
  readonly size: readonly [number, number];
  readonly client: readonly [number, number];
  readonly ratio: number;
}

const expression = `(() => {
  const all = [];
  const walk = root => { for (const element of root.querySelectorAll('*')) { all.push(element); if (element.shadowRoot) walk(element.shadowRoot) } };
  walk(document);
  const root = document.documentElement;
  const panes = {};
  all.forEach((element, at) => { if (element !== document.scrollingElement && (element.scrollTop || element.scrollLeft))
    panes[at + ' ' + element.localName + (element.id ? '#' + element.id : '')] = [Math.round(element.scrollLeft), Math.round(element.scrollTop)] });
  return {
    address: location.href, scroll: [Math.round(scrollX), Math.round(scrollY)], panes,
    hidden: all.filter(element => getComputedStyle(element).visibility === 'hidden').length,
    forced: all.filter(element => /!\\s*important/.test(element.getAttribute('style') ?? '')).length,
    children: root.childElementCount + (document.body ? document.body.childElementCount : 0),
    size: [root.scrollWidth, root.scrollHeight], client: [root.clientWidth, root.clientHeight], ratio: devicePixelRatio,
  };
})()`;

/** How the page stands now. */
export async function factsOf(page: Page): Promise<PageFacts> {
  return (await page.evaluate(expression)) as PageFacts;
}

/** What a page has that it had not, in words; nothing when it was put back. */
export function changesBetween(before: PageFacts, after: PageFacts): readonly string[] {
  const told: string[] = [];
  for (const key of ['scroll', 'panes', 'hidden', 'forced', 'children'] as const) {
    const [was, is] = [JSON.stringify(before[key]), JSON.stringify(after[key])];
    if (was !== is) told.push(`${key} was ${was} and is ${is}`);
  }
  return told;
}
