// Wrote test/fixtures/evidence/v1.json, once: `npx tsx test/evidence/write-v1.ts`. Rows of this version lie on
// people's devices as they are there; the file is not to be written again.
import 'fake-indexeddb/auto';
import { writeFileSync } from 'node:fs';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import { bytesOf, newCaptureId, newLog, progressOf, record, textArtifact, wordsOf } from '../samples/log.ts';
import { importWrapKey, rowsToJson } from './rows-as-json.ts';

const name = 'v1';
const wrapKey = new Uint8Array(32).fill(7);
const iv = new Uint8Array(12).fill(9);

await addSlot();
const log = newLog(name);
const caseId = await log.writer.openCase({ title: 'Fixture', initials: 'ABC', name: 'A. B. Carter' });
const first = await record(log, caseId);
await log.writer.describeExhibit(first.captureId, wordsOf('one'));
await log.writer.describeExhibit(first.captureId, wordsOf('two'));
const second = await record(log, caseId);
await log.writer.eraseExhibit(second.captureId, 'not mine');
const running = newCaptureId();
await log.writer.begin(progressOf(running, caseId));
await log.writer.stage(running, textArtifact(bytesOf('staged')), bytesOf('staged'));
const { fingerprint } = await log.reader.openSigner();
const expected = {
  caseId,
  captureId: first.captureId,
  recordSha256: first.recordSha256,
  artifactSha256: first.artifact.sha256,
  words: (await log.reader.readWords(first.captureId)).map(({ sha256 }) => sha256),
  custodyHead: (await log.reader.readCustody(caseId)).at(-1)?.digest,
  erased: second.captureId,
  running,
  fingerprint,
};
const text = JSON.stringify({ expected, rows: await rowsToJson(name, wrapKey) }, undefined, 1);
writeFileSync(new URL('../fixtures/evidence/v1.json', import.meta.url), `${text}\n`);

/** A slot with a key that is known, in place of the one that a browser would make and keep to itself. */
async function addSlot(): Promise<void> {
  const wrapping = await importWrapKey(wrapKey);
  const vaultKey = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(8), 'AES-GCM', true, [
    'encrypt',
    'decrypt',
  ]);
  const wrapped = await crypto.subtle.wrapKey('raw', vaultKey, wrapping, {
    name: 'AES-GCM',
    iv,
    additionalData: bytesOf('vault/profile'),
    tagLength: 128,
  });
  const slot = { kind: 'profile', wrapKey: wrapping, wrapped: new Uint8Array(wrapped), iv } as const;
  const database = new EvidenceDatabase(name);
  await database.vault.add({ id: 'profile', slot });
  database.close();
}
