import type { BundleExhibit, BundleInput } from '../../../src/bundle/bundle-input.ts';
import { holdList, listsToPem } from '../../../src/crypto/time-stamp/revocation-list.ts';
import type { CustodyEvent } from '../../../src/model/custody.ts';
import { type AuthorityName, listOf } from '../../samples/authority/keys.ts';
import { linkEvents, sampleInput, zipOf } from '../../samples/bundle.ts';
import {
  eventsOf,
  exhibitWithSecond,
  replyAt,
  withCaptureTimeStamps,
  withChainOf,
  withSecondTimeStamps,
} from '../time-stamped.ts';
import { toFiles, toZip } from '../zip-surgery.ts';
import type { Row } from './forgeries.ts';
import { capture1, keys, stampedInput } from './stamp-forgeries.ts';

const second1 = 'data/exhibits/ABC_1/capture.2.tsr';
const lists1 = 'data/exhibits/ABC_1/capture.2.crl';

let made: Uint8Array<ArrayBuffer> | undefined;
/** The list of the issuer of the second authority. */
function lists(): Uint8Array<ArrayBuffer> {
  made ??= new TextEncoder().encode(listsToPem([holdList(listOf(keys(), 'other-root'))]));
  return made;
}

function replyOf(authority: AuthorityName) {
  return (imprint: Uint8Array, { record }: BundleExhibit) =>
    replyAt(keys(), imprint, record.completedAt, authority);
}

let usual: Promise<BundleInput> | undefined;
/** The stamped sample with a second time-stamp of another authority over each record, and its lists. */
function twiceStamped(): Promise<BundleInput> {
  usual ??= stampedInput().then(input => withSecondTimeStamps(input, replyOf('foreign'), lists()));
  return usual;
}

async function withoutKey(path: string, bytes?: Uint8Array): Promise<Uint8Array> {
  const files = toFiles(await zipOf(await twiceStamped()));
  if (bytes === undefined) files.delete(path);
  else files.set(path, bytes);
  return toZip(files);
}

/** The first exhibit and the chain changed by the holder of the key. */
async function byHolder(
  change: (first: BundleExhibit) => BundleExhibit | Promise<BundleExhibit>,
  events: (events: readonly CustodyEvent[]) => readonly CustodyEvent[] = same => same,
): Promise<Uint8Array> {
  const input = await twiceStamped();
  const [first, ...others] = input.exhibits;
  if (first === undefined) throw new Error('a sample without exhibits');
  const linked = await linkEvents(events(eventsOf(input)));
  return zipOf(withChainOf({ ...input, exhibits: [await change(first), ...others] }, linked));
}

const unchanged = (first: BundleExhibit) => first;
const withoutFirst = ({ timeStamp: _, lists: __, ...first }: BundleExhibit) => first;
const withoutSecond = ({ secondStamp: _, ...first }: BundleExhibit) => first;

function isStamp({ action, subject, detail }: CustodyEvent, anchor: 1 | 2): boolean {
  return (
    action === 'capture.stamped' &&
    subject.reference === 'ABC/1' &&
    (detail['timeStampNumber'] === 2) === (anchor === 2)
  );
}

/** The events of the first exhibit's second time-stamp with other details. */
function told(change: (detail: CustodyEvent['detail']) => CustodyEvent['detail']) {
  return (events: readonly CustodyEvent[]) =>
    events.map(event => (isStamp(event, 2) ? { ...event, detail: change(event.detail) } : event));
}

/** Second time-stamps of records, by another authority than the first. */
export const secondStamps: readonly Row[] = [
  [
    'a second time-stamp of the same authority, which the chain is made to name',
    async () => zipOf(await withSecondTimeStamps(await stampedInput(), replyOf('ecdsa'))),
    'time-stamp.second.same-authority',
    second1,
  ],
  [
    'a second time-stamp of another authority with the same issuer',
    async () => {
      const once = await withCaptureTimeStamps(await sampleInput(), replyOf('rsa'));
      return zipOf(await withSecondTimeStamps(once, replyOf('compromised')));
    },
    'time-stamp.second.same-authority',
    second1,
  ],
  [
    'a second time-stamp taken out by somebody else',
    () => withoutKey(second1),
    'capture.stamped.missing',
    second1,
  ],
  [
    'a second time-stamp taken out by the holder of the key',
    () => byHolder(withoutSecond),
    'capture.stamped.missing',
    second1,
  ],
  [
    'a second time-stamp that the chain does not tell of',
    () => byHolder(unchanged, events => events.filter(event => !isStamp(event, 2))),
    'capture.stamped.unexplained',
    second1,
  ],
  [
    'a second time-stamp put in by somebody else',
    async () => {
      const files = toFiles(await zipOf(await stampedInput()));
      const twice = toFiles(await zipOf(await twiceStamped()));
      return toZip(files.set(second1, twice.get(second1) ?? new Uint8Array()));
    },
    'capture.stamped.unexplained',
    second1,
  ],
  [
    'a second time-stamp over another record',
    () => withoutKey(second1, replyAt(keys(), new Uint8Array(32), '2026-03-01T10:00:02.000Z', 'foreign')),
    'time-stamp.imprint.failed',
    second1,
  ],
  [
    'a second time-stamp exchanged for one of a later day',
    () =>
      byHolder(first =>
        exhibitWithSecond(
          first,
          imprint => replyAt(keys(), imprint, '2026-03-02T10:00:02.000Z', 'foreign'),
          lists(),
        ),
      ),
    'capture.stamped.mismatch',
    second1,
  ],
  [
    'the first time-stamp put in the place of the second',
    async () => {
      const files = toFiles(await zipOf(await twiceStamped()));
      return toZip(files.set(second1, files.get(capture1) ?? new Uint8Array()));
    },
    'time-stamp.second.same-authority',
    second1,
  ],
  [
    'the first time-stamp dropped, and its event with it',
    () => byHolder(withoutFirst, events => events.filter(event => !isStamp(event, 1))),
    'capture.stamped.alone',
    second1,
  ],
  [
    'a second time-stamp that came before the first',
    () =>
      byHolder(unchanged, events => {
        const second = events.filter(event => isStamp(event, 2));
        const others = events.filter(event => !isStamp(event, 2));
        const at = others.findIndex(event => isStamp(event, 1));
        return [...others.slice(0, at), ...second, ...others.slice(at)];
      }),
    'capture.stamped.order',
    second1,
  ],
  [
    'two events of one second time-stamp',
    () =>
      byHolder(unchanged, events => events.flatMap(event => (isStamp(event, 2) ? [event, event] : [event]))),
    'capture.stamped.duplicate',
    second1,
  ],
  [
    'a second time-stamp that the chain calls a third',
    () =>
      byHolder(
        unchanged,
        told(detail => ({ ...detail, timeStampNumber: 3 })),
      ),
    'capture.stamped.duplicate',
    capture1,
  ],
  [
    'a first time-stamp to which the chain gives a number',
    () =>
      byHolder(unchanged, events =>
        events.map(event =>
          isStamp(event, 1) ? { ...event, detail: { ...event.detail, timeStampNumber: 1 } } : event,
        ),
      ),
    'capture.stamped.mismatch',
    capture1,
  ],
  ['the lists of a second time-stamp taken out', () => withoutKey(lists1), 'capture.stamped.missing', lists1],
  [
    'lists of a second time-stamp that the chain does not tell of',
    () =>
      byHolder(
        unchanged,
        told(({ listsSha256: _, ...detail }) => detail),
      ),
    'capture.stamped.unexplained',
    lists1,
  ],
];
