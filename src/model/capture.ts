import { z } from 'zod';
import { captureCheckSchema } from './capture-check.ts';
import { exhibitReferenceSchema } from './exhibit.ts';
import { captureIdSchema, instantSchema, sha256Schema } from './identifiers.ts';
import { postSchema } from './post.ts';

/** What the user asked to record: one post, what the window shows, or the page from top to bottom. */
export const captureScopeSchema = z.enum(['post', 'viewport', 'page']);
export type CaptureScope = z.infer<typeof captureScopeSchema>;

/** The steps of a capture in their order. */
export const captureSteps = [
  'guard',
  'clocks',
  'settle',
  'tiles',
  'stitch',
  'snapshot',
  'post',
  'commit',
  'time-stamp',
] as const;
export const captureStepSchema = z.enum(captureSteps);
export type CaptureStep = z.infer<typeof captureStepSchema>;

/** How one step ended. `reason` is a sentence in plain words and is present unless the step was done. */
export const stepOutcomeSchema = z.object({
  step: captureStepSchema,
  outcome: z.enum(['done', 'skipped', 'failed']),
  reason: z.string().optional(),
});
export type StepOutcome = z.infer<typeof stepOutcomeSchema>;

export const artifactRoleSchema = z.enum([
  'screenshot-viewport',
  'screenshot-full-page',
  'screenshot-post',
  'tile',
  'page-snapshot',
  'page-mhtml',
  'post-text',
  'capture-record',
  'time-stamp',
]);
export type ArtifactRole = z.infer<typeof artifactRoleSchema>;

/**
 * Files that hold what a page looked like: they stay back together, or go together. Its text and the record hold no
 * pixels.
 */
export const picturedRoles: ReadonlySet<ArtifactRole> = new Set<ArtifactRole>(
  artifactRoleSchema.exclude(['post-text', 'capture-record', 'time-stamp']).options,
);

/**
 * How an image was made. `browser`: the browser's own pixels, untouched. `crop` and `stitch`: cut from or
 * joined out of such pixels. `re-render`: drawn again from the page's code by html2canvas; it may differ
 * from what was on the screen, and every report says so.
 */
export const imageMethodSchema = z.enum(['browser', 'crop', 'stitch', 're-render']);
export type ImageMethod = z.infer<typeof imageMethodSchema>;

/** Where an artifact stands below its exhibit's folder: plain ASCII, no spaces, at most one folder deep. */
export const artifactPathSchema = z
  .string()
  .regex(/^(?:[a-z0-9][a-z0-9-]*\/)?[a-z0-9][a-z0-9-]*\.[a-z0-9]{1,8}$/);

/** In bytes: more than a browser can keep. */
const largestFile = 1e12;

/** One file that a capture produced. `size` is in bytes; `path` is relative to the exhibit's folder. */
export const artifactSchema = z.object({
  role: artifactRoleSchema,
  path: artifactPathSchema,
  mediaType: z.string(),
  size: z.int().nonnegative().max(largestFile),
  sha256: sha256Schema,
  method: imageMethodSchema.optional(),
});
export type Artifact = z.infer<typeof artifactSchema>;

/** No browser lays out a page as long as this, in CSS pixels or in those of any screen. */
const longest = 1e9;
const lengthSchema = z.number().min(-longest).max(longest);
/** More times larger than any browser shows a page, and more device pixels than stand for one on any screen. */
const factorSchema = z.number().positive().max(1_000);

/** Lengths in CSS pixels. */
const rectSchema = z.object({
  x: lengthSchema,
  y: lengthSchema,
  width: lengthSchema,
  height: lengthSchema,
});
export type Rect = z.infer<typeof rectSchema>;

/**
 * The page as the browser showed it. `address` is what the address bar held when the capture began,
 * `finalAddress` after the last picture: where the page went later, the changes say. Lengths are CSS pixels. `zoom` is the
 * browser's zoom factor (1 = 100 %).
 */
export const pageSchema = z.object({
  address: z.string(),
  finalAddress: z.string(),
  canonicalAddress: z.string().optional(),
  title: z.string(),
  language: z.string().optional(),
  referrer: z.string().optional(),
  viewport: z.object({ width: lengthSchema, height: lengthSchema }),
  document: z.object({ width: lengthSchema, height: lengthSchema }),
  scroll: z.object({ x: lengthSchema, y: lengthSchema }),
  /** What of the page is in the picture; `left` and `right` are absent in records of earlier versions. */
  recordedRange: z
    .object({
      top: lengthSchema,
      bottom: lengthSchema,
      left: lengthSchema.optional(),
      right: lengthSchema.optional(),
    })
    .optional(),
  region: rectSchema.optional(),
  /** What was scrolled to see the rest, where it was not the window: a pane or a dialog in front, in plain words. */
  scroller: z.string().optional(),
  /** The part of the window that a zoom with two fingers showed; absent where there was none. */
  visualViewport: rectSchema.extend({ scale: factorSchema }).optional(),
  /** The status with which the server answered (RFC 9110, section 15), where the browser tells. */
  httpStatus: z.int().min(100).max(599).optional(),
  zoom: factorSchema,
  devicePixelRatio: factorSchema,
  sidePanelOpen: z.boolean().optional(),
  privateWindow: z.boolean(),
});
export type Page = z.infer<typeof pageSchema>;

/** This computer's clock. `offsetMinutes` is minutes east of UTC. `serverDate` is the page's HTTP Date header. */
export const clocksSchema = z.object({
  capturedAt: instantSchema,
  zone: z.string(),
  offsetMinutes: z.int().min(-1_440).max(1_440),
  serverDate: instantSchema.optional(),
  genTime: instantSchema.optional(),
});
export type Clocks = z.infer<typeof clocksSchema>;

export const softwareSchema = z.object({
  name: z.literal('Holdfast'),
  version: z.string(),
  buildDigest: sha256Schema,
  browser: z.string(),
  os: z.string(),
});
export type Software = z.infer<typeof softwareSchema>;

/** Something Holdfast did to the page while capturing, or a limit it met, in plain words. */
export const pageChangeSchema = z.object({
  kind: z.enum(['scrolled', 'hidden', 'restored', 'waited', 'truncated', 'not-recorded', 'other']),
  detail: z.string(),
});
export type PageChange = z.infer<typeof pageChangeSchema>;

/** How one image was put together, so that anyone can repeat it from the tiles. Lengths in device pixels. */
export const compositionSchema = z.object({
  path: artifactPathSchema,
  width: z.int().positive().max(longest),
  height: z.int().positive().max(longest),
  parts: z.array(
    z.object({
      path: artifactPathSchema,
      from: rectSchema,
      to: z.object({ x: z.int().min(-longest).max(longest), y: z.int().min(-longest).max(longest) }),
    }),
  ),
});
export type Composition = z.infer<typeof compositionSchema>;

/**
 * The event of the case's chain right before that of the recording, which was the last one when the record was made final.
 * Its digest goes on to the event before it, and so to the first: whoever knows when the record existed, by a time-stamp
 * over it, knows that of every event up to this one, and none of them can be told otherwise afterwards. What comes later in
 * the chain it does not fix.
 */
export const previousEventSchema = z.object({ sequence: z.int().positive(), digest: sha256Schema });
export type PreviousEvent = z.infer<typeof previousEventSchema>;

/** `capture.json`: what the machine observed. It is written once and never changed. Absent means not found. */
export const captureRecordSchema = z.object({
  formatVersion: z.literal(1),
  id: captureIdSchema,
  reference: exhibitReferenceSchema,
  scope: captureScopeSchema,
  outcome: z.enum(['complete', 'partial']),
  startedAt: instantSchema,
  completedAt: instantSchema,
  page: pageSchema.optional(),
  post: postSchema.optional(),
  clocks: clocksSchema.optional(),
  software: softwareSchema,
  pageChanges: z.array(pageChangeSchema),
  steps: z.array(stepOutcomeSchema),
  artifacts: z.array(artifactSchema),
  compositions: z.array(compositionSchema).optional(),
  /** Absent in records of versions that made no checks. */
  checks: z.array(captureCheckSchema).optional(),
  /** Absent in records of versions that named none. The log adds it with the commit. */
  previousEvent: previousEventSchema.optional(),
});
export type CaptureRecord = z.infer<typeof captureRecordSchema>;
