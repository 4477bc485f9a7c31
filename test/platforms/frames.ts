import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Window } from 'happy-dom';

const folder = resolve('test/fixtures/platforms');
const documents = new WeakMap<Element, Document>();

/**
 * Gives the frames of the document what stands at their address among the fixtures, as a browser does; those of another
 * site than `page` stay closed. Each has a window, and so classes, of its own.
 */
export function openFrames(page: URL): void {
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentDocument', {
    configurable: true,
    get(this: Element) {
      return documents.get(this) ?? null;
    },
  });
  for (const frame of Array.from(document.querySelectorAll('iframe[src]'))) {
    const address = new URL(frame.getAttribute('src') ?? '', page);
    const html = address.origin === page.origin ? pageAt(address) : undefined;
    if (html === undefined) continue;
    const inner = new Window({ url: address.href });
    inner.document.documentElement.innerHTML = html;
    documents.set(frame, inner.document as unknown as Document);
  }
}

function pageAt(address: URL): string | undefined {
  for (const id of readdirSync(folder)) {
    for (const file of readdirSync(join(folder, id)).filter(name => name.endsWith('.html'))) {
      const html = readFileSync(join(folder, id, file), 'utf8');
      if (/^<!--\s*(\S+)/.exec(html)?.[1] !== address.href) continue;
      return html.replace(/^<!--.*-->\s*(?:<!doctype html>)?/i, '');
    }
  }
  return undefined;
}
