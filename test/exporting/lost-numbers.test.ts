import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { EvidenceDatabase, type ExhibitRow } from '../../src/evidence/store/database.ts';
import { getCase } from '../bundle/tamper/forgeries.ts';
import { toFiles } from '../bundle/zip-surgery.ts';
import { verifyBytes } from '../samples/bundle.ts';
import { exported } from './exported-case.ts';
import { toldCase } from './told-case.ts';

let place: Awaited<ReturnType<typeof toldCase>>;
let database: EvidenceDatabase;
let rows: readonly ExhibitRow[];

beforeAll(async () => {
  place = await toldCase();
  database = new EvidenceDatabase(place.databaseName);
  rows = await database.exhibits.toArray();
});

async function exportedNow(agreed = {}) {
  const [zip = new Uint8Array()] = await exported(place, {}, undefined, agreed);
  const { exhibits, absent, outcome } = getCase(toFiles(zip));
  const given = exhibits.map(({ reference }) => reference);
  // The moment of the row lies some milliseconds from that of the event.
  const names = { given, absent: absent.map(({ at: _, ...each }) => each), outcome };
  return { names, verdict: (await verifyBytes(zip)).verdict };
}

const spoil = (row: ExhibitRow) => {
  const sealed = new Uint8Array(row.sealed);
  sealed[sealed.length - 1]! ^= 1;
  return database.exhibits.put({ ...row, sealed });
};
const takeOut = ({ caseId, number }: ExhibitRow) => database.exhibits.delete([caseId, number]);

describe.each([
  ['does not open', spoil],
  ['is gone', takeOut],
] as const)('the row of a number that %s', (_, damage) => {
  it.each([1, 2, 3, 4])(
    'takes nothing from an export, for the chain has the number too: %i',
    async number => {
      const row = rows.find(each => each.number === number)!;
      const whole = await exportedNow();
      expect(whole.names.given).toEqual(['PC/1', 'CD/2', 'CD/4']);
      await damage(row);
      try {
        const without = await exportedNow();
        expect(without.names).toEqual(whole.names);
        expect([whole.verdict, without.verdict]).toEqual(['intact', 'intact']);
      } finally {
        await database.exhibits.put(row);
      }
    },
  );
});

it('an exhibit of which row and number are gone is named as damaged', async () => {
  const row = rows.find(({ number }) => number === 2)!;
  const capture = await database.captures.get(row.captureId);
  await database.captures.delete(row.captureId);
  await takeOut(row);
  try {
    const { names, verdict } = await exportedNow({ damaged: ['CD/2'] });
    expect(names.given).toEqual(['PC/1', 'CD/4']);
    expect(names.absent).toContainEqual({ reference: 'CD/2', captureId: row.captureId, reason: 'damaged' });
    expect([names.outcome, verdict]).toEqual(['incomplete', 'incomplete']);
  } finally {
    await database.captures.put(capture!);
    await database.exhibits.put(row);
  }
});
