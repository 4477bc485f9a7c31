import type { BundleExhibit, BundleInput, TimeStamps } from '../../src/bundle/bundle-input.ts';
import { sha256, sha256Bytes } from '../../src/crypto/digest.ts';
import { systemRandom } from '../../src/crypto/random.ts';
import { createTimeStampRequest } from '../../src/crypto/time-stamp-request.ts';
import { sha256Schema } from '../../src/model/identifiers.ts';
import type { AuthorityKeys, AuthorityName } from '../authority/keys.ts';
import { forge } from '../authority/replies.ts';

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

/** The input with a time-stamp over the record of each exhibit, some seconds after it was recorded. */
export async function withCaptureTimeStamps(
  input: BundleInput,
  make: (imprint: Uint8Array, exhibit: BundleExhibit) => Uint8Array<ArrayBuffer>,
): Promise<BundleInput> {
  const exhibits = input.exhibits.map(async exhibit => {
    const reply = make(await sha256Bytes(exhibit.recordBytes), exhibit);
    const timeStamp = {
      role: 'time-stamp' as const,
      path: 'capture.tsr',
      mediaType: 'application/timestamp-reply',
      size: reply.length,
      sha256: sha256Schema.parse(await sha256(reply)),
    };
    const readArtifact: BundleExhibit['readArtifact'] = async artifact =>
      artifact === timeStamp ? reply : exhibit.readArtifact(artifact);
    return { ...exhibit, timeStamp, readArtifact };
  });
  return { ...input, exhibits: await Promise.all(exhibits) };
}
