import { hrefOf } from '../../dom/links.ts';
import { attributeOf, queryFirst, rootOf } from '../../dom/tree.ts';
import type { PageMeasure } from '../../messaging/page-protocol.ts';
import { boundedText } from '../../model/bounded-text.ts';
import { longestLine } from '../../platforms/reading/text.ts';
import { clientSize, documentSize } from './layout.ts';

/** Measures the page in CSS pixels and reads its metadata. Changes nothing. */
export function measure(): PageMeasure {
  const root = rootOf(document);
  const language = root === null ? undefined : attributeOf(root, 'lang');
  const canonical = canonicalAddress();
  const referrer = Reflect.get(Document.prototype, 'referrer', document);
  return {
    address: window.location.href,
    ...(canonical !== undefined && { canonicalAddress: canonical }),
    title: boundedText(Reflect.get(Document.prototype, 'title', document), longestLine),
    ...(language && { language: boundedText(language, 100) }),
    ...(referrer && { referrer: boundedText(referrer, longestLine) }),
    inner: { width: window.innerWidth, height: window.innerHeight },
    client: clientSize(),
    document: documentSize(),
    scroll: { x: window.scrollX, y: window.scrollY },
    devicePixelRatio: window.devicePixelRatio > 0 ? window.devicePixelRatio : 1,
    visual: visualViewport(),
    ...httpStatus(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    // JavaScript counts minutes west of UTC; the record counts east.
    offsetMinutes: 0 - new Date().getTimezoneOffset(),
    userAgent: navigator.userAgent,
  };
}

function visualViewport(): PageMeasure['visual'] {
  const seen = window.visualViewport ?? undefined;
  if (seen === undefined) return { ...clientSize(), x: 0, y: 0, scale: 1 };
  const { offsetLeft: x, offsetTop: y, width, height, scale } = seen;
  return { x, y, width, height, scale: scale > 0 ? scale : 1 };
}

/** `PerformanceResourceTiming.responseStatus` of the navigation; empty where the browser does not expose it. */
function httpStatus(): Pick<PageMeasure, 'httpStatus'> {
  const [navigation] = performance.getEntriesByType('navigation');
  const status: unknown = navigation === undefined ? 0 : Reflect.get(navigation, 'responseStatus');
  return typeof status === 'number' && status >= 100 && status <= 599 ? { httpStatus: status } : {};
}

function canonicalAddress(): string | undefined {
  const link = queryFirst(document, 'head > link[rel~="canonical"][href]');
  const href = link === undefined ? undefined : hrefOf(link);
  if (href === undefined || href.length > longestLine || !URL.canParse(href, window.location.href)) {
    return undefined;
  }
  return new URL(href, window.location.href).href;
}
