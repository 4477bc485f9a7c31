import type { DatedNote } from '../../matter/matter.ts';
import type { CourtOrder } from '../../model/history.ts';
import { orderNames } from '../../words/details.ts';
import { dayWords, sentence } from '../../words/happening.ts';
import { filledField } from './cover-who.tsx';
import type { ReportFacts } from './facts.ts';
import { Fields } from './parts.tsx';

/** Every order or condition that the person noted, or a sentence that there is none. */
export function OrdersInForce({ facts: { matter, teller } }: { readonly facts: ReportFacts }) {
  return (
    <>
      <h3>Orders and conditions, as told</h3>
      {matter.orders.length === 0 ? (
        <p>None was told.</p>
      ) : (
        <p class="aside">As {teller} tells them. Please compare them with the order itself.</p>
      )}
      {matter.orders.map((order, index) => (
        <Order key={index} order={order} />
      ))}
    </>
  );
}

function Order({ order: { note } }: { readonly order: DatedNote<CourtOrder> }) {
  return (
    <>
      <h4>{sentence(orderNames[note.type])}</h4>
      <Fields
        fields={[
          ...filledField('Against', note.against),
          ...filledField('Court', note.court),
          ...filledField('Reference', note.reference),
          ...filledField('Made on', note.madeOn === undefined ? '' : dayWords(note.madeOn)),
          ...filledField('Ends on', note.endsOn === undefined ? '' : dayWords(note.endsOn)),
          ...filledField('Conditions', note.conditions),
        ]}
      />
    </>
  );
}
