import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Example, Platform } from '../src/platforms/contract.ts';
import { platforms } from '../src/platforms/index.ts';

const root = resolve(fileURLToPath(import.meta.url), '../..');

/** Who may import whom (DESIGN section 1). A new arrow is a decision: change the design first, then this table. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  crypto: [],
  dom: [],
  words: ['model'],
  messaging: ['model'],
  custody: ['model', 'crypto'],
  platforms: ['model', 'dom', 'words'],
  matter: ['model', 'words', 'platforms'],
  reports: ['model', 'words', 'platforms', 'matter'],
  bundle: ['model', 'crypto', 'custody', 'words'],
  evidence: ['model', 'crypto', 'custody'],
  capture: ['model', 'crypto', 'dom', 'words', 'platforms', 'messaging'],
  background: [
    'model',
    'crypto',
    'custody',
    'dom',
    'words',
    'platforms',
    'matter',
    'messaging',
    'bundle',
    'evidence',
    'capture',
  ],
  exporting: ['model', 'crypto', 'custody', 'words', 'matter', 'platforms', 'bundle', 'reports', 'evidence'],
  ui: [
    'model',
    'dom',
    'words',
    'messaging',
    'platforms',
    'matter',
    'evidence',
    'bundle',
    'reports',
    'exporting',
  ],
  // The command makes a bundle's texts and tables once more, to compare them.
  cli: ['model', 'crypto', 'custody', 'words', 'platforms', 'bundle', 'reports'],
  entrypoints: ['ui', 'background', 'capture/page'],
};

/** Packages that only these modules may know. */
const knownOnlyTo: Readonly<Record<string, readonly string[]>> = {
  dexie: ['evidence'],
  jszip: [],
  '@zip.js/zip.js': ['bundle'],
  pkijs: ['crypto'],
  asn1js: ['crypto'],
  html2canvas: ['capture', 'entrypoints'],
  docx: ['reports'],
  papaparse: ['reports'],
  pdfmake: ['reports'],
  qrcode: ['ui'],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly specifier: string;
  /** Types alone, which lead nowhere when the program runs. */
  readonly isType: boolean;
}

const sources = [...filesUnder('src'), ...filesUnder('entrypoints')].filter(file => /\.(ts|tsx)$/.test(file));
const imports = sources.flatMap(importsOf);

describe('the dependency table', () => {
  it('names every module, and every module it names exists or is to come', () => {
    const folders = readdirSync(join(root, 'src'));
    expect(
      folders.filter(folder => !(folder in mayImport)),
      'a new module needs a row in the table',
    ).toEqual([]);
  });

  it('is kept by every import', () => {
    const broken = imports.filter(each => each.specifier.startsWith('.')).filter(each => !isAllowed(each));
    expect(broken.map(describeImport), 'move the code, or change DESIGN and the table').toEqual([]);
  });

  it('has no files that import one another in a circle, types included', () => {
    expect(circles(importsByFile())).toEqual([]);
  });

  it('lets the pages read the log, and leads none of them to what writes it', () => {
    const pages = sources.filter(file => /^(?:src\/(?:ui|exporting)|entrypoints\/(?!background))/.test(file));
    const reached = reachedFrom(
      pages,
      importsByFile(({ isType }) => !isType),
    );
    expect(reached).toContain('src/evidence/read-log.ts');
    expect(reached).not.toContain('src/evidence/write-log.ts');
  });

  it('lets each heavy package into one module only', () => {
    const broken = imports.filter(each => {
      const owner = Object.keys(knownOnlyTo).find(
        name => each.specifier === name || each.specifier.startsWith(`${name}/`),
      );
      return owner !== undefined && !knownOnlyTo[owner]?.includes(each.from);
    });
    expect(broken.map(describeImport)).toEqual([]);
  });

  it('keeps wxt to the entry points and the background', () => {
    const broken = imports.filter(
      each =>
        /^(wxt|#imports)(\/|$)/.test(each.specifier) && !['entrypoints', 'background'].includes(each.from),
    );
    expect(broken.map(describeImport)).toEqual([]);
  });

  it('writes relative imports with their extension', () => {
    const broken = imports.filter(
      each => each.specifier.startsWith('.') && !/\.(ts|tsx|css|json)(\?\w+)?$/.test(each.specifier),
    );
    expect(broken.map(describeImport)).toEqual([]);
  });

  it('lets the code inside the page import only the page side', () => {
    const allowed = ['capture/page', 'model', 'dom', 'words', 'messaging', 'platforms'];
    const broken = imports
      .filter(each => each.file.startsWith('src/capture/page/') && each.specifier.startsWith('.'))
      .filter(each => {
        const target = targetOf(each);
        return (
          !allowed.some(part => target.startsWith(`src/${part}/`)) &&
          !/^src\/capture\/(?:[\w-]+|(?:copy|pictures|shots)\/[\w-]+)\.ts$/.test(target)
        );
      });
    expect(broken.map(describeImport)).toEqual([]);
  });
});

describe('tests and scripts', () => {
  const [scripts, samples] = ['scripts', 'test/samples'].map(folder =>
    filesUnder(folder)
      .filter(file => /\.(ts|tsx)$/.test(file))
      .flatMap(importsOf)
      .filter(each => each.specifier.startsWith('.'))
      .map(each => ({ ...each, target: targetOf(each) })),
  );

  it('share the driving of a browser and the samples, in one direction: tests, scripts, samples, source', () => {
    const broken = [
      ...(scripts ?? []).filter(
        ({ target }) => target.startsWith('test/') && !target.startsWith('test/samples/'),
      ),
      ...(samples ?? []).filter(({ target }) => !/^(?:src|test\/samples)\//.test(target)),
    ];
    expect(scripts?.some(({ target }) => target.startsWith('test/samples/'))).toBe(true);
    expect(broken.map(describeImport)).toEqual([]);
  });
});

describe('the shape of the source', () => {
  it('keeps entry points at 40 lines or fewer', () => {
    const long = sources
      .filter(file => file.startsWith('entrypoints/'))
      .filter(file => lines(file) > 40)
      .map(file => `${file}: ${lines(file)} lines; logic belongs in src/`);
    expect(long).toEqual([]);
  });

  it('never writes raw HTML into a document', () => {
    const raw =
      /\.(?:innerHTML|outerHTML)\s*\+?=(?!=)|\.(?:insertAdjacentHTML|setHTMLUnsafe)\s*\(|document\.write\s*\(|dangerouslySetInnerHTML/;
    expect(sources.filter(file => raw.test(text(file)))).toEqual([]);
  });

  it('never switches the types off', () => {
    const off = /:\s*any\b|\bas any\b|@ts-(?:ignore|expect-error|nocheck)|biome-ignore/;
    expect(sources.filter(file => off.test(text(file)))).toEqual([]);
  });

  it('names folders after things', () => {
    const empty = /\/(?:utils?|helpers?|managers?|services?|common|misc|lib)\//;
    expect(sources.filter(file => empty.test(file))).toEqual([]);
  });
});

describe('the platforms', async () => {
  const modules = await Promise.all(
    sources
      .filter(
        file => /^src\/platforms\/.+\.ts$/.test(file) && /export const \w+: Platform\b/.test(text(file)),
      )
      .map(async file => ({ file, exported: (await import(join(root, file))) as Record<string, unknown> })),
  );

  it('are all registered, each with examples in its own file', () => {
    expect(modules.length).toBe(platforms.length);
    for (const { file, exported } of modules) {
      const registered = platforms.find(platform => Object.values(exported).includes(platform));
      expect(registered, `${file} is not in the registry`).toBeDefined();
      const examples = exported['examples'] as readonly Example[] | undefined;
      expect(examples?.length, `${file} exports no examples`).toBeGreaterThan(0);
    }
  });

  it('let web, and no other, claim any host', () => {
    const all: readonly Platform[] = platforms;
    expect(all.filter(platform => platform.hosts.length === 0).map(platform => platform.id)).toEqual(['web']);
  });
});

/** What each file imports of ours. */
function importsByFile(
  isCounted: (each: Import) => boolean = () => true,
): ReadonlyMap<string, readonly string[]> {
  const own = imports.filter(each => each.specifier.startsWith('.') && isCounted(each));
  return new Map(sources.map(file => [file, own.filter(each => each.file === file).map(targetOf)]));
}

/** All files that these lead to, themselves included. */
function reachedFrom(
  files: readonly string[],
  graph: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const reached = new Set<string>();
  const enter = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const next of graph.get(file) ?? []) enter(next);
  };
  for (const file of files) enter(file);
  return [...reached];
}

/** A circle for each file from which one is entered that was not left yet, as the files on it. */
function circles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const left = new Set<string>();
  const enter = (file: string, path: readonly string[]) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (left.has(file) || path.includes(file)) return;
    for (const next of graph.get(file) ?? []) enter(next, [...path, file]);
    left.add(file);
  };
  for (const file of graph.keys()) enter(file, []);
  return found;
}

function isAllowed(each: Import): boolean {
  const target = targetOf(each);
  if (target.startsWith('assets/') || target === 'package.json') return true;
  const to = moduleOf(target);
  if (to === each.from) return true;
  const allowed = mayImport[each.from] ?? [];
  return allowed.some(part => target.startsWith(`src/${part}/`));
}

function targetOf(each: Import): string {
  const target = join(dirname(join(root, each.file)), each.specifier.replace(/\?\w+$/, ''));
  return relative(root, target).split(sep).join('/');
}

function moduleOf(file: string): string {
  const parts = file.split('/');
  return (parts[0] === 'src' ? parts[1] : parts[0]) ?? '';
}

function importsOf(file: string): Import[] {
  const pattern =
    /(?:\b(?:import|export)\s+(?<type>type\s)?[^'";]*?\bfrom\s*|\bimport\s*\(?\s*)['"](?<specifier>[^'"]+)['"]/g;
  return [...text(file).matchAll(pattern)].map(({ groups }) => ({
    file,
    from: moduleOf(file),
    specifier: groups?.['specifier'] ?? '',
    isType: groups?.['type'] !== undefined,
  }));
}

function describeImport({ file, specifier }: Import): string {
  return `${file} imports ${specifier}`;
}

function text(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function lines(file: string): number {
  return text(file).trimEnd().split('\n').length;
}

function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
