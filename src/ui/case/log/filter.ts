import type { ExhibitSummary, KeptExhibit } from '../../../evidence/reader.ts';

/** What the list is narrowed to. An empty string leaves that question open. */
export interface Filter {
  readonly text: string;
  readonly platform: string;
  readonly account: string;
  readonly tag: string;
  readonly outcome: '' | 'complete' | 'partial' | 'erased' | 'damaged';
}

export const openFilter: Filter = { text: '', platform: '', account: '', tag: '', outcome: '' };

/** True when the filter leaves out nothing. */
export function isOpen(filter: Filter): boolean {
  return Object.values(filter).every(value => value.trim() === '');
}

/**
 * The exhibits that answer every question of the filter, in their order. An erased or damaged one can only be
 * asked for by its reference and by how it ended, since nothing else of it can be read.
 */
export function filterExhibits(
  exhibits: readonly ExhibitSummary[],
  filter: Filter,
): readonly ExhibitSummary[] {
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  return exhibits.filter(
    exhibit =>
      (filter.outcome === '' || outcomeOf(exhibit) === filter.outcome) &&
      (exhibit.state === 'kept' ? answers(exhibit, filter) : asksNothingElse(filter)) &&
      words.every(word => searched(exhibit).includes(word)),
  );
}

/** What a filter can ask for among these exhibits, each list sorted and without doubles. */
export function filterChoices(exhibits: readonly ExhibitSummary[]) {
  const kept = exhibits.filter(exhibit => exhibit.state === 'kept');
  return {
    platforms: distinct(kept.map(exhibit => exhibit.platform)),
    accounts: distinct(kept.map(accountOf)),
    tags: distinct(kept.flatMap(exhibit => exhibit.tags)),
  };
}

/** The one name an exhibit's account goes by in a list; undefined when the page gave none. */
export function accountOf(exhibit: KeptExhibit): string | undefined {
  return exhibit.handle ?? exhibit.displayName;
}

function answers(exhibit: KeptExhibit, filter: Filter): boolean {
  return (
    (filter.platform === '' || exhibit.platform === filter.platform) &&
    (filter.account === '' || accountOf(exhibit) === filter.account) &&
    (filter.tag === '' || exhibit.tags.includes(filter.tag))
  );
}

function asksNothingElse(filter: Filter): boolean {
  return filter.platform === '' && filter.account === '' && filter.tag === '';
}

function outcomeOf(exhibit: ExhibitSummary): Filter['outcome'] {
  return exhibit.state === 'kept' ? exhibit.outcome : exhibit.state;
}

function searched(exhibit: ExhibitSummary): string {
  if (exhibit.state !== 'kept') return folded(exhibit.reference ?? '');
  const { reference, title, address, handle, displayName, excerpt, tags, people } = exhibit;
  return folded([reference, title, address, handle, displayName, excerpt, ...tags, ...people].join('\n'));
}

/** Case and accents aside, so that `Zoe` finds `Zoë`. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  const present = values.filter(value => value !== undefined);
  return [...new Set(present)].toSorted((a, b) => a.localeCompare(b, 'en'));
}
