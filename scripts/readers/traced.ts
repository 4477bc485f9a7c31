import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const platforms = resolve(import.meta.dirname, '../../src/platforms');
const page = resolve(import.meta.dirname, 'page');

/** What readers look at pages with, and what stands in for it here. */
const standIns = new Map(
  ['dom', 'shadow', 'text', 'seen-text'].map(
    name => [resolve(platforms, `${name}.ts`), resolve(page, `traced-${name}.ts`)] as const,
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
