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
  /** What a zoom with two fingers shows of the window; `scale` 1 and the whole window where there is none. */
  visual: rectSchema.extend({ scale: z.number().positive() }),
  /** The status of the server's answer, where the browser tells. */
  httpStatus: z.int().min(100).max(599).optional(),
  zone: z.string(),
  offsetMinutes: z.int(),
  userAgent: z.string(),
});
export type PageMeasure = z.infer<typeof pageMeasureSchema>;

/** What is to be seen whole: the chosen post, or the page, which may be a pane of it or a dialog in front. */
export const targetSchema = z.enum(['page', 'post']);
export type Target = z.infer<typeof targetSchema>;

/** What a post is known by: its number or link, its words (a digest, for comparing only) and its author line. */
export const identitySchema = z.object({
  key: z.string().optional(),
  words: z.string(),
  author: z.string().optional(),
  /** Digests of the posts in view, of a page without a chosen one: elsewhere on the page they are others. */
  posts: z.array(z.string()).max(100).optional(),
});
export type Identity = z.infer<typeof identitySchema>;

/**
 * How the target lies in the window, all of it read in one task. Lengths in CSS pixels. `port` is the part of the
 * window in which the target can be seen now, clipped by all that clips it; its area is 0 where nothing can be seen.
 * `at` is the port's corner counted from the target's own left upper corner, `whole` the target's size.
 */
export const viewSchema = z.object({
  measure: pageMeasureSchema,
  whole: z.object({ width: z.number(), height: z.number() }),
  port: rectSchema,
  at: z.object({ x: z.number(), y: z.number() }),
  /** What is scrolled to see the rest, in plain words, where it is not the window. */
  scroller: z.string().optional(),
  /** Undefined where no post is chosen. */
  identity: identitySchema.optional(),
  /** How many letters the document's code holds, shown or not; of pages alone. */
  letters: z.int().min(0).optional(),
  /** What lies over the target within the port, in window coordinates. */
  covers: z.array(z.object({ rect: rectSchema, detail: z.string() })).max(50),
  /** What may look otherwise in every frame: films, drawings, animations, the caret. Window coordinates. */
  restless: z.array(rectSchema).max(200),
  /** Pictures, fonts and animations in view that had not come or ended, in plain words with their place. */
  pending: z.array(z.string()).max(50),
  /** Whether the screen is known to show what the agent last changed: enough frames have begun since. */
  presented: z.boolean(),
  /** Whether the document has changed by itself since then, as one with a clock or a counter always has. */
  isChanging: z.boolean(),
  /** Where Holdfast last drew over the page (window coordinates), with the colour, so that pictures can be searched for it. */
  marks: z.array(z.object({ rect: rectSchema, color: z.tuple([z.int(), z.int(), z.int()]) })).max(20),
});
export type View = z.infer<typeof viewSchema>;

/**
 * The text of the chosen post, or of the page when none was chosen, as it was seen; how many words of the code were
 * not seen, or could not be decided, and what style did to the others.
 */
export const seenTextSchema = z.object({
  text: z.string(),
  unseen: z.int().min(0),
  doubtful: z.int().min(0),
  notes: z.array(z.string()).max(20),
});
export type SeenTextAnswer = z.infer<typeof seenTextSchema>;

/**
 * What a page or its copy shows, one entry a part, in the order of the document. `kinds` has a letter for each: `w`ords,
 * `p`icture, `d`rawing, `f`ield, other `b`ox; a capital where an animation may be moving it. `words` are empty for
 * all but words, and for fields hold what is ticked or chosen; `boxes` are four numbers each: left, top, width, height in the window, in CSS pixels.
 */
export const visiblePartsSchema = z.object({
  kinds: z.string(),
  words: z.array(z.string()),
  boxes: z.array(z.number()),
  /** There was more than is listed. */
  isCut: z.boolean(),
  /** The window through which it was seen, and how far it was scrolled. */
  view: z.object({
    width: z.number(),
    height: z.number(),
    x: z.number(),
    y: z.number(),
    devicePixelRatio: z.number(),
  }),
});
export type VisibleParts = z.infer<typeof visiblePartsSchema>;

/** What a copy lacks because browsers keep it from extensions: what kind, and in plain words how many. */
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
  /** How the target lies in the window now; with `frames` once the screen is known to show it so. Changes nothing. */
  view: viewSchema.nullable(),
  /**
   * Scrolls, window and panes, so that the point (`x`, `y`) of the target stands at its port's corner, or as near as
   * it can come; waits for frames and, at most `settleMs`, for what is in view. Null when the target is gone.
   */
  lookAt: viewSchema.nullable(),
  /**
   * Goes through the target screen by screen from `from`, so that what loads late is there, and treats what stood still
   * while the rest moved: it is hidden, or let stand in its own place, and named. Ends at `to`, at the target's end, or
   * after `budgetMs`, and answers how far it came.
   */
  walkThrough: z.object({
    reached: z.number(),
    wholeHeight: z.number(),
    isEnd: z.boolean(),
    changes: z.array(pageChangeSchema),
    /** Boxes (window coordinates, before they were hidden) of what was hidden. */
    still: z.array(rectSchema).max(400),
  }),
  /**
   * Waits until what is in view has come, the page is quiet and the screen shows it, or `timeLimitMs` has passed;
   * `pending` names what in view had not come.
   */
  settle: z.object({ quiet: z.boolean(), waitedMs: z.number(), pending: z.array(z.string()).max(50) }),
  /** Lets the user choose a post. Ends by choice, Escape, `dismissPicker`, or `removed` by the page. */
  pick: z.object({ outcome: z.enum(['chosen', 'cancelled', 'none', 'removed']) }),
  dismissPicker: z.null(),
  /** Takes, without asking, the post that the address names, else the first on the page. */
  choosePost: z.object({ outcome: z.enum(['chosen', 'none']) }),
  /**
   * Puts back every style and the scroll position, and looks whether the page is as it was; answers what it restored
   * and, in sentences, what is not as it was.
   */
  restore: z.object({ changes: z.array(pageChangeSchema), differs: z.array(z.string()).max(20) }),
  /**
   * What cannot be in the picture or the copy: frames of other sites, inner scrolling boxes, players; and what an
   * interrupted recording had left altered and the agent put right when it was placed.
   */
  limits: z.array(pageChangeSchema),
  /**
   * The page as one HTML file without scripts; `notes` say what was left out. Read in the same task: the address, a
   * digest of the words shown (for comparing only), and all that is shown with its place. `unread` names, for people,
   * what browsers keep from extensions, so that the copy may look otherwise.
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
   * The post, the text and how the target lies, read in one task; the copy that `snapshot` answers afterwards is begun in
   * the same task. `post` is what the chosen post says, or the
   * one that the address names; null when there is none; with `addressAlone`, what the address of a platform says by itself
   * where the page shows no such post: a profile, a story, a chat. `text` of the chosen post, or of the page when none was chosen.
   * `shown` is the text in the box of the post that was read; null when none was. `isLayoutKnown` is false where the address
   * names a post of a platform and the page shows none in a layout that this version can read.
   */
  read: z.object({
    view: viewSchema.nullable(),
    post: pagePostSchema.nullable(),
    text: seenTextSchema,
    shown: z.string().nullable(),
    isLayoutKnown: z.boolean(),
  }),
  /** Draws the page again with html2canvas; answers a PNG as base64. Only when the browser refuses pixels. */
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
