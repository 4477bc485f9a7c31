import type { PageAnswer, PageMeasure } from '../messaging/page-protocol.ts';
import type { Answered, Question } from './browser.ts';
import type { CaptureContext } from './context.ts';

/** Where the chosen post stands; null when it stands nowhere, or none was to be recorded. */
export type PostPlace = PageAnswer<'locatePost'>;

/** How the page lies and where its chosen post is, both at one moment. */
export interface Stand {
  readonly measure: PageMeasure;
  readonly post: PostPlace;
}

/** What to ask for a {@link Stand}; the answers are read with {@link standOf}. */
export function standQuestions({ request }: CaptureContext): readonly Question[] {
  const measure = { question: 'measure', args: undefined } as const;
  return request.scope === 'post' ? [measure, { question: 'locatePost', args: undefined }] : [measure];
}

/** Reads the answers to {@link standQuestions}. Throws what kept the page from answering. */
export function standOf(context: CaptureContext, [measure, post]: readonly Answered[]): Stand {
  return {
    measure: context.answerOf('measure', measure),
    post: context.request.scope === 'post' ? context.answerOf('locatePost', post) : null,
  };
}

/** Asks the page how it stands now. Throws as `CaptureContext.ask` does. */
export async function askStand(context: CaptureContext, limitMs?: number): Promise<Stand> {
  return standOf(context, await context.askInOrder(standQuestions(context), limitMs));
}
