import { type Offence, read } from './offence.ts';
import {
  encouragingSelfHarm,
  flashingImages,
  menacingMessage,
  persistentUse,
  sendingFalseMessage,
  sendingThreat,
} from './uk-wide.ts';

/** Offences by messages, in England and Wales. */
export const communications: readonly Offence[] = [
  {
    act: 'Malicious Communications Act 1988',
    section: 's.1',
    description:
      'Sending a message or article that is indecent or grossly offensive, with the purpose of causing distress or anxiety. The parts on threats and false messages were repealed on 31 January 2024.',
    mode: read('Either way, up to 2 years'),
    limit: 'none',
    limitConfirmed: true,
    topics: ['hate', 'contacting', 'unwanted-sexual-image'],
    confirmed: true,
    source: 'text of the Online Safety Act 2023, s.189(2)',
  },
  menacingMessage,
  persistentUse,
  sendingFalseMessage,
  sendingThreat,
  flashingImages,
  encouragingSelfHarm,
];
