import type { Case } from '../../../model/case.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { CountsPart } from '../occasions/counts-part.tsx';
import { OccasionsPart } from '../occasions/occasions-part.tsx';
import { useMatter } from '../use-matter.ts';
import { DiaryPart } from './diary-part.tsx';

/** The diary and the occasions of a case, with plain counts. */
export function DiaryView({ caseFile }: { readonly caseFile: Case }) {
  const read = useMatter(caseFile.id);
  if (read.state === 'waiting') return <p class="muted">Reading the log…</p>;
  if (read.state === 'failed') return <FaultNotice error={read.error} />;
  const { items, people, orders, occasions, counts } = read.value;
  return (
    <>
      <DiaryPart
        caseFile={caseFile}
        people={[...new Set(people)]}
        hasOrders={orders.length > 0}
        entries={items.filter(item => item.kind === 'diary')}
      />
      <CountsPart counts={counts} occasions={occasions} />
      <OccasionsPart caseFile={caseFile} occasions={occasions} />
    </>
  );
}
