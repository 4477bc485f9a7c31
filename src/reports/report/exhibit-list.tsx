import { accountName, platformName } from '../../matter/platform-names.ts';
import type { AbsentExhibit, ExhibitEntry } from '../../model/case.ts';
import { exhibitNumber } from '../../model/exhibit.ts';
import { scopeWords } from '../../words/artifacts.ts';
import { absentWords } from '../../words/custody.ts';
import type { ReportExhibit } from '../input.ts';
import type { ReportFacts } from './facts.ts';
import { PageText } from './page-text.tsx';
import { Moment, Table } from './parts.tsx';
import { ReferenceLink } from './references.tsx';

/** Every exhibit of the case by number, including those of other volumes. */
export function ExhibitList({ facts }: { readonly facts: ReportFacts }) {
  const { input, words } = facts;
  const records = new Map(input.exhibits.map(exhibit => [exhibit.entry.reference, exhibit]));
  const entries = input.caseRecord.exhibits.toSorted(
    (a, b) => exhibitNumber(a.reference) - exhibitNumber(b.reference),
  );
  return (
    <>
      <Table
        caption={`All ${words.exhibits} of the case, by number`}
        headings={[words.Exhibit, 'Recorded', 'What', 'Account', 'Address', 'Outcome']}
        rows={entries.map(entry => row(entry, records.get(entry.reference), facts))}
      />
      <Absent absent={input.caseRecord.absent} heading={words.Exhibit} />
    </>
  );
}

function row(entry: ExhibitEntry, exhibit: ReportExhibit | undefined, facts: ReportFacts) {
  const record = exhibit?.record;
  const here = facts.sections.has(entry.reference) && record !== undefined;
  return [
    <ReferenceLink key="reference" reference={entry.reference} facts={facts} />,
    record === undefined ? '' : <Moment at={record.clocks?.capturedAt ?? record.startedAt} />,
    `${scopeWords[entry.scope]}${record?.post === undefined ? '' : `, ${platformName(record.post.platform)}`}`,
    record?.post === undefined ? '' : <PageText text={accountName(record.post.account)} />,
    record?.page === undefined ? '' : <PageText text={record.page.finalAddress} />,
    here ? record.outcome : `in ZIP ${entry.volume}`,
  ];
}

function Absent(props: { readonly absent: readonly AbsentExhibit[]; readonly heading: string }) {
  const { absent, heading } = props;
  if (absent.length === 0) return <p>No number of the case is absent from this export.</p>;
  return (
    <Table
      caption="Numbers that are absent, and why"
      headings={[heading, 'Reason', 'When']}
      rows={absent.map(item => [
        item.reference,
        absentWords[item.reason],
        item.at === undefined ? '' : <Moment key="at" at={item.at} />,
      ])}
    />
  );
}
