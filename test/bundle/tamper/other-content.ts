import { canonicalBytes } from '../../../src/crypto/canonical-json.ts';
import { sha256 } from '../../../src/crypto/digest.ts';
import { eventsToJsonl, jsonlToValues } from '../../../src/custody/jsonl.ts';
import { type Artifact, captureRecordSchema } from '../../../src/model/capture.ts';
import { custodyEventSchema } from '../../../src/model/custody.ts';
import { sha256Schema } from '../../../src/model/identifiers.ts';
import { linkEvents, sampleInput, zipOf } from '../../samples/bundle.ts';

/** What a file of the first exhibit becomes, and what its record says of it. */
interface Other {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly listedAs?: Partial<Pick<Artifact, 'path' | 'mediaType' | 'role'>>;
}

/**
 * The sample with other bytes in a file of its first exhibit, as its holder could make it: record, case, chain and
 * seals all agree with them.
 */
export async function withOtherContent({ path, bytes, listedAs = {} }: Other): Promise<Uint8Array> {
  const input = await sampleInput();
  const [first, ...rest] = input.exhibits;
  if (first === undefined) throw new Error('no exhibit');
  const digest = sha256Schema.parse(await sha256(new Uint8Array(bytes)));
  const record = captureRecordSchema.parse({
    ...first.record,
    artifacts: first.record.artifacts.map(each =>
      each.path === path ? { ...each, size: bytes.length, sha256: digest, ...listedAs } : each,
    ),
  });
  const recordBytes = canonicalBytes(record);
  const recordSha256 = sha256Schema.parse(await sha256(recordBytes));
  const text = input.custodyJsonl.replace(first.entry.recordSha256, recordSha256);
  const events = await linkEvents(jsonlToValues(text).map(value => custodyEventSchema.parse(value)));
  const entry = { ...first.entry, recordSha256 };
  return zipOf({
    ...input,
    custodyJsonl: eventsToJsonl(events),
    caseRecord: {
      ...input.caseRecord,
      custodyHead: events.at(-1)?.digest ?? recordSha256,
      exhibits: input.caseRecord.exhibits.map((each, index) =>
        index === 0 ? { ...each, recordSha256 } : each,
      ),
    },
    exhibits: [
      {
        ...first,
        entry,
        record,
        recordBytes,
        readArtifact: async artifact =>
          artifact.sha256 === digest ? new Uint8Array(bytes) : first.readArtifact(artifact),
      },
      ...rest,
    ],
  });
}
