import { type Offence, type OffenceTable, read, unread } from './offence.ts';
import {
  encouragingSelfHarm,
  flashingImages,
  menacingMessage,
  persistentUse,
  sendingFalseMessage,
  sendingThreat,
} from './uk-wide.ts';

const unknownMode = unread('');
const statute = 'legislation.gov.uk';

const behaviour: readonly Offence[] = [
  {
    act: 'Protection from Harassment (Northern Ireland) Order 1997',
    section: 'Arts 3 and 4',
    description: 'A course of conduct that amounts to harassment.',
    mode: unknownMode,
    limit: 'not-known',
    limitConfirmed: false,
    topics: ['general'],
    confirmed: true,
    source: 'published legal guides',
  },
  {
    act: 'Protection from Harassment (Northern Ireland) Order 1997',
    section: 'Art. 6',
    description: 'A course of conduct that puts a person in fear of violence.',
    mode: unknownMode,
    limit: 'not-known',
    limitConfirmed: false,
    topics: ['threat'],
    confirmed: true,
    source: 'published legal guides',
  },
  {
    act: 'Protection from Stalking Act (Northern Ireland) 2022',
    section: 's.1',
    description:
      'Stalking: conduct that causes fear, alarm or substantial distress. In force since 27 April 2022, and not for what was done before.',
    mode: unread('Up to 10 years'),
    limit: 'not-known',
    limitConfirmed: false,
    topics: ['general'],
    confirmed: true,
    source: `ppsni.gov.uk; ${statute}`,
  },
  {
    act: 'Protection from Stalking Act (Northern Ireland) 2022',
    section: 's.2',
    description: 'Threatening or abusive behaviour. In force since 27 April 2022.',
    mode: unread('Up to 5 years'),
    limit: 'not-known',
    limitConfirmed: false,
    topics: ['threat', 'hate', 'contacting'],
    confirmed: true,
    source: `ppsni.gov.uk; ${statute}`,
  },
];

const messages: readonly Offence[] = [
  {
    act: 'Malicious Communications (Northern Ireland) Order 1988',
    section: 'Art. 3',
    description:
      'Sending a message or thing that is indecent or grossly offensive. The parts on threats and false messages were repealed by the Online Safety Act 2023, s.189(3).',
    mode: unknownMode,
    limit: 'not-known',
    limitConfirmed: false,
    topics: ['contacting', 'unwanted-sexual-image', 'hate'],
    confirmed: true,
    source: 'text of the Online Safety Act 2023',
  },
  menacingMessage,
  persistentUse,
  sendingFalseMessage,
  sendingThreat,
  flashingImages,
  encouragingSelfHarm,
];

const images: readonly Offence[] = [
  {
    act: 'Justice Act (Northern Ireland) 2016',
    section: 's.51 (amended 2022)',
    description:
      'Disclosing, or threatening to disclose, a private sexual photograph or film, with intent to cause distress.',
    mode: unknownMode,
    limit: 'not-known',
    limitConfirmed: false,
    topics: ['intimate-image', 'blackmail'],
    confirmed: true,
    source: statute,
  },
  {
    act: 'Sexual Offences (Northern Ireland) Order 2008, as changed by the Justice (Sexual Offences and Trafficking Victims) Act (Northern Ireland) 2022, s.2',
    section: 'article number not confirmed',
    description: 'Sending a sexual image that is not wanted. In force since November 2023.',
    mode: unknownMode,
    limit: 'not-known',
    limitConfirmed: false,
    topics: ['unwanted-sexual-image'],
    confirmed: true,
    source: 'notes on the Act',
  },
];

const others: readonly Offence[] = [
  {
    act: 'Domestic Abuse and Civil Proceedings Act (Northern Ireland) 2021',
    section: 's.1',
    description:
      'A course of abusive behaviour, two or more times, towards a person with a personal connection.',
    mode: unknownMode,
    limit: 'not-known',
    limitConfirmed: false,
    topics: ['domestic'],
    confirmed: false,
    source: '',
  },
  {
    act: 'Criminal Justice (No. 2) (Northern Ireland) Order 2004; Public Order (Northern Ireland) Order 1987, Part III',
    section: '',
    description: 'Aggravation of an offence by hostility; stirring up hatred.',
    mode: unknownMode,
    limit: 'not-known',
    limitConfirmed: false,
    topics: ['hate'],
    confirmed: false,
    source: '',
  },
  {
    act: 'Protection from Stalking Act (Northern Ireland) 2022',
    section: 'ss.6 to 10',
    description: 'Stalking protection order.',
    mode: read('An order of a court'),
    limit: 'not-an-offence',
    limitConfirmed: true,
    topics: ['general', 'order'],
    confirmed: true,
    source: statute,
  },
];

/** Northern Ireland. */
export const northernIreland: OffenceTable = {
  jurisdiction: 'northern-ireland',
  summaryLimit: unread('Magistrates’ Courts (Northern Ireland) Order 1981, Art. 19: six months'),
  offences: [...behaviour, ...messages, ...images, ...others],
};
