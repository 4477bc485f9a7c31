import { basename, dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const src = resolve(import.meta.dirname, '../../src');
const page = resolve(import.meta.dirname, 'page');

/** What readers look at pages with, and what stands in for it here. */
const standIns = new Map(
  ['dom/tree.ts', 'dom/shadow.ts', 'dom/seen-text.ts', 'platforms/reading/text.ts'].map(
    path => [resolve(src, path), resolve(page, `traced-${basename(path)}`)] as const,
  ),
);

/** Bundles the readers with eyes that note what they see. The extension is bundled without, so that it knows nothing of it. */
export const traced: Plugin = {
  name: 'traced-readers',
  enforce: 'pre',
  resolveId(source, importer) {
    if (importer === undefined || !source.startsWith('.')) return undefined;
    const standIn = standIns.get(resolve(dirname(importer), source));
    return standIn === importer ? undefined : standIn;
  },
};
