import { captureRecordSchema } from '../../../src/model/capture.ts';
import { caseRecordSchema } from '../../../src/model/case.ts';
import type { ReportInput } from '../../../src/reports/input.ts';
import { sampleId } from '../../samples/capture.ts';
import { digestOf } from '../../samples/digest.ts';
import { sampleInput, sampleRecords } from '../../samples/report.ts';

/** A case of so many exhibits in one ZIP, each a post whose text is given by its number. */
export function manyExhibits(
  count: number,
  textOf = (number: number) => `Message ${number} of many.`,
): ReportInput {
  const sample = sampleInput();
  const [record] = sampleRecords;
  const [entry] = sample.caseRecord.exhibits;
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const records = numbers.map(number =>
    captureRecordSchema.parse({
      ...record,
      id: sampleId(number),
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
      captureId: sampleId(number),
      directory: `exhibits/ABC_${number}`,
      volume: 1,
      recordSha256: digestOf(`record ${number}`),
    })),
  });
  const exhibits = caseRecord.exhibits.flatMap((each, index) => {
    const found = records[index];
    return found === undefined ? [] : [{ entry: each, record: found }];
  });
  return { ...sample, caseRecord, exhibits };
}
