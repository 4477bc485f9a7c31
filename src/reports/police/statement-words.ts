import type { Capacity } from '../../model/details.ts';
import { relationshipNames } from '../../words/details.ts';
import { joinFilled, type PoliceCase } from './police-case.ts';

const forSomebody: readonly Capacity[] = ['parent-or-carer', 'representative', 'helper'];

/** The beginning of a statement: who speaks, and what they know at first hand. */
export function introduction(police: PoliceCase): readonly string[] {
  const { capacity, matter } = police;
  if (capacity === 'officer') return [officerWords(police)];
  if (forSomebody.includes(capacity)) return [forSomebodyWords(police)];
  if (capacity === 'witness')
    return ['I am a witness. I say what I saw myself. It was done to somebody else: [say to whom].'];
  const { relationship, relationshipWords } = matter.details;
  const known = joinFilled(relationship && relationshipNames[relationship], relationshipWords);
  return [
    'I am the person to whom this was done. I recorded what I saw in my browser, and I kept notes.',
    ...(known === undefined ? [] : [`Who the person I report is to me: ${known.replace(/\.$/, '')}.`]),
  ];
}

/** The prompt where the story has still to be written. */
export function storyPrompt(capacity: Capacity): string {
  if (capacity === 'officer') return '[Say why the pages were recorded, and what led to them.]';
  return '[Say in your own words what happened, from the first time on. You need not say again what stands below.]';
}

/** Heading and prompt of the last part, depending on who speaks. */
export function effectHeadings(capacity: Capacity): { readonly heading: string; readonly prompt: string } {
  if (forSomebody.includes(capacity) || capacity === 'witness')
    return {
      heading: 'Effect, as I saw it or was told of it',
      prompt: '[Say, if you want to, what you saw of how it affected the person, and what they told you.]',
    };
  return {
    heading: 'Effect',
    prompt: '[Say, if you want to, how it has affected you and your day-to-day life.]',
  };
}

function forSomebodyWords({ capacity, matter }: PoliceCase): string {
  const name = matter.details.chosenName === '' ? '[name]' : matter.details.chosenName;
  const who = {
    'parent-or-carer': `I am the parent or carer of ${name}, to whom this was done.`,
    representative: `I act for ${name}, to whom this was done, and am authorised to do so [say how].`,
  };
  const first =
    capacity === 'parent-or-carer' || capacity === 'representative'
      ? who[capacity]
      : `I help ${name}, to whom this was done.`;
  return `${first} I made the records described below [with them beside me / at their request]. Where I say “I saw”, I saw it on the screen myself. What only ${name} saw, I know from them and say so.`;
}

function officerWords({ officer, matter }: PoliceCase): string {
  const session = matter.sessions.at(-1)?.note;
  const rank =
    joinFilled(officer?.rank || session?.rank, officer?.number || session?.number) ?? '[rank and number]';
  const force = joinFilled(officer?.force || session?.force) ?? '[force]';
  const reference = joinFilled(officer?.caseReference || session?.caseReference) ?? '[reference]';
  const purpose = joinFilled(session?.purpose) ?? '[purpose]';
  return `I am ${rank}, of ${force}. I recorded the pages described below in case ${reference}. Purpose: ${purpose}`;
}
