import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const platforms = resolve(fileURLToPath(import.meta.url), '../../src/platforms');

/** Every site that has a folder, in the order of the alphabet; `web`, which takes any page, stands last. */
export function siteIds(): readonly string[] {
  const folders = readdirSync(join(platforms, 'sites')).toSorted();
  return [...folders.filter(id => id !== 'web'), 'web'];
}

/** What `src/platforms/registry` holds, made from the folders of the sites; the paths are absolute. */
export function registryFiles(): readonly { readonly file: string; readonly text: string }[] {
  const ids = siteIds();
  const list = ids.map(id => `  ${id},`);
  const importsOf = (what: (id: string) => string) =>
    ids.toSorted().map(id => `import { ${what(id)} } from '../sites/${id}/platform.ts';`);
  const made = '// Made by `npx tsx scripts/platforms.ts` from the folders in src/platforms/sites.';
  return [
    {
      file: join(platforms, 'registry/platforms.ts'),
      text: [
        made,
        "import type { Platform } from '../contract.ts';",
        ...importsOf(id => id),
        '',
        '/** Every platform, in alphabetical order; `web`, which takes any page, stands last. The order decides nothing. */',
        'export const platforms: readonly Platform[] = [',
        ...list,
        '];',
        '',
      ].join('\n'),
    },
    {
      file: join(platforms, 'registry/preservation.ts'),
      text: [
        made,
        "import type { PreservationFacts } from '../preservation.ts';",
        ...importsOf(id => `preservation as ${id}`),
        '',
        '/**',
        ' * What is known of every platform’s way with preservation requests. Apart from the platforms, so that the code',
        ' * that runs inside pages does not carry it.',
        ' */',
        'export const preservationOf: Readonly<Record<string, PreservationFacts>> = {',
        ...list,
        '};',
        '',
      ].join('\n'),
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { file, text } of registryFiles()) writeFileSync(file, text);
