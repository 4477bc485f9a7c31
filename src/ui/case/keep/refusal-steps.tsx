import type { PreservationFacts } from '../../../platforms/preservation.ts';
import { FactWords } from './keep-facts.tsx';

/** What can be done after a platform has refused. A refusal is a state with next steps, never the end. */
export function RefusalSteps({ facts }: { readonly facts: PreservationFacts }) {
  return (
    <div class="notice" data-steps="refused">
      <p>
        <strong>A no is not the end.</strong> This is what can be done next:
      </p>
      <ol>
        <li>Keep the answer. Write down its day, its number and the reason it gives.</li>
        <li>
          Ask the police to talk to their own specialists before they close anything: the{' '}
          <strong>digital media investigator</strong> and the{' '}
          <strong>single point of contact for communications data (SPoC)</strong> of the force.
        </li>
        <li>If something was missing in the request, put it right and have it sent again.</li>
        <li>
          {facts.whoMayAsk.anyone
            ? 'Here anyone may ask, so you, the police or a solicitor may write again.'
            : 'If it was not sent by an officer, it has to go through the police.'}
        </li>
        <li>
          If the platform wants an order of a court, the police and the prosecutor know the ways, also to
          other countries. Ask that the data is kept until then.
        </li>
        <li>
          When life is in danger, call 999. The platform has an urgent way for the police:{' '}
          <FactWords fact={facts.emergency} />
        </li>
        <li>Your recordings count by themselves. They show what was there, whatever the platform says.</li>
      </ol>
    </div>
  );
}
