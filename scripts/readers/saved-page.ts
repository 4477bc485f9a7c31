import { readFileSync } from 'node:fs';
import type { ReadOrder } from './reading.ts';

/** A page in a file, the address that it stood at, and in whose language and time zone, where that is known. */
export interface SavedPage {
  readonly address: string;
  readonly html: string;
  readonly viewer?: NonNullable<ReadOrder['viewer']>;
}

/** Reads a saved page. Throws a sentence where the file cannot be read, or where nothing says at which address it stood. */
export function readSavedPage(path: string, at?: string): SavedPage {
  return savedPage(textOf(path), path, at);
}

/** The page of an HTML text, see {@link readSavedPage}. */
export function savedPage(html: string, name: string, at?: string): SavedPage {
  const [first = '', language, zone] = (/^\s*<!--(.*?)-->/s.exec(html)?.[1] ?? '')
    .split('|')
    .map(part => part.trim());
  // Chromium's own mark: `saved from url=(0019)https://x.com/…`, the number being the length of the address.
  const noted = /<!-- saved from url=\(\d{4}\)(\S+) -->/.exec(html.slice(0, 2_000))?.[1];
  const address = [at, first, noted].find(each => each !== undefined && isWeb(each));
  if (address === undefined) {
    throw new Error(`${name} does not say at which address it stood. Say so with --at https://…`);
  }
  return { address, html, ...(language && zone && { viewer: { language, zone } }) };
}

function isWeb(address: string): boolean {
  return /^https?:\/\//.test(address) && URL.canParse(address);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${path} cannot be read. Name a page that was saved as HTML.`, { cause: error });
  }
}
