import { expect, it } from 'vitest';
import { leavesOf } from '../../scripts/readers/leaves.ts';

it('names every text that was read, and none that tells nothing of the page', () => {
  const said = {
    reader: 'x/2026',
    kind: 'post',
    postId: '1',
    account: { handle: 'robin' },
    displayedTime: { text: '2 h', language: 'en', zone: 'UTC' },
    machineTime: { at: '2024-08-15T04:52:40.000Z', toleranceSeconds: 1 },
    counts: { likes: '3' },
    media: [{ kind: 'image', address: 'a.png' }],
    related: [{ relation: 'quoted', account: { handle: 'kim' }, displayedTime: { text: '1 d' } }],
    notes: ['A note.'],
  };
  expect(Object.fromEntries(leavesOf(said))).toEqual({
    postId: '1',
    handle: 'robin',
    displayedTime: '2 h',
    machineTime: '2024-08-15T04:52:40.000Z',
    'counts.likes': '3',
    'media.1.address': 'a.png',
    'related.1.handle': 'kim',
    'related.1.displayedTime': '1 d',
  });
});
