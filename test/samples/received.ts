import { crc32 } from 'node:zlib';
import type { BundleInput } from '../../src/bundle/bundle-input.ts';
import { eventsToJsonl, jsonlToValues } from '../../src/custody/jsonl.ts';
import { type CustodyEvent, custodyEventSchema } from '../../src/model/custody.ts';
import { type CaseId, caseIdSchema } from '../../src/model/identifiers.ts';
import { type ReceivedEntry, receivedEntrySchema, receivedPath } from '../../src/model/received.ts';
import { linkEvents, sampleInput, zipOf } from './bundle.ts';
import { digestOf } from './digest.ts';

/** How a bundle with others in it differs from one that tells the truth of them. */
export interface HoldingOptions {
  readonly entry?: (entry: ReceivedEntry) => unknown;
  /** What the chain says of it. */
  readonly detail?: (entry: ReceivedEntry) => CustodyEvent['detail'] | undefined;
  /** What the event of the export says beside what it says in the sample. */
  readonly prepared?: CustodyEvent['detail'];
  /** The bytes that are really put in; those that the entry names unless told otherwise. */
  readonly bytes?: (received: Uint8Array) => Uint8Array;
  /** Further input, as the writer takes it. */
  readonly change?: (input: BundleInput) => BundleInput;
}

/** The entry of `case.json` for a file that was received. */
export function entryOf(bytes: Uint8Array, number = 1, verdict = 'intact'): ReceivedEntry {
  const sha256 = digestOf(bytes);
  const name = `Fall ${number}, für die Akte.zip`;
  const counts = {
    ...{ success: 60, notice: 1 },
    missing: verdict === 'incomplete' ? 1 : 0,
    failure: verdict === 'altered' ? 1 : 0,
    unreadable: verdict === 'unreadable' ? 1 : 0,
  };
  return receivedEntrySchema.parse({
    id: `7f3c0d52-1111-4222-8333-00000000000${number}`,
    path: receivedPath({ name, sha256 }),
    ...{ name, size: bytes.length, sha256, volume: 1, verdict, counts, exhibits: [] },
    ...{ checkedAt: '2026-03-02T08:00:00.000Z', checkedWith: 'Holdfast 0.1.0' },
    ...{ receivedAt: '2026-03-02T08:01:00.000Z', keptAt: '2026-03-02T08:02:00.000Z' },
    from: { name: 'A. B. Carter', organisation: '' },
    ...{ medium: 'memory stick', place: 'Front desk', officer: 'PC 1 Doe', remarks: '' },
  });
}

let cases = 0;

/** The usual sample as a case of its own that holds these files as received, in its record, its chain and its ZIP. */
export async function holdingZip(
  received: readonly Uint8Array[],
  options: HoldingOptions & { readonly verdict?: string } = {},
): Promise<Uint8Array> {
  const entries = received.map((bytes, index) => entryOf(bytes, index + 1, options.verdict));
  const input = await sampleInput();
  cases += 1;
  const caseId = caseIdSchema.parse(`1c0c7a52-7a3e-4f61-9a39-${String(cases).padStart(12, '0')}`);
  const events = await eventsWith({ input, caseId }, entries, options);
  const put = received.map(bytes => options.bytes?.(bytes) ?? bytes);
  const made: BundleInput = {
    ...input,
    custodyJsonl: eventsToJsonl(events),
    caseRecord: {
      ...input.caseRecord,
      case: { ...input.caseRecord.case, id: caseId },
      custodyHead: events.at(-1)?.digest ?? input.caseRecord.custodyHead,
      received: entries.map(entry => (options.entry?.(entry) ?? entry) as ReceivedEntry),
    },
    received: entries.map((entry, index) => holding(entry, put[index] ?? new Uint8Array())),
  };
  return zipOf(options.change?.(made) ?? made);
}

/** What the writer takes for a file that is in memory. Pieces are small, so that there are several. */
export function holding(entry: ReceivedEntry, bytes: Uint8Array) {
  const sha256 = digestOf(bytes);
  return {
    entry: { ...entry, size: bytes.length, sha256 },
    crc32: crc32(bytes),
    async *pieces() {
      for (let at = 0; at < bytes.length; at += 5_000) yield bytes.slice(at, at + 5_000);
    },
  };
}

async function eventsWith(
  { input, caseId }: { readonly input: BundleInput; readonly caseId: CaseId },
  entries: readonly ReceivedEntry[],
  { detail = factsOf, prepared: more = {} }: HoldingOptions,
): Promise<readonly CustodyEvent[]> {
  const before = jsonlToValues(input.custodyJsonl).map(value => custodyEventSchema.parse(value));
  const last = before.at(-1);
  if (last === undefined) throw new Error('a sample without events');
  const prepared = { ...last, detail: { ...last.detail, ...more } };
  const { at } = before.at(-2) ?? prepared;
  const receipts = entries.flatMap((entry, index) => {
    const said = detail(entry);
    const action = index === 0 ? ('bundle.received' as const) : ('bundle.combined' as const);
    return said === undefined ? [] : [{ ...prepared, at, action, detail: said }];
  });
  const events = [...before.slice(0, -1), ...receipts, prepared];
  return linkEvents(events.map(event => ({ ...event, subject: { ...event.subject, caseId } })));
}

/** What a true chain says of a received file. */
export function factsOf({ id, sha256, size }: ReceivedEntry): CustodyEvent['detail'] {
  return { receivedId: id, sha256, size };
}
