/** One line of a manifest: the path and SHA-256 of one file. */
export interface ManifestLine {
  readonly path: string;
  readonly sha256: string;
}

const linePattern = /^(?<sha256>[0-9a-f]{64}) {2}(?<path>[\x21-\x7e]+)$/;

/**
 * A payload or tag manifest of BagIt, RFC 8493 section 2.1.3, in the form that `sha256sum -c --strict` reads: one line
 * for each file, sorted by path in code-unit order, each ending with a line feed.
 */
export function manifestToText(lines: Iterable<ManifestLine>): string {
  const sorted = [...lines].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return sorted.map(line => `${line.sha256}  ${line.path}\n`).join('');
}

/**
 * The lines of a manifest that {@link manifestToText} wrote; undefined for any other text: another spelling, another
 * order, or a repeated path.
 */
export function textToManifest(text: string): readonly ManifestLine[] | undefined {
  const lines: ManifestLine[] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    const groups = linePattern.exec(line)?.groups;
    if (groups?.['sha256'] === undefined || groups['path'] === undefined) return undefined;
    lines.push({ sha256: groups['sha256'], path: groups['path'] });
  }
  const unique = new Set(lines.map(line => line.path)).size === lines.length;
  return unique && manifestToText(lines) === text ? lines : undefined;
}
