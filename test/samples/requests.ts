import type { CaptureRecord } from '../../src/model/capture.ts';
import { caseIdSchema, instantSchema } from '../../src/model/identifiers.ts';
import type { Post } from '../../src/model/post.ts';
import type { Reporter } from '../../src/model/reporter.ts';
import { type PreservationInput, preservationRequests } from '../../src/reports/preservation/requests.ts';
import { sampleCapture, sampleId, samplePage, sampleSoftware } from './capture.ts';
import { digestOf } from './digest.ts';

/** Everything by which the person who recorded could be known. None of it may stand in what is sent. */
export const victims = [
  'robin_recorder',
  '99887766554433',
  'Robin Recorder',
  'Please stop writing to me',
  'I do not sleep',
  'Messages from my former partner',
  'Firefox',
  'Windows',
  'igsh=',
  'utm_source',
  'secretsharer',
];

export const viewer = {
  handle: '@robin_recorder',
  displayName: 'Robin Recorder',
  accountId: '99887766554433',
};

interface Sample {
  readonly number: number;
  readonly at: string;
  readonly address: string;
  readonly post?: Partial<Post> & Pick<Post, 'platform'>;
}

/** A capture with a picture and a text, on a computer whose name and page title must not get out. */
export function capture({ number, at, address, post }: Sample): CaptureRecord {
  return sampleCapture({
    id: sampleId(number),
    reference: `ABC/${number}`,
    startedAt: at,
    page: samplePage(address, { title: '(3) Robin Recorder' }),
    ...(post && { post: { kind: 'post', account: {}, postedAt: [], ...post } }),
    clocks: { capturedAt: at, zone: 'Europe/London', offsetMinutes: 60 },
    software: sampleSoftware({ browser: 'Firefox 140', os: 'Windows' }),
    artifacts: [
      {
        role: 'screenshot-post',
        path: 'screenshot-post.png',
        mediaType: 'image/png',
        size: 9,
        sha256: digestOf(`picture ${number}`),
      },
      {
        role: 'post-text',
        path: 'text.txt',
        mediaType: 'text/plain',
        size: 9,
        sha256: digestOf(`text ${number}`),
      },
    ],
  });
}

const derived = {
  method: 'derived-from-id',
  toleranceSeconds: 1,
  caveat: 'The number is made when the post is first sent.',
} as const;

/** A renamed account on X with its profile, the recorder's own answer, Instagram, Tumblr, and a forum. */
export const records: readonly CaptureRecord[] = [
  capture({
    number: 1,
    at: '2026-06-01T11:34:57.123Z',
    address: 'https://x.com/old_name/status/1929150000000000001?s=20&utm_source=secretsharer',
    post: {
      platform: 'x',
      postId: '1929150000000000001',
      permalink: 'https://x.com/old_name/status/1929150000000000001',
      account: { handle: '@old_name', displayName: 'No\u202Ebody', profileAddress: 'https://x.com/old_name' },
      text: 'I know where you live.',
      displayedTime: { text: '12:31 PM · Jun 1, 2026', language: 'en-GB', zone: 'Europe/London' },
      postedAt: [
        { at: instantSchema.parse('2026-06-01T11:31:02.000Z'), method: 'machine-time', toleranceSeconds: 1 },
        { at: instantSchema.parse('2026-06-01T11:31:01.987Z'), ...derived },
      ],
      related: [
        {
          relation: 'parent',
          account: viewer,
          text: 'Please stop writing to me.',
          permalink: 'https://x.com/robin_recorder/status/1',
        },
      ],
      signedIn: viewer,
    },
  }),
  capture({
    number: 2,
    at: '2026-06-03T08:00:00.000Z',
    address: 'https://x.com/new_name',
    post: {
      platform: 'x',
      kind: 'profile',
      permalink: 'https://x.com/new_name',
      account: {
        handle: '@new_name',
        displayName: '=HYPERLINK("https://example.org")\nsecond line',
        accountId: '2976459548',
        profileAddress: 'https://x.com/new_name',
      },
      signedIn: viewer,
    },
  }),
  capture({
    number: 3,
    at: '2026-06-02T08:00:00.000Z',
    address: 'https://x.com/old_name',
    post: {
      platform: 'x',
      kind: 'profile',
      permalink: 'https://x.com/old_name',
      account: { handle: '@old_name', accountId: '2976459548' },
      signedIn: viewer,
    },
  }),
  capture({
    number: 4,
    at: '2026-06-03T09:00:00.000Z',
    address: 'https://x.com/robin_recorder/status/1929150000000000002',
    post: {
      platform: 'x',
      postId: '1929150000000000002',
      account: { handle: 'Robin_Recorder' },
      signedIn: viewer,
    },
  }),
  capture({
    number: 5,
    at: '2026-06-04T09:00:00.000Z',
    address: 'https://www.instagram.com/p/DW1nTDiDvnF/c/17873440459141021/?igsh=MXNoYXJlcg==',
    post: {
      platform: 'instagram',
      kind: 'comment',
      postId: '17873440459141021',
      parentId: 'DW1nTDiDvnF',
      ids: { mediaId: '3870172288071432645', viewerId: '99887766554433' },
      permalink: 'https://www.instagram.com/p/DW1nTDiDvnF/c/17873440459141021/',
      account: { handle: '@=cmd|calc', accountId: '4455667788' },
      displayedTime: { text: '2h', language: 'cy', zone: 'Europe/London' },
      signedIn: viewer,
      notes: ['The page’s own time (a) and the time held in the post’s number (b) differ by 9 seconds.'],
    },
  }),
  capture({
    number: 6,
    at: '2026-06-05T09:00:00.000Z',
    address: 'https://forum.example.org/viewtopic.php?f=3&t=123&p=4567&utm_source=secretsharer#p4567',
    post: {
      platform: 'web',
      postId: '4567',
      permalink: 'https://forum.example.org/viewtopic.php?f=3&t=123&p=4567#p4567',
      account: { displayName: '+Ünïcödé' },
    },
  }),
  capture({ number: 7, at: '2026-06-06T09:00:00.000Z', address: 'https://news.example.com:8443/story?id=7' }),
  capture({
    number: 8,
    at: '2026-06-06T10:00:00.000Z',
    address: 'https://www.tumblr.com/somebody/730460905855467520',
    post: {
      platform: 'tumblr',
      postId: '730460905855467520',
      permalink: 'https://www.tumblr.com/somebody/730460905855467520',
      account: { handle: 'somebody' },
    },
  }),
  capture({
    number: 9,
    at: '2026-06-06T11:00:00.000Z',
    address: 'https://x.com/messages/783214-2244994945',
    post: {
      platform: 'x',
      kind: 'message',
      ids: { conversationId: '783214-2244994945' },
      account: { handle: '@old_name' },
      signedIn: viewer,
    },
  }),
  capture({ number: 10, at: '2026-06-06T12:00:00.000Z', address: 'file:///home/robin_recorder/page.html' }),
];

export const officer: Reporter = {
  capacity: 'officer',
  officer: {
    name: 'Sam Example',
    rank: 'Detective Constable',
    number: '12345',
    force: 'Exampleshire Police',
    address: '1 Station Road\nExampleton EX1 1EX',
    email: 'sam.example@exampleshire.police.example',
    phone: '+44 1632 960000',
    caseReference: 'EX/2026/0042',
  },
};

/** The sample for this kind of reporter. */
export function sampleInput(reporter: Reporter = { capacity: 'affected' }): PreservationInput {
  return {
    case: {
      id: caseIdSchema.parse('3f0e9c1a-6f5b-4b7e-9d1c-0a1b2c3d4e5f'),
      title: 'Messages from my former partner',
    },
    exhibits: records.map(record => ({ record })),
    reporter,
    madeAt: instantSchema.parse('2026-06-07T10:08:00.000Z'),
  };
}

/** The request to this recipient. */
export function requestTo(key: string, reporter?: Reporter) {
  const request = preservationRequests(sampleInput(reporter)).find(each => each.recipient.key === key);
  if (request === undefined) throw new Error(`no request to ${key}`);
  return request;
}
