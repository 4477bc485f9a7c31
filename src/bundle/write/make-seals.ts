import { sha256 } from '../../crypto/digest.ts';
import type { TimeStampFacts } from '../../crypto/time-stamp/time-stamp-check.ts';
import { asicManifestText } from '../asic-manifest.ts';
import { bundlePaths, textBytes } from '../layout.ts';
import type { ManifestLine } from '../manifest.ts';
import { checkSecondOfList } from '../verify/time-stamps/check-second-stamp.ts';
import { checkLast } from '../verify/time-stamps/compare-time-stamps.ts';
import type { StampedReply, Stamping } from './stamping.ts';

/** The input for the seals. */
export interface SealParts {
  /** The tag manifest's bytes. */
  readonly tags: Uint8Array<ArrayBuffer>;
  /** Every file that the container's seal covers, except the bag's seal and the time-stamp, which are made here. */
  readonly covered: readonly ManifestLine[];
  readonly stamping: Stamping;
  sign(content: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
}

/** The bytes of the last files in a bundle. */
export interface MadeSeals {
  readonly tagSignature: Uint8Array<ArrayBuffer>;
  readonly tagReply?: Uint8Array<ArrayBuffer> | undefined;
  readonly tagLists?: Uint8Array<ArrayBuffer> | undefined;
  readonly secondReply?: Uint8Array<ArrayBuffer> | undefined;
  readonly secondLists?: Uint8Array<ArrayBuffer> | undefined;
  readonly container: Uint8Array<ArrayBuffer>;
  readonly containerSignature: Uint8Array<ArrayBuffer>;
}

const { tagManifestSignature, tagManifestTimeStamp, tagManifestLists, asicSignature } = bundlePaths;
const { secondTimeStamp, secondLists } = bundlePaths;

/**
 * Signs the tag manifest and the container's list, with time-stamps where available. The last time-stamp is over the
 * container's seal, so no seal covers it and anybody could remove it. The sealed content therefore promises it: the
 * bag's seal has a time-stamp, beside that of its list, only when the container's seal has one too, by the same
 * authority and within minutes. Otherwise the bag's seal goes without, and the container is signed again. A second
 * authority's reply over the list of files is stored beside the first and covered by the container's seal.
 */
export async function makeSeals(parts: SealParts): Promise<MadeSeals> {
  const { tags, stamping, sign } = parts;
  const bare = await sign(tags);
  const bag = await stamping.signature(tagManifestSignature, bare);
  const list = await stamping.reply(tagManifestTimeStamp, tags);
  const second = await secondOf(parts, list);
  const replies = [...placed(tagPlaces, list), ...placed(secondPlaces, second)];
  const container = await containerBytes(parts, bag.cms, replies);
  const last = await stamping.signature(asicSignature, await sign(container));
  const sealed = {
    ...{ tagReply: list?.reply, tagLists: list?.lists },
    ...{ secondReply: second?.reply, secondLists: second?.lists },
  };
  if (bag.facts === undefined || list === undefined || (await isKept(last.facts, [bag.facts, list.facts])))
    return { ...sealed, tagSignature: bag.cms, container, containerSignature: last.cms };
  const failure = stamping.missing.find(({ path }) => path === asicSignature)?.failure ?? 'another-authority';
  stamping.drop(tagManifestSignature, failure);
  if (last.facts !== undefined) stamping.drop(asicSignature, failure);
  const again = await containerBytes(parts, bare, replies);
  return { ...sealed, tagSignature: bare, container: again, containerSignature: await sign(again) };
}

/** The second reply is requested, and sealed where it is stored. */
const kept = { isAsked: true, isSealed: true } as const;

/** The second authority's reply, unless the verifier would object to it beside the first. */
async function secondOf(
  { tags, stamping }: SealParts,
  first: StampedReply | undefined,
): Promise<StampedReply | undefined> {
  const second = await stamping.second(secondTimeStamp, tags, first);
  if (second === undefined) return undefined;
  const fault = checkSecondOfList(first, second, kept).find(({ severity }) => severity === 'failure');
  if (fault === undefined) return second;
  const isSame = fault.code === 'time-stamp.second.same-authority';
  stamping.drop(secondTimeStamp, isSame ? 'same-authority' : 'clocks-differ');
  return undefined;
}

/** Whether the last time-stamp exists and the verifier will not object to it beside the other two. */
async function isKept(
  last: TimeStampFacts | undefined,
  [bag, list]: readonly [TimeStampFacts, TimeStampFacts],
): Promise<boolean> {
  if (last === undefined) return false;
  const found = new Map([
    [tagManifestSignature as string, bag],
    [tagManifestTimeStamp, list],
    [asicSignature, last],
  ]);
  return (await checkLast(found, true)).every(({ severity }) => severity !== 'failure');
}

async function containerBytes(
  { covered }: SealParts,
  signature: Uint8Array<ArrayBuffer>,
  replies: readonly PlacedFile[],
): Promise<Uint8Array<ArrayBuffer>> {
  const made: readonly PlacedFile[] = [[tagManifestSignature, signature], ...replies];
  const lines = made.map(async ([path, bytes]) => ({ path, sha256: await sha256(bytes) }));
  return textBytes(asicManifestText([...covered, ...(await Promise.all(lines))]));
}

type PlacedFile = readonly [path: string, bytes: Uint8Array];

const tagPlaces = [tagManifestTimeStamp, tagManifestLists] as const;
const secondPlaces = [secondTimeStamp, secondLists] as const;

/** An authority's reply and its lists with their paths; empty when it gave none. */
function placed(
  [reply, lists]: readonly [reply: string, lists: string],
  given: StampedReply | undefined,
): readonly PlacedFile[] {
  if (given === undefined) return [];
  return [[reply, given.reply], ...(given.lists === undefined ? [] : [[lists, given.lists] as const])];
}
