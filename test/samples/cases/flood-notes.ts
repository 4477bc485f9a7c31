import { untoldDetails } from '../../../src/model/details.ts';
import { captureIdOf } from './record.ts';
import { type NoteOfStory, noteIdOf, noteOf } from './story.ts';

const capture = (number: number) => captureIdOf('RV', number);
const dale = noteIdOf(2);

const told = {
  ...untoldDetails,
  jurisdiction: 'england-wales',
  capacity: 'affected',
  chosenName: 'Rowan Vale',
  pronouns: 'they/them',
  relationship: 'former-partner',
  relationshipWords: 'We lived together for three years and parted in January.',
  hatePerceived: ['sexual-orientation'],
  story: 'After I moved out he wrote now and then. On 9 May he wrote all day from three accounts.',
  impact: 'I go to work by another road. I do not open the shop alone any more.',
} as const;

const diary = {
  kind: 'diary',
  time: '',
  place: '',
  impact: '',
  people: ['Dale Marsh'],
  target: '',
  witnesses: '',
  categories: [],
  breachesOrder: false,
} as const;

const round = {
  kind: 'platform-report',
  reason: 'Harassment',
  reference: '',
  answer: '',
  captures: [],
} as const;

/** What the person wrote beside the exhibits, in the order in which they wrote it. */
export const floodNotes: readonly NoteOfStory[] = [
  {
    id: noteIdOf(1),
    versions: [
      [
        '2026-05-10T09:50:00.000Z',
        { ...told, wishes: ['record-only'], wishWords: 'Please only write it down for now.' },
      ],
      [
        '2026-05-14T18:00:00.000Z',
        {
          ...told,
          wishes: ['warning', 'protective-order', 'investigation'],
          wishWords: 'Please stop him from coming to the shop.',
          speakToMeFirst: true,
        },
      ],
    ],
  },
  noteOf(2, '2026-05-10T12:00:00.000Z', { kind: 'person', name: 'Dale Marsh' }),
  noteOf(3, '2026-05-10T12:01:00.000Z', {
    kind: 'attribution',
    account: { platform: 'instagram', accountId: '44550066778', handle: '@not.marsh' },
    person: dale,
    why: 'It has his photos and he has written to me from it for years.',
  }),
  noteOf(4, '2026-05-10T12:02:00.000Z', {
    kind: 'attribution',
    account: { platform: 'x', accountId: '1655500000000000001', handle: '@fenland_dm2' },
    person: dale,
    why: 'It writes of our dog by name.',
  }),
  noteOf(5, '2026-05-10T12:10:00.000Z', {
    kind: 'order',
    type: 'non-molestation-order',
    against: 'Dale Marsh',
    court: 'Family Court at Exampleton',
    reference: 'EX26F00042',
    madeOn: '2026-03-20',
    endsOn: '2027-03-19',
    conditions: 'He must not contact me by any means, nor tell anybody else to.',
  }),
  noteOf(6, '2026-05-10T20:00:00.000Z', {
    kind: 'police-contact',
    on: '2026-05-10',
    time: 'about 19:30',
    way: '101',
    officer: 'PC 4242 Example',
    force: 'Exampleshire Police',
    reference: 'EX-20260510-0815',
    said: 'They gave me a number and asked me to send what I have.',
  }),
  {
    id: noteIdOf(7),
    versions: [
      [
        '2026-05-10T12:20:00.000Z',
        {
          ...diary,
          on: '2026-03-14',
          time: '22:15',
          place: 'At my front door',
          what: 'He rang and knocked for half an hour. I did not open.',
          impact: 'I sat in the bathroom until it was quiet.',
          witnesses: 'The neighbour in number 9',
          categories: ['loitering'],
        },
      ],
      [
        '2026-05-11T08:10:00.000Z',
        {
          ...diary,
          on: '2026-03-14',
          time: '22:15',
          place: 'At my front door',
          what: 'He rang and knocked for half an hour. I did not open. It was the reason for the order.',
          impact: 'I sat in the bathroom until it was quiet.',
          witnesses: 'The neighbour in number 9',
          categories: ['loitering', 'watching'],
        },
      ],
    ],
  },
  noteOf(8, '2026-05-11T08:20:00.000Z', {
    ...diary,
    on: '2026-05-09',
    time: 'about 23:00',
    place: 'The street outside',
    what: 'His van stood there with the engine on.',
    categories: ['watching', 'following'],
    breachesOrder: true,
  }),
  noteOf(9, '2026-05-11T08:30:00.000Z', {
    kind: 'occasion',
    label: 'The threat and the van',
    captures: [capture(58)],
    entries: [noteIdOf(8)],
  }),
  {
    id: noteIdOf(10),
    versions: [
      ['2026-05-10T13:00:00.000Z', { ...round, platform: 'instagram', on: '2026-05-10', outcome: 'waiting' }],
      [
        '2026-05-12T13:00:00.000Z',
        {
          ...round,
          platform: 'instagram',
          on: '2026-05-10',
          reference: '900100',
          answer: 'This does not go against our rules.',
          answeredOn: '2026-05-12',
          outcome: 'kept-up',
          captures: [capture(1), capture(58)],
        },
      ],
    ],
  },
  noteOf(11, '2026-05-12T13:10:00.000Z', {
    ...round,
    platform: 'instagram',
    on: '2026-05-12',
    reference: '900101',
    reason: 'Asked to look again',
    answer: 'We looked again and have not changed our mind.',
    answeredOn: '2026-05-13',
    outcome: 'kept-up',
  }),
  noteOf(12, '2026-05-13T13:10:00.000Z', {
    ...round,
    platform: 'instagram',
    on: '2026-05-13',
    reason: 'Threat of violence',
    reference: '900102',
    answer: 'We took down one message.',
    answeredOn: '2026-05-15',
    outcome: 'removed',
    captures: [capture(58)],
  }),
  noteOf(13, '2026-05-15T19:00:00.000Z', {
    kind: 'recheck',
    captureId: capture(58),
    on: '2026-05-15',
    state: 'gone',
    words: '',
  }),
  noteOf(14, '2026-05-14T18:30:00.000Z', {
    kind: 'track',
    platform: 'instagram',
    state: 'given-to-police',
    reference: '',
    answer: '',
  }),
];
