import type { CaptureRecord } from '../../src/model/capture.ts';
import { exhibitReference } from '../../src/model/exhibit.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import type { Account, Post } from '../../src/model/post.ts';
import { sampleCapture, samplePage } from '../samples/capture.ts';
import { captureId } from './fake-ports.ts';

/** A record with this number of one post under this account, on X unless told otherwise. */
export function recordOf(number: number, account: Account, change: Partial<Post> = {}): CaptureRecord {
  return sampleCapture({
    id: captureId(number),
    reference: exhibitReference('ABC', number),
    startedAt: toInstant(Date.UTC(2026, 0, number)),
    page: samplePage('https://x.com/someone/status/1'),
    post: { platform: 'x', kind: 'post', account, postedAt: [], ...change },
  });
}
