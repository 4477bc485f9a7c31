import type { ExhibitSummary } from '../../evidence/reader.ts';

/** What the list is narrowed to. An empty string leaves that question open. */
export interface Filter {
  readonly text: string;
  readonly platform: string;
  readonly account: string;
  readonly tag: string;
  readonly outcome: '' | 'complete' | 'partial' | 'erased';
}

export const openFilter: Filter = { text: '', platform: '', account: '', tag: '', outcome: '' };

/** True when the filter leaves out nothing. */
export function isOpen(filter: Filter): boolean {
  return Object.values(filter).every(value => value.trim() === '');
}

/** The exhibits that answer every question of the filter, in their order. */
export function filterExhibits(
  exhibits: readonly ExhibitSummary[],
  filter: Filter,
): readonly ExhibitSummary[] {
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  return exhibits.filter(
    exhibit =>
      (filter.platform === '' || exhibit.platform === filter.platform) &&
      (filter.account === '' || accountOf(exhibit) === filter.account) &&
      (filter.tag === '' || exhibit.tags.includes(filter.tag)) &&
      (filter.outcome === '' || outcomeOf(exhibit) === filter.outcome) &&
      words.every(word => searched(exhibit).includes(word)),
  );
}

/** What a filter can ask for among these exhibits, each list sorted and without doubles. */
export function filterChoices(exhibits: readonly ExhibitSummary[]) {
  return {
    platforms: distinct(exhibits.map(exhibit => exhibit.platform)),
    accounts: distinct(exhibits.map(accountOf)),
    tags: distinct(exhibits.flatMap(exhibit => exhibit.tags)),
  };
}

/** The one name an exhibit's account goes by in a list; undefined when the page gave none. */
export function accountOf(exhibit: ExhibitSummary): string | undefined {
  return exhibit.handle ?? exhibit.displayName;
}

function outcomeOf(exhibit: ExhibitSummary): Filter['outcome'] {
  return exhibit.erasedAt === undefined ? exhibit.outcome : 'erased';
}

function searched(exhibit: ExhibitSummary): string {
  return folded(
    [
      exhibit.reference,
      exhibit.title,
      exhibit.address,
      exhibit.handle,
      exhibit.displayName,
      exhibit.excerpt,
      ...exhibit.tags,
      ...exhibit.people,
    ].join('\n'),
  );
}

/** Case and accents aside, so that `Zoe` finds `Zoë`. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  const present = values.filter(value => value !== undefined);
  return [...new Set(present)].toSorted((a, b) => a.localeCompare(b, 'en'));
}
