import { attributeOf, nameOf, parentOf, queryFirst } from '../../../dom/tree.ts';
import { describe } from '../naming.ts';
import { seenBox } from './in-view.ts';
import { byTimeline, type Late, listeningTo } from './late.ts';
import type { Timeline } from './timeline.ts';

/** What an element shows that has not loaded: a picture, an SVG reference, a video's poster or first frame. */
export function latePicture(element: Element, timeline: Timeline): Late | undefined {
  if (element instanceof HTMLImageElement) return lateImage(element, timeline);
  if (element instanceof HTMLVideoElement) return lateVideo(element, timeline);
  if (element instanceof HTMLInputElement && element.type === 'image')
    return lateByAddress(element, 'A picture', element.src, timeline);
  const name = nameOf(element);
  if (name !== 'image' && name !== 'use') return undefined;
  const link =
    attributeOf(element, 'href') ?? element.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? '';
  // A reference within this document needs no loading.
  return link === '' || link.startsWith('#')
    ? undefined
    : lateByAddress(element, 'A picture', link, timeline);
}

function lateByAddress(element: Element, what: string, link: string, timeline: Timeline): Late | undefined {
  const address = absolute(link);
  if (address === undefined || timeline.hasEnded(address) || !timeline.isWhole()) return undefined;
  return named(element, what, { listen: listeningTo(element, 'load', 'error') });
}

/** The late item with its name and place; undefined when nothing of the element is visible, see {@link seenBox}. */
export function named(
  element: Element,
  what: string,
  how: Pick<Late, 'listen'> & Partial<Pick<Late, 'isDecoding' | 'endsInMs' | 'had'>>,
  least = 0,
): Late | undefined {
  if (seenBox(element, least) === undefined) return undefined;
  const { x, y, width, height } = Element.prototype.getBoundingClientRect.call(element);
  return { what: `${what} (${describe(element)})`, box: { x, y, width, height }, had: 'come', ...how };
}

const decoded = new WeakMap<HTMLImageElement, string>();

function lateImage(image: HTMLImageElement, timeline: Timeline): Late | undefined {
  if (image.complete && image.naturalWidth > 0 && !isStandIn(image)) {
    if (decoded.get(image) === image.currentSrc) return undefined;
    return named(image, 'A picture', { isDecoding: true, listen: wake => decode(image, wake) });
  }
  if (image.complete && !isStandIn(image) && !isStillToCome(image, timeline)) return undefined;
  // It may take up no room before it has loaded.
  return named(image, 'A picture', { listen: listeningTo(image, 'load', 'error') }, 1);
}

/** Decodes the picture, once per address, so that no shot waits for it twice. */
function decode(image: HTMLImageElement, wake: () => void): () => void {
  let isWanted = true;
  const { currentSrc } = image;
  const end = () => {
    decoded.set(image, currentSrc);
    if (isWanted) wake();
  };
  // A broken picture rejects and will not get any further.
  image.decode().then(end, end);
  return () => {
    isWanted = false;
  };
}

/** Attributes in which scripts keep the address of a picture to load later. */
const laterAddresses = ['data-src', 'data-srcset', 'data-lazy-src', 'data-lazy', 'data-original'];

/** Whether this is a placeholder that a script will replace by the real picture. */
function isStandIn(image: HTMLImageElement): boolean {
  const isOwn = image.currentSrc === '' || image.currentSrc.startsWith('data:');
  return isOwn && laterAddresses.some(name => (attributeOf(image, name) ?? '') !== '');
}

/** Whether a picture without pixels is still loading: one with `source` elements may be `complete` too early. */
function isStillToCome(image: HTMLImageElement, timeline: Timeline): boolean {
  if (image.naturalWidth > 0) return false;
  const parent = parentOf(image);
  const isAmongSources =
    parent !== null && nameOf(parent) === 'picture' && queryFirst(parent, 'source') !== undefined;
  if (!isAmongSources || image.currentSrc === '') return false;
  return !timeline.hasEnded(image.currentSrc) && timeline.isWhole();
}

/** `HTMLMediaElement.HAVE_CURRENT_DATA` and `NETWORK_LOADING`. */
const [haveCurrentData, networkLoading] = [2, 2];

function lateVideo(video: HTMLVideoElement, timeline: Timeline): Late | undefined {
  if (video.readyState >= haveCurrentData || video.error !== null) return undefined;
  if (video.poster !== '') {
    if (timeline.hasEnded(video.poster) || !timeline.isWhole()) return undefined;
    return named(video, 'The first picture of a film', { listen: byTimeline });
  }
  if (video.networkState !== networkLoading) return undefined;
  const listen = listeningTo(video, 'loadeddata', 'error', 'suspend', 'emptied');
  return named(video, 'The first picture of a film', { listen });
}

/** The link as an absolute address; undefined when it is invalid. */
export function absolute(link: string): string | undefined {
  const base: unknown = Reflect.get(Node.prototype, 'baseURI', document);
  return URL.canParse(link, String(base)) ? new URL(link, String(base)).href : undefined;
}
