import { type Offence, read, unread } from './offence.ts';

const act = 'Sexual Offences Act 2003';
const theAct = 'text of the Online Safety Act 2023, ss.187 and 188';
const eitherWay = {
  act,
  mode: read('Either way, up to 2 years'),
  limit: 'none',
  limitConfirmed: true,
  confirmed: true,
  source: theAct,
} as const;

/** Offences about intimate and sexual images, in England and Wales. */
export const images: readonly Offence[] = [
  {
    ...eitherWay,
    section: 's.66A',
    description:
      'Sending a photograph or film of genitals with intent to cause alarm, distress or humiliation, or for sexual gratification and being reckless.',
    topics: ['unwanted-sexual-image'],
  },
  {
    act,
    section: 's.66B(1)',
    description:
      'Sharing an intimate photograph or film without consent or a reasonable belief in it. A reasonable excuse is a defence (s.66B(8)).',
    mode: read('Summary only'),
    limit: 'six-months',
    limitConfirmed: false,
    topics: ['intimate-image'],
    confirmed: true,
    source: theAct,
  },
  {
    ...eitherWay,
    section: 's.66B(2), (3)',
    description: 'The same with intent to cause alarm, distress or humiliation, or for sexual gratification.',
    topics: ['intimate-image'],
  },
  {
    ...eitherWay,
    section: 's.66B(4)',
    description: 'Threatening to share an intimate photograph or film; it need not exist (s.66B(7)).',
    topics: ['intimate-image', 'blackmail'],
  },
  {
    act,
    section: 's.66E, s.66F',
    description:
      'Making, or asking for, an intimate picture of an adult that is not real, without consent. Whether it is in force is not confirmed.',
    mode: read('Summary only'),
    limit: 'knowledge',
    limitConfirmed: true,
    topics: ['intimate-image', 'stolen-photo'],
    confirmed: false,
    source: '',
  },
  {
    act,
    section: 's.66AB, s.66AE',
    description:
      'Taking or recording an intimate image; copying one that was shared for a short time only. Put in by an Act of 2026.',
    mode: unread('s.66AB: either way, up to 2 years'),
    limit: 'not-known',
    limitConfirmed: false,
    topics: ['intimate-image'],
    confirmed: false,
    source: '',
  },
];
