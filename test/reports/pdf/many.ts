import { captureRecordSchema } from '../../../src/model/capture.ts';
import { caseRecordSchema } from '../../../src/model/case.ts';
import type { ReportInput } from '../../../src/reports/input.ts';
import { sampleInput, sampleRecords, sha256 } from '../sample.ts';

/** A case of so many exhibits in one ZIP, each a post whose text is given by its number. */
export function manyExhibits(
  count: number,
  textOf = (number: number) => `Message ${number} of many.`,
): ReportInput {
  const sample = sampleInput();
  const [record] = sampleRecords;
  const [entry] = sample.caseRecord.exhibits;
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const records = numbers.map(number =>
    captureRecordSchema.parse({
      ...record,
      id: idOf(number),
      reference: `ABC/${number}`,
      post: { ...record?.post, text: textOf(number) },
    }),
  );
  const caseRecord = caseRecordSchema.parse({
    ...sample.caseRecord,
    group: { ...sample.caseRecord.group, volumes: 1 },
    absent: [],
    exhibits: numbers.map(number => ({
      ...entry,
      reference: `ABC/${number}`,
      captureId: idOf(number),
      directory: `exhibits/ABC_${number}`,
      volume: 1,
      recordSha256: sha256(`record ${number}`),
    })),
  });
  const exhibits = caseRecord.exhibits.flatMap((each, index) => {
    const found = records[index];
    return found === undefined ? [] : [{ entry: each, record: found }];
  });
  return { ...sample, caseRecord, exhibits };
}
