import { build, type Plugin } from 'vite';

/**
 * Bundles a module of a `page/` folder so that it can be run inside a page of the extension, or any other: an
 * expression whose value is the promise that its exported `run(argument)` returns.
 */
export async function expressionOf(
  entry: string,
  argument: unknown = null,
  plugins: readonly Plugin[] = [],
): Promise<string> {
  const code = bundled.get(entry) ?? bundle(entry, plugins);
  bundled.set(entry, code);
  // A debugger may make code out of text for a moment; zod would notice that and fail a moment later.
  const jitless = 'globalThis.__zod_globalConfig = { jitless: true };';
  return `(async () => { ${jitless}\n${await code}\n return await inPage.run(${JSON.stringify(argument)}); })()`;
}

/** The code of each module that was asked for; the sources do not change while a command runs. */
const bundled = new Map<string, Promise<string>>();

async function bundle(entry: string, plugins: readonly Plugin[]): Promise<string> {
  const result = await build({
    configFile: false,
    plugins: [...plugins],
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'inPage', fileName: 'in-page' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs
    .flatMap(each => ('output' in each ? each.output : []))
    .find(each => each.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`no code came of ${entry}`);
  return chunk.code;
}
