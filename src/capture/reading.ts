import type { PageAnswer } from '../messaging/page-protocol.ts';
import type { CaptureCheck } from '../model/capture-check.ts';
import { copyCheck } from './compare-copy.ts';
import type { CaptureContext } from './context.ts';

/** How long the copy may take, in milliseconds: a long page has much to write down. */
export const snapshotLimitMs = 20_000;

/** How long it may take to draw the copy, in milliseconds. */
const drawingLimitMs = 20_000;

/** What the page says of itself once its pictures are taken. Each answer rejects as `CaptureContext.ask` does. */
export interface Reading {
  readonly snapshot: Promise<PageAnswer<'snapshot'>>;
  /** Whether the copy, drawn once, shows what the page showed. Never rejects; undefined when there is no copy. */
  readonly comparison: Promise<Omit<CaptureCheck, 'check'> | undefined>;
  readonly post: Promise<readonly [post: PageAnswer<'readPost'>, text: PageAnswer<'readText'>]>;
}

/** Asks for the post, the text and the copy, once: while the pictures are being joined, the page can answer. */
export function startReading(context: CaptureContext): Reading {
  const { state } = context;
  if (state.reading === undefined) {
    const post = readPost(context);
    const snapshot = context.ask('snapshot', undefined, snapshotLimitMs);
    for (const answer of [post, snapshot]) answer.catch(() => undefined);
    const comparison = snapshot.then(
      copy => compareCopy(context, copy),
      () => undefined,
    );
    state.reading = { post, snapshot, comparison };
  }
  return state.reading;
}

/** Drops what was read: the page has moved since, or will be moved. */
export function forgetReading({ state }: CaptureContext): void {
  delete state.reading;
}

async function compareCopy(
  { ports }: CaptureContext,
  { html, shown, unread }: PageAnswer<'snapshot'>,
): Promise<Omit<CaptureCheck, 'check'>> {
  const late = ports.clock.sleep(drawingLimitMs).then(() => {
    throw new Error('it took too long');
  });
  try {
    return copyCheck(shown, await Promise.race([ports.copies.draw(html, shown.view), late]), unread);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { result: 'not-made', detail: `The copy could not be drawn to compare it with the page: ${why}.` };
  } finally {
    late.catch(() => undefined);
  }
}

async function readPost(context: CaptureContext): Promise<Awaited<Reading['post']>> {
  const [post, text] = await context.askInOrder([
    { question: 'readPost', args: { addressAlone: context.request.scope !== 'post' } },
    { question: 'readText', args: undefined },
  ]);
  return [context.answerOf('readPost', post), context.answerOf('readText', text)];
}
