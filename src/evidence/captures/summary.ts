import { z } from 'zod';
import { type CaptureRecord, captureRecordSchema, captureScopeSchema } from '../../model/capture.ts';
import { type Words, wordsSchema } from '../../model/case.ts';
import { exhibitReferenceSchema } from '../../model/exhibit.ts';
import { instantSchema } from '../../model/identifiers.ts';
import { type PostedAt, postedAtSchema } from '../../model/post.ts';

/** Length of the post's excerpt in a list, in characters. */
const excerptLength = 280;

/** The sealed content of a capture's row: enough for a list without opening the record. */
export const summarySchema = z.object({
  reference: exhibitReferenceSchema,
  capturedAt: instantSchema,
  scope: captureScopeSchema,
  outcome: captureRecordSchema.shape.outcome,
  title: z.string(),
  address: z.string(),
  platform: z.string().optional(),
  handle: z.string().optional(),
  displayName: z.string().optional(),
  excerpt: z.string().optional(),
  postedAt: postedAtSchema.optional(),
  tags: wordsSchema.shape.tags,
  people: wordsSchema.shape.people,
  hasWords: z.boolean(),
});
export type Summary = z.infer<typeof summarySchema>;

/** The summary of a capture without words. */
export function summaryOf(record: CaptureRecord): Summary {
  const { page, post } = record;
  return {
    reference: record.reference,
    capturedAt: record.clocks?.capturedAt ?? record.startedAt,
    scope: record.scope,
    outcome: record.outcome,
    title: page?.title ?? '',
    address: page?.address ?? '',
    platform: post?.platform,
    handle: post?.account.handle,
    displayName: post?.account.displayName,
    excerpt: post?.text === undefined ? undefined : excerptOf(post.text),
    postedAt: post === undefined ? undefined : bestOf(post.postedAt),
    tags: [],
    people: [],
    hasWords: false,
  };
}

/** The summary with the latest words. */
export function withWords(summary: Summary, words: Words): Summary {
  const { tags, people, whatHappened, impact } = words;
  const hasWords = whatHappened !== '' || impact !== '' || tags.length > 0 || people.length > 0;
  return { ...summary, tags, people, hasWords };
}

/** Cut at whole characters. */
function excerptOf(text: string): string {
  return [...text.slice(0, excerptLength * 2)].slice(0, excerptLength).join('');
}

function bestOf(times: readonly PostedAt[]): PostedAt | undefined {
  return times.find(({ method }) => method === 'machine-time') ?? times[0];
}
