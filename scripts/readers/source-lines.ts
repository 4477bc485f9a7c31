import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** A file of the readers: its path from `src/platforms/`, and its lines. */
export interface Source {
  readonly path: string;
  readonly lines: readonly string[];
}

const platforms = resolve(import.meta.dirname, '../../src/platforms');

/** The files in which readers and their selectors stand. */
export function readerSources(): readonly Source[] {
  return readdirSync(platforms, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map(path => ({ path: relative(platforms, path), lines: readFileSync(path, 'utf8').split('\n') }));
}

/**
 * Where a selector is written, as `path:line`: in the platform's own files, or if it is in none, in those for all.
 * Undefined where it is in no line, or in several, as short ones are.
 */
export function sourceLine(
  selector: string,
  platform: string,
  sources: readonly Source[],
): string | undefined {
  const isOwn = ({ path }: Source) => path.startsWith(join('sites', platform, '/'));
  const own = linesWith(selector, sources.filter(isOwn));
  const found =
    own.length > 0
      ? own
      : linesWith(
          selector,
          sources.filter(source => !isOwn(source)),
        );
  return found.length === 1 ? found[0] : undefined;
}

function linesWith(selector: string, sources: readonly Source[]): string[] {
  const isSelector = (line: string) => {
    const text = line.replaceAll("\\'", "'");
    const at = text.indexOf(selector);
    const [before, after] = [text[at - 1] ?? '', text[at + selector.length] ?? ''];
    return at >= 0 && /['"`,\s]/.test(before) && /['"`,]/.test(after);
  };
  return sources.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => (isSelector(line) ? [`${path}:${index + 1}`] : [])),
  );
}
