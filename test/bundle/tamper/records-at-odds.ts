import { textBytes } from '../../../src/bundle/layout.ts';
import { canonicalBytes, canonicalJson } from '../../../src/crypto/canonical-json.ts';
import { digestOfEvent } from '../../../src/custody/chain.ts';
import { jsonlToValues } from '../../../src/custody/jsonl.ts';
import type { CaptureRecord } from '../../../src/model/capture.ts';
import { png } from '../../samples/bundle.ts';
import { checksWith } from '../../samples/checks.ts';
import { withExhibit } from './exhibit-forged.ts';
import {
  get,
  getCase,
  joined,
  post,
  type Row,
  record1,
  setCase,
  withCase,
  withChain,
  withKey,
} from './forgeries.ts';
import { chunk, header, pngFile, unpacked, zeros } from './png-forged.ts';

type Post = NonNullable<CaptureRecord['post']>;

const textPath = 'data/exhibits/ABC_1/text.txt';
const tile = 'data/exhibits/ABC_1/tiles/001.png';

function withPost(change: (post: Post) => object): Promise<Uint8Array> {
  return withExhibit({
    record: record => ({ ...record, post: record.post && { ...record.post, ...change(record.post) } }),
  });
}

function withPage(change: object): Promise<Uint8Array> {
  return withExhibit({ record: record => ({ ...record, page: { ...record.page, ...change } }) });
}

function withClocks(change: object): Promise<Uint8Array> {
  return withExhibit({ record: record => ({ ...record, clocks: { ...record.clocks, ...change } }) });
}

function withMethod(path: string, method: string | undefined): Promise<Uint8Array> {
  return withExhibit({
    record: record => ({
      ...record,
      artifacts: record.artifacts.map(({ method: own, ...each }) => {
        const made = each.path === path ? method : own;
        return { ...each, ...(made !== undefined && { method: made }) };
      }),
    }),
  });
}

function withPicture(bytes: Uint8Array): Promise<Uint8Array> {
  return withExhibit({ files: { 'screenshot-post.png': bytes } });
}

/** The last event with another member, its digest made over it, and named by the case. */
function withLastEvent(member: object): Promise<Uint8Array> {
  return withKey(async all => {
    const events = jsonlToValues(new TextDecoder().decode(get(all, 'data/custody.jsonl')));
    const changed = { ...Object(events.at(-1)), ...member };
    const digest = await digestOfEvent(changed);
    const lines = [...events.slice(0, -1), { ...changed, digest }].map(event => `${canonicalJson(event)}\n`);
    all.set('data/custody.jsonl', textBytes(lines.join('')));
    setCase(all, { ...getCase(all), custodyHead: digest });
  });
}

const words = (text: string) => ({ files: { 'text.txt': new TextEncoder().encode(text) } });
const machine = (at: string) => ({ at, method: 'machine-time', toleranceSeconds: 1 });
const at = (record: CaptureRecord, index: number) => record.compositions?.[index] ?? {};

/** By somebody who has the key: a record that contradicts itself, its files, or what any recording can be. */
export const recordsAtOdds: readonly Row[] = [
  // Who wrote which post, and where.
  [
    'a handle that is not that of the link',
    () => withPost(({ account }) => ({ account: { ...account, handle: 'somebody_else' } })),
    'post.account.mismatch',
    record1,
  ],
  [
    'a link that names another author',
    () => withPost(({ permalink }) => ({ permalink: permalink?.replace('/example/', '/somebody_else/') })),
    'post.account.mismatch',
    record1,
  ],
  [
    'a profile of another account',
    () => withPost(({ account }) => ({ account: { ...account, profileAddress: 'https://x.com/other' } })),
    'post.account.mismatch',
    record1,
  ],
  [
    'a profile on another platform',
    () =>
      withPost(({ account }) => ({
        account: { ...account, profileAddress: 'https://www.instagram.com/example/' },
      })),
    'post.account.mismatch',
    record1,
  ],
  [
    'a link to another post',
    () => withPost(({ permalink }) => ({ permalink: permalink?.replace('/189', '/188') })),
    'post.link.mismatch',
    record1,
  ],
  [
    'a link to a profile instead of the post',
    () => withPost(() => ({ permalink: 'https://x.com/example' })),
    'post.link.mismatch',
    record1,
  ],
  [
    'a link to another platform',
    () => withPost(() => ({ permalink: 'https://bsky.app/profile/example.test/post/3lbd2ebt3wk2r' })),
    'post.link.mismatch',
    record1,
  ],
  [
    'a link to a host that only looks alike',
    () => withPost(({ permalink }) => ({ permalink: permalink?.replace('x.com', 'netflix.com') })),
    'post.link.mismatch',
    record1,
  ],
  [
    'a number left out that the link names',
    () => withPost(({ postId: _, postedAt: __, ...rest }) => ({ ...rest, postId: '', postedAt: [] })),
    'post.link.mismatch',
    record1,
  ],
  [
    'another platform than that of the page',
    () => withPost(({ permalink: _, ...rest }) => ({ ...rest, platform: 'facebook' })),
    'post.platform.mismatch',
    record1,
  ],
  [
    'a platform that does not exist, on a page of one that does',
    () => withPost(() => ({ platform: 'police' })),
    'post.platform.mismatch',
    record1,
  ],
  [
    'a page on another site than the post',
    () => withPage({ address: 'https://example.org/example', finalAddress: 'https://example.org/example' }),
    'post.platform.mismatch',
    record1,
  ],
  [
    'a quoted post with the link of another',
    () =>
      withPost(() => ({
        related: [{ relation: 'quoted', postId: '12', permalink: 'https://x.com/other/status/13' }],
      })),
    'post.link.mismatch',
    record1,
  ],
  [
    'a quoted post by another than its link names',
    () =>
      withPost(() => ({
        related: [
          {
            relation: 'parent',
            postId: '13',
            permalink: 'https://x.com/other/status/13',
            account: { handle: 'example' },
          },
        ],
      })),
    'post.account.mismatch',
    record1,
  ],
  // When.
  [
    'a machine time a year off the number’s',
    () => withPost(({ postedAt }) => ({ postedAt: [machine('2024-02-13T10:00:00.000Z'), ...postedAt] })),
    'post.time.contradicted',
    'ABC/1',
  ],
  [
    'a machine time a year off a number whose time is left out',
    () => withPost(() => ({ postedAt: [machine('2024-02-13T10:00:00.000Z')] })),
    'post.time.contradicted',
    'ABC/1',
  ],
  [
    'a post from after it was recorded',
    () => withPost(({ postedAt }) => ({ postedAt: [machine('2027-02-13T10:00:00.000Z'), ...postedAt] })),
    'post.time.after-recording',
    'ABC/1',
  ],
  [
    'two answers of one kind to when it was posted',
    () => withPost(({ postedAt }) => ({ postedAt: [...postedAt, ...postedAt] })),
    'post.time.duplicate',
    'ABC/1',
  ],
  [
    'a recording that ended before it began',
    () => withExhibit({ record: record => ({ ...record, completedAt: '2026-03-01T08:00:00.000Z' }) }),
    'capture.time.impossible',
    record1,
  ],
  [
    'a page shown a day before it was recorded',
    () => withClocks({ capturedAt: '2026-02-28T10:00:01.000Z' }),
    'capture.time.impossible',
    record1,
  ],
  [
    'a page shown long after the recording ended',
    () => withClocks({ capturedAt: '2026-03-01T12:00:01.000Z' }),
    'capture.time.impossible',
    record1,
  ],
  [
    'a zone with the offset of another',
    () => withClocks({ zone: 'Asia/Tokyo' }),
    'capture.zone.mismatch',
    record1,
  ],
  // What it said.
  [
    'a text with other words than the post',
    () => withExhibit(words('Lovely to see you yesterday.')),
    'post.text.mismatch',
    textPath,
  ],
  [
    'a text with one word exchanged',
    () => withExhibit(words('I know where you work. — line two\nline three')),
    'post.text.mismatch',
    textPath,
  ],
  ['a text with nothing in it', () => withExhibit(words('')), 'post.text.mismatch', textPath],
  [
    'a post with words that nobody saw',
    () => withPost(({ text }) => ({ text: `${text} and I will come` })),
    'post.text.mismatch',
    textPath,
  ],
  [
    'a text that is none',
    () => withExhibit({ files: { 'text.txt': Uint8Array.of(0x41, 0xff, 0xfe, 0x42) } }),
    'post.text.unreadable',
    textPath,
  ],
  // What it shows.
  ['a cut-out that shows something else', () => withPicture(png(40, 30, 1)), 'capture.pixels.mismatch', post],
  [
    'a cut-out of another place in its tile',
    () => withPicture(png(40, 30, 2, { x: 4, y: 7, width: 64 })),
    'capture.pixels.mismatch',
    post,
  ],
  [
    'a tile that shows something else',
    () => withExhibit({ files: { 'tiles/001.png': png(64, 48, 3) } }),
    'capture.pixels.mismatch',
    post,
  ],
  [
    'a cut-out painted black',
    () => withPicture(pngFile(header(40, 30), zeros(unpacked), chunk('IEND'))),
    'capture.pixels.mismatch',
    post,
  ],
  [
    'a see-through tile, which cannot be compared',
    () =>
      withExhibit({
        files: { 'tiles/001.png': pngFile(header(64, 48, 6), zeros(48 * (64 * 4 + 1)), chunk('IEND')) },
      }),
    'capture.pixels.not-compared',
    post,
    'intact',
  ],
  [
    'a cut-out that is called the browser’s own',
    () => withMethod('screenshot-post.png', 'browser'),
    'capture.method.impossible',
    record1,
  ],
  [
    'a picture of which nothing is said how it was made',
    () => withMethod('screenshot-post.png', undefined),
    'capture.method.impossible',
    record1,
  ],
  [
    'a tile that was drawn again',
    () => withMethod('tiles/001.png', 're-render'),
    'capture.method.impossible',
    record1,
  ],
  [
    'a cut-out called a join of many',
    () => withMethod('screenshot-post.png', 'stitch'),
    'capture.method.impossible',
    record1,
  ],
  [
    'a text with a method of pictures',
    () => withMethod('text.txt', 'browser'),
    'capture.method.impossible',
    record1,
  ],
  [
    'a cut-out of which is not said from where',
    () => withExhibit({ record: ({ compositions: _, ...record }) => record }),
    'capture.composition.absent',
    record1,
  ],
  [
    'a picture drawn again that is called cut from the browser’s own',
    () =>
      withExhibit({
        record: record => ({
          ...record,
          pageChanges: [
            {
              kind: 'other',
              detail:
                'The browser gave no picture of this page. The picture was drawn again from the page’s code; it may differ from what was on the screen.',
            },
          ],
        }),
      }),
    'capture.method.contradicted',
    record1,
  ],
  [
    'a check that says it was drawn again, and no picture that is',
    () =>
      withExhibit({
        record: record => ({
          ...record,
          checks: checksWith({
            frames: ['held', 'The picture was drawn again from the page’s code and could not be checked.'],
            seams: ['not-needed', 'There is one picture only.'],
          }),
        }),
      }),
    'capture.method.contradicted',
    record1,
  ],
  [
    'the same picture joined twice',
    () =>
      withExhibit({
        record: record => ({ ...record, compositions: [at(record, 0), at(record, 0)] }),
      }),
    'capture.composition.mismatch',
    post,
  ],
  [
    'a picture of more parts than any is joined of',
    () =>
      withExhibit({
        record: record => ({
          ...record,
          compositions: [
            {
              ...at(record, 0),
              parts: Array.from({ length: 400 }, () => ({
                path: 'tiles/001.png',
                from: { x: 4, y: 6, width: 40, height: 30 },
                to: { x: 0, y: 0 },
              })),
            },
          ],
        }),
      }),
    'capture.composition.mismatch',
    post,
  ],
  // Pictures that are none.
  [
    'a picture that says it is 60,000 pixels wide and high',
    () =>
      withExhibit({ files: { 'tiles/001.png': pngFile(header(60_000, 60_000), zeros(10), chunk('IEND')) } }),
    'picture.file.broken',
    tile,
  ],
  [
    'a picture wider than any',
    () =>
      withExhibit({ files: { 'tiles/001.png': pngFile(header(0xffffffff, 48), zeros(10), chunk('IEND')) } }),
    'picture.file.broken',
    tile,
  ],
  [
    'a picture with more pixels than its header says',
    () => withPicture(pngFile(header(40, 30), zeros(50_000_000), chunk('IEND'))),
    'picture.file.broken',
    post,
  ],
  [
    'a picture with fewer pixels than its header says',
    () => withPicture(pngFile(header(40, 30), zeros(unpacked - 1), chunk('IEND'))),
    'picture.file.broken',
    post,
  ],
  [
    'pixels that cannot be unpacked',
    () => withPicture(pngFile(header(40, 30), chunk('IDAT', Buffer.from('no pixels')), chunk('IEND'))),
    'picture.file.broken',
    post,
  ],
  [
    'a picture without pixels',
    () => withPicture(pngFile(header(40, 30), chunk('IEND'))),
    'picture.file.broken',
    post,
  ],
  [
    'a picture cut short',
    () => withPicture(png(40, 30, 2, { x: 4, y: 6, width: 64 }).slice(0, -20)),
    'picture.file.broken',
    post,
  ],
  [
    'a picture with something behind its end',
    () => withPicture(joined(png(40, 30, 2, { x: 4, y: 6, width: 64 }), Uint8Array.of(0x50, 0x4b, 3, 4))),
    'picture.file.broken',
    post,
  ],
  [
    'a chunk whose checksum does not hold',
    () =>
      withPicture(
        pngFile(header(40, 30), chunk('tEXt', Buffer.from('a')).fill(0, 9), zeros(unpacked), chunk('IEND')),
      ),
    'picture.file.broken',
    post,
  ],
  [
    'a picture that moves',
    () =>
      withPicture(pngFile(header(40, 30), chunk('acTL', Buffer.alloc(8)), zeros(unpacked), chunk('IEND'))),
    'picture.file.broken',
    post,
  ],
  [
    'a part that every reader would have to know',
    () => withPicture(pngFile(header(40, 30), chunk('EVIL'), zeros(unpacked), chunk('IEND'))),
    'picture.file.broken',
    post,
  ],
  [
    'two headers',
    () => withPicture(pngFile(header(40, 30), header(1, 1), zeros(unpacked), chunk('IEND'))),
    'picture.file.broken',
    post,
  ],
  [
    'pixels in two places',
    () =>
      withPicture(pngFile(header(40, 30), zeros(unpacked), chunk('tEXt'), zeros(unpacked), chunk('IEND'))),
    'picture.file.broken',
    post,
  ],
  [
    'a picture of a kind that no browser writes',
    () =>
      withExhibit({ files: { 'tiles/001.png': pngFile(header(64, 48, 0), zeros(48 * 65), chunk('IEND')) } }),
    'picture.file.unusual',
    tile,
    'intact',
  ],
  // What no record has.
  [
    'a member of the record that no record has',
    () => withExhibit({ record: record => ({ ...record, forensicallyVerified: true }) }),
    'record.member.unknown',
    record1,
  ],
  [
    'a member deep in the record that no record has',
    () => withPost(({ account }) => ({ account: { ...account, realName: 'A. N. Other' } })),
    'record.member.unknown',
    record1,
  ],
  [
    'a member in a list that no record has',
    () =>
      withExhibit({
        record: record => ({
          ...record,
          steps: record.steps.map(step => ({ ...step, checkedBy: 'a court' })),
        }),
      }),
    'record.member.unknown',
    record1,
  ],
  [
    'a member called __proto__',
    () => withExhibit({ text: text => text.replace('{', '{"__proto__":{"outcome":"complete"},') }),
    'record.member.unknown',
    record1,
  ],
  [
    'a member of the case that no case has',
    () => withCase(record => ({ ...record, certified: 'yes' })),
    'record.member.unknown',
    'data/case.json',
  ],
  [
    'a member deep in the case that no case has',
    () => withCase(record => ({ ...record, group: { ...record.group, court: 'Crown Court' } })),
    'record.member.unknown',
    'data/case.json',
  ],
  [
    'a member of an event that no event has',
    () => withLastEvent({ witnessed: true }),
    'record.member.unknown',
    'custody.jsonl:8',
  ],
  [
    'a word in an event’s detail that no such event has',
    () =>
      withChain(
        events =>
          events.map(event => ({ ...event, detail: { ...event.detail, forensicallyVerified: true } })),
        'link and name',
      ),
    'record.member.unknown',
    'custody.jsonl:1',
  ],
  [
    'a digest in an event’s detail that is none',
    () =>
      withChain(
        events => events.map(event => ({ ...event, detail: { ...event.detail, verifiedSha256: 'yes' } })),
        'link and name',
      ),
    'record.member.unknown',
    'custody.jsonl:1',
  ],
  [
    'a screen of a thousand million pixels',
    () => withPage({ devicePixelRatio: 1e9 }),
    'record.member.out-of-bounds',
    record1,
  ],
  [
    'a page longer than any',
    () => withPage({ document: { width: 1280, height: 1e300 } }),
    'record.member.out-of-bounds',
    record1,
  ],
  [
    'an offset of seventy days',
    () => withClocks({ offsetMinutes: 100_000 }),
    'record.member.out-of-bounds',
    record1,
  ],
  [
    'a time that is sure to a thousand years',
    () =>
      withPost(({ postedAt }) => ({
        postedAt: postedAt.map(time => ({ ...time, toleranceSeconds: 31_536_000_000 })),
      })),
    'record.member.out-of-bounds',
    record1,
  ],
  [
    'a number that no record can hold',
    () => withExhibit({ text: text => text.replace('"zoom":1', '"zoom":1e999') }),
    'exhibit.record.unreadable',
    record1,
  ],
  [
    'a title longer than is ever written',
    () => withPage({ title: 'a'.repeat(200_001) }),
    'record.member.out-of-bounds',
    record1,
  ],
  [
    'a list longer than is ever written',
    () =>
      withExhibit({
        record: record => ({
          ...record,
          pageChanges: Array.from({ length: 501 }, () => ({ kind: 'other', detail: '' })),
        }),
      }),
    'record.member.out-of-bounds',
    record1,
  ],
  [
    'a record of a newer format',
    () => withExhibit({ record: record => ({ ...record, formatVersion: 2 }) }),
    'exhibit.format.unsupported',
    record1,
    'unreadable',
  ],
  [
    'a record of a format before the first',
    () =>
      withKey(all =>
        all.set(
          record1,
          canonicalBytes({ ...JSON.parse(new TextDecoder().decode(get(all, record1))), formatVersion: 0 }),
        ),
      ),
    'exhibit.record.unreadable',
    record1,
  ],
];
