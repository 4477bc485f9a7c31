import { textBytes } from '../../../src/bundle/layout.ts';
import { sha256 } from '../../../src/crypto/digest.ts';
import type { CaptureRecord } from '../../../src/model/capture.ts';
import { png, sampleInput, zipOf } from '../../samples/bundle.ts';
import { withExhibit } from './exhibit-forged.ts';
import { joined, post, type Row, record1 } from './forgeries.ts';
import { chunk } from './png-forged.ts';
import { storyZip } from './story.ts';

type Post = NonNullable<CaptureRecord['post']>;

const folder = 'data/exhibits/ABC_1/';

const withRecord = (change: (record: CaptureRecord) => object) => () => withExhibit({ record: change });
const withPage = (change: object) =>
  withRecord(record => ({ ...record, page: { ...record.page, ...change } }));
const withPost = (change: (post: Post) => object) =>
  withRecord(record => ({ ...record, post: record.post && { ...record.post, ...change(record.post) } }));
const withClocks = (change: object) =>
  withRecord(record => ({ ...record, clocks: { ...record.clocks, ...change } }));
const withSteps = (...steps: readonly object[]) => withRecord(record => ({ ...record, steps }));
const withPlace = (region: object, recordedRange: object) => withPage({ region, recordedRange });
const withSheet = (sheet: string) => () =>
  withExhibit({
    files: {
      'page.html': textBytes(`<!doctype html><style>${sheet}</style><p>I know where you live.</p>`),
    },
  });

/** The picture with a part more, right behind its header. */
function withChunk(type: string, data: string): () => Promise<Uint8Array> {
  const whole = png(40, 30, 2, { x: 4, y: 6, width: 64 });
  const more = chunk(type, Buffer.from(data, 'latin1'));
  return () =>
    withExhibit({
      files: { 'screenshot-post.png': joined(whole.subarray(0, 33), more, whole.subarray(33)) },
    });
}

/** A file more that the record lists, or one in the place of another. */
function withFile(
  file: Pick<CaptureRecord['artifacts'][number], 'role' | 'path' | 'mediaType'>,
  text: string,
) {
  const bytes = textBytes(text);
  return async () => {
    const artifact = { ...file, size: bytes.length, sha256: await sha256(bytes) };
    return storyZip({
      capture: record => ({ ...record, artifacts: [...record.artifacts, artifact] }),
      exhibits: ([first, ...others]) =>
        first === undefined
          ? []
          : [
              {
                ...first,
                readArtifact: asked =>
                  asked.path === file.path
                    ? Promise.resolve(new Uint8Array(bytes))
                    : first.readArtifact(asked),
              },
              ...others,
            ],
    });
  };
}

const partly = 'exhibit.held-back.partial';

/** The sample without these files of its first exhibit, and the case says so. */
async function heldBack(paths: readonly string[]): Promise<Uint8Array> {
  const input = await sampleInput();
  const [first, ...others] = input.exhibits;
  if (first === undefined) throw new Error('a sample without exhibits');
  const entry = { ...first.entry, heldBack: [...paths] };
  const exhibits = input.caseRecord.exhibits.map((each, index) => (index === 0 ? entry : each));
  return zipOf({
    ...input,
    exhibits: [{ ...first, entry }, ...others],
    caseRecord: { ...input.caseRecord, exhibits },
  });
}

const quoted = (at: string) => ({
  related: [
    {
      relation: 'quoted',
      postId: '1890000000000000000',
      machineTime: { at, toleranceSeconds: 1 },
    },
  ],
});

/** By somebody who has the key: a recording of which each part could be, and the whole could not. */
export const exhibitImplausible: readonly Row[] = [
  // Its files.
  [
    'a second text, with other words',
    withFile({ role: 'post-text', path: 'words.txt', mediaType: 'text/plain' }, 'I will come tonight.'),
    'file.kind.unexpected',
    `${folder}words.txt`,
  ],
  [
    'a second copy, of another page',
    withFile({ role: 'page-snapshot', path: 'copy.html', mediaType: 'text/html' }, '<p>Something else.</p>'),
    'file.kind.unexpected',
    `${folder}copy.html`,
  ],
  [
    'a text that is said to be in other letters',
    withRecord(record => ({
      ...record,
      artifacts: record.artifacts.map(each =>
        each.role === 'post-text' ? { ...each, mediaType: 'text/plain; charset=utf-16' } : each,
      ),
    })),
    'file.kind.unexpected',
    `${folder}text.txt`,
  ],
  [
    'a tile that lies where no tile is kept',
    withRecord(record => ({
      ...record,
      artifacts: record.artifacts.map(each =>
        each.role === 'screenshot-post' ? { ...each, role: 'tile', method: 'browser' } : each,
      ),
    })),
    'file.kind.unexpected',
    post,
  ],
  ['words in a picture', withChunk('iTXt', 'Comment\0\0\0\0\0Checked.'), 'picture.file.more', post, 'intact'],
  ['a picture that asks to be turned', withChunk('eXIf', 'MM\0*'), 'picture.file.more', post, 'intact'],
  ['a file hidden in a picture', withChunk('prVt', 'PK\x03\x04'), 'picture.file.more', post, 'intact'],
  [
    'a set of pictures by the name of a variable',
    withSheet('p{--x:"https://example.org/a.png";background:image-set(var(--x) 1x)}'),
    'content.active.present',
    `${folder}page.html`,
  ],
  [
    'a set of pictures by the name of a function',
    withSheet('@function --f(){result:"https://example.org/a.png"}p{background:image-set(--f() 1x)}'),
    'content.active.present',
    `${folder}page.html`,
  ],
  ['the text held back, and the pictures not', () => heldBack(['text.txt']), partly, record1],
  ['the copy of the page held back, and the pictures not', () => heldBack(['page.html']), partly, record1],
  // Where.
  [
    'an address that no browser shows',
    withPage({ address: 'https://х.com/example' }),
    'capture.address.impossible',
    record1,
  ],
  [
    'an address that turns its letters around',
    withPage({ finalAddress: 'https://x.com/example/\u202Egpj' }),
    'capture.address.impossible',
    record1,
  ],
  [
    'words in the place of an address',
    withPage({ canonicalAddress: 'as checked by the site' }),
    'capture.address.impossible',
    record1,
  ],
  [
    'a recording that ended on another site',
    withPage({ finalAddress: 'https://example.org/example' }),
    'post.platform.left',
    record1,
    'intact',
  ],
  [
    'a link with a name before its host',
    withPost(({ permalink }) => ({ permalink: permalink?.replace('://', '://police:checked@') })),
    'post.link.mismatch',
    record1,
  ],
  [
    'a link of another scheme',
    withPost(({ permalink }) => ({ permalink: permalink?.replace('https', 'ftp') })),
    'post.link.mismatch',
    record1,
  ],
  [
    'words in the place of an account’s page',
    withPost(({ account }) => ({ account: { ...account, profileAddress: 'known to the police' } })),
    'post.account.mismatch',
    record1,
  ],
  [
    'words in the place of where the reader came from',
    withPage({ referrer: 'a link that the police sent' }),
    'capture.address.impossible',
    record1,
  ],
  [
    'a window that is smaller than nothing',
    withPage({ viewport: { width: -1280, height: 720 } }),
    'capture.page.impossible',
    record1,
  ],
  [
    'a part of a page that ends before it begins',
    withPage({ recordedRange: { top: 900, bottom: 100 } }),
    'capture.page.impossible',
    record1,
  ],
  [
    'a post in two places of its page',
    withPlace({ x: 500, y: 900, width: 40, height: 30 }, { top: 0, bottom: 30, left: 0, right: 40 }),
    'capture.page.contradicted',
    record1,
  ],
  // When.
  [
    'words in the place of a zone',
    withClocks({ zone: 'set by the speaking clock' }),
    'capture.zone.mismatch',
    record1,
  ],
  [
    'words in the place of the zone of the page',
    withPost(() => ({
      displayedTime: { text: '13 Feb 2025', language: 'en', zone: 'confirmed by the site' },
    })),
    'capture.zone.mismatch',
    record1,
  ],
  [
    'a zone that nobody knows',
    withClocks({ zone: 'Police/Checked', offsetMinutes: 720 }),
    'capture.zone.not-checked',
    record1,
    'intact',
  ],
  [
    'a time that the website is said to have given',
    withClocks({ serverDate: '2019-01-01T00:00:00.000Z' }),
    'capture.server-date.unproven',
    record1,
  ],
  [
    'a time so unsure that it agrees with any',
    withPost(({ postedAt }) => ({
      postedAt: [
        { at: '2017-02-13T10:00:00.000Z', method: 'machine-time', toleranceSeconds: 3e8 },
        ...postedAt,
      ],
    })),
    'post.time.vague',
    'ABC/1',
  ],
  [
    'a time in a number that somebody is said to have confirmed',
    withPost(({ postedAt }) => ({ postedAt: postedAt.map(each => ({ ...each, caveat: 'Confirmed.' })) })),
    'post.time.caveat',
    'ABC/1',
    'intact',
  ],
  [
    'a quoted post of another time than its number’s',
    withPost(() => quoted('2012-02-13T10:00:00.000Z')),
    'post.time.differs',
    'ABC/1',
    'intact',
  ],
  [
    'a quoted post from after the recording',
    withPost(() => quoted('2031-02-13T10:00:00.000Z')),
    'post.time.late',
    'ABC/1',
    'intact',
  ],
  // How.
  [
    'a whole recording that says where its picture was cut short',
    withRecord(record => ({
      ...record,
      pageChanges: [{ kind: 'truncated', detail: 'Not all of the post is in the picture.' }],
    })),
    'capture.outcome.contradicted',
    record1,
  ],
  [
    'steps in another order',
    withSteps({ step: 'commit', outcome: 'done' }, { step: 'guard', outcome: 'done' }),
    'capture.steps.disordered',
    record1,
  ],
  [
    'a word on a step that was done',
    withSteps({ step: 'guard', outcome: 'done', reason: 'Checked by the police.' }),
    'capture.steps.contradicted',
    record1,
  ],
  [
    'a step that was left out without a reason',
    withSteps({ step: 'guard', outcome: 'done' }, { step: 'settle', outcome: 'skipped' }),
    'capture.steps.contradicted',
    record1,
  ],
  [
    'a copy of the page that is said not to have been made',
    withSteps(
      { step: 'guard', outcome: 'done' },
      { step: 'snapshot', outcome: 'skipped', reason: 'The page moved.' },
    ),
    'capture.steps.contradicted',
    record1,
  ],
  [
    'words beside the version of the program',
    withRecord(record => ({
      ...record,
      software: { ...record.software, version: '0.1.0, certified by the ministry' },
    })),
    'capture.software.impossible',
    record1,
  ],
];
