import { z } from 'zod';
import { instantSchema } from './identifiers.ts';

/** The account that a post is shown under, which does not show who wrote it. Absent means not found on the page. */
export const accountSchema = z.object({
  handle: z.string().optional(),
  displayName: z.string().optional(),
  accountId: z.string().optional(),
  profileAddress: z.string().optional(),
});
export type Account = z.infer<typeof accountSchema>;

/** In seconds: ten years, more than any platform's clock can be off. */
const toleranceSchema = z.number().nonnegative().max(315_360_000);

/**
 * One time of posting, with its source. `machine-time` is the page's own machine-readable time; `derived-from-id` is
 * computed from the platform's identifier and never stands alone as fact. `toleranceSeconds` is how far the true time
 * may be from `at`.
 */
export const postedAtSchema = z.object({
  at: instantSchema,
  method: z.enum(['machine-time', 'derived-from-id']),
  toleranceSeconds: toleranceSchema,
  caveat: z.string().optional(),
});
export type PostedAt = z.infer<typeof postedAtSchema>;

/** The text of a time as the page showed it to this viewer; it is never parsed. */
export const displayedTimeSchema = z.object({ text: z.string(), language: z.string(), zone: z.string() });
export type DisplayedTime = z.infer<typeof displayedTimeSchema>;

/** The page's own machine-readable time of one post. `toleranceSeconds` is how far the true time may be from `at`. */
export const machineTimeSchema = z.object({
  at: instantSchema,
  toleranceSeconds: toleranceSchema,
  caveat: z.string().optional(),
});
export type MachineTime = z.infer<typeof machineTimeSchema>;

/**
 * The kind of item at an address or in a block. A `reply` answers a comment; a `message` is one message or its
 * conversation; a `highlight` is a story that its author keeps; a `channel` is a room or a broadcast that others read.
 */
export const postKindSchema = z.enum([
  'post',
  'comment',
  'reply',
  'message',
  'story',
  'highlight',
  'video',
  'live',
  'profile',
  'group',
  'channel',
  'other',
]);
export type PostKind = z.infer<typeof postKindSchema>;

/** The platform's other stable identifiers, under its own names: `groupId`, `mediaId`, `conversationId`, `did`. */
export const idsSchema = z.record(z.string(), z.string());
export type Ids = z.infer<typeof idsSchema>;

/**
 * What an address alone says about a post, on the platform that the address belongs to. `permalink` is the canonical
 * address, without anything that may identify who shared it. `parentId` is the post that a comment or a reply belongs
 * to. `shortLink` is the code of a link that does not show its target; no request is made to follow it.
 */
export const postAddressSchema = z.object({
  kind: postKindSchema,
  postId: z.string().optional(),
  parentId: z.string().optional(),
  handle: z.string().optional(),
  accountId: z.string().optional(),
  ids: idsSchema.optional(),
  shortLink: z.string().optional(),
  permalink: z.string(),
});
export type PostAddress = z.infer<typeof postAddressSchema>;

/**
 * How an address relates to a platform that a record names. `own`: on that platform's hosts. `other`: on another
 * platform's. `nowhere`: on no known host. `said` is what an address on the platform itself says about a post or an
 * account; absent where it says nothing. `namesAuthor`: a handle in it is always that of the post's author.
 */
export interface AddressReading {
  readonly isKnownPlatform: boolean;
  readonly place: 'own' | 'other' | 'nowhere';
  readonly said?: PostAddress;
  readonly namesAuthor: boolean;
}

/** Reach figures as the page showed them, as text ("1.2K"), under the platform's own names. */
export const countsSchema = z.record(z.string(), z.string());

/** Another post that this one quotes, answers or repeats, with its own author and time. */
export const relatedPostSchema = z.object({
  relation: z.enum(['quoted', 'parent', 'reposted']),
  postId: z.string().optional(),
  permalink: z.string().optional(),
  account: accountSchema.optional(),
  text: z.string().optional(),
  displayedTime: displayedTimeSchema.optional(),
  machineTime: machineTimeSchema.optional(),
});
export type RelatedPost = z.infer<typeof relatedPostSchema>;

/**
 * A post as read from the page. Absent fields mean "not found", never "none". `edited` is the page's mark that it was
 * changed, as shown; `signedIn` is the account that the page was shown to. `reader` names the post's layout by platform
 * and when it was last seen, such as `facebook/2026-08` or `web/phpbb`; `unknown` where no layout known to this version
 * fits. It is absent where only the page's address was read, and in records of earlier versions.
 */
export const postSchema = z.object({
  platform: z.string(),
  reader: z.string().optional(),
  kind: postKindSchema,
  postId: z.string().optional(),
  parentId: z.string().optional(),
  ids: idsSchema.optional(),
  permalink: z.string().optional(),
  account: accountSchema,
  text: z.string().optional(),
  displayedTime: displayedTimeSchema.optional(),
  postedAt: z.array(postedAtSchema),
  edited: z.string().optional(),
  visibility: z.string().optional(),
  counts: countsSchema.optional(),
  media: z
    .array(z.object({ kind: z.string(), address: z.string().optional(), alt: z.string().optional() }))
    .optional(),
  related: z.array(relatedPostSchema).optional(),
  signedIn: accountSchema.optional(),
  notes: z.array(z.string()).optional(),
});
export type Post = z.infer<typeof postSchema>;
