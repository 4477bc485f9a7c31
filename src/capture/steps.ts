import { clocks } from './steps/clocks.ts';
import { guard } from './steps/guard.ts';
import { post } from './steps/post.ts';
import { settle } from './steps/settle.ts';
import { snapshot } from './steps/snapshot.ts';
import type { Step } from './steps/step.ts';
import { stitch } from './steps/stitch.ts';
import { tiles } from './steps/tiles.ts';

/** The steps of a capture, in order; commit and time-stamp follow in every case. */
export const steps: readonly Step[] = [guard, clocks, settle, tiles, stitch, snapshot, post];
