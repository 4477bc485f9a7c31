import { type CaptureRecord, captureRecordSchema } from '../../src/model/capture.ts';
import { exhibitReference } from '../../src/model/exhibit.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import type { Account, Post } from '../../src/model/post.ts';
import { captureId } from './fake-ports.ts';

/** A record with this number of one post under this account, on X unless told otherwise. */
export function recordOf(number: number, account: Account, change: Partial<Post> = {}): CaptureRecord {
  const at = toInstant(Date.UTC(2026, 0, number));
  const address = 'https://x.com/someone/status/1';
  return captureRecordSchema.parse({
    formatVersion: 1,
    id: captureId(number),
    reference: exhibitReference('ABC', number),
    scope: 'post',
    outcome: 'complete',
    startedAt: at,
    completedAt: at,
    page: {
      address,
      finalAddress: address,
      title: '',
      viewport: { width: 1, height: 1 },
      document: { width: 1, height: 1 },
      scroll: { x: 0, y: 0 },
      zoom: 1,
      devicePixelRatio: 1,
      privateWindow: false,
    },
    post: { platform: 'x', kind: 'post', account, postedAt: [], ...change },
    software: { name: 'Holdfast', version: '0', buildDigest: 'a'.repeat(64), browser: 'b', os: 'o' },
    pageChanges: [],
    steps: [],
    artifacts: [],
  });
}
