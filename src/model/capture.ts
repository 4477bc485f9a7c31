import { z } from 'zod';
import { captureCheckSchema } from './capture-check.ts';
import { exhibitReferenceSchema } from './exhibit.ts';
import { captureIdSchema, instantSchema, sha256Schema } from './identifiers.ts';
import { postSchema } from './post.ts';

/** What the user chose to record: one post, what the window shows, or the page from top to bottom. */
export const captureScopeSchema = z.enum(['post', 'viewport', 'page']);
export type CaptureScope = z.infer<typeof captureScopeSchema>;

/** The steps of a capture in order. */
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

/** How one step ended. `reason` is a plain sentence, present unless the step was done. */
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

/** Files that hold the page's appearance, given or held back together. The text and the record hold no pixels. */
export const picturedRoles: ReadonlySet<ArtifactRole> = new Set<ArtifactRole>(
  artifactRoleSchema.exclude(['post-text', 'capture-record', 'time-stamp']).options,
);

/**
 * How an image was made. `browser`: the browser's own pixels, unchanged. `crop` and `stitch`: cut from or joined from
 * such pixels. `re-render`: drawn again from the page's code by html2canvas; it may differ from what was on the screen,
 * and every report says so.
 */
export const imageMethodSchema = z.enum(['browser', 'crop', 'stitch', 're-render']);
export type ImageMethod = z.infer<typeof imageMethodSchema>;

/** An artifact's path below its exhibit's folder: plain ASCII, no spaces, at most one folder deep. */
export const artifactPathSchema = z
  .string()
  .regex(/^(?:[a-z0-9][a-z0-9-]*\/)?[a-z0-9][a-z0-9-]*\.[a-z0-9]{1,8}$/);

/** In bytes: more than a browser can store. */
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

/** In CSS or device pixels: no browser lays out a longer page. */
const longest = 1e9;
const lengthSchema = z.number().min(-longest).max(longest);
/** Above the zoom of any browser and the device pixel ratio of any screen. */
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
 * The page as the browser showed it. `address` is what the address bar held when the capture began, `finalAddress`
 * after the last picture; `pageChanges` tell of later moves. Lengths are CSS pixels. `zoom` is the browser's zoom
 * factor (1 = 100 %).
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
  /** The part of the page in the picture; `left` and `right` are absent in records of earlier versions. */
  recordedRange: z
    .object({
      top: lengthSchema,
      bottom: lengthSchema,
      left: lengthSchema.optional(),
      right: lengthSchema.optional(),
    })
    .optional(),
  region: rectSchema.optional(),
  /** The element that was scrolled instead of the window, such as a pane or a dialog, in plain words. */
  scroller: z.string().optional(),
  /** The part of the window that a pinch zoom showed; absent without one. */
  visualViewport: rectSchema.extend({ scale: factorSchema }).optional(),
  /** The server's response status (RFC 9110, section 15), where the browser reports it. */
  httpStatus: z.int().min(100).max(599).optional(),
  zoom: factorSchema,
  devicePixelRatio: factorSchema,
  sidePanelOpen: z.boolean().optional(),
  privateWindow: z.boolean(),
});
export type Page = z.infer<typeof pageSchema>;

/** This computer’s clock. `offsetMinutes` is minutes east of UTC. Holdfast never asks for a `serverDate`. */
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

/** A change that Holdfast made to the page while capturing, or a limit it reached, in plain words. */
export const pageChangeSchema = z.object({
  kind: z.enum(['scrolled', 'hidden', 'restored', 'waited', 'truncated', 'not-recorded', 'other']),
  detail: z.string(),
});
export type PageChange = z.infer<typeof pageChangeSchema>;

/** How one image was assembled, so that anyone can repeat it from the tiles. Lengths are in device pixels. */
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
 * The event in the case's chain before the recording's own, which was the last one when the record was made final. Its
 * digest covers every earlier event. A time-stamp over the record therefore dates all events up to this one, and none
 * of them can be changed unnoticed afterwards. It does not fix later events.
 */
export const previousEventSchema = z.object({ sequence: z.int().positive(), digest: sha256Schema });
export type PreviousEvent = z.infer<typeof previousEventSchema>;

/** `capture.json`: what the program observed. It is written once and never changed. Absent means not found. */
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
  /** Absent in records of versions without checks. */
  checks: z.array(captureCheckSchema).optional(),
  /** Absent in records of versions that did not write it. The log adds it with the commit. */
  previousEvent: previousEventSchema.optional(),
});
export type CaptureRecord = z.infer<typeof captureRecordSchema>;
