import type { Matter } from '../../matter/matter.ts';
import type { Offence } from './offence.ts';
import { offenceCells, offenceHeadings, offencesFor } from './offences.ts';

/** Provisions that may be relevant to a case, for a report. It says nothing of whether one was broken. */
export function OffencesPart({ matter }: { readonly matter: Matter }) {
  const { sentences, dates, relevant, others } = offencesFor(matter);
  return (
    <>
      <h2>Offences that may be relevant</h2>
      {sentences.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      <h3>Dates</h3>
      <ul>
        {dates.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h3>Those that go with how the items are tagged</h3>
      <OffenceTable offences={relevant} />
      {others.length > 0 && (
        <>
          <h3>Others that exist</h3>
          <OffenceTable offences={others} />
        </>
      )}
    </>
  );
}

function OffenceTable({ offences }: { readonly offences: readonly Offence[] }) {
  return (
    <table>
      <thead>
        <tr>
          {offenceHeadings.map(heading => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {offences.map(offence => (
          <OffenceRow key={`${offence.act} ${offence.section}`} offence={offence} />
        ))}
      </tbody>
    </table>
  );
}

function OffenceRow({ offence }: { readonly offence: Offence }) {
  const [name, ...cells] = offenceCells(offence);
  return (
    <tr>
      <th scope="row" data-heading={offenceHeadings[0]}>
        {name}
      </th>
      {cells.map((cell, index) => (
        <td key={offenceHeadings[index + 1]} data-heading={offenceHeadings[index + 1]}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
