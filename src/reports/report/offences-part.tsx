import type { Offence } from '../offences/offence.ts';
import { offenceCells, offenceHeadings, offencesFor } from '../offences/offences.ts';
import type { ReportFacts } from './facts.ts';
import { Table } from './parts.tsx';

/** Provisions of the case's jurisdiction that may be relevant. It never says that anybody committed an offence. */
export function OffencesPart({ facts }: { readonly facts: Pick<ReportFacts, 'matter'> }) {
  const { sentences, dates, relevant, others } = offencesFor(facts.matter);
  return (
    <>
      {[...sentences, ...dates].map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Provisions caption="By what was told and tagged" offences={relevant} />
      <Provisions caption="Others" offences={others} />
    </>
  );
}

function Provisions(props: { readonly caption: string; readonly offences: readonly Offence[] }) {
  if (props.offences.length === 0) return null;
  return <Table caption={props.caption} headings={offenceHeadings} rows={props.offences.map(offenceCells)} />;
}
