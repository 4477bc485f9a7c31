import type { Fact, PreservationFacts } from '../../../platforms/preservation.ts';
import { dayWords } from '../../parts/days.ts';

interface KeepFactsProps {
  readonly facts: PreservationFacts;
  readonly isOfficer: boolean;
}

/** What a platform says about requests to keep data, each fact with whether it was read in the platform's own text. */
export function KeepFacts({ facts, isOfficer }: KeepFactsProps) {
  return (
    <>
      {!isOfficer && (
        <>
          <h3>What you can do</h3>
          <p>
            <FactWords fact={facts.victimRoute} />
          </p>
        </>
      )}
      <h3>How the request is sent</h3>
      <dl class="facts">
        <Row name="Who may send it" fact={facts.whoMayAsk} />
        <Row name="Where it goes" fact={facts.contact} />
        <Row name="How long it is kept" fact={facts.keptFor} />
        <Row name="Keeping it longer" fact={facts.renewal} />
        <Row name="Is the other person told?" fact={facts.userNotice} />
      </dl>
      <details>
        <summary>More that the sender needs to know</summary>
        <dl class="facts">
          <Row name="Addressed to" fact={facts.ukAddressee} />
          <Row name="When life is in danger" fact={facts.emergency} />
          {facts.deleted !== undefined && <Row name="What was deleted" fact={facts.deleted} />}
          <div>
            <dt>It must say</dt>
            {facts.mustHold.map(fact => (
              <dd key={fact.text}>
                <FactWords fact={fact} />
              </dd>
            ))}
          </div>
          <div>
            <dt>Where this is from</dt>
            <dd>{facts.source}</dd>
          </div>
        </dl>
      </details>
      <p class="muted">
        Last looked at on <time dateTime={facts.dateChecked}>{dayWords(facts.dateChecked)}</time>. Platforms
        change their rules, so check before you send.
      </p>
    </>
  );
}

function Row({ name, fact }: { readonly name: string; readonly fact: Fact }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <FactWords fact={fact} />
      </dd>
    </div>
  );
}

/** The fact, with a label where it was not read in the platform's own text. */
export function FactWords({ fact }: { readonly fact: Fact }) {
  return (
    <>
      {fact.text} {!fact.confirmed && <span class="label">not confirmed – check before sending</span>}
    </>
  );
}
