import { innerDocumentOf } from '../../dom/inner-document.ts';
import { attributeOf, nameOf } from '../../dom/tree.ts';
import type { PageChange } from '../../model/capture.ts';
import { boxOf, everyElement } from './layout.ts';
import { describe } from './naming.ts';

/** How many limits of one kind are named one by one. */
const mostNamed = 10;
/** Boxes that hide less than this are not mentioned, in CSS pixels. */
const leastHidden = 20;
const smallest = { width: 60, height: 40 };

/**
 * What cannot be in the screenshot, the text or the snapshot, in plain words; at most ten of each kind are named.
 * `read` is the document in a frame whose words are the text.
 */
export function limits(read?: Document): PageChange[] {
  const found = new Map<string, string[]>();
  for (const element of everyElement()) {
    const limit = limitOf(element, read);
    if (limit === undefined) continue;
    const list = found.get(limit.kind) ?? [];
    list.push(limit.detail);
    found.set(limit.kind, list);
  }
  return Array.from(found).flatMap(([kind, details]) => {
    const named = details.slice(0, mostNamed);
    const more = details.length - named.length;
    const rest = more > 0 ? [`${more} more: ${kind}.`] : [];
    return [...named, ...rest].map(detail => ({ kind: 'not-recorded', detail }) as const);
  });
}

function limitOf(element: Element, read: Document | undefined): { kind: string; detail: string } | undefined {
  const name = nameOf(element);
  if (name === 'iframe' || name === 'frame') return frameLimit(element, read);
  if (name === 'video')
    return limit(element, 'a film', 'the picture shows one moment; its sound and the rest are not recorded');
  if (name === 'audio') return limit(element, 'a sound', 'it is not recorded', false);
  if (name === 'canvas')
    return limit(element, 'a drawing made by a program', 'the copy holds at most a still picture of it');
  if (name === 'object' || name === 'embed')
    return limit(element, 'embedded content', 'it is neither in the text nor in the copy');
  return scrollerLimit(element);
}

function limit(element: Element, kind: string, why: string, needsRoom = true) {
  if (needsRoom && !isLarge(element)) return undefined;
  return { kind, detail: `The page holds ${kind} (${describe(element)}); ${why}.` };
}

function frameLimit(element: Element, read: Document | undefined) {
  if (!isLarge(element)) return undefined;
  const address = attributeOf(element, 'src');
  const host =
    address !== undefined && URL.canParse(address, location.href) ? new URL(address, location.href).host : '';
  const from = host !== '' && host !== location.host ? ` from ${host}` : '';
  const kind = 'a frame with another page inside';
  const inner = innerDocumentOf(element);
  const held =
    inner !== undefined && inner === read
      ? 'the picture and the text show it, the copy does not'
      : 'the picture shows it, the text and the copy do not';
  return {
    kind,
    detail: `The page holds ${kind}${from} (${describe(element)}); ${held}.`,
  };
}

function scrollerLimit(element: Element) {
  const size = (name: 'clientWidth' | 'clientHeight' | 'scrollWidth' | 'scrollHeight') =>
    Reflect.get(Element.prototype, name, element);
  const width = size('clientWidth');
  const height = size('clientHeight');
  if (width < smallest.width || height < smallest.height) return undefined;
  const below = size('scrollHeight') - height >= leastHidden;
  const beside = size('scrollWidth') - width >= leastHidden;
  if ((!below && !beside) || /^(?:html|body|textarea|select)$/.test(nameOf(element))) return undefined;
  const { overflowX, overflowY } = getComputedStyle(element);
  const scrolls = /auto|scroll/;
  if (!(below && scrolls.test(overflowY)) && !(beside && scrolls.test(overflowX))) return undefined;
  const kind = 'a box that scrolls by itself';
  const why = 'the picture shows only the part of it that was in view';
  return { kind, detail: `The page holds ${kind} (${describe(element)}); ${why}.` };
}

function isLarge(element: Element): boolean {
  const { width, height } = boxOf(element);
  return width >= smallest.width && height >= smallest.height;
}
