import type { Page } from 'puppeteer-core';
import { expressionOf } from '../drive/in-extension.ts';
import { type PageReading, type ReadOrder, readingSchema } from './reading.ts';
import { traced } from './traced.ts';

/** Runs the readers on an open page, in a world of their own as those of an extension. Throws what goes wrong in it. */
export async function readPage(page: Page, order: ReadOrder): Promise<PageReading> {
  const expression = await expressionOf('scripts/readers/page/read-traced.ts', order, [traced]);
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'readers',
  });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails !== undefined) {
    const { exception, text } = exceptionDetails;
    throw new Error(`the readers failed on this page: ${exception?.description ?? text}`);
  }
  return readingSchema.parse(result.value);
}
