import {
  copy,
  copyHasColours,
  either,
  field,
  named,
  parts,
  rowWords,
  ruler,
  saysOf,
  words,
} from './expect.ts';
import type { Row } from './row.ts';

const post = 'post' as const;
const viewport = 'viewport' as const;
const permalink = (address: string) => field('permalink', record => record.post?.permalink, address);
const profile = (address: string) =>
  field('profile address', record => record.post?.account?.profileAddress, address);
const noProfile = field('profile address', record => record.post?.account?.profileAddress ?? 'none', 'none');
const based = (base: string) => [permalink(`${base}post/77`), profile(`${base}member/robin`)];

/** Class D: the document's base. */
export const bases: readonly Row[] = [
  {
    name: 'D 31 base',
    page: '31-base-href',
    scope: post,
    complete: true,
    expect: based('{origin}/forum/thread/'),
  },
  {
    name: 'D own base of another site',
    page: '31-base-href?other',
    scope: post,
    // A link of another site names no post of this page, and no account of it; the post's own anchor does.
    expect: [permalink('{origin}/31-base-href?other#post-77'), noProfile],
  },
  {
    name: 'D own base without a host',
    page: '31-base-href?relative',
    scope: post,
    expect: based('{origin}/forum/thread/'),
  },
  {
    name: 'D own base set by a program',
    page: '31-base-href?late',
    scope: post,
    before: 'new Promise(go => setTimeout(go, 400))',
    expect: based('{origin}/forum/thread/'),
  },
  {
    name: 'D own second base',
    page: '31-base-href?second',
    scope: post,
    expect: based('{origin}/forum/thread/'),
  },
];

/** Class E: text as it was seen. */
export const texts: readonly Row[] = [
  {
    name: 'E 08 text of content-visibility',
    page: '08-content-visibility',
    scope: 'page',
    expect: [rowWords(400)],
  },
  {
    name: 'E 22 posts in open roots, the window',
    page: '22-open-shadow-posts',
    scope: viewport,
    complete: true,
    expect: [words(['Forum', 'Shadow post 1', 'Shadow post 2', 'Shadow post 3'])],
  },
  {
    name: 'E 22 posts in open roots, a post',
    page: '22-open-shadow-posts',
    scope: post,
    complete: true,
    expect: [
      words(['Shadow post 1: I know where you work.'], ['Shadow post 2']),
      parts({ once: [1], never: [2] }),
    ],
  },
  {
    name: 'E own words that style hides, moves and makes',
    page: 'drawn-text',
    scope: post,
    expect: [
      words(
        ['I will hurt you.', 'first second', 'NEVER come here again', 'SHOUTED'],
        ['clippedword', 'awayword', 'clearword', 'thinword', 'tinyword', 'cutword', 'coveredword'],
      ),
    ],
  },
];

/** Class L: the copy is compared with the page. */
export const copies: readonly Row[] = [
  {
    name: 'L 16 popovers',
    page: '16-popovers',
    scope: viewport,
    drawsCopy: true,
    expect: [
      copy(['Visible words of the post.', 'OPEN POPOVER', 'OPEN DIALOG'], ['SECRET MENU', 'CLOSED DIALOG']),
    ],
  },
  {
    name: 'L 18 adopted sheets',
    page: '18-adopted-sheets',
    scope: viewport,
    drawsCopy: true,
    expect: [
      copy(['Words that the screen shows', 'Shadow words that the adopted sheet shows.']),
      copyHasColours([204, 0, 0]),
    ],
  },
  {
    name: 'L 21 pictures in drawings',
    page: '21-svg-pictures',
    scope: viewport,
    drawsCopy: true,
    expect: [
      copy(['Words.']),
      copyHasColours([255, 140, 0], [128, 0, 128], [0, 0, 128], [0, 128, 0], [255, 0, 0]),
    ],
  },
  {
    name: 'L 23 WebGL',
    page: '23-webgl',
    scope: viewport,
    drawsCopy: true,
    // What a program drew by WebGL can mostly not be read again: then the record names it.
    expect: [
      copyHasColours([0, 128, 0]),
      either(copyHasColours([255, 0, 0]), saysOf('copy', /Not in the copy: 1 drawing/)),
    ],
  },
  {
    name: 'L 24 state that styles look at',
    page: '24-visible-state',
    scope: viewport,
    drawsCopy: true,
    expect: [copy(['SPOILER opened by the reader', 'TAB B answers', 'DETAILS opened'], ['TAB A posts'])],
  },
];

const status = (expected: number) => field('HTTP status', record => record.page?.httpStatus, expected);

/** Class M 44, and what held before it all. */
export const held: readonly Row[] = [
  { name: 'M 44 status 404', page: 'status?n=404', scope: viewport, complete: true, expect: [status(404)] },
  { name: 'M 44 status 500', page: 'status?n=500', scope: viewport, complete: true, expect: [status(500)] },
  { name: 'M 44 status 200', page: 'plain', scope: viewport, complete: true, expect: [status(200)] },
  {
    name: 'held 07 zoom by style',
    page: '07-css-zoom',
    scope: 'page',
    complete: true,
    expect: [ruler(200, { zoomed: 1.25 })],
  },
  {
    name: 'held 07b zoom by style, a post',
    page: '07b-css-zoom-post',
    scope: post,
    complete: true,
    expect: [ruler(70, { zoomed: 1.25 })],
  },
  {
    name: 'held 25 XHTML',
    page: '25-page.xhtml',
    scope: post,
    complete: true,
    expect: [words(['Words in XHTML & more', '<b>not markup</b>'])],
  },
  { name: 'held 25 JSON', page: '25-data.json', scope: 'page', expect: [], mayRefuse: true },
  {
    name: 'held 27 Latin 2',
    page: '27-latin2',
    scope: post,
    complete: true,
    expect: [words(['Zażółć gęślą jaźń: zabiję cię'])],
  },
  {
    name: 'held 27b Shift JIS',
    page: '27b-sjis',
    scope: post,
    complete: true,
    expect: [words(['殺すぞ、と書いてある。表示ソ能'])],
  },
  {
    name: 'held 38 frameset',
    page: '38-frameset',
    scope: 'page',
    expect: [either(ruler(200), named(/frame/i, ['whole']))],
  },
  { name: 'held 39 thread in a frame', page: '39-iframe-thread', scope: 'page', expect: [ruler(95)] },
  { name: 'held 41 quirks', page: 'quirks', scope: 'page', complete: true, expect: [ruler(200)] },
  {
    name: 'held 45 redirect',
    page: 'redirect',
    scope: viewport,
    complete: true,
    expect: [field('address', record => record.page?.finalAddress, '{origin}/plain'), status(200)],
  },
  ...[0.67, 0.9, 1.1, 1.25, 1.75].map(
    (zoom): Row => ({
      name: `held zoom ${zoom}`,
      page: '37-plain-tall?rows=200',
      scope: 'page',
      complete: true,
      zoom,
      expect: [ruler(200)],
    }),
  ),
];
