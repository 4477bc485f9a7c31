import type { CaseDetails } from '../model/details.ts';
import { wishNames } from './details.ts';

/** The first thing that a reader of a report must know. */
export const notFreedomOfInformation =
  'This is a report of a crime or incident. It is not a Freedom of Information request.';

/** What is asked for with everything else, and also when nothing else is. */
export const referenceAsked = 'Please record this and give me a crime or incident reference number.';

/** Printed only when the person chose it. */
export const speakToMeFirstWords =
  'Please do not contact the person I am reporting before you have spoken to me.';

/** Stands beside every threat. */
export const emergencyLine = 'If anyone is in danger now, call 999.';

/** What is asked for, in one line without its opening words; undefined when nothing was said. */
export function askedFor({ wishes, wishWords }: CaseDetails): string | undefined {
  const named = wishes.map(wish => wishNames[wish]).join('; ');
  const own = wishWords.replace(/\s+/g, ' ').trim();
  const all = [named, own].filter(part => part !== '').join('. ');
  if (all === '') return undefined;
  return /[.!?]$/.test(all) ? all : `${all}.`;
}
