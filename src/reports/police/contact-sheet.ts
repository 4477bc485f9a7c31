import type { Confidential } from '../../model/confidential.ts';
import { vulnerabilityNames } from '../../words/details.ts';
import { type FormField, form, type Paper, paragraph, section, title, warning } from '../document/blocks.ts';
import { type PoliceCase, policePaper } from './police-case.ts';

/** How the police can reach the person safely. Made only when the person chose it, and kept apart from other papers. */
export function contactSheet(police: PoliceCase, confidential: Confidential): Paper {
  const { details } = police.matter;
  return policePaper(police, {
    name: 'Contact sheet',
    mark: 'CONFIDENTIAL – keep apart from the papers that the other side gets',
    blocks: [
      title('Contact sheet'),
      warning('Keep apart from the papers that the other side gets.'),
      paragraph('What is empty was not told. Nobody has to tell any of it.'),
      ...section(
        'How to reach me safely',
        form([field('Safe ways', confidential.safeWays), field('Safe times', confidential.safeTimes)]),
        ...(details.speakToMeFirst
          ? [paragraph('Please do not contact the person I am reporting before you have spoken to me.')]
          : []),
      ),
      ...section(
        'Who I am',
        form([
          field('Name I use', details.chosenName),
          field('Pronouns', details.pronouns),
          field('Legal name, for forms only', confidential.legalName),
          field('Age', confidential.age),
          field('Occupation', confidential.occupation),
        ]),
      ),
      ...section(
        'Where I am',
        form([
          field('Address', confidential.address),
          field('Phone', confidential.phone),
          field('E-mail', confidential.email),
        ]),
      ),
      ...section(
        'What you should know to keep me safe',
        form([
          field('Told', confidential.vulnerabilities.map(each => vulnerabilityNames[each]).join('; ')),
          field('In my words', confidential.vulnerabilityWords),
        ]),
      ),
    ],
  });
}

function field(label: string, value: string): FormField {
  return value.trim() === '' ? [label] : [label, value];
}
