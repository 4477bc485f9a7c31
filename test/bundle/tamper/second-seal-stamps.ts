import { bundlePaths } from '../../../src/bundle/layout.ts';
import { sha256Bytes } from '../../../src/crypto/digest.ts';
import type { AuthorityName } from '../../samples/authority/keys.ts';
import { replyAt } from '../time-stamped.ts';
import { type Files, toFiles, toZip } from '../zip-surgery.ts';
import { get, type Row } from './forgeries.ts';
import {
  atExport,
  keys,
  list,
  replyBySha1,
  type SealStamps,
  sealedWith,
  second,
  stampedFiles,
  twiceStampedFiles,
} from './stamp-forgeries.ts';

const replies = (at: string, authority?: AuthorityName) => (imprint: Uint8Array) =>
  replyAt(keys(), imprint, at, authority);
const first = { bag: replies(atExport), list: replies(atExport), last: replies(atExport) };

async function withoutKey(change: (files: Files) => unknown): Promise<Uint8Array> {
  const files = await twiceStampedFiles();
  await change(files);
  return toZip(files);
}

/** Sealed again by the holder of the key, the record as it was: two authorities were asked. */
async function byHolder(stamps: SealStamps): Promise<Uint8Array> {
  return sealedWith(await twiceStampedFiles(), stamps);
}

/** A reply over the list of files that is there. */
async function overList(files: Files, at: string, authority: AuthorityName): Promise<Uint8Array> {
  return replyAt(keys(), await sha256Bytes(get(files, bundlePaths.tagManifest)), at, authority);
}

/** The time-stamp of a second authority over the list of files. */
export const secondSealStamps: readonly Row[] = [
  [
    'the second time-stamp of the list taken out',
    () => withoutKey(files => files.delete(second)),
    'time-stamp.seal.missing',
    second,
  ],
  [
    'the second time-stamp of the list taken out, and a year-old one put in its place',
    () =>
      withoutKey(async files =>
        files.set(second, await overList(files, '2025-03-04T05:06:10.250Z', 'foreign')),
      ),
    'time-stamp.signing-time.before',
    second,
  ],
  [
    'the second time-stamp of the list exchanged for one of another authority, of the right moment',
    () => withoutKey(async files => files.set(second, await overList(files, atExport, 'rsa'))),
    'container-manifest.digest.mismatch',
    second,
  ],
  [
    'the first time-stamp of the list put in the place of the second',
    () => withoutKey(files => files.set(second, get(files, list))),
    'time-stamp.second.same-authority',
    second,
  ],
  [
    'a second time-stamp put into a bundle for which two authorities were asked, and one answered',
    async () => {
      const files = toFiles(await byHolder(first));
      return toZip(files.set(second, await overList(files, atExport, 'foreign')));
    },
    'time-stamp.seal.unexpected',
    second,
  ],
  [
    'a second time-stamp put into a bundle for which one authority was asked',
    async () => {
      const files = await stampedFiles();
      return toZip(files.set(second, await overList(files, atExport, 'foreign')));
    },
    'time-stamp.second.unexpected',
    second,
  ],
  [
    'a second time-stamp over something else, sealed again',
    () => byHolder({ ...first, second: () => replies(atExport, 'foreign')(new Uint8Array(32)) }),
    'time-stamp.imprint.failed',
    second,
  ],
  [
    'a second time-stamp a year older than the seals, sealed again',
    () => byHolder({ ...first, second: replies('2025-03-04T05:06:10.250Z', 'foreign') }),
    'time-stamp.signing-time.before',
    second,
  ],
  [
    'a second time-stamp an hour later than the first, sealed again',
    () => byHolder({ ...first, second: replies('2026-03-04T06:06:10.250Z', 'foreign') }),
    'time-stamp.order.late',
    second,
  ],
  [
    'a first time-stamp an hour later than the second, sealed again',
    () => {
      const late = replies('2026-03-04T06:06:10.250Z');
      return byHolder({ bag: late, list: late, last: late, second: replies(atExport, 'foreign') });
    },
    'time-stamp.order.impossible',
    second,
  ],
  [
    'a second time-stamp of the first authority, sealed again',
    () => byHolder({ ...first, second: replies(atExport) }),
    'time-stamp.second.same-authority',
    second,
  ],
  [
    'a second time-stamp that names its certificate by SHA-1, sealed again',
    () => byHolder({ ...first, second: replyBySha1 }),
    'time-stamp.binding.refused',
    second,
  ],
  [
    'a second time-stamp alone, sealed again',
    () => byHolder({ second: replies(atExport, 'foreign') }),
    'time-stamp.second.alone',
    second,
  ],
  [
    'a second time-stamp sealed again with a record for which one authority was asked',
    async () => sealedWith(await stampedFiles(), { ...first, second: replies(atExport, 'foreign') }),
    'time-stamp.second.unexpected',
    second,
  ],
];
