import type { ComponentChildren } from 'preact';
import { platformName } from '../../../matter/platform-names.ts';
import { visibleText } from '../../../words/visible-text.ts';
import { typedWords } from '../../parts/fields.tsx';
import type { Filter, filterChoices } from './filter.ts';
import type { Order } from './use-exhibits.ts';

interface FilterBarProps {
  readonly filter: Filter;
  readonly choices: ReturnType<typeof filterChoices>;
  readonly onFilter: (filter: Filter) => void;
  readonly onOpen: () => void;
}

/** Search and filters, folded until they are wanted. */
export function FilterBar({ filter, choices, onFilter, onOpen }: FilterBarProps) {
  const set = (change: Partial<Filter>) => onFilter({ ...filter, ...change });
  return (
    <details onToggle={event => event.currentTarget.open && onOpen()}>
      <summary>Search and filter</summary>
      <search class="filters">
        <TextSearch text={filter.text} onText={text => set({ text })} />
        <Choice
          id="platform"
          name="Platform"
          value={filter.platform}
          onChange={platform => set({ platform })}
        >
          {options(choices.platforms, platformName)}
        </Choice>
        <Choice id="account" name="Account" value={filter.account} onChange={account => set({ account })}>
          {options(choices.accounts)}
        </Choice>
        <Choice id="tag" name="Tag" value={filter.tag} onChange={tag => set({ tag })}>
          {options(choices.tags)}
        </Choice>
        <Choice
          id="outcome"
          name="How it ended"
          value={filter.outcome}
          onChange={outcome => set({ outcome: outcomeOf(outcome) })}
        >
          {options(['complete', 'partial', 'erased', 'damaged'], value => outcomeNames[outcomeOf(value)])}
        </Choice>
      </search>
    </details>
  );
}

function TextSearch({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  return (
    <div class="field">
      <label for="filter-text">Search for words</label>
      <input
        {...typedWords}
        id="filter-text"
        type="search"
        value={text}
        onInput={event => onText(event.currentTarget.value)}
      />
    </div>
  );
}

/** Chooses whether the oldest or the newest exhibit comes first. */
export function OrderChoice({
  order,
  onOrder,
}: {
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}) {
  return (
    <button type="button" onClick={() => onOrder(order === 'oldest' ? 'newest' : 'oldest')}>
      {order === 'oldest' ? 'Put the newest first' : 'Put the oldest first'}
    </button>
  );
}

const outcomeNames: Readonly<Record<Filter['outcome'], string>> = {
  '': 'All',
  complete: 'Complete',
  partial: 'Partial',
  erased: 'Erased',
  damaged: 'Damaged',
};

function outcomeOf(value: string): Filter['outcome'] {
  return isOutcome(value) ? value : '';
}

function isOutcome(value: string): value is Filter['outcome'] {
  return value in outcomeNames;
}

function options(values: readonly string[], name: (value: string) => string = visibleText) {
  return values.map(value => (
    <option key={value} value={value}>
      {name(value)}
    </option>
  ));
}

function Choice({
  id,
  name,
  value,
  onChange,
  children,
}: {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="field">
      <label for={`filter-${id}`}>{name}</label>
      <select id={`filter-${id}`} value={value} onChange={event => onChange(event.currentTarget.value)}>
        <option value="">All</option>
        {children}
      </select>
    </div>
  );
}
