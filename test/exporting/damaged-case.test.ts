import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import { verifyBytes } from '../samples/bundle.ts';
import { exported, type Opened, opened, recordOwn } from './exported-case.ts';

/** A case of two exhibits, of which so many are damaged in the log. */
async function caseWith(damaged: number): Promise<Opened> {
  const place = await opened();
  const ids = [await recordOwn(place), await recordOwn(place)];
  const database = new EvidenceDatabase(place.databaseName);
  for (const id of ids.slice(0, damaged)) {
    const capture = await database.captures.get(id);
    const row = await database.artifacts.get([id, capture!.recordSha256]);
    const bytes = new Uint8Array(row!.bytes as Uint8Array<ArrayBuffer>);
    bytes[bytes.length - 1]! ^= 1;
    await database.artifacts.put({ ...row!, bytes });
  }
  database.close();
  return place;
}

it('exports what is whole beside what is damaged', async () => {
  const [zip = new Uint8Array()] = await exported(await caseWith(1), {}, 500_000_000, { damaged: ['PC/1'] });
  expect((await verifyBytes(zip)).verdict).toBe('incomplete');
});

it.each(['', 'PC/1', 'PC/1, PC/2'])(
  'says that nothing is whole, and not that nothing was recorded; agreed to be left out: %s',
  async agreed => {
    const place = await caseWith(2);
    const exporting = exported(place, {}, 500_000_000, { damaged: agreed.split(', ') });
    await expect(exporting).rejects.toMatchObject({ code: 'export.case.damaged' });
  },
);

it('says that nothing was recorded yet', async () => {
  await expect(exported(await opened())).rejects.toMatchObject({ code: 'export.case.empty' });
});
