import { communications } from './england-wales-communications.ts';
import { images } from './england-wales-images.ts';
import { type Offence, type OffenceTable, read, unread } from './offence.ts';

const harassmentAct = 'Protection from Harassment Act 1997';
const theAct = 'text of the Act (older copy)';

const harassment: readonly Offence[] = [
  {
    act: harassmentAct,
    section: 's.2',
    description:
      'A course of conduct, on at least two occasions (s.7(3)), that amounts to harassment, and that the person knows or ought to know does.',
    mode: read('Summary only, up to 6 months'),
    limit: 'six-months',
    limitConfirmed: true,
    topics: ['general'],
    confirmed: true,
    source: theAct,
  },
  {
    act: harassmentAct,
    section: 's.2A',
    description: 'Harassment that amounts to stalking; s.2A(3) lists examples of such acts.',
    mode: unread('Summary only, up to 6 months'),
    limit: 'six-months',
    limitConfirmed: true,
    topics: ['general'],
    confirmed: true,
    source: 'published guidance of the Crown Prosecution Service',
  },
  {
    act: harassmentAct,
    section: 's.4',
    description:
      'A course of conduct that causes another person to fear, on at least two occasions, that violence will be used.',
    mode: unread('Either way, up to 10 years'),
    limit: 'none',
    limitConfirmed: true,
    topics: ['threat'],
    confirmed: true,
    source: theAct,
  },
  {
    act: harassmentAct,
    section: 's.4A',
    description:
      'Stalking that causes fear of violence, or serious alarm or distress with a substantial adverse effect on day-to-day activities.',
    mode: unread('Either way, up to 10 years'),
    limit: 'none',
    limitConfirmed: true,
    topics: ['threat', 'following', 'monitoring', 'watching', 'loitering'],
    confirmed: true,
    source: 'published guidance',
  },
];

const publicOrder: readonly Offence[] = [
  {
    act: 'Public Order Act 1986',
    section: 's.4A',
    description:
      'Intentionally causing harassment, alarm or distress by threatening, abusive or insulting words or display. There is an exception inside a dwelling.',
    mode: read('Summary only, up to 6 months'),
    limit: 'six-months',
    limitConfirmed: true,
    topics: ['threat', 'hate', 'publishing'],
    confirmed: true,
    source: 'published legal guides',
  },
  {
    act: 'Public Order Act 1986',
    section: 's.4, s.5',
    description:
      'Fear or provocation of violence (s.4); words or behaviour in the hearing or sight of a person likely to be caused harassment, alarm or distress (s.5).',
    mode: unread('Summary only'),
    limit: 'six-months',
    limitConfirmed: false,
    topics: ['threat', 'hate'],
    confirmed: false,
    source: '',
  },
  {
    act: 'Public Order Act 1986',
    section: 'ss.18 to 23, 29B to 29G',
    description:
      'Stirring up hatred on grounds of race, religion or sexual orientation. The Attorney General has to agree.',
    mode: unread('Either way, up to 7 years'),
    limit: 'none',
    limitConfirmed: false,
    topics: ['hate'],
    confirmed: false,
    source: '',
  },
  {
    act: 'Sentencing Act 2020',
    section: 's.66',
    description:
      'Hostility about race, religion, disability, sexual orientation or transgender identity makes any offence more serious.',
    mode: read('A matter of sentence'),
    limit: 'not-an-offence',
    limitConfirmed: true,
    topics: ['hate'],
    confirmed: true,
    source: 'sentencingcouncil.org.uk',
  },
  {
    act: 'Crime and Disorder Act 1998',
    section: 'ss.29 to 32',
    description:
      'Forms of the offences of the Protection from Harassment Act 1997 that are racially or religiously aggravated. A later Act may have added further grounds.',
    mode: read('Either way, with higher sentences'),
    limit: 'none',
    limitConfirmed: true,
    topics: ['hate'],
    confirmed: true,
    source: 'cps.gov.uk',
  },
];

const controlAndOrders: readonly Offence[] = [
  {
    act: 'Serious Crime Act 2015',
    section: 's.76',
    description:
      'Repeated or continuous controlling or coercive behaviour between people who are personally connected, with a serious effect. They need not live together.',
    mode: read('Either way, up to 5 years'),
    limit: 'none',
    limitConfirmed: true,
    topics: ['domestic'],
    confirmed: true,
    source: 'legislation.gov.uk',
  },
  {
    act: 'Stalking Protection Act 2019',
    section: 's.1, s.8',
    description:
      'Stalking protection order, for which the police apply to a magistrates’ court; nobody need have been found guilty. Breach of it is an offence (s.8).',
    mode: unread('Breach up to 5 years'),
    limit: 'not-an-offence',
    limitConfirmed: true,
    topics: ['general', 'order'],
    confirmed: true,
    source: 'legislation.gov.uk; guidance on gov.uk',
  },
  other('Sentencing Act 2020', 's.363', 'Breach of a restraining order.', ['order']),
  other('Family Law Act 1996', 's.42A', 'Breach of a non-molestation order.', ['order']),
  {
    ...other('Criminal Justice and Police Act 2001', 's.42A', 'Harassing a person in or near their home.', [
      'loitering',
      'watching',
      'following',
    ]),
    confirmed: true,
    source: 'cps.gov.uk',
  },
  {
    ...other('Offences against the Person Act 1861', 's.16', 'Threat to kill.', ['threat']),
    mode: read('Up to 10 years'),
    confirmed: true,
    source: 'publications.parliament.uk',
  },
  other('Theft Act 1968', 's.21', 'Blackmail: a demand with menaces.', ['blackmail']),
  other('Computer Misuse Act 1990', 's.1', 'Getting into an account or computer without authority.', [
    'monitoring',
    'impersonation',
  ]),
  other(
    'Protection of Children Act 1978; Criminal Justice Act 1988',
    's.1; s.160',
    'Indecent photographs of a person under 18. Do not copy or send one on: tell the police.',
    [],
  ),
];

/** A provision that is only named: how it is tried and its time limit were not read. */
function other(act: string, section: string, description: string, topics: Offence['topics']): Offence {
  return {
    act,
    section,
    description,
    mode: unread(''),
    limit: 'not-known',
    limitConfirmed: false,
    topics,
    confirmed: false,
    source: '',
  };
}

/** England and Wales. */
export const englandWales: OffenceTable = {
  jurisdiction: 'england-wales',
  summaryLimit: read('Magistrates’ Courts Act 1980, s.127: six months'),
  offences: [...harassment, ...communications, ...images, ...publicOrder, ...controlAndOrders],
};
