import type { Case } from '../../../model/case.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { usePorts } from '../../parts/ports.ts';
import { useWatched } from '../../parts/use-watched.ts';
import { EntriesPart } from '../diary/entries-part.tsx';
import { choicesOf } from '../log/picked-exhibits.tsx';
import { AboutThePolice, OrderOfSteps } from './contact-advice.tsx';
import { orderEntries } from './order-entries.tsx';
import { policeEntries } from './police-entries.tsx';
import { reportEntries } from './report-entries.tsx';

/** Contacts with the police, orders, and reports to platforms, with what came of them. */
export function ContactsView({ caseFile }: { readonly caseFile: Case }) {
  const { log } = usePorts();
  const read = useWatched(
    async () => ({
      details: await log.readNotes(caseFile.id, 'details'),
      police: await log.readNotes(caseFile.id, 'police-contact'),
      orders: await log.readNotes(caseFile.id, 'order'),
      reports: await log.readNotes(caseFile.id, 'platform-report'),
      exhibits: choicesOf(await log.listExhibits(caseFile.id, { order: 'oldest' })),
    }),
    [caseFile.id],
  );
  if (read.state === 'waiting') return <p class="muted">Reading the log…</p>;
  if (read.state === 'failed') return <FaultNotice error={read.error} />;
  const { details, police, orders, reports, exhibits } = read.value;
  return (
    <>
      <section aria-labelledby="contacts-title">
        <h2 id="contacts-title">Police, orders, reports</h2>
        <OrderOfSteps caseFile={caseFile} />
        <AboutThePolice jurisdiction={details[0]?.versions.at(-1)?.note.jurisdiction} />
      </section>
      <section aria-labelledby="police-title">
        <h2 id="police-title">Contacts with the police</h2>
        <p>
          Write down each call, visit and message. Then you need not tell it all again, and it shows what was
          promised. You do not need a full record before you report.
        </p>
        <EntriesPart caseId={caseFile.id} kind={policeEntries} entries={police} />
      </section>
      <section aria-labelledby="orders-title">
        <h2 id="orders-title">Orders in force</h2>
        <p>
          Why: if a court or the police already forbade contact, a new post may break that. You can mark it on
          the exhibit.
        </p>
        <EntriesPart caseId={caseFile.id} kind={orderEntries} entries={orders} />
      </section>
      <section aria-labelledby="reports-title">
        <h2 id="reports-title">Reports to platforms</h2>
        <p>
          It often takes several rounds. Write each one as an entry of its own. Record a post before you
          report it: it may disappear.
        </p>
        <EntriesPart caseId={caseFile.id} kind={reportEntries(exhibits)} entries={reports} />
      </section>
    </>
  );
}
