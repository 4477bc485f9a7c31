import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { checkPost } from '../../src/bundle/verify/exhibits/check-post.ts';
import { checkPostTimes } from '../../src/bundle/verify/exhibits/check-post-times.ts';
import { withTimes } from '../../src/capture/steps/post.ts';
import type { PagePost } from '../../src/messaging/page-protocol.ts';
import type { CaptureRecord } from '../../src/model/capture.ts';
import { captureRecordSchema } from '../../src/model/capture.ts';
import { instantSchema } from '../../src/model/identifiers.ts';
import { deriveTime } from '../../src/platforms/index.ts';
import { sampleInput, verifyBytes, verifyOptions } from '../samples/bundle.ts';
import { checksWith } from '../samples/checks.ts';
import { withExhibit } from './tamper/exhibit-forged.ts';

const folder = resolve('test/fixtures/platforms');
const capturedAt = instantSchema.parse('2026-11-28T10:00:00.000Z');

/** Every post that is read of a saved page, and the page's address. */
const readPosts = readdirSync(folder).flatMap(id =>
  readdirSync(join(folder, id))
    .filter(name => name.endsWith('.json'))
    .flatMap(name => {
      const html = readFileSync(join(folder, id, name.replace('.json', '.html')), 'utf8');
      const address = /^<!--\s*(\S+)/.exec(html)?.[1] ?? '';
      const page: { posts: Omit<PagePost, 'platform'>[] } = JSON.parse(
        readFileSync(join(folder, id, name), 'utf8'),
      );
      return page.posts.map((post, index) => ({ what: `${id}/${name} ${index}`, id, address, post }));
    }),
);

it.each(['post', 'page'] as const)(
  'no post that is read of a page is at odds with its addresses or its number: %s',
  async scope => {
    const { exhibits } = await sampleInput();
    const [sample] = exhibits;
    expect(readPosts.length).toBeGreaterThan(100);
    for (const { what, id, address, post: read } of readPosts) {
      const post = withTimes({ platform: id, ...read }, capturedAt, deriveTime);
      const record: CaptureRecord = captureRecordSchema.parse({
        ...sample?.record,
        scope,
        post,
        page: { ...sample?.record.page, address, finalAddress: address },
        clocks: { capturedAt, zone: 'Europe/London', offsetMinutes: 0 },
      });
      const found = [
        ...checkPost('capture.json', record, verifyOptions),
        ...checkPostTimes(record, verifyOptions),
      ];
      expect(
        found.filter(({ severity }) => severity === 'failure').map(({ detail }) => `${what} ${detail}`),
      ).toEqual([]);
    }
  },
);

type Change = (record: CaptureRecord) => object;

const post = (change: (post: NonNullable<CaptureRecord['post']>) => object): Change => {
  return record => ({ ...record, post: record.post && { ...record.post, ...change(record.post) } });
};
const machine = (at: string) => ({ at, method: 'machine-time', toleranceSeconds: 1 });
const derivedAt = deriveTime('x', '1890000000000000000', capturedAt)?.at ?? '';
const scheduled = '2025-02-13T03:00:00.000Z';

it.each<[string, Change, string | undefined]>([
  [
    'a handle in capitals',
    post(({ account }) => ({ account: { ...account, handle: 'EXAMPLE' } })),
    undefined,
  ],
  [
    'the old name of the site',
    record => ({ ...record, page: { ...record.page, address: 'https://mobile.twitter.com/example' } }),
    undefined,
  ],
  [
    'a post without a link',
    post(({ permalink: _, ...rest }) => ({ ...rest, permalink: undefined })),
    undefined,
  ],
  [
    'a page that was a web page like any other for earlier versions',
    post(({ account: _, postedAt: __, ...rest }) => ({
      ...rest,
      platform: 'web',
      account: {},
      postedAt: [],
    })),
    'post.platform.differs',
  ],
  [
    'a page of one post on which another was chosen',
    record => ({
      ...record,
      page: { ...record.page, finalAddress: 'https://x.com/example/status/1823945883910279168' },
    }),
    undefined,
  ],
  [
    'an address under another name',
    record => ({
      ...record,
      page: { ...record.page, finalAddress: 'https://x.com/anybody/status/1890000000000000000' },
    }),
    'post.address.differs',
  ],
  [
    'a post that was sent at a set time, of which the record says so',
    post(({ postedAt }) => ({
      postedAt: [machine(scheduled), ...postedAt],
      notes: [
        `The page’s own time (${scheduled}) and the time held in the post’s number (${derivedAt}) differ by 9 seconds.`,
      ],
    })),
    'post.time.differs',
  ],
  [
    'a computer whose clock is some hours behind',
    post(() => ({
      platform: 'x',
      postedAt: [machine('2026-03-01T20:00:00.000Z')],
      postId: undefined,
      permalink: undefined,
    })),
    'post.time.late',
  ],
  [
    'a clock that was put right while the page was recorded',
    record => ({
      ...record,
      completedAt: new Date(Date.parse(record.clocks?.capturedAt ?? '') - 500).toISOString() as never,
    }),
    'capture.time.set-back',
  ],
  [
    'a moment late in its minute',
    record => ({
      ...record,
      startedAt: '2026-03-01T09:59:58.000Z' as never,
      clocks: { ...record.clocks, capturedAt: '2026-03-01T09:59:59.900Z' as never } as never,
    }),
    undefined,
  ],
  [
    'a zone whose rules have changed since',
    record => ({ ...record, clocks: { ...record.clocks, zone: 'Europe/Paris' } }),
    'capture.zone.differs',
  ],
  [
    'a zone that is not known here',
    record => ({ ...record, clocks: { ...record.clocks, zone: 'Mars/Olympus' } }),
    'capture.zone.not-checked',
  ],
  [
    'words of the code that were not on the screen, and are counted',
    record => ({
      ...record,
      post: { ...record.post, text: `${record.post?.text} hidden words` },
      checks: checksWith({
        seams: ['not-needed', 'There is one picture only.'],
        text: [
          'held',
          'The text holds the words that were seen, in the order in which they were shown. 2 words stand in the code of the post and were not on the screen; they are in the copy only.',
        ],
      }),
    }),
    'post.text.differs',
  ],
  [
    'a text in capitals, broken otherwise',
    post(() => ({ text: 'i KNOW where\nyou live. line two line three' })),
    undefined,
  ],
  [
    'a film, whose words stand in the page’s data',
    post(() => ({ kind: 'video', text: 'Description' })),
    'post.text.differs',
  ],
  ['a record of before there were checks', ({ checks: _, ...record }) => record, 'capture.checks.absent'],
  [
    'one of before there were checks, that does not say how a picture was cut',
    ({ checks: _, compositions: __, ...record }) => record,
    'capture.composition.absent',
  ],
])('is intact: %s', async (_, record, code) => {
  const { verdict, findings } = await verifyBytes(
    await withExhibit({ record: given => JSON.parse(JSON.stringify(record(given))) }),
  );
  expect(findings.filter(({ severity }) => severity === 'failure')).toEqual([]);
  expect(verdict).toBe('intact');
  const noticed = findings.filter(
    ({ severity, subject }) => severity === 'notice' && /ABC[/_]1/.test(subject),
  );
  expect(noticed.map(each => each.code).filter(each => !each.startsWith('capture.seams'))).toEqual(
    code === undefined ? [] : expect.arrayContaining([code]),
  );
});
