import { check, colour, either, named, oneRoom, parts, ruler, words } from './expect.ts';
import { pinch } from './pinch.ts';
import type { Row } from './row.ts';

const post = 'post' as const;
const page = 'page' as const;

/** Class B: one place, one moment. */
export const places: readonly Row[] = [
  {
    name: 'B 15 hash router',
    page: '15-hash-router',
    scope: page,
    during: 'arm()',
    moves: true,
    expect: [oneRoom],
  },
  {
    name: 'B own address by pushState',
    page: '15-hash-router?by=path',
    scope: page,
    during: 'arm()',
    moves: true,
    expect: [oneRoom],
  },
  {
    name: 'B own list changed without an address',
    page: '15-hash-router?by=silent',
    scope: page,
    during: 'arm()',
    moves: true,
    expect: [oneRoom],
  },
  {
    name: 'B own room changed by a timer',
    page: '15-hash-router?by=timer',
    scope: page,
    during: 'arm()',
    moves: true,
    expect: [oneRoom],
  },
  {
    name: 'B own post that becomes another',
    page: '15-hash-router?by=post',
    scope: post,
    during: 'arm()',
    moves: true,
    mayRefuse: true,
    expect: [oneRoom],
  },
  {
    name: 'B own room changed under the window',
    page: '15-hash-router?by=timer',
    scope: 'viewport',
    during: 'arm()',
    moves: true,
    expect: [oneRoom],
  },
];

/** Class C: a zoom with two fingers, which Chromium alone lets a test make. */
export const pinched: readonly Row[] = [
  {
    name: 'C 13 pinch, the second post',
    page: '13-pinch',
    scope: post,
    before: pinch(2),
    choice: ['ArrowDown', 'Enter'],
    browsers: ['chromium'],
    expect: [parts({ once: [2], never: [1, 3] }), words(['SECOND post'])],
  },
  {
    name: 'C 13b pinch, the page',
    page: '37-plain-tall?rows=150',
    scope: page,
    before: pinch(2),
    browsers: ['chromium'],
    expect: [ruler(150, { anyScale: true })],
  },
  {
    name: 'C own pinch, the window',
    page: '13-pinch',
    scope: 'viewport',
    before: pinch(2),
    browsers: ['chromium'],
    expect: [parts({ once: [1, 2], never: [3] }), pinchIsRecorded()],
  },
  {
    name: 'C own pinch on the third post',
    page: '13-pinch',
    scope: post,
    before: pinch(2, { x: 0, y: 300 }),
    choice: ['ArrowDown', 'ArrowDown', 'Enter'],
    browsers: ['chromium'],
    expect: [parts({ once: [3], never: [1] }), words(['THIRD post'])],
  },
];

/** Class G: what stays in place is told by its pixels. */
export const stills: readonly Row[] = [
  { name: 'G 04 smooth wrapper', page: '04-smooth-wrapper', scope: page, expect: [ruler(200)] },
  {
    name: 'G 62 sticky byline in a post',
    page: '62-sticky-in-post',
    scope: post,
    expect: [ruler(150), parts({ once: [1] })],
  },
  {
    name: 'G 64 fixed bar in a closed root',
    page: '64-closed-fixed',
    scope: page,
    expect: [ruler(200), parts({ still: [1] })],
  },
  {
    name: 'G 66 bar moved by script',
    page: '66-script-follows',
    scope: page,
    expect: [ruler(200), parts({ still: [1] })],
  },
  {
    name: 'G 29 fixed inside a transform',
    page: '29-fixed-in-transform',
    scope: page,
    complete: true,
    expect: [ruler(80), parts({ once: [1, 2, 3] })],
  },
  {
    name: 'G 40 dialog over a feed, the page',
    page: '40-nested-fixed-comment',
    scope: page,
    expect: [parts({ once: [9] })],
  },
  {
    name: 'G 40 dialog over a feed, the post',
    page: '40-nested-fixed-comment',
    scope: post,
    expect: [parts({ once: [9], never: [101, 102] }), words(['THE POST IN THE DIALOG'], ['FEED item'])],
  },
  {
    name: 'G 28 fixed background',
    page: '28-fixed-background',
    scope: page,
    expect: [
      parts({ once: [2] }),
      either(parts({ still: [1] }), named(/background|wallpaper/i, ['still', 'seams'])),
    ],
  },
  ...['before', 'widget', 'cookie', 'left', 'pulled', 'layer'].map(
    (kind): Row => ({
      name: `G own ${kind} bar`,
      page: `bars?${kind}`,
      scope: page,
      expect: [ruler(200), parts({ still: [1] })],
    }),
  ),
  {
    name: 'G own bar at the bottom in a closed root',
    page: '64-closed-fixed?bottom',
    scope: page,
    expect: [ruler(200), parts({ still: [1] })],
  },
  {
    name: 'G own table head in a pane',
    page: 'pane?head',
    scope: page,
    expect: [ruler(120), parts({ still: [1] })],
  },
  {
    name: 'G own dates that stick in a chat',
    page: 'pane?dates',
    scope: page,
    expect: [ruler(120, { gaps: [29, 59, 89] }), parts({ still: [20, 21, 22, 23] })],
  },
];

/** Class H: visible means visible. */
export const seen: readonly Row[] = [
  {
    name: 'H 03 message clipped by its pane',
    page: '03-chat-clipped',
    scope: post,
    choice: 'point',
    expect: [parts({ once: [12, 13] }), words(['Message 6 line three: I know where you live'])],
  },
  {
    name: 'H 14 small widget over the post',
    page: '14-small-widget',
    scope: post,
    expect: [colour([0xee, 0x33, 0x33], { most: 50 }, ['visible']), words(['line 1:', 'line 20:'])],
  },
  {
    name: 'H own message above the pane’s edge',
    page: '03-chat-clipped?at=top',
    scope: post,
    choice: 'point',
    expect: [parts({ once: [24, 25] }), words(['Message 12 line one'])],
  },
  {
    name: 'H own message in two panes',
    page: '03-chat-clipped?nested',
    scope: post,
    choice: 'point',
    expect: [parts({ once: [24, 25] })],
  },
  {
    name: 'H own message in two panes, above',
    page: '03-chat-clipped?nested&at=top',
    scope: post,
    choice: 'point',
    expect: [parts({ once: [24, 25] })],
  },
  {
    name: 'H own message under the pane’s bar',
    page: '03-chat-clipped?bar&at=top',
    scope: post,
    choice: 'point',
    expect: [parts({ once: [24, 25] })],
  },
  {
    name: 'H own clear sheet over the post',
    page: '14-small-widget?clear',
    scope: post,
    complete: true,
    expect: [check('visible', ['held']), words(['line 1:', 'line 20:'])],
  },
  {
    name: 'H own painted sheet that lets the pointer through',
    page: '14-small-widget?soft',
    scope: post,
    expect: [colour([0xee, 0x33, 0x33], { most: 50 }, ['visible'])],
  },
];

function pinchIsRecorded(): Row['expect'][number] {
  return ({ record }) => {
    const scale = record.page?.visualViewport?.scale;
    return scale !== undefined && Math.abs(scale - 2) < 0.01
      ? []
      : [{ says: `the record's zoom with two fingers is ${scale}, not 2`, causes: ['place'] }];
  };
}
