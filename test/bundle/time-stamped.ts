import type {
  BundleExhibit,
  BundleInput,
  StampArtifacts,
  TimeStamps,
} from '../../src/bundle/bundle-input.ts';
import { sha256, sha256Bytes } from '../../src/crypto/digest.ts';
import { systemRandom } from '../../src/crypto/random.ts';
import { checkTimeStamp } from '../../src/crypto/time-stamp/time-stamp-check.ts';
import { createTimeStampRequest } from '../../src/crypto/time-stamp/time-stamp-request.ts';
import { eventsToJsonl, jsonlToValues } from '../../src/custody/jsonl.ts';
import type { Artifact } from '../../src/model/capture.ts';
import { type CustodyEntry, type CustodyEvent, custodyEventSchema } from '../../src/model/custody.ts';
import { sha256Schema } from '../../src/model/identifiers.ts';
import type { Anchor } from '../../src/model/time-stamp.ts';
import type { AuthorityKeys, AuthorityName } from '../samples/authority/keys.ts';
import { forge } from '../samples/authority/replies.ts';
import { linkEvents, sampleCaseId } from '../samples/bundle.ts';

/** Replies whose moment is chosen, by an authority whose signature holds. */
export function replyAt(
  keys: AuthorityKeys,
  imprint: Uint8Array,
  at: string,
  authority: AuthorityName = 'ecdsa',
): Uint8Array<ArrayBuffer> {
  const { der } = createTimeStampRequest(imprint, systemRandom);
  const change = (info: { genTime: Date }) => {
    info.genTime = new Date(at);
  };
  return new Uint8Array(forge(keys, der, { authority, change }));
}

/** An authority whose clock stands still. */
export function timeStampsAt(keys: AuthorityKeys, at: string, authority?: AuthorityName): TimeStamps {
  return { stamp: async imprint => ({ reply: replyAt(keys, imprint, at, authority) }) };
}

/**
 * The input with a time-stamp over the record of each exhibit, some seconds after it was recorded, and the event that
 * the log writes for each; with lists of revoked certificates where they are given.
 */
export async function withCaptureTimeStamps(
  input: BundleInput,
  make: (imprint: Uint8Array, exhibit: BundleExhibit) => Uint8Array<ArrayBuffer>,
  given?: Uint8Array<ArrayBuffer>,
): Promise<BundleInput> {
  const exhibits = input.exhibits.map(async exhibit => {
    const one = await stampedExhibit(exhibit, make);
    return given === undefined ? one : withLists(one, given);
  });
  const stamped = await Promise.all(exhibits);
  const events = eventsOf(input);
  const told = stamped.map(exhibit => stampedEvent(exhibit));
  const linked = await linkEvents(withEvents(events, await Promise.all(told)));
  return withChainOf({ ...input, exhibits: stamped }, linked);
}

/** The input with a second time-stamp over the record of each exhibit, and its event; with lists where they are given. */
export async function withSecondTimeStamps(
  input: BundleInput,
  make: (imprint: Uint8Array, exhibit: BundleExhibit) => Uint8Array<ArrayBuffer>,
  lists?: Uint8Array<ArrayBuffer>,
): Promise<BundleInput> {
  const exhibits = await Promise.all(input.exhibits.map(exhibit => exhibitWithSecond(exhibit, make, lists)));
  const told = await Promise.all(
    exhibits.map(({ secondStamp, ...exhibit }) => stampedEvent({ ...exhibit, ...secondStamp }, 2)),
  );
  return withChainOf({ ...input, exhibits }, await linkEvents(withEvents(eventsOf(input), told)));
}

/** The exhibit with such a reply beside its first one. */
export async function exhibitWithSecond(
  exhibit: BundleExhibit,
  make: (imprint: Uint8Array, exhibit: BundleExhibit) => Uint8Array<ArrayBuffer>,
  lists?: Uint8Array<ArrayBuffer>,
): Promise<BundleExhibit & { readonly secondStamp: StampArtifacts }> {
  const { timeStamp, lists: ofFirst, ...bare } = exhibit;
  const stamped = await stampedExhibit(bare, make);
  const second = lists === undefined ? stamped : await withLists(stamped, lists);
  return {
    ...exhibit,
    readArtifact: second.readArtifact,
    secondStamp: { timeStamp: second.timeStamp, ...(second.lists && { lists: second.lists }) },
  };
}

/** An exhibit with the reply of an authority over its record. */
export type StampedExhibit = BundleExhibit & { readonly timeStamp: Artifact };

/** The exhibit with such a reply. */
export async function stampedExhibit(
  exhibit: BundleExhibit,
  make: (imprint: Uint8Array, exhibit: BundleExhibit) => Uint8Array<ArrayBuffer>,
): Promise<StampedExhibit> {
  const reply = make(await sha256Bytes(exhibit.recordBytes), exhibit);
  const file = await fileBeside(exhibit, reply, {
    path: 'capture.tsr',
    mediaType: 'application/timestamp-reply',
  });
  return { ...exhibit, timeStamp: file.artifact, readArtifact: file.readArtifact };
}

/** The exhibit with these lists of revoked certificates beside its time-stamp. */
export async function withLists<Exhibit extends BundleExhibit>(
  exhibit: Exhibit,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Exhibit & { readonly lists: Artifact }> {
  const file = await fileBeside(exhibit, bytes, { path: 'capture.crl', mediaType: 'application/x-pem-file' });
  return { ...exhibit, lists: file.artifact, readArtifact: file.readArtifact };
}

/** A file that stands beside a record for its time-stamp, and how the exhibit's files are read with it. */
async function fileBeside(
  exhibit: BundleExhibit,
  bytes: Uint8Array<ArrayBuffer>,
  place: Pick<Artifact, 'path' | 'mediaType'>,
): Promise<{ readonly artifact: Artifact; readonly readArtifact: BundleExhibit['readArtifact'] }> {
  const digest = sha256Schema.parse(await sha256(bytes));
  const artifact: Artifact = { role: 'time-stamp', ...place, size: bytes.length, sha256: digest };
  return {
    artifact,
    readArtifact: async asked => (asked === artifact ? bytes : exhibit.readArtifact(asked)),
  };
}

/** The events of an input's chain. */
export function eventsOf({ custodyJsonl }: BundleInput): readonly CustodyEvent[] {
  return jsonlToValues(custodyJsonl).map(value => custodyEventSchema.parse(value));
}

/** The input with this chain instead of its own, whose end the record of the case names. */
export function withChainOf(input: BundleInput, events: readonly CustodyEvent[]): BundleInput {
  const head = events.at(-1)?.digest ?? input.caseRecord.custodyHead;
  return {
    ...input,
    custodyJsonl: eventsToJsonl(events),
    caseRecord: { ...input.caseRecord, custodyHead: head },
  };
}

/** Each entry behind the last event that is not later than it is, but for the last of all, which stays. */
function withEvents(
  events: readonly CustodyEvent[],
  added: readonly CustodyEntry[],
): readonly CustodyEntry[] {
  const last = events.at(-1);
  const others: readonly CustodyEntry[] = [...events.slice(0, -1), ...added];
  const sorted = others.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return last === undefined ? sorted : [...sorted, last];
}

/** What the log writes when the reply has come; that of a second one, by another authority, names the number. */
export async function stampedEvent(
  { record, recordBytes, readArtifact, timeStamp, lists }: StampedExhibit,
  anchor: Anchor = 1,
): Promise<CustodyEntry> {
  const reply = await readArtifact(timeStamp);
  const { facts } = await checkTimeStamp(reply, { imprint: await sha256Bytes(recordBytes), trusted: [] });
  const genTime = facts?.genTime ?? new Date(0);
  const capturedAt = Date.parse(record.clocks?.capturedAt ?? record.startedAt);
  return {
    at: record.completedAt,
    action: 'capture.stamped',
    actor: 'Holdfast 0.1.0',
    subject: { caseId: sampleCaseId, captureId: record.id, reference: record.reference },
    detail: {
      recordSha256: await sha256(recordBytes),
      replySha256: await sha256(reply),
      ...(lists && { listsSha256: lists.sha256 }),
      genTime: genTime.toISOString(),
      authority: facts?.authority ?? '',
      address: 'http://authority.example/',
      secondsAfterCapture: (genTime.getTime() - capturedAt) / 1000,
      clockDifferenceSeconds: (genTime.getTime() - Date.parse(record.completedAt)) / 1000,
      ...(anchor === 2 && { timeStampNumber: anchor }),
    },
  };
}
