import type { FaultWords } from './faults.ts';

/** Shown while a new version waits, since installing it closes every page of Holdfast. */
export const updateWords: FaultWords = {
  happened: 'A new version of Holdfast is ready.',
  kept: 'It waits, so that nothing you are doing is lost. You can go on as before.',
  next: 'When you are done, save what you typed. Then close the browser and open it again.',
};
