import { type Offence, type OffenceTable, read, unread } from './offence.ts';
import { encouragingSelfHarm, scottishCommunicationsAct } from './uk-wide.ts';

const licensingAct = 'Criminal Justice and Licensing (Scotland) Act 2010';
const statute = 'legislation.gov.uk';

const behaviour: readonly Offence[] = [
  {
    act: licensingAct,
    section: 's.38',
    description:
      'Behaving in a threatening or abusive way that would be likely to cause a reasonable person fear or alarm, with intent or being reckless.',
    mode: unread('Either procedure: up to 5 years, or 12 months in summary procedure'),
    limit: 'none',
    limitConfirmed: false,
    topics: ['general'],
    confirmed: false,
    source: '',
  },
  {
    act: licensingAct,
    section: 's.39',
    description: 'Stalking: a course of conduct, on at least two occasions, that causes fear or alarm.',
    mode: read('On indictment up to 5 years, in summary procedure up to 12 months'),
    limit: 'none',
    limitConfirmed: true,
    topics: ['general'],
    confirmed: true,
    source: 'text of s.39 as quoted in a study of 2013',
  },
  ...scottishCommunicationsAct,
  {
    ...encouragingSelfHarm,
    mode: read('Summary procedure up to 12 months; on indictment up to 5 years'),
  },
];

const images: readonly Offence[] = [
  {
    act: 'Abusive Behaviour and Sexual Harm (Scotland) Act 2016',
    section: 's.2',
    description:
      'Disclosing, or threatening to disclose, an intimate photograph or film, with intent to cause, or being reckless as to, fear, alarm or distress.',
    mode: read('Up to 5 years'),
    limit: 'none',
    limitConfirmed: true,
    topics: ['intimate-image', 'blackmail'],
    confirmed: true,
    source: statute,
  },
];

const domestic: readonly Offence[] = [
  {
    act: 'Domestic Abuse (Scotland) Act 2018',
    section: 's.1',
    description: 'A course of abusive behaviour towards a partner or former partner.',
    mode: unread('Up to 14 years'),
    limit: 'none',
    limitConfirmed: false,
    topics: ['domestic'],
    confirmed: false,
    source: '',
  },
  {
    act: 'Abusive Behaviour and Sexual Harm (Scotland) Act 2016',
    section: 's.1',
    description: 'Aggravation of an offence by abuse of a partner or former partner.',
    mode: read('A matter of sentence'),
    limit: 'not-an-offence',
    limitConfirmed: true,
    topics: ['domestic'],
    confirmed: true,
    source: 'explanatory notes',
  },
];

const hate: readonly Offence[] = [
  {
    act: 'Hate Crime and Public Order (Scotland) Act 2021',
    section: 's.1',
    description:
      'Aggravation of an offence by prejudice about age, disability, race, religion, sexual orientation, transgender identity or variations in sex characteristics.',
    mode: read('A matter of sentence'),
    limit: 'not-an-offence',
    limitConfirmed: true,
    topics: ['hate'],
    confirmed: true,
    source: 'notes on the Act, in force since 1 April 2024',
  },
  {
    act: 'Hate Crime and Public Order (Scotland) Act 2021',
    section: 's.3, s.4',
    description: 'Racially aggravated harassment (s.3); stirring up hatred (s.4).',
    mode: read('s.4: up to 7 years'),
    limit: 'none',
    limitConfirmed: false,
    topics: ['hate'],
    confirmed: true,
    source: 'notes on the Act',
  },
];

const orders: readonly Offence[] = [
  {
    act: 'Protection from Harassment Act 1997',
    section: 'ss.8, 8A, 9',
    description:
      'Harassment as a matter for the civil court; a non-harassment order or interdict; breach of a non-harassment order is a criminal matter.',
    mode: read('Civil court; breach in the criminal court'),
    limit: 'not-an-offence',
    limitConfirmed: true,
    topics: ['general', 'order'],
    confirmed: true,
    source: 'text of the Act (older copy)',
  },
];

/** Scotland. */
export const scotland: OffenceTable = {
  jurisdiction: 'scotland',
  summaryLimit: unread('Criminal Procedure (Scotland) Act 1995, s.136: six months'),
  offences: [...behaviour, ...images, ...domestic, ...hate, ...orders],
};
