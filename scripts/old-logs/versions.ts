/**
 * The code that wrote each version of the log: its last commit, or the first one too where what it wrote into the same
 * tables changed. A number behind the point only keeps two of one version apart.
 */
export const oldVersions = [
  { version: 1, commit: '2736eb9' },
  { version: 2, commit: '89c4811' },
  { version: 2.5, commit: '5c4f1bc' },
  { version: 3, commit: '50575b5' },
  { version: 4, commit: '7b21f5f' },
  { version: 5, commit: '9058b83' },
  { version: 5.5, commit: '68adbdf' },
  { version: 6, commit: 'e5dcbc5' },
  { version: 7, commit: '1eddaeb' },
  { version: 8, commit: '488407e' },
] as const;

/** Where the log of a version stands, from the root of the repository. */
export function fixtureOf(version: number): string {
  return `test/fixtures/logs/version-${version}.json`;
}
