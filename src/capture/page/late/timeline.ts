import { queryAll } from '../../../dom/tree.ts';
import type { PageSession } from '../session.ts';

/** The size of a browser's resource timing buffer; entries beyond it are lost unless an observer was there first. */
const listedByBrowser = 250;

/**
 * Which files of the page have finished loading, successfully or not, by the browser's resource timing. Uses no
 * network. https://www.w3.org/TR/resource-timing/
 */
export class Timeline {
  readonly #ended = new Set<string>();
  readonly #wakers = new Set<() => void>();
  readonly #mayBeCut: boolean;

  constructor() {
    const known = performance.getEntriesByType('resource');
    this.#mayBeCut = known.length >= listedByBrowser;
    this.#add(known);
    if (typeof PerformanceObserver === 'undefined') return;
    new PerformanceObserver(list => {
      this.#add(list.getEntries());
      for (const wake of [...this.#wakers]) wake();
    }).observe({ type: 'resource' });
  }

  #add(entries: readonly PerformanceEntry[]): void {
    for (const { name } of entries) this.#ended.add(withoutFragment(name));
  }

  /** Whether the file at this address has finished loading. Always true for addresses other than HTTP. */
  hasEnded(address: string): boolean {
    return !/^https?:/i.test(address) || this.#ended.has(withoutFragment(address));
  }

  /** Whether the list is complete, so that a file not in it has not loaded. */
  isWhole(): boolean {
    return !this.#mayBeCut && loadedAddresses().every(address => this.hasEnded(address));
  }

  /** Calls `wake` whenever a file has finished loading; returns a function that stops listening. */
  listen(wake: () => void): () => void {
    this.#wakers.add(wake);
    return () => this.#wakers.delete(wake);
  }
}

const timelines = new WeakMap<PageSession, Timeline>();

/** The session's timeline, created on the first call. */
export function timelineOf(session: PageSession): Timeline {
  const known = timelines.get(session);
  if (known !== undefined) return known;
  const timeline = new Timeline();
  timelines.set(session, timeline);
  return timeline;
}

/** Addresses of files that have certainly loaded; a page can clear the browser's list, and then they are missing. */
function loadedAddresses(): string[] {
  const pictures = queryAll(document, 'img')
    .filter(image => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0)
    .map(image => (image as HTMLImageElement).currentSrc);
  const sheets = queryAll(document, 'link')
    .filter(link => link instanceof HTMLLinkElement && link.sheet !== null)
    .map(link => (link as HTMLLinkElement).href);
  return [...pictures.slice(0, 100), ...sheets.slice(0, 100)];
}

export function withoutFragment(address: string): string {
  return address.replace(/#.*$/su, '');
}
