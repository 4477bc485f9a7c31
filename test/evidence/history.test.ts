import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkChain } from '../../src/custody/check-chain.ts';
import { captureIdSchema, caseIdSchema, sha256Schema } from '../../src/model/identifiers.ts';
import { digestOf } from '../samples/digest.ts';
import { newLog, newName, record } from '../samples/log.ts';
import { jsonToRows, type StoredRows } from './rows-as-json.ts';

interface Fixture {
  readonly rows: StoredRows;
  readonly expected: {
    readonly caseId: string;
    readonly captureId: string;
    readonly recordSha256: string;
    readonly artifactSha256: string;
    readonly words: readonly string[];
    readonly custodyHead: string;
    readonly erased: string;
    readonly running: string;
    readonly fingerprint: string;
  };
}

describe('a log that version 1 wrote', () => {
  it('opens, with the same digests, and goes on', async () => {
    const { rows, expected } = readFixture('v1.json');
    const name = newName();
    await jsonToRows(rows, name);
    const { reader, writer, close } = newLog(name);
    const caseId = caseIdSchema.parse(expected.caseId);
    const captureId = captureIdSchema.parse(expected.captureId);
    expect(await reader.currentCaseId()).toBe(caseId);
    expect((await reader.readCase(caseId)).producer).toEqual({ initials: 'ABC', name: 'A. B. Carter' });
    expect((await reader.listExhibits(caseId)).map(({ state }) => state)).toEqual(['erased', 'kept']);
    const { recordBytes, recordSha256 } = await reader.readRecord(captureId);
    expect([digestOf(recordBytes), recordSha256]).toEqual([expected.recordSha256, expected.recordSha256]);
    const bytes = await reader.readArtifact(captureId, sha256Schema.parse(expected.artifactSha256));
    expect(digestOf(bytes)).toBe(expected.artifactSha256);
    expect((await reader.readWords(captureId)).map(({ sha256 }) => sha256)).toEqual(expected.words);
    expect(await reader.readThumbnail(captureId)).toBeDefined();
    const events = await reader.readCustody(caseId);
    expect(events.at(-1)?.digest).toBe(expected.custodyHead);
    expect((await checkChain(events)).map(({ code }) => code)).toContain('custody.chain.intact');
    const listed = await reader.listExhibits(caseId);
    expect(listed.filter(({ state }) => state === 'erased').map(each => each.captureId)).toEqual([
      expected.erased,
    ]);
    expect((await reader.openSigner()).fingerprint).toBe(expected.fingerprint);
    const [interrupted] = await writer.interrupted();
    expect(interrupted?.progress.captureId).toBe(expected.running);
    expect(interrupted?.artifacts).toHaveLength(1);
    expect((await record({ reader, writer, close }, caseId, newId())).reference).toBe('ABC/3');
  });
});

function newId() {
  return captureIdSchema.parse('00000000-0000-4000-8000-eeeeeeeeeeee');
}

function readFixture(file: string): Fixture {
  return JSON.parse(readFileSync(new URL(`../fixtures/evidence/${file}`, import.meta.url), 'utf8'));
}
