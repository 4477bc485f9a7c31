import type { CaptureRecord } from '../../../src/model/capture.ts';
import { untoldDetails } from '../../../src/model/details.ts';
import { inventedCase } from './build.ts';
import { later, recorded } from './record.ts';
import { type InventedCase, noteOf } from './story.ts';

const initials = 'SE';
const pages = 40;

/** Places that the officer goes through, with what stands there. Each makes ten pages. */
const places = [
  {
    platform: 'facebook',
    kind: 'post',
    account: { handle: 'lough.side.watch', displayName: 'Lough Side Watch', accountId: '100090009998887' },
    address: (post: string) => `https://www.facebook.com/lough.side.watch/posts/${post}`,
    text: 'That family should pack its bags. Share this.',
  },
  {
    platform: 'x',
    kind: 'post',
    account: { handle: '@loughside_example', displayName: 'LSW', accountId: '1600000000000000333' },
    address: (post: string) => `https://x.com/loughside_example/status/${post}`,
    text: 'We know which house. Tonight.',
  },
  {
    platform: 'telegram',
    kind: 'channel',
    account: { handle: '@loughsidewatch_example', displayName: 'Lough Side Watch' },
    address: (post: string) => `https://t.me/loughsidewatch_example/${post.slice(-3)}`,
    text: 'Meet at the corner at nine. Bring paint.',
  },
  {
    platform: 'web',
    kind: 'post',
    account: { displayName: 'loughsider' },
    address: (post: string) => `https://forum.example.org/thread/17?post=${post.slice(-4)}`,
    text: 'Somebody ought to do something about number six.',
  },
] as const;

/** The nth page, counted from 1. */
function page(number: number): CaptureRecord {
  const place = places[Math.floor((number - 1) / 10) % places.length] ?? places[0];
  const sentAt = later('2026-07-01T18:00:00.000Z', number * 47 * 60_000);
  const postId = `1940${String(number * 7_919).padStart(15, '0')}`;
  const address = place.address(postId);
  return recorded({
    initials,
    number,
    at: later('2026-07-03T13:00:00.250Z', number * 90_000),
    address,
    title: `${place.account.displayName} – page ${number}`,
    scope: number % 10 === 0 ? 'page' : 'post',
    officer: true,
    post: {
      platform: place.platform,
      kind: place.kind,
      postId,
      permalink: address,
      account: place.account,
      text: `${place.text} (${number})`,
      postedAt: place.platform === 'web' ? [] : [{ at: sentAt, method: 'machine-time', toleranceSeconds: 1 }],
      ...(place.platform === 'web' && {
        displayedTime: { text: 'yesterday', language: 'en-GB', zone: 'Europe/London' },
      }),
      visibility: 'Public',
      counts: { shares: String(number) },
    },
  });
}

const session = {
  kind: 'session',
  name: 'Sam Example',
  role: 'constable',
  rank: 'Detective Constable',
  number: 'P12345',
  force: 'Police Service of Northern Ireland',
  caseReference: 'RM26000042',
  purpose: 'To keep public posts about a household before they are deleted.',
  authority: 'DSA-2026-0007',
  optionsDiscussed: 'yes',
  discussion:
    'Support, removal by the platforms and prosecution were talked through. They ask for all three.',
} as const;

/** An officer in Northern Ireland keeps forty pages; seven of them are not used. */
export const officer: InventedCase = inventedCase({
  name: 'officer',
  title: 'RM26000042',
  producer: { initials, name: 'Sam Example' },
  openedAt: '2026-07-03T12:50:00.000Z',
  exportedAt: '2026-07-04T09:00:00.000Z',
  records: Array.from({ length: pages }, (_, index) => page(index + 1)),
  words: [
    {
      number: 12,
      versions: [
        [
          '2026-07-03T15:00:00.000Z',
          {
            whatHappened: 'Names the house by its door.',
            categories: ['threat', 'private-information'],
            target: 'The household',
          },
        ],
      ],
    },
    {
      number: 25,
      versions: [
        [
          '2026-07-03T15:05:00.000Z',
          { whatHappened: 'Calls for damage that evening.', categories: ['interfering-with-property'] },
        ],
      ],
    },
  ],
  notes: [
    noteOf(1, '2026-07-03T12:55:00.000Z', {
      ...untoldDetails,
      jurisdiction: 'northern-ireland',
      capacity: 'officer',
      chosenName: 'The household',
      relationship: 'neighbour',
      wishes: ['investigation', 'removal', 'support'],
      hatePerceived: ['race', 'religion'],
      story: 'Posts about one household on four sites within two days.',
    }),
    noteOf(2, '2026-07-03T12:58:00.000Z', session),
    noteOf(3, '2026-07-04T08:30:00.000Z', {
      ...session,
      purpose: 'To make the bundle for the file.',
      optionsDiscussed: 'yes',
      discussion: '',
    }),
    noteOf(4, '2026-07-03T16:00:00.000Z', {
      kind: 'track',
      platform: 'facebook',
      state: 'sent',
      sentOn: '2026-07-03',
      reference: 'FB-0001',
      answer: '',
      expiresOn: '2026-10-01',
      renewOn: '2026-09-24',
    }),
  ],
  confidential: {
    kind: 'confidential',
    legalName: 'Noor Sandpiperly',
    age: '41 sandpiper years',
    occupation: 'Nurse at the sandpiper ward',
    address: '6 Sandpiper Row\nExampletown EX6 6SP',
    phone: '07700 900789',
    email: 'noor.sandpiper@example.org',
    safeWays: 'Through the sandpiper support worker',
    safeTimes: 'Never while the sandpiper school run is on',
    vulnerabilities: ['under-18', 'language'],
    vulnerabilityWords: 'A sandpiper child of nine lives there',
  },
  privateNotes: ['PRIVATE-CURLEW: ask the sergeant about the corner camera.'],
  reporter: {
    capacity: 'officer',
    officer: {
      name: 'Sam Example',
      rank: 'Detective Constable',
      number: 'P12345',
      force: 'Police Service of Northern Ireland',
      address: '1 Station Road\nExampletown EX6 1EX',
      email: 'sam.example@psni.police.example',
      phone: '028 9649 6000',
      caseReference: 'RM26000042',
    },
  },
  notChosen: [3, 8, 14, 21, 29, 33, 38],
});
