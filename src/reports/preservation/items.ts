import { cleanAddress, type Recipient, recordedAddress } from '../../matter/recipient.ts';
import type { ArtifactRole, CaptureRecord } from '../../model/capture.ts';
import type { ExhibitReference } from '../../model/exhibit.ts';
import type { Instant, Sha256 } from '../../model/identifiers.ts';
import type { Account, DisplayedTime, Ids, PostedAt, PostKind } from '../../model/post.ts';
import { platformById } from '../../platforms/index.ts';
import type { Viewers } from './viewer.ts';

/** A file of the exhibit and its SHA-256. */
export interface ItemFile {
  readonly path: string;
  readonly sha256: Sha256;
}

/**
 * One item that the recipient is asked to keep. Absent means not found. `addressShown` is given only without a
 * permalink. `postedAt` holds every time found on the page or derived from the identifier, `displayedTime` what was
 * shown.
 */
export interface RequestItem {
  readonly reference: ExhibitReference;
  readonly kind: PostKind;
  readonly permalink?: string;
  readonly addressShown?: string;
  readonly postId?: string;
  readonly parentId?: string;
  readonly ids: Ids;
  readonly author: Account;
  readonly postedAt: readonly PostedAt[];
  readonly displayedTime?: DisplayedTime;
  readonly capturedAt: Instant;
  readonly picture?: ItemFile;
  readonly text?: ItemFile;
  readonly notes: readonly string[];
}

const addressLeftOut =
  'The address is left out: it names the account that the page was shown to. The exhibit has it.';

/** Describes the exhibit for the recipient, with nothing about the person who recorded it. */
export function toItem(record: CaptureRecord, { platformId }: Recipient, viewers: Viewers): RequestItem {
  const { post } = record;
  const address = recordedAddress(record);
  const identified = address && platformById(platformId)?.identify(address);
  // What was read from the page belongs to the post. The address counts only where nothing was read.
  const of = post ?? identified;
  const author = post?.account ?? identifiedAccount(identified);
  const where = whereItIs(cleanAddress(of?.permalink), { address, postId: of?.postId, viewers });
  return {
    reference: record.reference,
    kind: of?.kind ?? 'other',
    ...where.place,
    ...(of?.postId !== undefined && { postId: of.postId }),
    ...(of?.parentId !== undefined && { parentId: of.parentId }),
    ids: idsOf(of?.ids ?? {}, viewers),
    author: withCleanAddress(author),
    postedAt: post?.postedAt ?? [],
    ...(post?.displayedTime && { displayedTime: post.displayedTime }),
    capturedAt: capturedAtOf(record),
    ...filesOf(record),
    notes: [...(post?.notes ?? []), ...where.notes],
  };
}

/** When the capture was made, by this computer's clock. */
export function capturedAtOf(record: CaptureRecord): Instant {
  return record.clocks?.capturedAt ?? record.startedAt;
}

interface Shown {
  readonly address: URL | undefined;
  readonly postId: string | undefined;
  readonly viewers: Viewers;
}

/** The permalink, else the address as shown, else a note on why there is neither. */
function whereItIs(permalink: string | undefined, { address, postId, viewers }: Shown) {
  const isOfPost = permalink !== undefined && postId !== undefined;
  if (isOfPost) return { place: { permalink }, notes: [] };
  // Without a post's number the address may be the viewer's own page.
  const shown = permalink ?? address?.href;
  if (shown === undefined) return { place: {}, notes: [] };
  if (viewers.areNamedIn(new URL(shown))) return { place: {}, notes: [addressLeftOut] };
  return { place: permalink === undefined ? { addressShown: shown } : { permalink }, notes: [] };
}

function identifiedAccount(
  of: { handle?: string | undefined; accountId?: string | undefined } = {},
): Account {
  return {
    ...(of.handle !== undefined && { handle: of.handle }),
    ...(of.accountId !== undefined && { accountId: of.accountId }),
  };
}

function withCleanAddress({ profileAddress, ...account }: Account): Account {
  const clean = cleanAddress(profileAddress);
  return { ...account, ...(clean !== undefined && { profileAddress: clean }) };
}

/** A conversation's number may combine both members' numbers, and the recipient needs it to find the messages. */
function idsOf(ids: Ids, viewers: Viewers): Ids {
  return Object.fromEntries(Object.entries(ids).filter(([, id]) => !viewers.areNamedBy(id)));
}

const pictures: readonly ArtifactRole[] = ['screenshot-post', 'screenshot-viewport', 'screenshot-full-page'];

function filesOf({ artifacts }: CaptureRecord): { picture?: ItemFile; text?: ItemFile } {
  const fileOf = (role: ArtifactRole): ItemFile | undefined => {
    const found = artifacts.find(artifact => artifact.role === role);
    return found && { path: found.path, sha256: found.sha256 };
  };
  const picture = pictures.map(fileOf).find(file => file !== undefined);
  const text = fileOf('post-text');
  return { ...(picture && { picture }), ...(text && { text }) };
}
