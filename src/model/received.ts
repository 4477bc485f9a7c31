import { z } from 'zod';
import { instantSchema, sha256Schema } from './identifiers.ts';

/** Identifies a bundle that somebody handed over and that is kept byte for byte. */
export const receivedIdSchema = z.uuid().brand<'ReceivedId'>();
export type ReceivedId = z.infer<typeof receivedIdSchema>;

const line = z.string().max(200);

/** The verdict of the check when the file was received. */
export const receivedVerdictSchema = z.enum(['intact', 'altered', 'incomplete', 'unreadable']);

/**
 * How a bundle was received, as the person who took it says. Every text may be empty; `receivedAt` is their own
 * statement, while `keptAt` of {@link ReceivedBundle} is this computer's clock.
 */
export const receiptFactsSchema = z.object({
  from: z.object({ name: line, organisation: line }),
  /** The medium: a memory stick, an upload, an e-mail. */
  medium: line,
  place: line,
  receivedAt: instantSchema,
  /** Who took it: rank, name, number and force in one line. */
  officer: z.string().max(400),
  remarks: z.string().max(5_000),
});
export type ReceiptFacts = z.infer<typeof receiptFactsSchema>;

/** How many findings of each kind the check made. */
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

/** Limit on findings that are kept individually; the counts include all. */
export const mostKeptFindings = 500;

/** An exhibit of a received bundle, as that bundle's own records describe it. */
export const receivedExhibitSchema = z.object({
  reference: line,
  capturedAt: instantSchema.optional(),
  platform: line.optional(),
  account: line.optional(),
  address: z.string().max(4_000).optional(),
});
export type ReceivedExhibit = z.infer<typeof receivedExhibitSchema>;

/** Limit of the files in a bundle; an exhibit has at least one. */
export const mostReceivedExhibits = 1_000;

const described = z.object({
  id: receivedIdSchema,
  /** The file's original name. */
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
  /** What the file states; absent when it could not be read. */
  signerFingerprint: sha256Schema.optional(),
  groupId: line.optional(),
  /** Its number in its own group of volumes, and their total. */
  ownVolume: z.int().positive().optional(),
  ownVolumes: z.int().positive().optional(),
  title: line.optional(),
  producer: z.string().max(300).optional(),
  exportedAt: instantSchema.optional(),
  exhibits: z.array(receivedExhibitSchema).max(mostReceivedExhibits),
});

/** A received bundle as stored in the log. Its bytes are stored separately in `parts` sealed pieces. */
export const receivedBundleSchema = described.extend({
  /** CRC-32 of the whole file, because a ZIP states it before the file's data. */
  crc32: z.int().nonnegative().max(0xffffffff),
  parts: z.int().positive(),
  /** When it was kept, by this computer's clock. */
  keptAt: instantSchema,
});
export type ReceivedBundle = z.infer<typeof receivedBundleSchema>;

/** A received bundle while its bytes arrive: it is not part of the log yet. */
export const stagedBundleSchema = receivedBundleSchema.omit({ keptAt: true });
export type StagedBundle = z.infer<typeof stagedBundleSchema>;

/**
 * A received bundle as `case.json` lists it: the facts of its receipt, which are statements of the person who took it,
 * the path of the untouched file below `data/`, and the volume of this case's export that contains it.
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

/** The folder below `data/` that holds a received bundle and its receipt: `received/<16 digits>/`. */
export function receivedFolder(sha256: string): string {
  return `received/${sha256.slice(0, 16)}/`;
}

/** The path of the untouched file below `data/`: its own name reduced to safe characters. */
export function receivedPath({ name, sha256 }: Pick<ReceivedBundle, 'name' | 'sha256'>): string {
  const safe = name
    .replace(/\.zip$/i, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return `${receivedFolder(sha256)}${safe === '' || isDevice(safe) ? 'bundle' : safe}.zip`;
}

/** Windows reserves these names for devices, whatever the extension. */
function isDevice(name: string): boolean {
  return /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/i.test(name);
}
