import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const suffix = '?address';

/**
 * `import address from './worker.ts?address'` gives the address of a worker that is built together with the
 * pages, so that it shares their chunks. What Vite builds of `new Worker(new URL(…))` is a whole second copy of
 * everything that both use. Where nothing is built, as in tests, the address is empty.
 */
export function sharedWorkers(): Plugin {
  let isBuild = false;
  return {
    name: 'shared-workers',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId(id, importer) {
      if (!id.endsWith(suffix) || importer === undefined) return undefined;
      return resolve(dirname(importer), id);
    },
    load(id) {
      if (!id.endsWith(suffix)) return undefined;
      if (!isBuild) return "export default '';";
      const reference = this.emitFile({ type: 'chunk', id: id.slice(0, -suffix.length) });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}
