import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import { getCase } from '../bundle/tamper/forgeries.ts';
import { toFiles } from '../bundle/zip-surgery.ts';
import { verifyBytes } from '../samples/bundle.ts';
import { exported, opened } from './exported-case.ts';
import { toldCase } from './told-case.ts';

it.each(['damaged', 'gone'])(
  'a case whose own row is %s is listed again under a title that says so, and exported whole',
  async how => {
    const place = await toldCase();
    const { cases } = new EvidenceDatabase(place.databaseName);
    const row = (await cases.get(place.caseId))!;
    const { writer, reader } = place.log;
    await writer.mendCases();
    expect(await cases.get(place.caseId)).toEqual(row);

    const sealed = new Uint8Array(row.sealed);
    sealed[sealed.length - 1]! ^= 1;
    if (how === 'gone') await cases.delete(place.caseId);
    else await cases.put({ ...row, sealed });
    expect(await reader.listCases()).toEqual([]);
    await writer.mendCases();
    const [mended] = await reader.listCases();
    expect(mended).toMatchObject({
      id: place.caseId,
      title: 'Case opened on 2026-06-01 (its title was damaged)',
      producer: { initials: 'CD', name: 'C. Doe' },
    });
    expect((await reader.readCustody(place.caseId)).at(-1)).toMatchObject({
      action: 'case.described',
      actor: 'not known',
    });
    expect(await writer.ensureCase()).toBe(place.caseId);

    const [zip = new Uint8Array()] = await exported(place);
    const { verdict, findings } = await verifyBytes(zip);
    expect(findings.filter(({ severity }) => severity === 'failure')).toEqual([]);
    expect(verdict).toBe('intact');
    expect(getCase(toFiles(zip)).exhibits.map(({ reference }) => reference)).toEqual([
      'PC/1',
      'CD/2',
      'CD/4',
    ]);
  },
);

it('a case that cannot be mended keeps no other from being mended', async () => {
  const { log, databaseName } = await opened();
  const { writer, reader } = log;
  for (const title of ['Second', 'Third']) await writer.openCase({ title, initials: 'PC', name: '' });
  const { cases } = new EvidenceDatabase(databaseName);
  const rows = await cases.toArray();
  for (const [index, row] of rows.entries()) {
    const sealed = new Uint8Array(row.sealed.length);
    // The first of them has lost its moment too, without which it has no title.
    await cases.put({
      ...row,
      sealed,
      ...(index === 0 && { openedAt: 5 as unknown as typeof row.openedAt }),
    });
  }
  await expect(writer.mendCases()).rejects.toThrow(TypeError);
  const mended = (await reader.listCases()).map(({ id }) => id);
  expect(mended.sort()).toEqual(rows.slice(1).map(({ id }) => id));
});
