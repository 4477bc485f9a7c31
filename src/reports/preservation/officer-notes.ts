import type { Fact } from '../../platforms/preservation.ts';
import { type Block, type FormField, form, list, paragraph, section } from '../document/blocks.ts';
import { factWords } from './fact-words.ts';
import { nextStepsAfterRefusal } from './next-steps.ts';
import type { PreservationRequest } from './requests.ts';

/** How the recipient handles requests, for the officer who sends one. Not part of what is sent. */
export function officerNotes({ recipient, facts }: PreservationRequest): readonly Block[] {
  const rows: readonly (readonly [string, Fact | undefined])[] = [
    ['Where it is sent', facts.contact],
    ['Addressed to', facts.ukAddressee],
    ['Who may send it', facts.whoMayAsk],
    ['How long data is kept', facts.keptFor],
    ['Renewal', facts.renewal],
    ['Is the user told?', facts.userNotice],
    ['In an emergency', facts.emergency],
    ['What was deleted', facts.deleted],
  ];
  return [
    { kind: 'title', text: 'Notes for the officer – do not send' },
    paragraph(
      `What ${recipient.name} says of such requests, as far as it is known. Send the request through the force’s single point of contact for communications data (SPoC), on the force’s letterhead, from an official e-mail address, as a PDF that cannot be edited.`,
    ),
    form([
      ...rows.flatMap(([label, fact]): readonly FormField[] =>
        fact === undefined ? [] : [[label, factWords(fact)]],
      ),
      ...(facts.contact.addresses.length === 0
        ? []
        : [['Links', facts.contact.addresses.join('\n')] as const]),
      ['Source', facts.source],
      ['Checked on', facts.dateChecked],
      ['Discussed with the person concerned on'],
    ]),
    ...section('The request must hold', list(facts.mustHold.map(factWords))),
    ...section('If it is refused', list(nextStepsAfterRefusal(facts))),
  ];
}
