import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';
import { build as wxtBuild } from 'wxt';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const sources = ['assets', 'entrypoints', 'src', 'package-lock.json', 'wxt.config.ts'];
/** What writes the bundles from the sources: a change there builds again, but is no part of the build's digest. */
const makers = ['scripts/build.ts', 'scripts/build-verify.ts', 'package.json'];

/** What a build leaves, as absolute paths. */
export const built = {
  chromium: join(root, '.output', 'chrome-mv3'),
  firefox: join(root, '.output', 'firefox-mv3'),
  cli: join(root, 'dist', 'holdfast.mjs'),
  verifyPage: join(root, 'dist', 'verify.html'),
} as const;

const stamp = join(root, '.output', 'build-stamp');

/**
 * Makes both extensions, the command line and the verify page, unless the sources are those of the last
 * build. Answers the build digest: SHA-256 over the sorted lines `<sha256>  <path>` of every source file.
 */
export async function buildAll(): Promise<{ readonly digest: string; readonly fresh: boolean }> {
  const digest = await digestOf(sources);
  const key = `${digest} ${await digestOf(makers)}\n`;
  const complete = Object.values(built).every(path => existsSync(path));
  if (complete && (await readStamp()) === key) return { digest, fresh: false };
  await rm(stamp, { force: true });
  process.env['HOLDFAST_BUILD_DIGEST'] = digest;
  for (const browser of ['chrome', 'firefox']) {
    await wxtBuild({
      root,
      browser,
      manifestVersion: 3,
      logger: quietLogger,
      vite: () => ({ logLevel: 'warn', build: { chunkSizeWarningLimit: 2_000 } }),
    });
  }
  await buildCli();
  const { buildVerifyPage } = await import('./build-verify.ts');
  await buildVerifyPage();
  await writeFile(stamp, key);
  return { digest, fresh: true };
}

/** Makes the command line alone. */
export async function buildCli(): Promise<void> {
  await viteBuild({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(root, 'src', 'cli', 'main.ts'),
      target: 'node20',
      outDir: join(root, 'dist'),
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        output: {
          format: 'es',
          entryFileNames: 'holdfast.mjs',
          codeSplitting: false,
        },
      },
    },
  });
  const text = await readFile(built.cli, 'utf8');
  if (!text.startsWith('#!')) await writeFile(built.cli, `#!/usr/bin/env node\n${text}`);
  await chmod(built.cli, 0o755);
}

/** WXT's own lines are kept to what went wrong. */
const quietLogger = {
  debug: () => {},
  log: () => {},
  info: () => {},
  success: () => {},
  start: () => {},
  ready: () => {},
  box: () => {},
  warn: (...parts: unknown[]) => console.warn(...parts),
  error: (...parts: unknown[]) => console.error(...parts),
  fail: (...parts: unknown[]) => console.error(...parts),
  fatal: (...parts: unknown[]) => console.error(...parts),
  level: 1,
};

async function digestOf(paths: readonly string[]): Promise<string> {
  const files = (await Promise.all(paths.map(path => filesUnder(join(root, path))))).flat();
  const lines = await Promise.all(
    files.map(async file => {
      const sha256 = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      return { path: relative(root, file).split(sep).join('/'), sha256 };
    }),
  );
  lines.sort((a, b) => (a.path < b.path ? -1 : 1));
  return createHash('sha256')
    .update(lines.map(line => `${line.sha256}  ${line.path}\n`).join(''))
    .digest('hex');
}

async function filesUnder(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  return (await Promise.all(entries.map(entry => filesUnder(join(path, entry.name))))).flat();
}

async function readStamp(): Promise<string | undefined> {
  return await readFile(stamp, 'utf8').catch(() => undefined);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(join(root, 'dist'), { recursive: true });
  const { digest, fresh } = await buildAll();
  console.log(
    `${fresh ? 'Built' : 'Already built'}: ${Object.values(built)
      .map(path => relative(root, path))
      .join(', ')}`,
  );
  console.log(`Build digest ${digest}`);
}
