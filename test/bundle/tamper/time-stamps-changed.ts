import type { BundleInput } from '../../../src/bundle/bundle-input.ts';
import { textBytes } from '../../../src/bundle/layout.ts';
import { canonicalBytes } from '../../../src/crypto/canonical-json.ts';
import { sha256 } from '../../../src/crypto/digest.ts';
import type { CustodyEvent } from '../../../src/model/custody.ts';
import { instantSchema, sha256Schema } from '../../../src/model/identifiers.ts';
import { linkEvents, sampleInput, sampleZip, zipOf } from '../../samples/bundle.ts';
import { eventsOf, replyAt, withChainOf } from '../time-stamped.ts';
import { type Files, toFiles, toZip } from '../zip-surgery.ts';
import { get, type Row, record1 } from './forgeries.ts';
import {
  addCrl,
  addUnsigned,
  atExport,
  bagSeal,
  capture1,
  certificateOf,
  keys,
  lastSeal,
  list,
  replyBySha1,
  sealedWith,
  stampedFiles,
  stampedInput,
  tokenAt,
  tokenWith,
  vagueReplyAt,
  withEventsOf,
  withFirstReply,
  withoutKey,
  withoutToken,
  withParts,
  withToken,
  withTokenChanged,
} from './stamp-forgeries.ts';

const yearBefore = '2025-03-04T05:06:10.250Z';
const yearAfter = '2027-03-04T05:06:10.250Z';

const replies = (at: string) => (imprint: Uint8Array) => replyAt(keys(), imprint, at);

/** Seals made again by the holder, each with a time-stamp of its own moment. */
async function sealedAt(bag: string | undefined, listed: string | undefined, last: string | undefined) {
  const of = (at: string | undefined) => (at === undefined ? undefined : replies(at));
  return sealedWith(await stampedFiles(), { bag: of(bag), list: of(listed), last: of(last) });
}

/** The time-stamps of the seals, changed by somebody who has no key: nothing of a time-stamp in the last seal is sealed. */
export const timeStampsExchanged: readonly Row[] = [
  [
    'the time-stamp taken out of the last seal',
    () => withoutKey(withoutToken),
    'time-stamp.seal.missing',
    lastSeal,
  ],
  [
    'a time-stamp of another authority, a year old',
    () => withoutKey(f => withToken(f, tokenAt(yearBefore, 'rsa'))),
    'time-stamp.signing-time.before',
    lastSeal,
  ],
  [
    'a time-stamp of another authority, of the right moment',
    () => withoutKey(f => withToken(f, tokenAt(atExport, 'rsa'))),
    'time-stamp.authority.differs',
    lastSeal,
  ],
  [
    'a time-stamp put into a bundle that had none',
    () => unstamped(f => withToken(f, tokenAt(atExport))),
    'time-stamp.seal.unexpected',
    lastSeal,
  ],
  [
    'an old time-stamp put into a bundle that had none',
    () => unstamped(f => withToken(f, tokenAt(yearBefore))),
    'time-stamp.signing-time.before',
    lastSeal,
  ],
  [
    'a time-stamp of the same authority, a year later',
    () => withoutKey(f => withToken(f, tokenAt(yearAfter))),
    'time-stamp.order.late',
    lastSeal,
  ],
  [
    'a time-stamp of the same authority, an hour later',
    () => withoutKey(f => withToken(f, tokenAt('2026-03-04T06:06:10.250Z'))),
    'time-stamp.order.late',
    lastSeal,
  ],
  [
    'a time-stamp of the same authority over something else',
    () => withoutKey(f => withToken(f, () => tokenAt(atExport)(new Uint8Array(32)))),
    'time-stamp.imprint.failed',
    lastSeal,
  ],
  [
    'a certificate of somebody else put into the time-stamp',
    () =>
      withoutKey(f =>
        withTokenChanged(f, token =>
          tokenWith(token, data => {
            data.certificates = [
              ...(data.certificates ?? []),
              certificateOf(keys().certificate('wrong-usage')),
            ];
          }),
        ),
      ),
    'time-stamp.certificates.failed',
    lastSeal,
  ],
  [
    'a root of somebody else put into the time-stamp',
    () =>
      withoutKey(f =>
        withTokenChanged(f, token =>
          tokenWith(token, data => {
            data.certificates = [...(data.certificates ?? []), certificateOf(keys().otherRoot)];
          }),
        ),
      ),
    'time-stamp.certificates.failed',
    lastSeal,
  ],
  [
    'the certificates taken out of the time-stamp',
    () =>
      withoutKey(f =>
        withTokenChanged(f, token =>
          tokenWith(token, data => {
            data.certificates = [];
          }),
        ),
      ),
    'time-stamp.authority.differs',
    lastSeal,
  ],
  [
    'an unsigned attribute put into the time-stamp',
    () => withoutKey(f => withTokenChanged(f, token => tokenWith(token, addUnsigned))),
    'time-stamp.form.differs',
    lastSeal,
  ],
  [
    'a list of revoked certificates put into the time-stamp',
    () => withoutKey(f => withTokenChanged(f, token => tokenWith(token, addCrl))),
    'time-stamp.form.differs',
    lastSeal,
  ],
  [
    'a certificate put into the last seal',
    () =>
      withoutKey(f =>
        withParts(f, parts => ({
          ...parts,
          chain: [new Uint8Array(certificateOf(keys().otherRoot).toSchema(true).toBER())],
        })),
      ),
    'signature.parse.failed',
    lastSeal,
  ],
  [
    'the time-stamp of the bag’s seal exchanged',
    () => withoutKey(f => f.set(bagSeal, get(f, lastSeal))),
    'container-manifest.digest.mismatch',
    bagSeal,
  ],
];

/** The same by the holder of the key, who can seal anything again but cannot have an authority say what is not so. */
export const timeStampsSealedAgain: readonly Row[] = [
  [
    'every time-stamp a year older than the seals',
    () => sealedAt(yearBefore, yearBefore, yearBefore),
    'time-stamp.signing-time.before',
    list,
  ],
  [
    'every time-stamp a year older, and said to be right within two years',
    async () => {
      const vague = vagueReplyAt(yearBefore);
      return sealedWith(await stampedFiles(), { bag: vague, list: vague, last: vague });
    },
    'time-stamp.signing-time.before',
    lastSeal,
  ],
  [
    'the time-stamp in a seal ten minutes older than it',
    () => sealedAt('2026-03-04T04:56:00.000Z', atExport, atExport),
    'time-stamp.signing-time.before',
    bagSeal,
  ],
  [
    'the time-stamp of the list left out',
    () => sealedAt(atExport, undefined, atExport),
    'time-stamp.seal.missing',
    list,
  ],
  [
    'the time-stamp of the bag’s seal left out',
    () => sealedAt(undefined, atExport, atExport),
    'time-stamp.seal.missing',
    bagSeal,
  ],
  [
    'the time-stamp of the last seal left out',
    () => sealedAt(atExport, atExport, undefined),
    'time-stamp.seal.missing',
    lastSeal,
  ],
  [
    'a time-stamp in the last seal alone',
    () => sealedAt(undefined, undefined, atExport),
    'time-stamp.seal.unexpected',
    lastSeal,
  ],
  [
    'the last seal stamped before the one that it covers',
    () => sealedAt('2026-03-04T05:26:10.250Z', '2026-03-04T05:26:10.250Z', atExport),
    'time-stamp.order.impossible',
    lastSeal,
  ],
  [
    'a time-stamp that names its certificate by SHA-1',
    async () =>
      sealedWith(await stampedFiles(), {
        bag: replies(atExport),
        list: replyBySha1,
        last: replies(atExport),
      }),
    'time-stamp.binding.refused',
    list,
  ],
  [
    'two seals with two moments',
    async () =>
      sealedWith(await unstampedFiles(), { bagAt: '2010-03-04T05:06:08Z', lastAt: '2040-03-04T05:06:08Z' }),
    'signature.signing-time.mismatch',
    lastSeal,
  ],
  [
    'the first seal of another moment than the export',
    async () => sealedWith(await unstampedFiles(), { bagAt: '2026-03-04T05:46:08Z' }),
    'signature.signing-time.mismatch',
    bagSeal,
  ],
  [
    'both seals of one moment that is not the export’s',
    async () =>
      sealedWith(await unstampedFiles(), { bagAt: '2026-02-04T05:06:08Z', lastAt: '2026-02-04T05:06:08Z' }),
    'signature.signing-time.mismatch',
    lastSeal,
  ],
];

/** Records and their time-stamps against what the chain says, by the holder of the key. */
export const stampedRecords: readonly Row[] = [
  [
    'a stamped record without its time-stamp',
    () =>
      withEventsOf(
        events => events,
        input => withFirstReply(input),
      ),
    'capture.stamped.missing',
    capture1,
  ],
  [
    'a stamped record written anew, its time-stamp dropped and the chain made to name it',
    () => rewritten(),
    'capture.stamped.missing',
    capture1,
  ],
  [
    'a stamped record written anew with a new time-stamp',
    () => rewritten(imprint => replyAt(keys(), imprint, '2026-03-03T10:00:00.000Z')),
    'capture.stamped.mismatch',
    capture1,
  ],
  [
    'a stamped record written anew with a time-stamp that says the same moment',
    () => rewritten(imprint => replyAt(keys(), imprint, '2026-03-01T10:00:02.000Z')),
    'capture.stamped.mismatch',
    capture1,
  ],
  [
    'a time-stamp of another authority',
    () =>
      withEventsOf(
        events => events.map(withoutReplyDigest),
        input =>
          withFirstReply(input, imprint => replyAt(keys(), imprint, '2026-03-01T10:00:02.000Z', 'rsa')),
      ),
    'capture.stamped.mismatch',
    capture1,
  ],
  [
    'a time-stamp fetched later',
    () =>
      withEventsOf(
        events => events.map(withoutReplyDigest),
        input => withFirstReply(input, imprint => replyAt(keys(), imprint, '2026-03-02T10:00:02.000Z')),
      ),
    'capture.stamped.mismatch',
    capture1,
  ],
  [
    'a time-stamp fetched later, and its moment put into an event of the first day',
    () =>
      withEventsOf(
        events => events.map(each => withDetail(withoutReplyDigest(each), later)),
        input => withFirstReply(input, imprint => replyAt(keys(), imprint, '2026-03-02T10:00:02.000Z')),
      ),
    'capture.stamped.mismatch',
    capture1,
  ],
  [
    'a time-stamp that the chain does not tell of',
    () => withEventsOf((events, stamped) => events.filter(each => each !== stamped)),
    'capture.stamped.unexplained',
    capture1,
  ],
  [
    'a record that was stamped twice',
    () =>
      withEventsOf((events, stamped) => events.flatMap(each => (each === stamped ? [each, each] : [each]))),
    'capture.stamped.duplicate',
    capture1,
  ],
  [
    'a record that was stamped before it was made',
    () =>
      withEventsOf((events, stamped) => {
        const [opened, ...others] = events.filter(each => each !== stamped);
        return opened === undefined ? events : [opened, stamped, ...others];
      }),
    'capture.stamped.order',
    capture1,
  ],
  [
    'a record that states an authority’s time and has no time-stamp',
    async () => zipOf(await withClaim(await sampleInput(), '2026-03-01T10:00:02.000Z')),
    'capture.gen-time.unproven',
    record1,
  ],
  [
    'a record that states another time than its time-stamp says',
    () =>
      rewritten(imprint => replyAt(keys(), imprint, '2026-03-01T10:00:02.000Z'), '2019-03-01T10:00:02.000Z'),
    'capture.gen-time.mismatch',
    record1,
  ],
];

async function unstampedFiles(): Promise<Files> {
  return toFiles(await sampleZip());
}

async function unstamped(change: (files: Files) => Promise<void>): Promise<Uint8Array> {
  const files = await unstampedFiles();
  await change(files);
  return toZip(files);
}

const later = {
  genTime: '2026-03-02T10:00:02.000Z',
  secondsAfterCapture: 86_401,
  clockDifferenceSeconds: 0,
};

function isFirstStamp({ action, subject }: CustodyEvent): boolean {
  return action === 'capture.stamped' && subject.reference === 'ABC/1';
}

function withDetail(event: CustodyEvent, detail: CustodyEvent['detail']): CustodyEvent {
  return isFirstStamp(event) ? { ...event, detail: { ...event.detail, ...detail } } : event;
}

/** As the chains of earlier versions have it. */
function withoutReplyDigest(event: CustodyEvent): CustodyEvent {
  const { replySha256: _, ...detail } = event.detail;
  return isFirstStamp(event) ? { ...event, detail } : event;
}

/** The first record with other words, and every digest of it, chain included; its time-stamp dropped or new. */
async function rewritten(
  make?: (imprint: Uint8Array) => Uint8Array<ArrayBuffer>,
  genTime?: string,
): Promise<Uint8Array> {
  const stamped = await stampedInput();
  const input = await (genTime === undefined
    ? withOtherRecord(stamped, text => text.replace('where you live', 'where he lives'))
    : withClaim(stamped, genTime));
  return zipOf(await withFirstReply(input, make));
}

async function withClaim(input: BundleInput, genTime: string): Promise<BundleInput> {
  const [first] = input.exhibits;
  if (first === undefined) throw new Error('a sample without exhibits');
  const { clocks } = first.record;
  if (clocks === undefined) throw new Error('a record without clocks');
  const record = { ...first.record, clocks: { ...clocks, genTime: instantSchema.parse(genTime) } };
  const bytes = canonicalBytes(record);
  return withOtherRecord(input, () => new TextDecoder().decode(bytes));
}

async function withOtherRecord(input: BundleInput, change: (text: string) => string): Promise<BundleInput> {
  const [first, ...others] = input.exhibits;
  if (first === undefined) throw new Error('a sample without exhibits');
  const before = first.entry.recordSha256;
  const recordBytes = textBytes(change(new TextDecoder().decode(first.recordBytes)));
  const after = sha256Schema.parse(await sha256(recordBytes));
  const entry = { ...first.entry, recordSha256: after };
  const events = eventsOf(input).map(event => ({
    ...event,
    detail: Object.fromEntries(
      Object.entries(event.detail).map(([name, value]) => [name, value === before ? after : value]),
    ),
  }));
  const listed = input.caseRecord.exhibits.map(each => (each.captureId === entry.captureId ? entry : each));
  const changed = {
    ...input,
    exhibits: [{ ...first, recordBytes, entry }, ...others],
    caseRecord: { ...input.caseRecord, exhibits: listed },
  };
  return withChainOf(changed, await linkEvents(events));
}
