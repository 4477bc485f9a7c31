import { queryAll } from '../../../dom/tree.ts';
import type { PageSession } from '../session.ts';

/** How many files a browser lists by itself; what a page loads beyond that before we listen is never told. */
const listedByBrowser = 250;

/**
 * Which files of the page have ended to load, well or badly, as the browser lists them. Nothing is asked of the network.
 * https://www.w3.org/TR/resource-timing/
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

  /** Whether the file at this address has ended to load. What lies in the page itself always has. */
  hasEnded(address: string): boolean {
    return !/^https?:/i.test(address) || this.#ended.has(withoutFragment(address));
  }

  /** Whether a file that is not listed has not come: false where the list is known to lack some that had. */
  isWhole(): boolean {
    return !this.#mayBeCut && loadedAddresses().every(address => this.hasEnded(address));
  }

  /** Calls `wake` whenever a file has ended to load; answers how to listen no longer. */
  listen(wake: () => void): () => void {
    this.#wakers.add(wake);
    return () => this.#wakers.delete(wake);
  }
}

const timelines = new WeakMap<PageSession, Timeline>();

/** The session's list, which is kept from the first call on. */
export function timelineOf(session: PageSession): Timeline {
  const known = timelines.get(session);
  if (known !== undefined) return known;
  const timeline = new Timeline();
  timelines.set(session, timeline);
  return timeline;
}

/** Addresses of files that are here beyond doubt: a page can empty the browser's list, and then they are missing. */
function loadedAddresses(): string[] {
  const pictures = queryAll(document, 'img')
    .filter(image => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0)
    .map(image => (image as HTMLImageElement).currentSrc);
  const sheets = queryAll(document, 'link')
    .filter(link => link instanceof HTMLLinkElement && link.sheet !== null)
    .map(link => (link as HTMLLinkElement).href);
  return [...pictures.slice(0, 100), ...sheets.slice(0, 100)];
}

/** The address of the file itself. */
export function withoutFragment(address: string): string {
  return address.replace(/#.*$/su, '');
}
