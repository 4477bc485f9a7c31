import {
  type Block,
  lines,
  list,
  type Paper,
  paragraph,
  section,
  subheading,
  title,
} from '../document/blocks.ts';
import { itemName } from './item-words.ts';
import { type PoliceCase, policePaper } from './police-case.ts';

/** The headings of the 2011 form, each with what it may cover. */
const headings: readonly (readonly [heading: string, about: string])[] = [
  ['Emotional', 'How it makes me feel. Fear, alarm, distress. Sleep.'],
  ['Physical', 'My health and my body.'],
  ['Social', 'Family, friends, where I go, what I do online.'],
  ['Work', 'Work, school or study.'],
  ['Financial', 'What it costs me.'],
];

/** What the person wrote about how it affects them, with room to write more. It is not a statement of any kind. */
export function impactNotes(police: PoliceCase): Paper {
  const isEnglish = police.jurisdiction === 'england-wales';
  return policePaper(police, {
    name: 'Impact notes',
    mark: isEnglish ? 'NOTES – this is not a Victim Personal Statement' : 'NOTES – not a statement',
    blocks: [
      title('Impact notes'),
      paragraph(
        isEnglish
          ? 'Notes that may help you make a Victim Personal Statement; this is not a Victim Personal Statement.'
          : 'Notes that may help you tell the police or the court how this affects you. They are not a statement.',
      ),
      ...(isEnglish
        ? [
            list([
              'Making such a statement is your choice. The police should explain it to you.',
              'Once you have signed it you cannot take it back, but you can add to it.',
              'The other side can see it, and you may be asked about it.',
              'It is about how this affects you, and not about what sentence there should be.',
            ]),
          ]
        : [paragraph('Ask the police what you can tell the court, and who will see it.')]),
      ...section('What you wrote', ...written(police)),
      ...section(
        'More, if you want to',
        ...headings.flatMap(([heading, about]) => [subheading(heading), paragraph(about), lines(3)]),
      ),
    ],
  });
}

function written({ matter }: PoliceCase): readonly Block[] {
  const ofItems = matter.items.flatMap(item => {
    const impact = item.kind === 'diary' ? item.entry.impact : (item.words?.impact ?? '');
    return impact.trim() === '' ? [] : [`About ${itemName(item)}: ${impact}`];
  });
  const all = [matter.details.impact, ...ofItems].filter(text => text.trim() !== '');
  return all.length === 0 ? [paragraph('Nothing is written yet.'), lines(3)] : all.map(paragraph);
}
