import { sha256 } from '../../../src/crypto/digest.ts';
import { openLog } from '../../../src/evidence/open-log.ts';
import type { Artifact, CaptureRecord } from '../../../src/model/capture.ts';
import {
  type CaseId,
  captureIdSchema,
  caseIdSchema,
  sha256Schema,
  toInstant,
} from '../../../src/model/identifiers.ts';
import { sampleCapture, samplePage } from '../../../test/samples/capture.ts';
import { noisePng } from './noise-png.ts';

export type SeedRequest =
  /** Opens a case. */
  | { readonly title: string }
  /** Puts the captures from the one number up to the other into it; `size` is about the bytes of the one picture of each. */
  | { readonly caseId: string; readonly from: number; readonly to: number; readonly size: number };

/** Puts a part of a synthetic case into the log, through its own writer; answers the case's id. */
export async function run(request: SeedRequest): Promise<CaseId> {
  const log = openLog({ now: () => new Date() });
  try {
    if ('title' in request)
      return await log.writer.openCase({ title: request.title, initials: 'BEN', name: 'Bench' });
    const { from, to, size } = request;
    const caseId = caseIdSchema.parse(request.caseId);
    for (let index = from; index < to; index += 1) await seedOne(log.writer, caseId, size, index);
    return caseId;
  } finally {
    log.close();
  }
}

async function seedOne(
  writer: ReturnType<typeof openLog>['writer'],
  caseId: CaseId,
  size: number,
  index: number,
): Promise<void> {
  const captureId = captureIdSchema.parse(crypto.randomUUID());
  // The log says the same of when it was opened and written, as of every true recording.
  const at = toInstant(Date.now());
  await writer.begin({ captureId, caseId, scope: 'viewport', startedAt: at, state: 'running', steps: [] });
  const bytes = await noisePng(size);
  const artifact: Artifact = {
    role: 'screenshot-viewport',
    path: 'screenshot-viewport.png',
    mediaType: 'image/png',
    size: bytes.length,
    sha256: sha256Schema.parse(await sha256(bytes)),
    method: 'browser',
  };
  await writer.stage(captureId, artifact, bytes);
  const address = `https://x.com/bench_account/status/${index}`;
  const build = (reference: CaptureRecord['reference']) => ({
    record: sampleCapture({
      id: captureId,
      reference,
      scope: 'viewport',
      startedAt: at,
      page: samplePage(address, { title: `Bench ${index}` }),
      post: {
        platform: 'x',
        kind: 'post',
        account: { handle: 'bench_account', displayName: 'Bench account' },
        text: `Synthetic post ${index}. `.repeat(8),
        postedAt: [],
      },
      steps: (['guard', 'clocks', 'tiles', 'commit'] as const).map(step => ({ step, outcome: 'done' })),
      artifacts: [artifact],
    }),
  });
  await writer.commitCapture({ captureId, caseId, build });
}
