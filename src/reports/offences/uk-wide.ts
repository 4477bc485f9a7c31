import { type Offence, read, unread } from './offence.ts';

const onlineSafetyAct = 'Online Safety Act 2023';
const osaSource = 'text of the Act';

/** This provision and those below are worded alike in more than one part of the United Kingdom. */
export const sendingFalseMessage: Offence = {
  act: onlineSafetyAct,
  section: 's.179',
  description:
    'Sending a message that the sender knows to be false, meant to cause psychological or physical harm that is more than trivial to a likely audience, without a reasonable excuse.',
  mode: read('Summary only'),
  limit: 'knowledge',
  limitConfirmed: true,
  topics: ['false-statement'],
  confirmed: true,
  source: `${osaSource}, s.179(7) and (8)`,
};

export const sendingThreat: Offence = {
  act: onlineSafetyAct,
  section: 's.181',
  description:
    'Sending a message that conveys a threat of death or serious harm, with intent, or being reckless, as to fear that it would be carried out.',
  mode: read('Either way, up to 5 years'),
  limit: 'none',
  limitConfirmed: true,
  topics: ['threat', 'blackmail'],
  confirmed: true,
  source: osaSource,
};

export const flashingImages: Offence = {
  act: onlineSafetyAct,
  section: 's.183',
  description: 'Sending or showing flashing images to harm a person with epilepsy.',
  mode: read('Either way, up to 5 years'),
  limit: 'none',
  limitConfirmed: true,
  topics: [],
  confirmed: true,
  source: osaSource,
};

export const encouragingSelfHarm: Offence = {
  act: onlineSafetyAct,
  section: 's.184',
  description:
    'An act that can, and is meant to, encourage or assist serious self-harm. A later Act of 2026 may have replaced this section.',
  mode: read('Either way, up to 5 years'),
  limit: 'none',
  limitConfirmed: true,
  topics: ['self-harm-encouraged'],
  confirmed: true,
  source: osaSource,
};

/** Section 127(1) of the Communications Act 2003, whose time limit differs in Scotland. */
export const menacingMessage: Offence = {
  act: 'Communications Act 2003',
  section: 's.127(1)',
  description:
    'Sending by a public communications network a message that is grossly offensive, indecent, obscene or menacing.',
  mode: read('Summary only, up to 6 months'),
  limit: 'three-years',
  limitConfirmed: true,
  topics: ['threat', 'hate', 'contacting', 'unwanted-sexual-image'],
  confirmed: true,
  source: 's.127(5) as told in published legal guidance',
};

export const persistentUse: Offence = {
  act: 'Communications Act 2003',
  section: 's.127(2)(c)',
  description:
    'Persistently using a public communications network to cause annoyance, inconvenience or needless anxiety.',
  mode: read('Summary only, up to 6 months'),
  limit: 'three-years',
  limitConfirmed: true,
  topics: ['contacting', 'publishing'],
  confirmed: true,
  source: 'text of the Online Safety Act 2023, s.189(1)',
};

/** Both offences of the Communications Act in Scotland, where paragraphs (a) and (b) are still in force. */
export const scottishCommunicationsAct: readonly Offence[] = [
  {
    ...menacingMessage,
    mode: read('Summary'),
    limitConfirmed: false,
    source: 'text of the Online Safety Act 2023, s.189(1)',
  },
  {
    ...persistentUse,
    section: 's.127(2)(a), (b), (c)',
    description:
      'Sending by a public communications network a message known to be false, causing one to be sent, or persistently using the network, to cause annoyance, inconvenience or needless anxiety.',
    mode: unread('Summary'),
    limitConfirmed: false,
    topics: ['false-statement', 'contacting', 'publishing'],
  },
];
