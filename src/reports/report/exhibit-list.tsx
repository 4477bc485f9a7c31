import type { AbsentExhibit, ExhibitEntry } from '../../model/case.ts';
import { exhibitDirectory } from '../../model/exhibit.ts';
import { exhibitNumber, type ReportExhibit, type ReportInput } from '../input.ts';
import { scopeWords } from '../words/artifacts.ts';
import { absentWords } from '../words/custody.ts';
import { accountName, platformName } from '../words/platform.ts';
import { PageText } from './page-text.tsx';
import { Moment, Table } from './parts.tsx';

/** Every exhibit of the case by number, those of other volumes included. */
export function ExhibitList({ input }: { readonly input: ReportInput }) {
  const records = new Map(input.exhibits.map(exhibit => [exhibit.entry.reference, exhibit]));
  const entries = input.caseRecord.exhibits.toSorted(
    (a, b) => exhibitNumber(a.reference) - exhibitNumber(b.reference),
  );
  return (
    <section class="sheet">
      <h2>Exhibits</h2>
      <Table
        caption="All exhibits of the case, by number"
        headings={['Exhibit', 'Recorded', 'What', 'Account', 'Address', 'Outcome']}
        rows={entries.map(entry => row(entry, records.get(entry.reference), input.volume))}
      />
      <Absent absent={input.caseRecord.absent} />
    </section>
  );
}

function row(entry: ExhibitEntry, exhibit: ReportExhibit | undefined, volume: number) {
  const record = exhibit?.record;
  const here = entry.volume === volume && record !== undefined;
  return [
    here ? <a href={`#${exhibitDirectory(entry.reference)}`}>{entry.reference}</a> : entry.reference,
    record === undefined ? '' : <Moment at={record.clocks?.capturedAt ?? record.startedAt} />,
    `${scopeWords[entry.scope]}${record?.post === undefined ? '' : `, ${platformName(record.post.platform)}`}`,
    record?.post === undefined ? '' : <PageText text={accountName(record.post.account)} />,
    record?.page === undefined ? '' : <PageText text={record.page.finalAddress} />,
    here ? record.outcome : `in ZIP ${entry.volume}`,
  ];
}

function Absent({ absent }: { readonly absent: readonly AbsentExhibit[] }) {
  if (absent.length === 0) return <p>No number of the case is absent from this export.</p>;
  return (
    <Table
      caption="Numbers that are absent, and why"
      headings={['Exhibit', 'Reason', 'When']}
      rows={absent.map(item => [
        item.reference,
        absentWords[item.reason],
        item.at === undefined ? '' : <Moment key="at" at={item.at} />,
      ])}
    />
  );
}
