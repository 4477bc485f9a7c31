import type { PreservationFacts } from '../../platforms/preservation.ts';
import { factWords } from './fact-words.ts';

/**
 * What can be done after a platform has refused or has not answered, as paragraphs in the order in which to try it. A
 * refusal is a state with next steps, never the end of an enquiry.
 */
export function nextStepsAfterRefusal(facts: PreservationFacts): readonly string[] {
  return [
    'A refusal is not the end. Keep the answer, and note its date, its reference and the reason that it gives.',
    'Ask the force’s digital media investigator, and its single point of contact for communications data (SPoC), what else can be done, before the enquiry is closed. They know ways that the platform’s form does not mention.',
    `If something was missing or in the wrong form, put it right and send it again. The platform wants: ${facts.mustHold.map(factWords).join('; ')}.`,
    ...(facts.whoMayAsk.anyone
      ? ['Here anyone may ask: the police, the person concerned or a solicitor may write again.']
      : ['If it came from anybody else than an officer, it goes again through the SPoC.']),
    'If the platform wants legal process of its own country, the SPoC and the prosecutor know the ways: an overseas production order, the agreement on data between the United Kingdom and the United States, or mutual legal assistance. Ask that the data be kept meanwhile.',
    `Where life or safety is at risk, call 999, and use the platform’s emergency way: ${factWords(facts.emergency)}`,
    'Others may hold the same: the provider of the e-mail address or the telephone number, the internet provider behind an IP address, other platforms with the same handle, other people who got the same messages, and the devices themselves.',
    'The exhibits of this case stand by themselves. They show what was displayed and when, whatever the platform answers.',
    `The post can still be reported in the usual way once it is recorded: ${factWords(facts.victimRoute)}`,
  ];
}
