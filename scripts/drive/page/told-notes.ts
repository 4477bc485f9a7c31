import type { Words } from '../../../src/model/case.ts';
import type { Confidential } from '../../../src/model/confidential.ts';
import type { CaseDetails } from '../../../src/model/details.ts';
import type { DiaryEntry } from '../../../src/model/history.ts';
import type { CaptureId } from '../../../src/model/identifiers.ts';
import type { Note, NoteId } from '../../../src/model/note.ts';
import type { Captures } from './told-captures.ts';

const details: CaseDetails = {
  kind: 'details',
  jurisdiction: 'england-wales',
  capacity: 'affected',
  chosenName: 'Rowan Marsh',
  pronouns: 'they/them',
  relationship: 'former-partner',
  relationshipWords: 'We lived together until last winter.',
  wishes: ['record-only', 'protective-order'],
  wishWords: 'I want the messages to stop.',
  speakToMeFirst: true,
  hatePerceived: [],
  story:
    'Since we separated, messages and posts about me come almost every week, from more than one account.',
  impact: 'I take another way to work and look over my shoulder.',
};

/** Ofcom keeps 07700 900000 to 900999 free for stories; nobody has such a number. */
const confidential: Confidential = {
  kind: 'confidential',
  legalName: 'Rowan Alex Marsh',
  age: 'over 18',
  occupation: 'librarian',
  address: '1 Example Lane, Exampletown',
  phone: '07700 900123',
  email: 'rowan@example.org',
  safeWays: 'Text message only. Do not leave a voicemail.',
  safeTimes: 'Weekdays, noon to two.',
  vulnerabilities: ['isolation'],
  vulnerabilityWords: 'I live alone now.',
};

const diary: readonly DiaryEntry[] = [
  {
    kind: 'diary',
    on: '2026-10-02',
    time: 'about 7 in the evening',
    place: 'The car park behind my work',
    what: 'A car like my former partner’s stood there with its lights on and left when I came out.',
    impact: 'I was frightened to go home.',
    people: ['My former partner'],
    target: '',
    witnesses: 'A colleague, Sam',
    categories: ['loitering', 'watching'],
    breachesOrder: true,
  },
  {
    kind: 'diary',
    on: '2026-10-19',
    time: '',
    place: '',
    what: 'Eleven calls without a number in one night.',
    impact: '',
    people: [],
    target: '',
    witnesses: '',
    categories: ['contacting'],
    breachesOrder: false,
  },
];

const contacts: readonly Note[] = [
  {
    kind: 'order',
    type: 'non-molestation-order',
    against: 'My former partner',
    court: 'Exampletown Family Court',
    reference: 'EX26P00000',
    madeOn: '2026-09-01',
    endsOn: '2027-09-01',
    conditions: 'Not to contact me by any means, and not to come to my work.',
  },
  {
    kind: 'police-contact',
    on: '2026-10-03',
    time: '10:15',
    way: '101',
    officer: 'call handler, no name given',
    force: 'Exampleshire Police',
    reference: 'INC-0000-031026',
    said: 'Keep a record and call again if it goes on.',
  },
  {
    kind: 'platform-report',
    platform: 'X',
    on: '2026-10-04',
    reason: 'Abuse and harassment',
    reference: '',
    answer: 'No rule was broken.',
    answeredOn: '2026-10-09',
    outcome: 'kept-up',
    captures: [],
  },
];

const words: readonly Words[] = [
  {
    whatHappened: 'It was posted an hour after I blocked the other account.',
    impact: 'I felt afraid and could not sleep.',
    tags: [],
    people: ['My former partner'],
    categories: ['threat', 'contacting'],
    breachesOrder: true,
  },
  {
    whatHappened: 'This says that I lost my job because I stole. I was never dismissed.',
    impact: '',
    tags: [],
    people: [],
    categories: ['false-statement', 'publishing'],
    untrue: 'I left by my own choice in May.',
  },
];

/** An invented case. Nobody in it exists. */
export const invented = {
  details,
  confidential,
  diary,
  contacts,
  words,
  person: { kind: 'person', name: 'My former partner' } satisfies Note,
  private: (captureId: CaptureId): Note => ({ kind: 'private', captureId, text: 'Ask Sam about this one.' }),
  about: (capture: Captures[number], entry: NoteId | undefined, person: NoteId): readonly Note[] => [
    {
      kind: 'attribution',
      account: {
        platform: capture.platform ?? 'web',
        ...(capture.handle !== undefined && { handle: capture.handle }),
      },
      person,
      why: 'They used this picture before, and wrote things only we two know.',
    },
    {
      kind: 'occasion',
      label: 'The evening at work, and the post after it',
      captures: [capture.captureId],
      entries: entry === undefined ? [] : [entry],
    },
    {
      kind: 'recheck',
      captureId: capture.captureId,
      on: '2026-11-20',
      state: 'still-there',
      words: '',
    },
  ],
};
