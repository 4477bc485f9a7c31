import type { CaptureRecord } from '../../../src/model/capture.ts';
import type { Confidential } from '../../../src/model/confidential.ts';
import { inventedCase } from './build.ts';
import { floodTexts, threatText } from './flood-messages.ts';
import { floodNotes } from './flood-notes.ts';
import { later, recorded } from './record.ts';
import type { InventedCase } from './story.ts';

const initials = 'RV';
const messages = 104;
const firstSentAt = '2026-05-09T06:12:00.000Z';
const nineMinutes = 9 * 60_000;

/** In May the clocks of the United Kingdom are an hour ahead of UTC. */
const oneHour = 60 * 60_000;
const viewer = { handle: '@rowan_vale', displayName: 'Rowan', accountId: '88000111222333' };

/** Three accounts. The first two change the name they go by in the afternoon. */
const accounts = [
  {
    platform: 'instagram',
    accountId: '44550066778',
    handles: ['@marsh.dale', '@not.marsh'],
    displayName: 'Dale',
    conversation: 'https://www.instagram.com/direct/t/178412345678901/',
  },
  {
    platform: 'x',
    accountId: '1655500000000000001',
    handles: ['@fenland_dm', '@fenland_dm2'],
    displayName: 'D 🐕',
    conversation: 'https://x.com/messages/88000111-1655500000000000001',
  },
  {
    platform: 'facebook',
    accountId: '100090001112223',
    handles: ['quiet.otter.9'],
    displayName: 'Quiet Otter',
    conversation: 'https://www.facebook.com/messages/t/100090001112223',
  },
] as const;

/** The nth message, counted from 1: the accounts take turns, and the third joins every fourth time. */
function message(number: number): CaptureRecord {
  const [dale, fen, otter] = accounts;
  const account = number % 4 === 0 ? otter : number % 2 === 0 ? fen : dale;
  const sentAt = later(firstSentAt, (number - 1) * nineMinutes);
  const handle = account.handles[number > 60 ? account.handles.length - 1 : 0];
  return recorded({
    initials,
    number,
    at: later('2026-05-10T09:00:00.123Z', (number - 1) * 20_000),
    address: account.conversation,
    title: 'Messages',
    ...(number === 40 ? { flaw: 'partial' as const } : number === 77 ? { flaw: 'redrawn' as const } : {}),
    post: {
      platform: account.platform,
      kind: 'message',
      postId: `${account.accountId.slice(0, 6)}${String(number).padStart(6, '0')}`,
      permalink: account.conversation,
      account: {
        handle,
        displayName: account.displayName,
        // What no profile or menu showed, the page did not tell.
        ...(number % 3 === 0 ? {} : { accountId: account.accountId }),
      },
      text: number === 58 ? threatText : (floodTexts[(number - 1) % floodTexts.length] ?? ''),
      displayedTime: { text: later(sentAt, oneHour).slice(11, 16), language: 'en-GB', zone: 'Europe/London' },
      postedAt: [{ at: sentAt, method: 'machine-time', toleranceSeconds: 1 }],
      visibility: 'Direct message',
      signedIn: viewer,
    },
  });
}

/** The profile of one of the accounts, recorded after the messages. */
function profile(number: number, account: (typeof accounts)[number]): CaptureRecord {
  const handle = account.handles.at(-1) ?? '';
  const address =
    account.platform === 'facebook'
      ? 'https://www.facebook.com/quiet.otter.9'
      : account.platform === 'x'
        ? `https://x.com/${handle.slice(1)}`
        : `https://www.instagram.com/${handle.slice(1)}/`;
  return recorded({
    initials,
    number,
    at: later('2026-05-10T10:00:00.000Z', number * 60_000),
    address,
    title: `${account.displayName} (${handle})`,
    scope: 'page',
    post: {
      platform: account.platform,
      kind: 'profile',
      permalink: address,
      account: {
        handle,
        displayName: account.displayName,
        accountId: account.accountId,
        profileAddress: address,
      },
      postedAt: [],
      counts: { followers: '12', following: '3' },
      signedIn: viewer,
    },
  });
}

/** Each value has the word by which a leak of it is found. */
const confidential: Confidential = {
  kind: 'confidential',
  legalName: 'Rowena Mary Canaryhurst',
  age: '34 years and two canary months',
  occupation: 'Baker at Canary Lane',
  address: '12 Canary Street\nExampleton EX1 2CY',
  phone: '07700 900123',
  email: 'rowan.canary@example.org',
  safeWays: 'Text only, and sign as the canary library',
  safeTimes: 'Weekdays while the canary shift lasts',
  vulnerabilities: ['pregnancy', 'isolation'],
  vulnerabilityWords: 'Twenty canary weeks pregnant',
};

/** 104 messages in one day from three accounts; England and Wales; a former partner. */
export const flood: InventedCase = inventedCase({
  name: 'flood',
  title: 'Notes of May 2026',
  producer: { initials, name: 'Rowan Vale' },
  openedAt: '2026-05-10T08:55:00.000Z',
  exportedAt: '2026-05-16T17:30:00.000Z',
  records: [
    ...Array.from({ length: messages }, (_, index) => message(index + 1)),
    ...accounts.slice(0, 2).map((account, index) => profile(105 + index, account)),
  ],
  words: [
    {
      number: 58,
      versions: [
        ['2026-05-10T11:00:00.000Z', { whatHappened: 'He says he will come.', categories: ['threat'] }],
        [
          '2026-05-11T08:00:00.000Z',
          {
            whatHappened: 'He says he will come to the house. He has done it before, in March.',
            impact: 'I slept at my sister’s. I was afraid.',
            tags: ['door'],
            people: ['Dale Marsh'],
            categories: ['threat', 'contacting'],
            breachesOrder: true,
            offline: 'His van was outside at about eleven that night.',
            witnesses: 'My sister, Elin.',
          },
        ],
      ],
    },
    {
      number: 7,
      versions: [
        [
          '2026-05-10T11:05:00.000Z',
          {
            whatHappened: 'This one is about my sister.',
            categories: ['private-information'],
            target: 'Elin, my sister',
            hatePerceived: ['race'],
            breachesOrder: true,
          },
        ],
      ],
    },
    {
      number: 12,
      versions: [
        [
          '2026-05-10T11:10:00.000Z',
          {
            whatHappened: 'He means photos from when we were together.',
            impact: 'I keep looking whether they are anywhere.',
            categories: ['blackmail', 'intimate-image'],
          },
        ],
      ],
    },
  ],
  notes: floodNotes,
  confidential,
  privateNotes: ['PRIVATE-HERON: I nearly wrote back. I am ashamed of that.'],
  reporter: { capacity: 'affected' },
  intimate: [12],
  erased: [[107, '2026-05-12T07:00:00.000Z', 'Recorded by mistake']],
});
