import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const styles = ['holdfast.css', 'verify.css'];

/**
 * Writes `dist/verify.html`: the verify page as one file that works from a disk with the network off. Its
 * policy admits this one script and this one style, by digest, and no request of any kind. Answers the path.
 * Throws when the page cannot be built or would not be one file.
 */
export async function buildVerifyPage(): Promise<string> {
  const path = join(root, 'dist', 'verify.html');
  const script = await bundledScript();
  const style = (await Promise.all(styles.map(readStyle))).join('\n');
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(path, page(script, style));
  return path;
}

/** A style sheet with those that it imports in their places. */
async function readStyle(name: string): Promise<string> {
  const parts = (await readFile(join(root, 'assets/style', name), 'utf8')).split(/^@import "\.\/(.+)";$/m);
  return (await Promise.all(parts.map((part, index) => (index % 2 === 0 ? part : readStyle(part))))).join('');
}

async function bundledScript(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target: 'es2023',
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'src/ui/verify/standalone.tsx'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const files = outputs.flatMap(output => ('output' in output ? output.output : []));
  const [file] = files;
  if (files.length !== 1 || file?.type !== 'chunk') throw new Error('the verify page is not one script');
  return file.code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

function page(script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${sourceDigest(script)}' 'wasm-unsafe-eval'`,
    `style-src '${sourceDigest(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Holdfast: check a file</title>
<style>${style}</style>
<script type="module">${script}</script>
</head>
<body>
<div id="app"></div>
<noscript><p>This page needs JavaScript. HOW-TO-VERIFY.txt in the ZIP file has the same checks as commands.</p></noscript>
</body>
</html>
`;
}

function sourceDigest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await buildVerifyPage());
