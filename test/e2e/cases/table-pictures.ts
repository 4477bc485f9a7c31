import { ink, parts, rowWords, ruler, size, words } from './expect.ts';
import type { Row } from './row.ts';

const post = 'post' as const;
const page = 'page' as const;
const top = 'scrollTo(0, 0)';

/** Class A: seams. Every picture is newer than the page's last change, and neighbours agree. */
export const seams: readonly Row[] = [
  { name: 'A 36c heavy paint', page: '36-slow?paint', scope: page, expect: [ruler(400)] },
  {
    name: 'A 36d heavy post by key',
    page: '36d-heavy-post',
    scope: post,
    expect: [parts({ once: [1], never: [3] }), words(['Words of post 1'])],
  },
  {
    name: 'A 36d heavy post by pointer',
    page: '36d-heavy-post',
    scope: post,
    before: 'window.point = () => ({ x: 120, y: 320 })',
    choice: 'point',
    expect: [parts({ once: [2], never: [4] }), words(['Words of post 2'])],
  },
  { name: 'A 36 slow frames', page: '36-slow?frames', scope: page, expect: [ruler(400)] },
  { name: 'A 36b slow scroll', page: '36-slow?scroll', scope: page, expect: [ruler(400)] },
  {
    name: 'A 37 plain tall',
    page: '37-plain-tall',
    scope: page,
    complete: true,
    always: [1.25],
    expect: [ruler(400)],
  },
  {
    name: 'A 33 shrinking header',
    page: '33-shrinking-header',
    scope: page,
    expect: [ruler(200), parts({ still: [1] })],
  },
  {
    name: 'A 09 late pictures',
    page: '09-late-picture',
    scope: page,
    expect: [ruler(200, { gaps: 'any', pictures: tens(10) })],
  },
  { name: 'A 11 scroll snap', page: '11-scroll-snap', scope: page, expect: [ruler(250)] },
  { name: 'A 11b scroll snap cards', page: '11-scroll-snap?cards', scope: page, expect: [ruler(240)] },
  { name: 'A own layers', page: '36-slow?layers', scope: page, expect: [ruler(400)] },
  { name: 'A own filter', page: '36-slow?filter', scope: page, expect: [ruler(400)] },
  { name: 'A own many pictures painted anew', page: '36-slow?pictures', scope: page, expect: [ruler(400)] },
  { name: 'A own laid out anew by a timer', page: '36-slow?relayout', scope: page, expect: [ruler(400)] },
  {
    name: 'A own line that runs through',
    page: '36-slow?ticker',
    scope: page,
    complete: true,
    expect: [ruler(400)],
  },
  {
    name: 'A own smooth scrolling by style',
    page: '37-plain-tall?smooth',
    scope: page,
    complete: true,
    expect: [ruler(400)],
  },
  {
    name: 'A own late pictures at a zoom',
    page: '09-late-picture?room',
    scope: page,
    zoom: 1.25,
    expect: [ruler(200, { gaps: 'any', pictures: tens(10) })],
  },
];

/** Class I: blank parts. */
export const bands: readonly Row[] = [
  {
    name: 'I 01 body is the scroller',
    page: '01-body-scroller',
    scope: page,
    complete: true,
    expect: [ruler(200)],
  },
  {
    name: 'I 08 content-visibility',
    page: '08-content-visibility',
    scope: page,
    complete: true,
    expect: [ruler(400), rowWords(400)],
  },
  {
    name: 'I 08b content-visibility forgets',
    page: '08-content-visibility?forget',
    scope: page,
    expect: [ruler(400)],
  },
  {
    name: 'I own page of 24,000 pixels',
    page: '37-plain-tall?rows=1200',
    scope: page,
    browsers: ['firefox'],
    expect: [ruler(1200)],
  },
  { name: 'I own virtual list', page: 'pane?virtual', scope: page, expect: [ruler(200)] },
];

/** Class J: both directions. */
export const whole: readonly Row[] = [
  {
    name: 'J 06 page of 3,000 pixels',
    page: '06-wide',
    scope: page,
    expect: [parts({ once: [1, 2, 3, 4] }), size({ width: 3000, height: 1800 })],
  },
  {
    name: 'J 06p post to the right',
    page: '06-wide#post-3',
    scope: post,
    before: top,
    expect: [parts({ once: [3], never: [1] }), words(['Right column'])],
  },
  {
    name: 'J 06q post half in the window',
    page: '06-wide#post-2',
    scope: post,
    before: top,
    expect: [parts({ once: [2, 12] })],
  },
  {
    name: 'J own wide page from the right',
    page: '06-wide?rtl',
    scope: page,
    expect: [parts({ once: [1, 2, 3, 4] }), size({ width: 3000, height: 1800 })],
  },
  { name: 'J own wide pane', page: '06-wide?pane', scope: page, expect: [parts({ once: [1, 2, 3, 4] })] },
  {
    name: 'J own wide ruler from the right',
    page: 'directions?rtl',
    scope: page,
    expect: [ruler(120, { columns: 8, fromRight: true })],
  },
  {
    name: 'J own writing from the top',
    page: 'directions?vertical',
    scope: page,
    expect: [ruler(150, { turned: true })],
  },
  {
    name: 'J own pane with rows and columns',
    page: 'pane?wide',
    scope: page,
    expect: [ruler(160, { columns: 8 })],
  },
];

/** Class K: what comes late. */
export const late: readonly Row[] = [
  {
    name: 'K 10 reveal on scroll',
    page: '10-reveal',
    scope: page,
    expect: [parts({ once: tens(14).map(n => n + 1) })],
  },
  {
    name: 'K 09b late pictures with room',
    page: '09-late-picture?room',
    scope: page,
    expect: [ruler(200, { gaps: 'any', pictures: tens(10) })],
  },
  {
    name: 'K 09c late pictures in a post',
    page: '09c-late-picture-post',
    scope: post,
    expect: [parts({ once: [1, 2] }), ruler(0, { pictures: tens(10) })],
  },
  {
    name: 'K own late backgrounds',
    page: '09-late-picture?background',
    scope: page,
    expect: [ruler(200, { gaps: 'any', pictures: tens(10) })],
  },
  {
    name: 'K own late picture elements',
    page: '09-late-picture?set',
    scope: page,
    expect: [ruler(200, { gaps: 'any', pictures: tens(10) })],
  },
  { name: 'K own skeletons', page: 'late?skeleton', scope: page, expect: [ruler(0, { pictures: tens(12) })] },
  {
    name: 'K own late font',
    page: 'late?font',
    scope: page,
    expect: [ink({ x: 20, y: 2000, width: 500, height: 60 }, 900)],
  },
  { name: 'K own sections appended', page: 'late?appended', scope: page, moves: true, expect: [ruler(200)] },
];

/** Class M: panes. */
export const panes: readonly Row[] = [
  { name: 'M 02 div is the scroller', page: '02-div-scroller', scope: page, expect: [ruler(200)] },
  {
    name: 'M own pane between two columns',
    page: 'pane?sides',
    scope: page,
    expect: [ruler(160), parts({ still: [2, 3] })],
  },
  { name: 'M own pane in a shadow root', page: 'pane?shadow', scope: page, expect: [ruler(160)] },
  { name: 'M own pane in a closed root', page: 'pane?closed', scope: page, expect: [ruler(160)] },
  { name: 'M own dialog with its own scroller', page: 'pane?dialog', scope: page, expect: [ruler(160)] },
  {
    name: 'M own photo dialog that scrolls',
    page: '40-nested-fixed-comment?tall',
    scope: page,
    expect: [ruler(120), parts({ once: [9] })],
  },
];

function tens(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at);
}
