import canonicalize from 'canonicalize';
import { type Artifact, type CaptureRecord, captureRecordSchema } from '../../src/model/capture.ts';
import type { CaseRecord } from '../../src/model/case.ts';
import {
  type CustodyAction,
  type CustodyDetail,
  type CustodyEvent,
  custodyActions,
  custodyEventSchema,
} from '../../src/model/custody.ts';
import type { ReportInput } from '../../src/reports/input.ts';
import { sampleId, samplePage, sampleSoftware } from './capture.ts';
import { sampleCaseRecord, sampleEntry } from './case.ts';
import { digestOf } from './digest.ts';

const caseId = '3f0e9c1a-6f5b-4b7e-9d1c-0a1b2c3d4e5f';
const software = sampleSoftware({
  buildDigest: digestOf('build'),
  browser: 'Chromium 140.0.7339.80',
  os: 'Linux x86_64',
});

function artifact(role: Artifact['role'], path: string, method?: Artifact['method']) {
  const mediaType = path.endsWith('.png') ? 'image/png' : path.endsWith('.html') ? 'text/html' : 'text/plain';
  return { role, path, mediaType, size: 123_456, sha256: digestOf(path), ...(method && { method }) };
}

function page(address: string, title: string) {
  return samplePage(address, {
    canonicalAddress: address,
    title,
    language: 'en',
    document: { width: 1280, height: 4210 },
    scroll: { x: 0, y: 312 },
    recordedRange: { top: 312, bottom: 1032 },
    devicePixelRatio: 2,
  });
}

const clocks = { capturedAt: '2026-06-01T11:34:57.123Z', zone: 'Europe/London', offsetMinutes: 60 };

/** A post whose text, names and title try to break out of the report. */
const hostilePost = {
  formatVersion: 1,
  id: sampleId(1),
  reference: 'ABC/1',
  scope: 'post',
  outcome: 'complete',
  startedAt: '2026-06-01T11:34:56.789Z',
  completedAt: '2026-06-01T11:34:58.000Z',
  page: page(
    'https://x.com/nobody_example/status/1929150000000000001',
    'Post </title><script>alert(1)</script>',
  ),
  post: {
    platform: 'x',
    kind: 'post',
    postId: '1929150000000000001',
    permalink: 'https://x.com/nobody_example/status/1929150000000000001',
    account: {
      handle: '@nobody_example',
      displayName: 'No\u202Ebody "quoted" <b>bold</b>',
      profileAddress: 'https://x.com/nobody_example',
    },
    text: 'I know where you live.\n<script>alert("x")</script> \u202Egnp.exe\u0000 \u05E9\u05DC\u05D5\u05DD \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 <img src=x onerror=alert(1)> javascript:alert(1)',
    displayedTime: { text: '12:31 PM \u00B7 Jun 1, 2026', language: 'en-GB', zone: 'Europe/London' },
    postedAt: [
      { at: '2026-06-01T11:31:02.000Z', method: 'machine-time', toleranceSeconds: 1 },
      {
        at: '2026-06-01T11:31:01.987Z',
        method: 'derived-from-id',
        toleranceSeconds: 1,
        caveat: 'The number is made when the post is first sent.',
      },
    ],
    visibility: 'Everyone',
    counts: { replies: '12', reposts: '3', likes: '1.2K' },
    related: [
      {
        relation: 'parent',
        account: { handle: '@producer' },
        text: 'Please stop writing to me.',
        permalink: 'https://x.com/producer/status/1',
      },
    ],
  },
  clocks: { ...clocks, serverDate: '2026-06-01T11:34:50.000Z' },
  software,
  pageChanges: [
    { kind: 'scrolled', detail: 'Scrolled to the post and back again.' },
    { kind: 'hidden', detail: 'One bar that stays in place was hidden after the first picture: header.top.' },
  ],
  steps: ['guard', 'clocks', 'settle', 'tiles', 'stitch', 'snapshot', 'post', 'commit'].map(step => ({
    step,
    outcome: 'done',
  })),
  artifacts: [
    artifact('screenshot-post', 'screenshot-post.png', 'crop'),
    artifact('screenshot-viewport', 'screenshot-viewport.png', 'browser'),
    artifact('tile', 'tiles/1.png', 'browser'),
    artifact('page-snapshot', 'page.html'),
    artifact('post-text', 'text.txt'),
  ],
  compositions: [
    {
      path: 'screenshot-post.png',
      width: 1196,
      height: 640,
      parts: [{ path: 'tiles/1.png', from: { x: 0, y: 0, width: 1196, height: 640 }, to: { x: 0, y: 0 } }],
    },
  ],
};

/** A whole page of which the browser gave no picture, so that it was drawn again. */
const redrawnPage = {
  formatVersion: 1,
  id: sampleId(2),
  reference: 'ABC/2',
  scope: 'page',
  outcome: 'partial',
  startedAt: '2026-12-01T09:00:00.000Z',
  completedAt: '2026-12-01T09:00:03.000Z',
  page: {
    ...page('https://forum.example.org/thread/17', 'A thread'),
    finalAddress: 'https://forum.example.org/thread/17?page=2',
  },
  clocks: { capturedAt: '2026-12-01T09:00:00.100Z', zone: 'Asia/Kolkata', offsetMinutes: 330 },
  software,
  pageChanges: [
    {
      kind: 'truncated',
      detail: 'The page grew while it was scrolled; it was recorded down to 30,000 pixels.',
    },
  ],
  steps: [
    { step: 'guard', outcome: 'done' },
    { step: 'tiles', outcome: 'failed', reason: 'The browser gave no picture of this page.' },
    { step: 'post', outcome: 'skipped', reason: 'The whole page was asked for.' },
  ],
  artifacts: [artifact('screenshot-full-page', 'screenshot-full-page.png', 're-render')],
  compositions: [{ path: 'screenshot-full-page.png', width: 1280, height: 6000, parts: [] }],
};

/** Recorded in another volume, or not at all: no page, no picture. */
const bare = {
  formatVersion: 1,
  id: sampleId(4),
  reference: 'ABC/4',
  scope: 'viewport',
  outcome: 'partial',
  startedAt: '2026-12-02T09:00:00.000Z',
  completedAt: '2026-12-02T09:00:01.000Z',
  software,
  pageChanges: [],
  steps: [{ step: 'guard', outcome: 'failed', reason: 'The tab was closed while it was being recorded.' }],
  artifacts: [],
};

export const sampleRecords: readonly CaptureRecord[] = [hostilePost, redrawnPage, bare].map(record =>
  captureRecordSchema.parse(record),
);

const happenings: readonly (readonly [CustodyAction, number | undefined, CustodyDetail])[] = [
  ['case.opened', undefined, { titleSha256: digestOf('title') }],
  ['capture.committed', 1, { recordSha256: digestOf('record ABC/1'), outcome: 'complete', files: 5 }],
  ['exhibit.described', 1, { version: 1, sha256: digestOf('words') }],
  ['capture.committed', 2, { recordSha256: digestOf('record ABC/2'), outcome: 'partial', files: 1 }],
  ['capture.committed', 3, { outcome: 'complete', files: 4 }],
  ['exhibit.erased', 3, { reason: 'Recorded by mistake' }],
  ['capture.committed', 4, { outcome: 'partial', files: 0 }],
  ['bundle.prepared', undefined, { references: ['ABC/1', 'ABC/2', 'ABC/4'] }],
];

export const sampleCustody: readonly CustodyEvent[] = happenings.reduce<CustodyEvent[]>(
  (events, [action, number, detail]) => {
    const event = {
      sequence: events.length + 1,
      previous: events.at(-1)?.digest ?? '0'.repeat(64),
      at: `2026-12-02T10:0${events.length}:00.000Z`,
      category: custodyActions[action].category,
      action,
      actor: 'ABC',
      subject: {
        caseId,
        ...(number !== undefined && { captureId: sampleId(number), reference: `ABC/${number}` }),
      },
      detail,
    };
    events.push(custodyEventSchema.parse({ ...event, digest: digestOf(canonicalize(event) ?? '') }));
    return events;
  },
  [],
);

const words = [
  { whatHappened: 'First version.', impact: '', tags: [], people: [] },
  {
    whatHappened: 'This came a minute after I had asked them to stop.\nIt is the third one this week.',
    impact: 'I do not sleep well since.',
    tags: ['threat', 'repeated'],
    people: ['Someone I used to work with'],
  },
].map((version, index) => ({
  version: index + 1,
  writtenAt: `2026-06-0${index + 1}T12:00:00.000Z`,
  words: version,
  sha256: digestOf(JSON.stringify(version)),
}));

/** A case of three exhibits, one of which stands in a second ZIP, and one erased number. */
export function sampleCase(changes: Partial<CaseRecord> = {}): CaseRecord {
  const record = sampleCaseRecord({
    case: {
      id: caseId,
      title: 'Matter of June 2026',
      openedAt: '2026-06-01T11:30:00.000Z',
      producer: { initials: 'ABC', name: 'Anna Bella Clark' },
    },
    exportedAt: '2026-12-02T10:08:00.000Z',
    group: { id: '6a1de3a2-4d52-4f7c-8a56-9f0e1d2c3b4a', volume: 1, volumes: 2 },
    custodyHead: sampleCustody.at(-1)?.digest,
    signerFingerprint: digestOf('certificate'),
    software,
    exhibits: sampleRecords.map((capture, index) => ({
      ...sampleEntry(capture),
      volume: index === 2 ? 2 : 1,
      words: index === 0 ? words : [],
    })),
    absent: [
      { reference: 'ABC/3', captureId: sampleId(3), reason: 'erased', at: '2026-12-02T10:05:00.000Z' },
    ],
  });
  return { ...record, ...changes };
}

/** What the documents of the first volume, or another, are made from. */
export function sampleInput(changes: Partial<CaseRecord> = {}, volume = 1): ReportInput {
  const caseRecord = sampleCase(changes);
  return {
    caseRecord,
    exhibits: caseRecord.exhibits.flatMap((entry, index) => {
      const record = sampleRecords[index];
      return record === undefined || entry.volume !== volume ? [] : [{ entry, record }];
    }),
    custody: sampleCustody,
    signerFingerprint: caseRecord.signerFingerprint,
    volume,
  };
}
