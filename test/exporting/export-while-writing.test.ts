import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { LogReader } from '../../src/evidence/reader.ts';
import { noDamage } from '../../src/exporting/gather/damage.ts';
import { type Prepared, readPrepared } from '../../src/exporting/plan/prepare.ts';
import { wholeCase } from '../../src/model/export-choice.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import { verifyBytes } from '../samples/bundle.ts';
import { sampleSoftware } from '../samples/capture.ts';
import { wordsOf } from '../samples/log.ts';
import { exported, opened, recordOwn } from './exported-case.ts';

/** A reader before whose nth answer something is done; `readings` counts them. */
function interrupted(reader: LogReader, nth: number, act: () => Promise<unknown>) {
  const count = { readings: 0 };
  const isReading = (name: string) => /^(?:read|list)/.test(name) && name !== 'readStill';
  const wrapped = Object.fromEntries(
    Object.entries(reader).map(([name, method]: [string, (...given: unknown[]) => unknown]) => [
      name,
      !isReading(name)
        ? method
        : async (...given: unknown[]) => {
            count.readings += 1;
            if (count.readings === nth) await act();
            return method(...given);
          },
    ]),
  ) as unknown as LogReader;
  return { wrapped, count };
}

/** The digests of what was written, by the chain and by what was read beside it. */
function digestsIn({ custody, notes, gathering }: Prepared) {
  const written = custody.flatMap(({ action, detail }) =>
    action === 'person.described' || action === 'exhibit.described' ? String(detail['sha256']) : [],
  );
  const versions = [...notes, ...gathering.exhibits.map(({ words }) => ({ versions: words }))];
  const read = versions.flatMap(each => each.versions.map(({ sha256 }) => String(sha256)));
  return { written: written.sort(), read: read.sort() };
}

it('what is written while an export reads the log is in it wholly or not at all, wherever it comes', async () => {
  const place = await opened();
  const { log, caseId } = place;
  const captureId = await recordOwn(place);
  const request = {
    ...{ caseId, agreed: noDamage, choice: wholeCase, software: sampleSoftware() },
    ...{ groupId: 'none', exportedAt: toInstant(Date.UTC(2026, 5, 2)) },
  };
  let readings = 1;
  for (let nth = 1; nth <= readings; nth += 1) {
    const { wrapped, count } = interrupted(log.reader, nth, async () => {
      await log.writer.writeNote(caseId, { kind: 'person', name: `Before reading ${nth}` });
      await log.writer.describeExhibit(captureId, wordsOf(`Before reading ${nth}`));
    });
    const prepared = await readPrepared(wrapped, request, new AbortController().signal);
    const { read, written } = digestsIn(prepared);
    expect({ nth, read }).toEqual({ nth, read: written });
    readings = count.readings;
  }
  expect(readings).toBeGreaterThan(10);
  const { wrapped } = interrupted(log.reader, readings, () =>
    log.writer.writeNote(caseId, { kind: 'person', name: 'Written last' }),
  );
  const [zip = new Uint8Array()] = await exported({ caseId, log: { ...log, reader: wrapped } });
  expect((await verifyBytes(zip)).verdict).toBe('intact');
});
