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
  /** The part of the window shown under pinch zoom; the whole window with `scale` 1 when there is none. */
  visual: rectSchema.extend({ scale: z.number().positive() }),
  /** The status of the server's response, where the browser exposes it. */
  httpStatus: z.int().min(100).max(599).optional(),
  zone: z.string(),
  offsetMinutes: z.int(),
  userAgent: z.string(),
});
export type PageMeasure = z.infer<typeof pageMeasureSchema>;

/** What is to be seen whole: the chosen post, or the page, which may be one of its panes or a dialog in front. */
export const targetSchema = z.enum(['page', 'post']);
export type Target = z.infer<typeof targetSchema>;

/** What identifies a post: its number or link, a digest of its words (for comparing only), and its author line. */
export const identitySchema = z.object({
  key: z.string().optional(),
  words: z.string(),
  author: z.string().optional(),
  /** For a page without a chosen post: digests of the posts in view, which differ elsewhere on the page. */
  posts: z.array(z.string()).max(100).optional(),
});
export type Identity = z.infer<typeof identitySchema>;

/**
 * How the target lies in the window, read in one task. Lengths in CSS pixels. `port` is the part of the window in which
 * the target can be seen now, after all clipping; its area is 0 where nothing can be seen. `at` is the port's corner
 * relative to the target's upper left corner, `whole` the target's size.
 */
export const viewSchema = z.object({
  measure: pageMeasureSchema,
  whole: z.object({ width: z.number(), height: z.number() }),
  port: rectSchema,
  at: z.object({ x: z.number(), y: z.number() }),
  /** What is scrolled to see the rest, in plain words; undefined when it is the window. */
  scroller: z.string().optional(),
  /** Undefined where no post is chosen. */
  identity: identitySchema.optional(),
  /** How many letters the document's code holds, visible or not. For pages only. */
  letters: z.int().min(0).optional(),
  /** What lies over the target within the port, in window coordinates. */
  covers: z.array(z.object({ rect: rectSchema, detail: z.string() })).max(50),
  /** What may differ in every frame: videos, drawings, animations, the caret. Window coordinates. */
  restless: z.array(rectSchema).max(200),
  /** Pictures, fonts and animations in view that had not loaded or ended, in plain words with their place. */
  pending: z.array(z.string()).max(50),
  /** Whether enough frames have begun for the screen to show what the agent last changed. */
  presented: z.boolean(),
  /** Whether the document has changed by itself since then, as one with a clock or a counter does. */
  isChanging: z.boolean(),
  /** Where Holdfast last drew over the page (window coordinates), and the colour to search screenshots for. */
  marks: z.array(z.object({ rect: rectSchema, color: z.tuple([z.int(), z.int(), z.int()]) })).max(20),
});
export type View = z.infer<typeof viewSchema>;

/**
 * The text of the chosen post, or of the page when none was chosen, as it was seen. `unseen` and `doubtful` count the
 * words that were not seen or could not be decided; `notes` say what style did to the others.
 */
export const seenTextSchema = z.object({
  text: z.string(),
  unseen: z.int().min(0),
  doubtful: z.int().min(0),
  notes: z.array(z.string()).max(20),
});
export type SeenTextAnswer = z.infer<typeof seenTextSchema>;

/**
 * What a page or its copy shows, one entry per part, in document order. `kinds` has a letter per part: `w`ords,
 * `p`icture, `d`rawing, `f`ield, other `b`ox; a capital where an animation may be moving it. `words` is empty except
 * for words, and for what is ticked or chosen in fields. `boxes` has four numbers per part: left, top, width, height in
 * the window, in CSS pixels.
 */
export const visiblePartsSchema = z.object({
  kinds: z.string(),
  words: z.array(z.string()),
  boxes: z.array(z.number()),
  /** Whether there was more than is listed. */
  isCut: z.boolean(),
  /** The size of the window and how far it was scrolled. */
  view: z.object({
    width: z.number(),
    height: z.number(),
    x: z.number(),
    y: z.number(),
    devicePixelRatio: z.number(),
  }),
});
export type VisibleParts = z.infer<typeof visiblePartsSchema>;

/** What a copy lacks because browsers keep it from extensions: its kind, and how much in plain words. */
export const unreadSchema = z.object({ kind: z.enum(['style', 'font', 'picture']), detail: z.string() });
export type Unread = z.infer<typeof unreadSchema>;

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
  /** How the target lies in the window now; with `frames`, once the screen is known to show it. Changes nothing. */
  view: viewSchema.nullable(),
  /**
   * Scrolls the window and panes so that the point (`x`, `y`) of the target is at its port's corner, or as near as
   * possible; then waits for frames and, at most `settleMs`, for what is in view. Null when the target is gone.
   */
  lookAt: viewSchema.nullable(),
  /**
   * Goes through the target screen by screen from `from`, so that what loads late is loaded, and hides or puts in place
   * what stands still while the rest moves. Ends at `to`, at the target's end, or after `budgetMs`, and answers how far
   * it came.
   */
  walkThrough: z.object({
    reached: z.number(),
    wholeHeight: z.number(),
    isEnd: z.boolean(),
    changes: z.array(pageChangeSchema),
    /** Boxes of what was hidden (window coordinates, before it was hidden). */
    still: z.array(rectSchema).max(400),
  }),
  /**
   * Waits until what is in view has loaded, the page is quiet and the screen shows it, or `timeLimitMs` has passed;
   * `pending` names what in view had not loaded.
   */
  settle: z.object({ quiet: z.boolean(), waitedMs: z.number(), pending: z.array(z.string()).max(50) }),
  /** Lets the user choose a post. Ends by choice, Escape, `dismissPicker`, or `removed` by the page. */
  pick: z.object({ outcome: z.enum(['chosen', 'cancelled', 'none', 'removed']) }),
  dismissPicker: z.null(),
  /** Chooses, without asking, the post that the address names, else the first on the page. */
  choosePost: z.object({ outcome: z.enum(['chosen', 'none']) }),
  /** Restores every style and the scroll position; answers what it restored and, in sentences, what still differs. */
  restore: z.object({ changes: z.array(pageChangeSchema), differs: z.array(z.string()).max(20) }),
  /**
   * What cannot be in the screenshot or the snapshot: frames of other sites, inner scrolling boxes, players; and what
   * an interrupted recording had left altered and the agent restored when it was injected.
   */
  limits: z.array(pageChangeSchema),
  /**
   * The page as one HTML file without scripts; `notes` say what was left out. Read in the same task: the address, a
   * digest of the shown words (for comparing only), and all that is shown with its place. `unread` names what browsers
   * keep from extensions, so that the copy may look different.
   */
  snapshot: z.object({
    html: z.string(),
    notes: z.array(pageChangeSchema),
    address: z.string(),
    words: z.string(),
    shown: visiblePartsSchema,
    unread: z.array(unreadSchema),
  }),
  /**
   * The same copy made early, so that it can be drawn while a picture is taken; null for a page whose copy would keep
   * the page busy. It is never kept.
   */
  copyAhead: z.object({ html: z.string(), view: visiblePartsSchema.shape.view }).nullable(),
  /**
   * The post, the text and how the target lies, read in one task, which also begins the copy that `snapshot` answers
   * later. `post` is the chosen post, or the one that the address names; null when there is none. With `addressAlone`
   * it is what a platform's address says by itself where the page shows no such post: a profile, a story, a chat.
   * `text` is of the chosen post, or of the page when none was chosen. `shown` is the text in the box of the post that
   * was read, null when none was. `isLayoutKnown` is false where the address names a post and the page shows none in a
   * layout that this version can read.
   */
  read: z.object({
    view: viewSchema.nullable(),
    post: pagePostSchema.nullable(),
    text: seenTextSchema,
    shown: z.string().nullable(),
    isLayoutKnown: z.boolean(),
  }),
  /** Draws the page with html2canvas when the browser refuses pixels; answers a PNG as base64. */
  rerender: z.object({ png: z.string(), width: z.int(), height: z.int() }),
} as const satisfies Record<string, z.ZodType>;

export type PageQuestion = keyof typeof pageAnswers;
export type PageAnswer<Q extends PageQuestion> = z.infer<(typeof pageAnswers)[Q]>;

/** What each question carries; those not listed carry nothing. */
export interface PageArguments {
  settle: { readonly timeLimitMs: number };
  view: { readonly target: Target; readonly frames: boolean };
  lookAt: { readonly target: Target; readonly x: number; readonly y: number; readonly settleMs: number };
  walkThrough: {
    readonly target: Target;
    readonly from: number;
    readonly to: number;
    readonly settleMs: number;
    readonly budgetMs: number;
  };
  read: { readonly target: Target; readonly addressAlone: boolean };
  rerender: { readonly scope: 'viewport' | 'page' | 'post' };
}
