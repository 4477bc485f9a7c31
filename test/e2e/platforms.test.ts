import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../../scripts/build.ts';
import { type CaptureEnd, capture, exportBundle } from '../../scripts/drive/job.ts';
import { openSession, root, type Session, strayRequests } from '../../scripts/drive/session.ts';
import { type CaptureRecord, captureRecordSchema } from '../../src/model/capture.ts';
import type { Account, MachineTime, Post } from '../../src/model/post.ts';
import type { ReadPost, Viewer } from '../../src/platforms/contract.ts';
import type { PlatformPage } from '../samples/site/platform-pages.ts';
import { ask, unzipped } from './proof.ts';

/** What the golden file of a page holds; `test/platforms/pages.test.ts` writes it. */
interface Golden {
  readonly posts: readonly ReadPost[];
  readonly account?: Account;
  readonly signedIn?: Account;
}

/** A post of a page by its place in the golden file, and when its number says that it was posted. */
interface Chosen {
  readonly page: PlatformPage;
  readonly post: number;
  readonly derived?: { readonly at: string; readonly toleranceSeconds: number };
  /** What a browser reads otherwise than the golden file has it, because it lays the page out. */
  readonly laidOut?: Partial<Post>;
}

const posts: readonly Chosen[] = [
  {
    page: 'x/status',
    post: 1,
    derived: { at: '2024-08-15T04:52:40.657Z', toleranceSeconds: 1 },
    // Without the site's own style a line break in the code is a space on the screen.
    laidOut: { text: 'You will 😡 regret this @other_sample' },
  },
  { page: 'facebook/feed-logged-in', post: 0 },
  { page: 'instagram/post', post: 0, derived: { at: '2026-04-07T16:48:30.621Z', toleranceSeconds: 90 } },
  { page: 'tiktok/video', post: 0, derived: { at: '2023-03-03T18:06:17.742Z', toleranceSeconds: 15 } },
  { page: 'reddit/thread', post: 2 },
  { page: 'whatsapp/chat-british', post: 0 },
  { page: 'bluesky/thread', post: 1, derived: { at: '2024-11-19T18:19:55.098Z', toleranceSeconds: 20 } },
  {
    page: 'web/phpbb',
    post: 1,
    laidOut: { text: '> Kim wrote: ↑Fri Mar 01, 2024An ordinary post\nAn ugly answer' },
  },
  // The message stands in a frame of the same site.
  { page: 'telegram/framed', post: 0 },
  // The sixteen shapes of 2025 and 2026 in which a name had gone to the wrong person, or was not found.
  { page: 'facebook/group-2026-10', post: 0 },
  { page: 'facebook/permalink-2026-08', post: 0 },
  { page: 'facebook/permalink-2026-08', post: 1 },
  { page: 'facebook/permalink-2026-08', post: 2 },
  { page: 'facebook/share-2026', post: 0 },
  { page: 'facebook/telephone-2026', post: 0 },
  { page: 'telegram/app-forwarded', post: 0 },
  { page: 'x/chat-2026', post: 0 },
  { page: 'telegram/app-a', post: 0 },
  { page: 'instagram/comments-2025', post: 2 },
  { page: 'instagram/messages-2026', post: 0 },
  {
    page: 'linkedin/components-2026',
    post: 1,
    derived: { at: '2026-07-12T09:16:48.837Z', toleranceSeconds: 1 },
  },
  { page: 'threads/post-2026', post: 0, derived: { at: '2026-07-24T18:24:55.900Z', toleranceSeconds: 10 } },
  { page: 'messenger/chat-2026', post: 0 },
  { page: 'web/discourse-2026', post: 1 },
  { page: 'web/discourse-2026', post: 0 },
  { page: 'web/google-reviews-2026', post: 0 },
  { page: 'web/vanilla-2025', post: 0 },
  { page: 'web/vanilla-2025', post: 1 },
  { page: 'youtube/live-chat-2026', post: 0 },
];

const imitated = ['x/status', 'facebook/feed-logged-in'] as const satisfies readonly PlatformPage[];

describe.each(['chromium', 'firefox'] as const)('the platforms in %s', name => {
  let session: Session;
  let viewer: Viewer;
  let bundle: string;
  const ends = new Map<string, CaptureEnd>();
  const records = new Map<string, CaptureRecord>();
  let folder = '';

  beforeAll(async () => {
    session = await openSession(name);
    const { platform, imitation } = session.site.addresses;
    const record = async (what: string, address: string, post?: number) => {
      const page = await session.browser.openPage(address);
      viewer ??= await viewerOf(page);
      const options = post === undefined ? {} : { choice: byKeys(post) };
      const scope = post === undefined ? 'viewport' : 'post';
      ends.set(what, await capture(session.browser, page, scope, options));
      await page.close();
    };
    for (const { page, post } of posts) await record(`${page} ${post}`, platform(page), post);
    await record('profile', platform('x/profile'));
    for (const page of imitated) await record(`imitated ${page}`, imitation(page), 0);
    bundle = (await exportBundle(session.browser)).volumes[0]?.path ?? '';
    folder = join(unzipped(bundle, session.folder), 'data');
    for (const [what, { reference = '' }] of ends) records.set(what, recordOf(folder, reference));
  });
  afterAll(() => session?.close());

  it.each(posts)('reads of $page what the golden file has of post $post', chosen => {
    const found = records.get(`${chosen.page} ${chosen.post}`)?.post;
    expect(withoutCaveats(found && asRead(found))).toEqual(withoutCaveats(expected(chosen, viewer)));
  });

  it('has in text.txt the words of a post that stands in a frame, and says so', () => {
    const what = 'telegram/framed 0';
    const text = readFileSync(join(exhibitOf(folder, ends.get(what)?.reference), 'text.txt'), 'utf8');
    expect(text).toContain('We know where Kim lives.\nCome to the door.');
    expect(records.get(what)?.post?.reader).toBe('telegram/frame-2026');
    const notes = records.get(what)?.pageChanges.map(({ detail }) => detail);
    expect(notes).toContainEqual(
      expect.stringContaining('the picture and the text show it, the copy does not'),
    );
  });

  it('knows the account of a profile of X by its number', () => {
    const { account } = goldenOf('x/profile');
    expect(account).toMatchObject({ handle: 'robin_sample', accountId: '1823945883910279168' });
    expect(records.get('profile')?.post).toMatchObject({
      platform: 'x',
      kind: 'profile',
      account,
      postedAt: [],
    });
  });

  it.each(imitated)('claims nothing of %s under another host’s name', page => {
    const record = records.get(`imitated ${page}`);
    const address = session.site.addresses.imitation(page);
    expect(record?.page?.address).toBe(address);
    expect(record?.post).toMatchObject({ platform: 'web' });
    expect(record?.post?.account).toEqual({});
    for (const claim of ['postId', 'parentId', 'ids', 'signedIn'])
      expect(record?.post).not.toHaveProperty(claim);
    expect(new URL(record?.post?.permalink ?? address).origin).toBe(new URL(address).origin);
  });

  it('makes a bundle that is intact to the command line', () => {
    const { status, output } = ask(process.execPath, [built.cli, 'verify', bundle]);
    expect(output).toMatch(/intact/i);
    expect(status).toBe(0);
  });

  it('asks for nothing but the pages and their pictures', () => {
    expect(strayRequests(session.site)).toEqual([]);
  });
});

/** Chooses a post by its place among those of the page. */
function byKeys(post: number): (page: Page) => Promise<void> {
  return async page => {
    await page.keyboard.press('Home');
    for (let step = 0; step < post; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };
}

async function viewerOf(page: Page): Promise<Viewer> {
  return await page.evaluate(() => ({
    language: navigator.language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
}

function exhibitOf(folder: string, reference = ''): string {
  return join(folder, 'exhibits', reference.replace('/', '_'));
}

/** The record of the exhibit with this reference. */
function recordOf(folder: string, reference: string): CaptureRecord {
  const path = join(exhibitOf(folder, reference), 'capture.json');
  return captureRecordSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function goldenOf(page: PlatformPage): Golden {
  return JSON.parse(readFileSync(join(root, 'test/fixtures/platforms', `${page}.json`), 'utf8')) as Golden;
}

/** What the record must hold: the golden post as this browser's viewer sees it, with its times put in order. */
function expected({ page, post, derived, laidOut }: Chosen, viewer: Viewer): unknown {
  const { posts: all, signedIn } = goldenOf(page);
  const { machineTime, ...shown } = all[post] ?? { machineTime: undefined };
  const times = [
    ...(machineTime ? [{ ...(machineTime satisfies MachineTime), method: 'machine-time' }] : []),
    ...(derived ? [{ ...derived, method: 'derived-from-id' }] : []),
  ];
  const [platform] = page.split('/');
  return seenBy(viewer, { platform, ...shown, postedAt: times, ...laidOut, ...(signedIn && { signedIn }) });
}

/** The same with the viewer's language and zone in every displayed time. */
function seenBy(viewer: Viewer, value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, each: unknown) =>
    key === 'displayedTime' && typeof each === 'object' ? { ...each, ...viewer } : each,
  );
}

/** What the capture says of how a reading stands to what was shown; what differs is not among it. */
const remark = /^The (?:post’s box also shows words|name read for its author)/;

/** The post as its reader gave it, before it was compared with what its box showed. */
function asRead({ notes, ...read }: Post): Post {
  const own = notes?.filter(note => !remark.test(note));
  return own === undefined || own.length === 0 ? read : { ...read, notes: own };
}

/** Caveats are sentences; the tests of the platforms hold their wording. */
function withoutCaveats(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null), (key, each: unknown) =>
    key === 'caveat' ? undefined : each,
  );
}
