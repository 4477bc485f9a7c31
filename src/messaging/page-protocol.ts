import { z } from 'zod';
import { pageChangeSchema } from '../model/capture.ts';
import { countsSchema, displayedTimeSchema, machineTimeSchema, postSchema } from '../model/post.ts';

const rectSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** Lengths in CSS pixels. `client` is the viewport without scroll bars, `inner` with them. */
export const pageMeasureSchema = z.object({
  address: z.string(),
  canonicalAddress: z.string().optional(),
  title: z.string(),
  language: z.string().optional(),
  referrer: z.string().optional(),
  inner: z.object({ width: z.number(), height: z.number() }),
  client: z.object({ width: z.number(), height: z.number() }),
  document: z.object({ width: z.number(), height: z.number() }),
  scroll: z.object({ x: z.number(), y: z.number() }),
  devicePixelRatio: z.number().positive(),
  zone: z.string(),
  offsetMinutes: z.int(),
  userAgent: z.string(),
});
export type PageMeasure = z.infer<typeof pageMeasureSchema>;

/** What a post's element says, before derived times are added. */
export const pagePostSchema = postSchema.omit({ postedAt: true }).extend({
  counts: countsSchema.optional(),
  displayedTime: displayedTimeSchema.optional(),
  machineTime: machineTimeSchema.optional(),
});
export type PagePost = z.infer<typeof pagePostSchema>;

/**
 * Everything the background may ask of the code inside the page, by name, with the schema of the answer.
 * The page shares a process with whoever wrote it: every answer is untrusted and is parsed.
 */
export const pageAnswers = {
  /** Measures the page. Changes nothing. */
  measure: pageMeasureSchema,
  /** Waits until fonts, images in view and layout are quiet, or `timeLimitMs` has passed. */
  settle: z.object({ quiet: z.boolean(), waitedMs: z.number() }),
  /** Lets the user choose a post. Ends by choice, Escape, `dismissPicker`, or `removed` by the page. */
  pick: z.object({ outcome: z.enum(['chosen', 'cancelled', 'none', 'removed']) }),
  dismissPicker: z.null(),
  /** Takes, without asking, the post that the address names, else the first on the page. */
  choosePost: z.object({ outcome: z.enum(['chosen', 'none']) }),
  /** Where the chosen post is now, in document coordinates, and whether something covers it. */
  locatePost: z.object({ rect: rectSchema, visibleWhole: z.boolean() }).nullable(),
  /** Scrolls to `y` and waits for two frames and for images in view; answers where it came to rest. */
  scrollTo: z.object({ x: z.number(), y: z.number(), documentHeight: z.number() }),
  /**
   * Scrolls screen by screen from `from` to `to`, each time until the images in view are there, so that what loads
   * late is there. Ends at `to`, at the page's end, or after `budgetMs`; answers where the window's bottom is then.
   */
  scrollThrough: z.object({ reached: z.number(), documentHeight: z.number(), isEnd: z.boolean() }),
  /** Hides fixed and sticky elements that would repeat in a stitched image; each is named in plain words. */
  hideFloating: z.array(pageChangeSchema),
  /** Puts back every style and the scroll position; answers what it restored. */
  restore: z.array(pageChangeSchema),
  /** What cannot be in the picture or the copy: frames of other sites, inner scrolling boxes, players. */
  limits: z.array(pageChangeSchema),
  /** The page as one HTML file without scripts; `notes` say what was left out. */
  snapshot: z.object({ html: z.string(), notes: z.array(pageChangeSchema) }),
  /**
   * What the chosen post says, or the post that the address names; null when there is none. With `addressAlone`,
   * what the address of a platform says by itself where the page shows no such post: a profile, a story, a chat.
   */
  readPost: pagePostSchema.nullable(),
  /** The visible text of the chosen post, or of the page when none was chosen. */
  readText: z.string(),
  /** Draws the page again with html2canvas; answers a PNG as base64. Only when the browser refuses pixels. */
  rerender: z.object({ png: z.string(), width: z.int(), height: z.int() }),
} as const satisfies Record<string, z.ZodType>;

export type PageQuestion = keyof typeof pageAnswers;
export type PageAnswer<Q extends PageQuestion> = z.infer<(typeof pageAnswers)[Q]>;

/** What each question carries; those not listed carry nothing. */
export interface PageArguments {
  settle: { readonly timeLimitMs: number };
  scrollTo: { readonly y: number; readonly settleMs: number };
  scrollThrough: {
    readonly from: number;
    readonly to: number;
    readonly settleMs: number;
    readonly budgetMs: number;
  };
  hideFloating: Record<string, never>;
  readPost: { readonly addressAlone: boolean };
  rerender: { readonly scope: 'viewport' | 'page' | 'post' };
}
