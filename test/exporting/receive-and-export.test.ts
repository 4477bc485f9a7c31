import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { sha256Schema } from '../../src/model/identifiers.ts';
import { receivedFolder } from '../../src/model/received.ts';
import { wholeFile } from '../../src/ui/receive/whole-file.ts';
import { toFiles } from '../bundle/zip-surgery.ts';
import { sampleZip, verifyBytes } from '../samples/bundle.ts';
import { digestOf } from '../samples/digest.ts';
import { exported, fileOf, opened, recordOwn } from './exported-case.ts';

it('what was received goes out again untouched, with its receipt, beside an exhibit of one’s own', async () => {
  const place = await opened();
  const original = await sampleZip();
  await place.receive(fileOf(original, 'ABC-20260304T050608Z.zip'));
  await recordOwn(place);
  const [zip = new Uint8Array()] = await exported(place);
  const report = await verifyBytes(zip);
  expect(report.findings.filter(({ severity }) => severity === 'failure' || severity === 'missing')).toEqual(
    [],
  );
  expect(report.verdict).toBe('intact');
  expect(report.received).toMatchObject([{ verdictThen: 'intact', report: { verdict: 'intact' } }]);
  const files = toFiles(zip);
  const folder = `data/${receivedFolder(digestOf(original))}`;
  expect([...files.keys()].filter(name => name.startsWith(folder))).toEqual([
    `${folder}receipt.docx`,
    `${folder}receipt.txt`,
    `${folder}ABC-20260304T050608Z.zip`,
  ]);
  expect(digestOf(files.get(`${folder}ABC-20260304T050608Z.zip`) ?? new Uint8Array())).toBe(
    digestOf(original),
  );
  const [readMe, howTo] = ['READ-ME-FIRST.txt', 'HOW-TO-VERIFY.txt'].map(name =>
    new TextDecoder().decode(files.get(name)),
  );
  expect(readMe).toContain('data/received/, unchanged');
  expect(readMe?.split('\n').every(line => line.length <= 78)).toBe(true);
  expect(howTo).toContain(digestOf(original));
  const html = new TextDecoder().decode(files.get('data/report.html'));
  for (const words of [
    'Received files',
    'ABC-20260304T050608Z.zip',
    'Front desk',
    'File 1, ABC/1',
    'A. B. Carter (ABC)',
  ])
    expect(html).toContain(words);
});

it('a case that holds only received files can be exported, and two are combined', async () => {
  const place = await opened();
  const [one, two] = [await sampleZip({ volume: 1, volumes: 2 }), await sampleZip({ volume: 2, volumes: 2 })];
  await place.receive(fileOf(one, 'one.zip'));
  await place.receive(fileOf(two, 'two.zip'));
  const [zip = new Uint8Array()] = await exported(place);
  const report = await verifyBytes(zip);
  expect(report.verdict).toBe('intact');
  expect(report.received?.map(each => each.report.verdict)).toEqual(['intact', 'intact']);
  expect(report.findings.some(({ code }) => code === 'received.group.incomplete')).toBe(false);
  const html = new TextDecoder().decode(toFiles(zip).get('data/report.html'));
  expect(html).toContain('File 2, ABC/3');
  expect(html).toContain('2 files were received from others');
});

it('one can be left out, and a platform gets none', async () => {
  const place = await opened();
  const original = await sampleZip();
  await place.receive(fileOf(original, 'one.zip'));
  await recordOwn(place);
  for (const choice of [
    { documentsLeftOut: [receivedFolder(digestOf(original))] },
    { recipient: 'platform' },
  ]) {
    const [zip = new Uint8Array()] = await exported(place, choice);
    expect([...toFiles(zip).keys()].filter(name => name.startsWith('data/received/'))).toEqual([]);
    const report = await verifyBytes(zip);
    expect(report.verdict).toBe('intact');
    expect(report.findings.map(({ code }) => code)).toContain('received.entry.left-out');
  }
});

it('one that was erased is in no export, and nothing is said to be left out', async () => {
  const place = await opened();
  await place.receive(fileOf(await sampleZip(), 'one.zip'));
  await recordOwn(place);
  const [kept] = await place.log.reader.listReceived(place.caseId);
  if (kept === undefined) throw new Error('nothing was kept');
  await place.log.writer.eraseReceived({ caseId: place.caseId, receivedId: kept.id }, 'the wrong file');
  const [zip = new Uint8Array()] = await exported(place);
  const report = await verifyBytes(zip);
  expect(report.verdict).toBe('intact');
  expect(report.findings.map(({ code }) => code)).not.toContain('received.entry.left-out');
});

it('a file that is no bundle, or was altered, is kept as it came and says so on its receipt', async () => {
  const place = await opened();
  const altered = await sampleZip();
  altered[Buffer.from(altered).indexOf('Messages since January')] = 0x4e;
  await place.receive(fileOf(altered, 'altered.zip'));
  await place.receive(fileOf(new Uint8Array(40), '‮gpj.zip'));
  const kept = await place.log.reader.listReceived(place.caseId);
  expect(kept.map(({ verdict }) => verdict)).toEqual(['altered', 'unreadable']);
  expect(kept[0]?.findings[0]).toMatchObject({ severity: 'failure', subject: 'data/case.json' });
  const [zip = new Uint8Array()] = await exported(place);
  const receipts = [...toFiles(zip)].filter(([name]) => name.endsWith('receipt.txt'));
  const [first, second] = receipts.map(([, bytes]) => new TextDecoder().decode(bytes));
  expect(first).toContain('Altered. Something in it is not as it was when it was sealed.');
  expect(first).toContain('[file.digest.mismatch]');
  expect(second).toContain('Not checked. It could not be read');
  expect(second).toContain('[U+202E]gpj.zip');
  expect((await verifyBytes(zip)).verdict).toBe('intact');
});

it('comes out of the log as the file that went in', async () => {
  const place = await opened();
  const original = await sampleZip();
  await place.receive(fileOf(original, 'one.zip'));
  const [kept] = await place.log.reader.listReceived(place.caseId);
  if (kept === undefined) throw new Error('nothing was kept');
  expect(digestOf(new Uint8Array(await (await wholeFile(place.log.reader, kept)).arrayBuffer()))).toBe(
    digestOf(original),
  );
  const wrong = { ...kept, sha256: sha256Schema.parse('0'.repeat(64)) };
  await expect(wholeFile(place.log.reader, wrong)).rejects.toMatchObject({ code: 'log.received.damaged' });
});
