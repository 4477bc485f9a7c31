import type { ExhibitSummary, KeptExhibit } from '../../../evidence/reader.ts';

/** The filter of the list. An empty string does not filter. */
export interface Filter {
  readonly text: string;
  readonly platform: string;
  readonly account: string;
  readonly tag: string;
  readonly outcome: '' | 'complete' | 'partial' | 'erased' | 'damaged';
}

/** The filter that leaves out nothing. */
export const openFilter: Filter = { text: '', platform: '', account: '', tag: '', outcome: '' };

/** Whether the filter leaves out nothing. */
export function isOpen(filter: Filter): boolean {
  return Object.values(filter).every(value => value.trim() === '');
}

/**
 * The exhibits that match the whole filter, in their order. An erased or damaged exhibit can only match by its
 * reference and by how it ended, since nothing else of it can be read.
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

/** The values that a filter can have among these exhibits, each list sorted and without duplicates. */
export function filterChoices(exhibits: readonly ExhibitSummary[]) {
  const kept = exhibits.filter(exhibit => exhibit.state === 'kept');
  return {
    platforms: distinct(kept.map(exhibit => exhibit.platform)),
    accounts: distinct(kept.map(accountOf)),
    tags: distinct(kept.flatMap(exhibit => exhibit.tags)),
  };
}

/** The name of an exhibit's account in a list; undefined when the page gave none. */
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

/** The text without case and accents, so that `Zoe` finds `Zoë`. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  const present = values.filter(value => value !== undefined);
  return [...new Set(present)].toSorted((a, b) => a.localeCompare(b, 'en'));
}
