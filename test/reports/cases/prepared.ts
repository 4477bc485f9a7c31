import type { LogReader } from '../../../src/evidence/reader.ts';
import { noDamage } from '../../../src/exporting/gather/damage.ts';
import type { Gathering } from '../../../src/exporting/gather/gather.ts';
import { type Prepared, prepare } from '../../../src/exporting/plan/prepare.ts';
import type { BundleRecipient } from '../../../src/model/case.ts';
import { type ExportChoice, wholeCase } from '../../../src/model/export-choice.ts';
import type { InventedCase } from '../../samples/cases/story.ts';

/**
 * The case as an export prepares it out of a log that holds everything, the confidential answers and the private
 * notes too: what leaves them out is the product's own code.
 */
export function preparedOf(
  invented: InventedCase,
  recipient: BundleRecipient,
  choice: Partial<ExportChoice> = {},
): Promise<Prepared> {
  const { caseRecord, signerFingerprint } = invented.inputFor(recipient);
  const log = {
    listReceived: async () => [],
    readReporter: async () => invented.story.reporter,
    readAuthorities: async () => ({ addresses: [], roots: [] }),
    openSigner: async () => ({ fingerprint: signerFingerprint }),
  } satisfies Partial<Record<keyof LogReader, unknown>>;
  return prepare(log as unknown as LogReader, gatheringOf(invented), {
    choice: { ...wholeCase, recipient, exhibitsLeftOut: [], ...choice },
    groupId: caseRecord.group.id,
    exportedAt: caseRecord.exportedAt,
    software: caseRecord.software,
  });
}

/** Everything that was recorded and chosen, with the words about it as the log has them. */
function gatheringOf({ inputFor, story, custody, notes }: InventedCase): Gathering {
  const { caseRecord, exhibits } = inputFor('own-copy');
  const gathered = exhibits.map(({ entry, record }) => ({
    record,
    recordBytes: new TextEncoder().encode(JSON.stringify(record)),
    recordSha256: entry.recordSha256,
    captureId: entry.captureId,
    words: entry.words,
  }));
  const chosen = new Set(exhibits.map(({ record }) => record));
  const unused = story.records.filter(record => !chosen.has(record));
  return {
    caseFile: caseRecord.case,
    exhibits: gathered,
    unused: unused.map(record => ({
      record,
      recordBytes: new TextEncoder().encode(JSON.stringify(record)),
      recordSha256: record.artifacts[0]?.sha256 ?? caseRecord.custodyHead,
      captureId: record.id,
      words: [],
    })),
    absent: caseRecord.absent,
    chain: { events: custody, lost: [] },
    notes,
    ...{ lostNotes: [], received: [], lostReceived: [] },
    summary: { references: [], absent: [], ...noDamage },
  };
}
