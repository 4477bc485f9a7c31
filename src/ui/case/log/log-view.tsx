import { useMemo, useState } from 'preact/hooks';
import type { Case } from '../../../model/case.ts';
import { ExhibitList } from '../../parts/exhibit-list.tsx';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { readyValue } from '../../parts/use-watched.ts';
import { exhibitHref } from '../route.ts';
import { filterChoices, filterExhibits, isOpen, openFilter } from './filter.ts';
import { FilterBar, OrderChoice } from './filter-bar.tsx';
import { type Order, useExhibits } from './use-exhibits.ts';

/** The exhibits of a case in order of time, with search and filters. */
export function LogView({ caseFile }: { readonly caseFile: Case }) {
  const [order, setOrder] = useState<Order>('oldest');
  const [filter, setFilter] = useState(openFilter);
  const [searching, setSearching] = useState(false);
  const { page, more } = useExhibits(caseFile.id, order, searching);
  const read = readyValue(page);
  const choices = useMemo(() => filterChoices(read?.exhibits ?? []), [read]);
  const shown = useMemo(() => filterExhibits(read?.exhibits ?? [], filter), [read, filter]);

  if (page.state === 'failed') return <FaultNotice error={page.error} />;
  return (
    <section aria-labelledby="log-title">
      <h2 id="log-title">Exhibits</h2>
      {read?.total === 0 ? (
        <Empty />
      ) : (
        <>
          <FilterBar
            filter={filter}
            choices={choices}
            onFilter={setFilter}
            onOpen={() => setSearching(true)}
          />
          <div class="button-row">
            <OrderChoice order={order} onOrder={setOrder} />
            <p class="muted" role="status">
              {isOpen(filter) ? '' : `${shown.length} found`}
            </p>
          </div>
          {read === undefined && <p class="muted">Reading the log…</p>}
          <ExhibitList exhibits={shown} href={exhibit => exhibitHref(caseFile.id, exhibit.captureId)} />
          {read !== undefined && read.exhibits.length < read.total && <More onMore={more} />}
        </>
      )}
    </section>
  );
}

function More({ onMore }: { readonly onMore: () => void }) {
  return (
    <button type="button" onClick={onMore}>
      Show more
    </button>
  );
}

function Empty() {
  return (
    <>
      <p>There is nothing here yet.</p>
      <p class="muted">
        To record something, go to the page it is on, press the Holdfast button in the browser’s toolbar, and
        choose what to record.
      </p>
    </>
  );
}
