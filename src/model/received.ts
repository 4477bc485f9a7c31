import { z } from 'zod';
import { instantSchema, sha256Schema } from './identifiers.ts';

/** A bundle that somebody handed over and that is kept byte for byte. */
export const receivedIdSchema = z.uuid().brand<'ReceivedId'>();
export type ReceivedId = z.infer<typeof receivedIdSchema>;

const line = z.string().max(200);

/** What a check said of the file when it was received. */
export const receivedVerdictSchema = z.enum(['intact', 'altered', 'incomplete', 'unreadable']);

/**
 * How a bundle came, as the person who took it says. Every text may be empty; `receivedAt` is their own statement
 * and `keptAt` of {@link ReceivedBundle} the moment by the computer's clock.
 */
export const receiptFactsSchema = z.object({
  from: z.object({ name: line, organisation: line }),
  /** By what it came: a memory stick, an upload, an e-mail. */
  medium: line,
  place: line,
  receivedAt: instantSchema,
  /** Who took it: rank, name, number and force in one line. */
  officer: z.string().max(400),
  remarks: z.string().max(5_000),
});
export type ReceiptFacts = z.infer<typeof receiptFactsSchema>;

/** How many findings of each kind the check gave. */
export const findingCountsSchema = z.object({
  success: z.int().nonnegative(),
  notice: z.int().nonnegative(),
  missing: z.int().nonnegative(),
  failure: z.int().nonnegative(),
  unreadable: z.int().nonnegative(),
});
export type FindingCounts = z.infer<typeof findingCountsSchema>;

/** A finding that is not a success, as the receipt prints it. */
export const keptFindingSchema = z.object({
  code: line,
  severity: z.enum(['notice', 'missing', 'failure', 'unreadable']),
  subject: z.string().max(400),
  detail: z.string().max(1_000),
});
export type KeptFinding = z.infer<typeof keptFindingSchema>;

/** The most findings that are kept by themselves; the counts are of all. */
export const mostKeptFindings = 500;

/** An exhibit of a received bundle, as that bundle's own records have it; nothing of it was made here. */
export const receivedExhibitSchema = z.object({
  reference: line,
  capturedAt: instantSchema.optional(),
  platform: line.optional(),
  account: line.optional(),
  address: z.string().max(4_000).optional(),
});
export type ReceivedExhibit = z.infer<typeof receivedExhibitSchema>;

/** A bundle lists at most so many files, and an exhibit is at least one of them. */
export const mostReceivedExhibits = 1_000;

const described = z.object({
  id: receivedIdSchema,
  /** The file's own name, as it came. */
  name: z.string().min(1).max(300),
  /** In bytes. */
  size: z.int().nonnegative(),
  sha256: sha256Schema,
  facts: receiptFactsSchema,
  verdict: receivedVerdictSchema,
  checkedAt: instantSchema,
  /** Name and version of the program that checked it. */
  checkedWith: line,
  counts: findingCountsSchema,
  findings: z.array(keptFindingSchema).max(mostKeptFindings),
  /** What the file says of itself; absent when it could not be read. */
  signerFingerprint: sha256Schema.optional(),
  groupId: line.optional(),
  /** Which volume of its own group it is, and of how many. */
  ownVolume: z.int().positive().optional(),
  ownVolumes: z.int().positive().optional(),
  title: line.optional(),
  producer: z.string().max(300).optional(),
  exportedAt: instantSchema.optional(),
  exhibits: z.array(receivedExhibitSchema).max(mostReceivedExhibits),
});

/** A received bundle as the log keeps it. Its bytes stand beside it in `parts` sealed pieces. */
export const receivedBundleSchema = described.extend({
  /** CRC-32 of the whole file, which a ZIP writes before the file itself. */
  crc32: z.int().nonnegative().max(0xffffffff),
  parts: z.int().positive(),
  /** When it was kept, by this computer's clock. */
  keptAt: instantSchema,
});
export type ReceivedBundle = z.infer<typeof receivedBundleSchema>;

/** The same while its bytes arrive: it belongs to nothing until the log says so. */
export const stagedBundleSchema = receivedBundleSchema.omit({ keptAt: true });
export type StagedBundle = z.infer<typeof stagedBundleSchema>;

/**
 * A received bundle as `case.json` lists it: what the receipt says, and where the untouched file stands below
 * `data/`, in which volume of this case's export. `receivedAt`, `from` and the rest are what the person who took it said.
 */
export const receivedEntrySchema = described
  .omit({ facts: true, findings: true })
  .extend(receiptFactsSchema.shape)
  .extend({
    path: z.string().regex(/^received\/[0-9a-f]{16}\/[A-Za-z0-9_-]{1,60}\.zip$/),
    volume: z.int().positive(),
    keptAt: instantSchema,
  });
export type ReceivedEntry = z.infer<typeof receivedEntrySchema>;

/** The folder below `data/` in which a received bundle and its receipt stand: `received/<16 digits>/`. */
export function receivedFolder(sha256: string): string {
  return `received/${sha256.slice(0, 16)}/`;
}

/** Where the untouched file stands below `data/`: its own name in safe letters, which says nothing new. */
export function receivedPath({ name, sha256 }: Pick<ReceivedBundle, 'name' | 'sha256'>): string {
  const safe = name
    .replace(/\.zip$/i, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return `${receivedFolder(sha256)}${safe === '' || isDevice(safe) ? 'bundle' : safe}.zip`;
}

/** Windows opens a device by such a name, whatever the ending. */
function isDevice(name: string): boolean {
  return /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/i.test(name);
}
