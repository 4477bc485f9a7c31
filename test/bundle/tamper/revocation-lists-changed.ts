import type { BundleExhibit, BundleInput } from '../../../src/bundle/bundle-input.ts';
import { bundlePaths, textBytes } from '../../../src/bundle/layout.ts';
import { holdList, listsToPem, type RevocationList } from '../../../src/crypto/time-stamp/revocation-list.ts';
import type { CustodyEvent } from '../../../src/model/custody.ts';
import { type AuthorityName, type ListIssuer, listOf } from '../../samples/authority/keys.ts';
import { linkEvents, sampleInput, zipOf } from '../../samples/bundle.ts';
import { eventsOf, replyAt, withCaptureTimeStamps, withChainOf, withLists } from '../time-stamped.ts';
import { type Files, toFiles, toZip } from '../zip-surgery.ts';
import type { Row } from './forgeries.ts';
import { atExport, capture1, keys } from './stamp-forgeries.ts';

const lists1 = 'data/exhibits/ABC_1/capture.crl';
const listsOfSeal = bundlePaths.tagManifestLists;

const made = new Map<ListIssuer, RevocationList>();

function pem(...issuers: readonly ListIssuer[]): Uint8Array<ArrayBuffer> {
  const lists = issuers.map(issuer => {
    const list = made.get(issuer) ?? holdList(listOf(keys(), issuer));
    made.set(issuer, list);
    return list;
  });
  return textBytes(listsToPem(lists));
}

interface Listed {
  /** Whose the time-stamps of the records are, and when they were made; as soon as the records when absent. */
  readonly authority?: AuthorityName;
  readonly at?: string;
  /** What stands beside those over the records, and beside that over the list of files. */
  readonly lists?: Uint8Array<ArrayBuffer>;
  readonly sealLists?: Uint8Array<ArrayBuffer>;
}

/** The stamped sample with lists beside its time-stamps, and the chain that tells of them. */
async function listedInput({ authority = 'rsa', at, lists, sealLists }: Listed): Promise<BundleInput> {
  const stamp = (imprint: Uint8Array, { record }: BundleExhibit) =>
    replyAt(keys(), imprint, at ?? record.completedAt, authority);
  const ofSeal = sealLists ?? pem('middle', 'root');
  const timeStamps = {
    stamp: async (imprint: Uint8Array) => ({
      reply: replyAt(keys(), imprint, atExport, 'rsa'),
      lists: ofSeal,
    }),
  };
  return { ...(await withCaptureTimeStamps(await sampleInput(), stamp, lists ?? pem('middle'))), timeStamps };
}

let usual: Promise<BundleInput> | undefined;
/** The same with nothing else than usual. */
function usualInput(): Promise<BundleInput> {
  usual ??= listedInput({});
  return usual;
}

async function listed(given: Listed): Promise<Uint8Array> {
  return zipOf(await listedInput(given));
}

async function withoutKey(change: (files: Files) => unknown): Promise<Uint8Array> {
  const files = toFiles(await zipOf(await usualInput()));
  change(files);
  return toZip(files);
}

/** The first exhibit changed by the holder of the key, and the events of the chain. */
async function byHolder(
  change: (first: BundleExhibit) => BundleExhibit | Promise<BundleExhibit>,
  events: (event: CustodyEvent) => CustodyEvent = event => event,
): Promise<Uint8Array> {
  const input = await usualInput();
  const [first, ...others] = input.exhibits;
  if (first === undefined) throw new Error('a sample without exhibits');
  const linked = await linkEvents(eventsOf(input).map(events));
  return zipOf(withChainOf({ ...input, exhibits: [await change(first), ...others] }, linked));
}

function withoutDigest(event: CustodyEvent): CustodyEvent {
  const { listsSha256: _, ...detail } = event.detail;
  return { ...event, detail };
}

/** The lists of revoked certificates that were kept with time-stamps. */
export const listsChanged: readonly Row[] = [
  [
    'a list by somebody else, which the chain is made to name',
    () => listed({ lists: pem('middle', 'other-root') }),
    'time-stamp.revocation.failed',
    capture1,
  ],
  [
    'a list by somebody else beside the time-stamp of the export',
    () => listed({ sealLists: pem('other-root') }),
    'time-stamp.revocation.failed',
    bundlePaths.tagManifestTimeStamp,
  ],
  [
    'the lists exchanged for others of the same issuer',
    () => byHolder(first => withLists(first, pem('middle', 'root'))),
    'capture.stamped.mismatch',
    lists1,
  ],
  [
    'an authority whose certificate was withdrawn by then',
    () => listed({ authority: 'withdrawn', at: '2040-03-01T10:00:02.000Z' }),
    'time-stamp.revocation.failed',
    capture1,
  ],
  [
    'an authority whose key was lost, as its list says later',
    () => listed({ authority: 'compromised' }),
    'time-stamp.revocation.failed',
    capture1,
  ],
  [
    'an authority whose certificate was replaced later',
    () => listed({ authority: 'withdrawn' }),
    'time-stamp.revocation.later',
    capture1,
    'intact',
  ],
  [
    'the lists taken out by the holder of the key',
    () => byHolder(({ lists: _, ...first }) => first),
    'capture.stamped.missing',
    lists1,
  ],
  [
    'the lists taken out by somebody else',
    () => withoutKey(files => files.delete(lists1)),
    'capture.stamped.missing',
    lists1,
  ],
  [
    'lists that the chain does not tell of',
    () => byHolder(first => first, withoutDigest),
    'capture.stamped.unexplained',
    lists1,
  ],
  [
    'the lists of the export taken out',
    () => withoutKey(files => files.delete(listsOfSeal)),
    'container-manifest.listing.missing',
    listsOfSeal,
    'incomplete',
  ],
  ['a file that is no list', () => listed({ lists: textBytes('no list') }), 'file.kind.unexpected', lists1],
  [
    'a file that cannot be read as lists',
    () => listed({ lists: textBytes('no list') }),
    'time-stamp.revocation.failed',
    capture1,
  ],
];
