import { untoldDetails } from '../../../src/model/details.ts';
import { inventedCase } from './build.ts';
import { captureIdOf, recorded } from './record.ts';
import { type InventedCase, noteOf } from './story.ts';

const initials = 'AT';
const viewer = { handle: '@ailsa_thorn_example', displayName: 'Ailsa', accountId: '771122334455' };
const account = {
  handle: '@burgh_truth_example',
  displayName: 'Burgh Truth',
  accountId: '1500000000000000777',
  profileAddress: 'https://x.com/burgh_truth_example',
};
const permalink = 'https://x.com/burgh_truth_example/status/1924908039882670081';

/** X makes the number from the millisecond: (1924908039882670081 >> 22) + 1288834974657. */
const derivedAt = new Date(Number((1_924_908_039_882_670_081n >> 22n) + 1_288_834_974_657n)).toISOString();
const postedAt = `${derivedAt.slice(0, 19)}.000Z`;

const post = recorded({
  initials,
  number: 1,
  at: '2025-05-21T08:15:30.500Z',
  address: permalink,
  title: 'Burgh Truth on X',
  post: {
    platform: 'x',
    kind: 'post',
    postId: '1924908039882670081',
    permalink,
    account,
    text: 'Ask @ailsa_thorn_example where the hall fund went. She took it. Everyone in the burgh knows.',
    displayedTime: { text: '8:20 PM · May 20, 2025', language: 'en-GB', zone: 'Europe/London' },
    postedAt: [
      { at: postedAt, method: 'machine-time', toleranceSeconds: 1 },
      {
        at: derivedAt,
        method: 'derived-from-id',
        toleranceSeconds: 1,
        caveat: 'The number is made when the post is first sent.',
      },
    ],
    visibility: 'Everyone',
    counts: { replies: '41', reposts: '130', likes: '312', views: '18.4K' },
    related: [
      {
        relation: 'quoted',
        account: viewer,
        text: 'The hall roof is done. Thank you to everybody who gave.',
        permalink: 'https://x.com/ailsa_thorn_example/status/1923908039882670081',
      },
    ],
    signedIn: viewer,
  },
});

const profile = recorded({
  initials,
  number: 2,
  at: '2025-05-21T08:20:00.000Z',
  address: account.profileAddress,
  title: 'Burgh Truth (@burgh_truth_example) / X',
  scope: 'page',
  post: {
    platform: 'x',
    kind: 'profile',
    permalink: account.profileAddress,
    account,
    text: 'Saying what the council will not.',
    postedAt: [],
    counts: { followers: '2,204', following: '11' },
    signedIn: viewer,
  },
});

/** One false allegation on X, in Scotland: productions, the Procurator Fiscal, and the words of what is untrue. */
export const scotland: InventedCase = inventedCase({
  name: 'scotland',
  title: 'Hall notes',
  producer: { initials, name: 'Ailsa Thorn' },
  openedAt: '2025-05-21T08:10:00.000Z',
  exportedAt: '2025-06-03T12:00:00.000Z',
  records: [post, profile],
  words: [
    {
      number: 1,
      versions: [
        [
          '2025-05-21T09:00:00.000Z',
          {
            whatHappened: 'A page that does not say who runs it wrote that I stole from the hall fund.',
            impact: 'A parent asked me about it at the school gate. I have stepped back from the committee.',
            people: [],
            categories: ['false-statement', 'publishing'],
            untrue:
              'I never had access to the fund. The treasurer’s books were looked at on 2 May and nothing was missing.',
            witnesses: 'The treasurer of the hall committee',
          },
        ],
      ],
    },
  ],
  notes: [
    noteOf(1, '2025-05-21T09:30:00.000Z', {
      ...untoldDetails,
      jurisdiction: 'scotland',
      capacity: 'affected',
      chosenName: 'Ailsa Thorn',
      pronouns: 'she/her',
      relationship: 'unknown',
      wishes: ['removal', 'advice'],
      wishWords: 'I would like it taken down, and to know what can be done.',
      story: 'One post, on 20 May, shared many times. I do not know who writes as Burgh Truth.',
      impact: 'People look at me in the shop.',
    }),
    noteOf(2, '2025-05-22T10:00:00.000Z', {
      kind: 'platform-report',
      platform: 'x',
      on: '2025-05-22',
      reason: 'Abuse',
      reference: 'X-REPORT-0001',
      answer: '',
      outcome: 'no-answer',
      captures: [captureIdOf(initials, 1)],
    }),
    noteOf(3, '2025-05-23T10:00:00.000Z', {
      kind: 'police-contact',
      on: '2025-05-23',
      time: '09:40',
      way: '101',
      officer: '',
      force: 'Police Scotland',
      reference: 'PS-20250523-0042',
      said: 'They asked me to bring it to the station.',
    }),
    noteOf(4, '2025-06-01T10:00:00.000Z', {
      kind: 'recheck',
      captureId: captureIdOf(initials, 1),
      on: '2025-06-01',
      state: 'still-there',
      words: 'It has more reposts now.',
    }),
  ],
  confidential: {
    kind: 'confidential',
    legalName: 'Ailsa Jean Goldfinchley',
    age: '52 goldfinch years',
    occupation: 'Goldfinch school librarian',
    address: '3 Goldfinch Wynd\nExampleburgh EX9 9GF',
    phone: '07700 900456',
    email: 'ailsa.goldfinch@example.org',
    safeWays: 'E-mail to the goldfinch address',
    safeTimes: 'After the goldfinch club on Tuesdays',
    vulnerabilities: ['mental-health'],
    vulnerabilityWords: 'Under the goldfinch clinic since spring',
  },
  privateNotes: ['PRIVATE-WREN: I think it may be my brother-in-law, but I will not write that down.'],
  reporter: { capacity: 'affected' },
});
