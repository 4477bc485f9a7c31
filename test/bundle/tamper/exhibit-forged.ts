import type { BundleExhibit } from '../../../src/bundle/bundle-input.ts';
import { canonicalJson } from '../../../src/crypto/canonical-json.ts';
import { sha256 } from '../../../src/crypto/digest.ts';
import { eventsToJsonl, jsonlToValues } from '../../../src/custody/jsonl.ts';
import type { CaptureRecord } from '../../../src/model/capture.ts';
import { custodyEventSchema } from '../../../src/model/custody.ts';
import { sha256Schema } from '../../../src/model/identifiers.ts';
import { linkEvents, sampleInput, zipOf } from '../../samples/bundle.ts';

/** What a forger makes of the first exhibit: its record as a JSON value, its files by path, and the record's own text. */
export interface Forgery {
  readonly record?: (record: CaptureRecord) => object;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly text?: (text: string) => string;
}

/** The sample with another first exhibit, of which every digest, size, event and seal fits. */
export async function withExhibit({ record, files = {}, text }: Forgery): Promise<Uint8Array> {
  const input = await sampleInput();
  const [first, ...others] = input.exhibits;
  if (first === undefined) throw new Error('the sample has no exhibit');
  const artifacts = await Promise.all(
    first.record.artifacts.map(async artifact => {
      const bytes = files[artifact.path];
      return bytes === undefined
        ? artifact
        : { ...artifact, size: bytes.length, sha256: sha256Schema.parse(await sha256(bytes)) };
    }),
  );
  const forged = { ...first.record, artifacts };
  const json = canonicalJson(record?.(forged) ?? forged);
  const recordBytes = new TextEncoder().encode(text?.(json) ?? json);
  const recordSha256 = sha256Schema.parse(await sha256(recordBytes));
  const exhibit: BundleExhibit = {
    ...first,
    record: forged,
    recordBytes,
    entry: { ...first.entry, recordSha256 },
    readArtifact: async artifact =>
      new Uint8Array(files[artifact.path] ?? (await first.readArtifact(artifact))),
  };
  const chain = input.custodyJsonl.replace(first.entry.recordSha256, recordSha256);
  const events = await linkEvents(jsonlToValues(chain).map(value => custodyEventSchema.parse(value)));
  return zipOf({
    ...input,
    exhibits: [exhibit, ...others],
    custodyJsonl: eventsToJsonl(events),
    caseRecord: {
      ...input.caseRecord,
      custodyHead: events.at(-1)?.digest ?? recordSha256,
      exhibits: input.caseRecord.exhibits.map((entry, index) =>
        index === 0 ? { ...entry, recordSha256 } : entry,
      ),
    },
  });
}
