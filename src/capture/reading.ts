import type { PageAnswer } from '../messaging/page-protocol.ts';
import type { CaptureContext } from './context.ts';

/** How long the copy may take, in milliseconds: a long page has much to write down. */
export const snapshotLimitMs = 20_000;

/** What the page says of itself once its pictures are taken. Each answer rejects as `CaptureContext.ask` does. */
export interface Reading {
  readonly snapshot: Promise<PageAnswer<'snapshot'>>;
  readonly post: Promise<readonly [post: PageAnswer<'readPost'>, text: PageAnswer<'readText'>]>;
}

/** Asks for the post, the text and the copy, once: while the pictures are being joined, the page can answer. */
export function startReading(context: CaptureContext): Reading {
  const { state } = context;
  if (state.reading === undefined) {
    const post = readPost(context);
    const snapshot = context.ask('snapshot', undefined, snapshotLimitMs);
    for (const answer of [post, snapshot]) answer.catch(() => undefined);
    state.reading = { post, snapshot };
  }
  return state.reading;
}

/** Drops what was read: the page has moved since, or will be moved. */
export function forgetReading({ state }: CaptureContext): void {
  delete state.reading;
}

async function readPost(context: CaptureContext): Promise<Awaited<Reading['post']>> {
  const [post, text] = await context.askInOrder([
    { question: 'readPost', args: { addressAlone: context.request.scope !== 'post' } },
    { question: 'readText', args: undefined },
  ]);
  return [context.answerOf('readPost', post), context.answerOf('readText', text)];
}
