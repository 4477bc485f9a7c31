import { browser } from 'wxt/browser';
import { z } from 'zod';
import { leftAt } from '../model/left.ts';

const leftSchema = z.object({ [leftAt]: z.number().optional() });

/** Calls `onLeft` when the user leaves every page at once. Call it synchronously while the background starts. */
export function whenLeft(onLeft: () => void): void {
  browser.storage.session.onChanged.addListener(changes => {
    if (leftAt in changes) onLeft();
  });
}

/** Whether the user has left every page since this moment, in milliseconds since the Unix epoch. */
export async function hasLeftSince(moment: number): Promise<boolean> {
  const { [leftAt]: left = -1 } = leftSchema.parse(await browser.storage.session.get(leftAt));
  return left >= moment;
}
