import { attributeOf, queryAll } from '../../../dom/tree.ts';
import { boxOf, clientSize } from '../layout.ts';
import { describe } from '../naming.ts';
import type { Roots } from './in-view.ts';
import { byTimeline, type Late, listeningTo } from './late.ts';
import { runningMotions } from './motion.ts';
import { named } from './pictures.ts';
import type { Timeline } from './timeline.ts';

/** Fonts that are loading: a browser fetches only those it needs. */
export function lateFonts(): Late[] {
  const fonts = Reflect.get(Document.prototype, 'fonts', document) as FontFaceSet | undefined;
  if (fonts?.status !== 'loading') return [];
  const listen = listeningTo(fonts, 'loadingdone', 'loadingerror');
  const families = Array.from(fonts)
    .filter(({ status }) => status === 'loading')
    .map(({ family }) => ` (${family.replace(/^["']|["']$/g, '').slice(0, 60)})`);
  return [...new Set(families.length > 0 ? families : [''])].map(family => ({
    what: `A font${family}`,
    box: undefined,
    had: 'come',
    listen,
  }));
}

/** Active style sheets that have not loaded; without them the layout is wrong. */
export function lateSheets(roots: Roots, timeline: Timeline): Late[] {
  return roots
    .flatMap(root => queryAll(root, 'link'))
    .filter((link): link is HTMLLinkElement => link instanceof HTMLLinkElement)
    .filter(
      link => /(?:^|\s)stylesheet(?:\s|$)/i.test(link.rel) && !/(?:^|\s)alternate(?:\s|$)/i.test(link.rel),
    )
    .filter(link => link.sheet === null && !link.disabled && link.href !== '')
    .filter(link => link.media === '' || matchMedia(link.media).matches)
    .filter(link => !timeline.hasEnded(link.href) && timeline.isWhole())
    .map(link => ({
      what: `A style sheet (${link.href.slice(0, 120)})`,
      box: undefined,
      had: 'come',
      listen: listeningTo(link, 'load', 'error'),
    }));
}

/** A frame whose page has not loaded, as far as that can be known of another site's page. */
export function lateFrame(element: Element, timeline: Timeline): Late | undefined {
  if (!(element instanceof HTMLIFrameElement) || isFrameHere(element, timeline)) return undefined;
  return named(element, 'A frame with another page in it', { listen: listeningTo(element, 'load', 'error') });
}

function isFrameHere(frame: HTMLIFrameElement, timeline: Timeline): boolean {
  const isAsked = /^https?:/i.test(frame.src);
  if (!isAsked && attributeOf(frame, 'srcdoc') === undefined) return true;
  const inner = innerDocument(frame);
  // Until its page loads, a frame holds an empty document of our origin.
  if (inner !== null && isAsked && inner.URL === 'about:blank') return timeline.hasEnded(frame.src);
  if (inner !== null) return inner.readyState === 'complete';
  if (!isAsked || timeline.hasEnded(frame.src)) return true;
  // A page that has loaded completely has all its frames, except lazy ones.
  return (frame.loading !== 'lazy' && isComplete()) || !timeline.isWhole();
}

/** The frame's document; null for another site's page. */
function innerDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

function isComplete(): boolean {
  return Reflect.get(Document.prototype, 'readyState', document) === 'complete';
}

/** Animations that end by themselves, in the window or within one window of it: they may be moving into it. */
export function lateMotions(roots: Roots): Late[] {
  const late: Late[] = [];
  const seen = new Set<Element>();
  for (const { animation, element, endsInMs } of runningMotions(roots)) {
    if (endsInMs === undefined || seen.has(element) || !isNear(element)) continue;
    seen.add(element);
    const { x, y, width, height } = boxOf(element);
    late.push({
      what: `A movement (${describe(element)})`,
      box: { x, y, width, height },
      had: 'ended',
      endsInMs,
      listen: listeningTo(animation, 'finish', 'cancel', 'remove'),
    });
  }
  return late;
}

function isNear(element: Element): boolean {
  const { left, top, right, bottom, width, height } = boxOf(element);
  const client = clientSize();
  const isBox = width > 0 || height > 0;
  const isNearAcross = right >= -client.width && left <= 2 * client.width;
  return isBox && isNearAcross && bottom >= -client.height && top <= 2 * client.height;
}

/** A placeholder that the page marks as still loading. */
export function lateStandIn(element: Element): Late | undefined {
  if (!isStandIn(element)) return undefined;
  return named(element, 'What the page was still fetching', { listen: byTimeline });
}

function isStandIn(element: Element): boolean {
  if (attributeOf(element, 'aria-busy') === 'true') return true;
  const isNamedSo = /(?:^|[\s_-])(?:skeleton|shimmer)(?:$|[\s_-])/i.test(attributeOf(element, 'class') ?? '');
  return isNamedSo && element.getElementsByTagName('*').length === 0 && element.textContent?.trim() === '';
}
