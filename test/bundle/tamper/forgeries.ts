import { expect } from 'vitest';
import type { BundleInput } from '../../../src/bundle/bundle-input.ts';
import { textBytes } from '../../../src/bundle/layout.ts';
import { canonicalBytes } from '../../../src/crypto/canonical-json.ts';
import { sha256 } from '../../../src/crypto/digest.ts';
import { eventsToJsonl, jsonlToValues } from '../../../src/custody/jsonl.ts';
import { type CustodyEvent, custodyEventSchema } from '../../../src/model/custody.ts';
import type { FindingCode } from '../../../src/model/finding-codes.ts';
import { sha256Schema } from '../../../src/model/identifiers.ts';
import { linkEvents, newSigner, sampleInput, sampleSigner, sampleZip, zipOf } from '../../samples/bundle.ts';
import { type Files, locate, patched, reseal, toFiles, toZip } from '../zip-surgery.ts';

/** What is altered; how; the finding it must give; the file or event it must name; the verdict unless ALTERED. */
export type Row = readonly [
  what: string,
  alter: () => Uint8Array | Promise<Uint8Array>,
  code: FindingCode,
  subject: string,
  verdict?: 'incomplete' | 'unreadable' | 'intact',
];

/** The bundle that is altered, and somebody else's key. */
export const zip = await sampleZip();
export const other = await newSigner();
export const post = 'data/exhibits/ABC_1/screenshot-post.png';
export const record1 = 'data/exhibits/ABC_1/capture.json';
export const endLength = 22;

export function files(): Files {
  return toFiles(zip);
}

export function get(from: Files, name: string): Uint8Array {
  const bytes = from.get(name);
  if (bytes === undefined) throw new Error(`no such file: ${name}`);
  return bytes;
}

export function flip(bytes: Uint8Array, at: number): Uint8Array {
  const index = at < bytes.length ? at : 0;
  return patched(bytes, index, [(bytes[index] ?? 0) ^ 0x01]);
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

export function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain(from);
  return textBytes(text.replace(from, to));
}

export function without(bytes: Uint8Array, part: string): Uint8Array {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return textBytes(lines.filter(line => !line.includes(part)).join('\n'));
}

export function rename(all: Files, from: string, to: string): void {
  all.set(to, get(all, from));
  all.delete(from);
}

export function exchange(all: Files, one: string, another: string): void {
  const kept = get(all, one);
  all.set(one, get(all, another));
  all.set(another, kept);
}

export function moved(all: Files, name: string): Files {
  const bytes = get(all, name);
  all.delete(name);
  return all.set(name, bytes);
}

export function numbered(count: number): [string, Uint8Array][] {
  return Array.from({ length: count }, (_, index) => [`data/many/${index}`, textBytes('x')]);
}

export async function edited(
  change: (all: Files) => unknown,
  seal: 'none' | 'manifests' | 'other key' = 'none',
): Promise<Uint8Array> {
  const all = files();
  await change(all);
  if (seal === 'none') return toZip(all);
  return toZip(await reseal(all, seal === 'other key' ? other : undefined));
}

export async function withKey(change: (all: Files) => unknown): Promise<Uint8Array> {
  const all = files();
  await change(all);
  return toZip(await reseal(all, await sampleSigner()));
}

/** `keep` leaves the links as they are, `link` makes them anew, `name` names the new head in the case. */
export async function withChain(
  change: (events: readonly CustodyEvent[]) => readonly CustodyEvent[],
  how: 'keep' | 'link' | 'link and name',
): Promise<Uint8Array> {
  return withKey(async all => {
    const text = new TextDecoder().decode(get(all, 'data/custody.jsonl'));
    const changed = change(jsonlToValues(text).map(value => custodyEventSchema.parse(value)));
    const events = how === 'keep' ? changed : await linkEvents(changed);
    all.set('data/custody.jsonl', textBytes(eventsToJsonl(events)));
    if (how === 'link and name') setCase(all, { ...getCase(all), custodyHead: events.at(-1)?.digest });
  });
}

export type CaseJson = {
  custodyHead: unknown;
  absent: Record<string, unknown>[];
  exhibits: { words: { words: object }[]; [name: string]: unknown }[];
  group: object;
  [name: string]: unknown;
};

export function getCase(all: Files): CaseJson {
  return JSON.parse(new TextDecoder().decode(get(all, 'data/case.json')));
}

export function setCase(all: Files, record: object): void {
  all.set('data/case.json', canonicalBytes(record));
}

export function withCase(change: (record: CaseJson) => object): Promise<Uint8Array> {
  return withKey(all => setCase(all, change(getCase(all))));
}

/** Changes the text of the first record, and every digest of it, chain included. */
export async function withRecord(change: (text: string) => string): Promise<Uint8Array> {
  const input = await sampleInput();
  const before = input.exhibits[0]?.entry.recordSha256 ?? '';
  const recordBytes = textBytes(change(new TextDecoder().decode(input.exhibits[0]?.recordBytes)));
  const after = sha256Schema.parse(await sha256(recordBytes));
  const exhibits = input.exhibits.map((one, index) =>
    index === 0 ? { ...one, recordBytes, entry: { ...one.entry, recordSha256: after } } : one,
  );
  const text = input.custodyJsonl.replace(before, after);
  const events = await linkEvents(jsonlToValues(text).map(value => custodyEventSchema.parse(value)));
  const changed: BundleInput = {
    ...input,
    exhibits,
    custodyJsonl: eventsToJsonl(events),
    caseRecord: {
      ...input.caseRecord,
      custodyHead: events.at(-1)?.digest ?? after,
      exhibits: input.caseRecord.exhibits.map((entry, index) =>
        index === 0 ? { ...entry, recordSha256: after } : entry,
      ),
    },
  };
  return zipOf(changed);
}

export async function resignedByOther(): Promise<Uint8Array> {
  const input = await sampleInput();
  const fingerprint = sha256Schema.parse(other.fingerprint);
  return zipOf({
    ...input,
    signer: other,
    caseRecord: { ...input.caseRecord, signerFingerprint: fingerprint },
  });
}

export function withComment(comment: string): Uint8Array {
  const bytes = joined(zip, textBytes(comment));
  return patched(bytes, zip.length - 2, [comment.length, 0]);
}

/** Patches the same field in both headers of an entry. */
export function patchBoth(
  name: string,
  local: number,
  central: number,
  bytes: readonly number[],
): Uint8Array {
  const at = locate(zip, name);
  return patched(patched(zip, at.local + local, bytes), at.central + central, bytes);
}

export function overlapped(): Uint8Array {
  const { central } = locate(zip, 'data/exhibits/ABC_3/tiles/001.png');
  const view = new DataView(zip.buffer);
  const offset = view.getUint32(central + 42, true) - 8;
  return patched(zip, central + 42, [offset & 255, (offset >> 8) & 255, (offset >> 16) & 255, offset >>> 24]);
}

/** Grows the last central header by some bytes, and the directory's length with it. */
export function withLonger(field: number, bytes: Uint8Array): Uint8Array {
  const at = locate(zip, 'META-INF/signature001.p7s').central + field;
  const end = zip.length - endLength;
  const grown = joined(patched(zip, at, [bytes.length, 0]).subarray(0, end), bytes, zip.subarray(end));
  const view = new DataView(grown.buffer);
  view.setUint32(
    grown.length - endLength + 12,
    view.getUint32(grown.length - endLength + 12, true) + bytes.length,
    true,
  );
  return grown;
}

export function withExtraField(): Uint8Array {
  return withLonger(30, Uint8Array.of(0xfe, 0xca, 2, 0, 1, 2));
}

export function withEntryComment(): Uint8Array {
  return withLonger(32, textBytes('seen'));
}
