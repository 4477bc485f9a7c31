import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/crypto/canonical-json.ts';
import { checkChain } from '../../src/custody/check-chain.ts';
import type { Log } from '../../src/evidence/open-log.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import type { CaseId } from '../../src/model/identifiers.ts';
import type { Attribution, Person, TrackNote } from '../../src/model/note.ts';
import type { Officer } from '../../src/model/reporter.ts';
import { newLog, newName, record, secret } from '../samples/log.ts';

const person: Person = { kind: 'person', name: `${secret} person` };
const account = { platform: 'x', handle: `${secret}-handle` };
const track: TrackNote = { kind: 'track', platform: 'x', state: 'drafted', reference: '', answer: '' };

async function isWhole({ reader }: Log, caseId: CaseId): Promise<boolean> {
  const findings = await checkChain(await reader.readCustody(caseId));
  return findings.some(({ code }) => code === 'custody.chain.intact');
}

describe('notes of a case', () => {
  it('are kept in versions, each with its digest in the chain, and the same again adds none', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const id = await log.writer.writeNote(caseId, person);
    expect(await log.writer.writeNote(caseId, person, id)).toBe(id);
    await log.writer.writeNote(caseId, { ...person, name: 'B' }, id);
    const [history, ...others] = await log.reader.readNotes(caseId, 'person');
    expect(others).toEqual([]);
    expect(history?.versions.map(({ version, note }) => [version, note.name])).toEqual([
      [1, `${secret} person`],
      [2, 'B'],
    ]);
    const events = (await log.reader.readCustody(caseId)).slice(1);
    expect(events.map(({ action }) => action)).toEqual(['person.described', 'person.described']);
    for (const [index, version] of (history?.versions ?? []).entries()) {
      const { salt, note } = version;
      const digest = createHash('sha256')
        .update(canonicalJson({ salt, written: note }))
        .digest('hex');
      expect(salt).toMatch(/^[0-9a-f]{32}$/);
      expect(version.sha256).toBe(digest);
      expect(events[index]?.detail['sha256']).toBe(digest);
    }
    expect(await isWhole(log, caseId)).toBe(true);
  });

  it('attach an account to a person, to another, and to nobody', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const one = await log.writer.writeNote(caseId, person);
    const said: Attribution = { kind: 'attribution', account, person: one, why: `${secret} why` };
    const id = await log.writer.writeNote(caseId, said);
    await log.writer.writeNote(caseId, { kind: 'attribution', account, why: 'I was wrong' }, id);
    const [history] = await log.reader.readNotes(caseId, 'attribution');
    expect(history?.versions.map(({ note }) => note.person)).toEqual([one, undefined]);
    const events = await log.reader.readCustody(caseId);
    const attributed = events.filter(({ action }) => action === 'account.attributed');
    expect(attributed.map(({ category, detail }) => [category, detail['attached']])).toEqual([
      ['combination', true],
      ['combination', false],
    ]);
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('erase a person with what was attached to them, and leave the chain whole', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const one = await log.writer.writeNote(caseId, person);
    const other = await log.writer.writeNote(caseId, { ...person, name: 'B' });
    const why = 'because';
    const attached = await log.writer.writeNote(caseId, { kind: 'attribution', account, person: one, why });
    await log.writer.writeNote(caseId, { kind: 'attribution', account, person: other, why }, attached);
    await log.writer.eraseNote(caseId, one, 'asked to');
    await log.writer.eraseNote(caseId, one, 'again');
    expect((await log.reader.readNotes(caseId, 'person')).map(({ id }) => id)).toEqual([other]);
    expect(await log.reader.readNotes(caseId, 'attribution')).toEqual([]);
    expect(await new EvidenceDatabase(name).notes.count()).toBe(1);
    const erased = (await log.reader.readCustody(caseId)).filter(({ action }) => action === 'note.erased');
    expect(erased.map(({ detail }) => detail)).toEqual([
      { noteId: one, attached: [attached], versions: 1, reason: 'asked to' },
    ]);
    expect(await isWhole(log, caseId)).toBe(true);
  });

  it('say how far a request is, every version with its time', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const id = await log.writer.writeNote(caseId, track);
    await log.writer.writeNote(
      caseId,
      { ...track, state: 'sent', sentOn: '2026-01-02', reference: 'R1' },
      id,
    );
    const tracks = await log.reader.readTracks(caseId);
    expect(tracks).toMatchObject([
      { platform: 'x', state: 'drafted' },
      { platform: 'x', state: 'sent', sentOn: '2026-01-02', reference: 'R1' },
    ]);
    expect(tracks.every(({ writtenAt }) => writtenAt.endsWith('Z'))).toBe(true);
    await log.writer.eraseNote(caseId, id, '');
    expect(await log.reader.readTracks(caseId)).toEqual([]);
    expect(await isWhole(log, caseId)).toBe(true);
  });

  it('belong to one case and stay of one kind', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const id = await log.writer.writeNote(caseId, person);
    const other = await log.writer.openCase({ title: 'B', initials: 'B', name: '' });
    await expect(log.writer.writeNote(other, person, id)).rejects.toThrow();
    await expect(log.writer.writeNote(caseId, track, id)).rejects.toThrow();
    await log.writer.eraseNote(other, id, '');
    expect(await log.reader.readNotes(other, 'person')).toEqual([]);
    expect(await log.reader.readNotes(caseId, 'person')).toHaveLength(1);
  });

  it('lose one version that does not open and hide no other', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const id = await log.writer.writeNote(caseId, person);
    await log.writer.writeNote(caseId, { ...person, name: 'B' }, id);
    await new EvidenceDatabase(name).notes.update([id, 2], { sealed: new Uint8Array(64) });
    await log.writer.writeNote(caseId, { ...person, name: 'C' }, id);
    const [history] = await log.reader.readNotes(caseId, 'person');
    expect(history?.versions.map(({ version }) => version)).toEqual([1, 3]);
  });

  it('are sealed: nothing a person wrote stands in a plain field', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    await log.writer.writeNote(caseId, person);
    await log.writer.writeNote(caseId, { kind: 'attribution', account, why: secret });
    const rows = await new EvidenceDatabase(name).notes.toArray();
    for (const { sealed, ...plain } of rows) {
      expect(JSON.stringify(plain)).not.toContain('heron');
      expect(new TextDecoder().decode(sealed)).not.toContain('heron');
    }
  });
});

describe('the records of a case', () => {
  it('are those that open, by number', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const made = [await record(log, caseId), await record(log, caseId), await record(log, caseId)];
    await log.writer.eraseExhibit(made[0]!.captureId, '');
    await new EvidenceDatabase(name).artifacts.delete([made[1]!.captureId, made[1]!.recordSha256]);
    expect((await log.reader.listRecords(caseId)).map(({ reference }) => reference)).toEqual(['EX/3']);
  });
});

describe('who records', () => {
  const officer: Officer = {
    name: 'A. B.',
    rank: 'PC',
    number: '1',
    force: 'F',
    address: '',
    email: '',
    phone: '',
    caseReference: secret,
  };

  it('is the affected person until it is said otherwise, sealed', async () => {
    const name = newName();
    const log = newLog(name);
    expect(await log.reader.readReporter()).toEqual({ capacity: 'affected' });
    await log.writer.setReporter({ capacity: 'officer', officer });
    expect(await log.reader.readReporter()).toEqual({ capacity: 'officer', officer });
    const row = await new EvidenceDatabase(name).settings.get('reporter');
    expect(new TextDecoder().decode(row?.sealed)).not.toContain('heron');
    await log.writer.setReporter({ capacity: 'helper' });
    expect(await log.reader.readReporter()).toEqual({ capacity: 'helper' });
  });
});
