import { describe, expect, it } from 'vitest';
import type { BundleInput } from '../../src/bundle/bundle-input.ts';
import { canonicalBytes } from '../../src/crypto/canonical-json.ts';
import { sha256 } from '../../src/crypto/digest.ts';
import { appendEvent } from '../../src/custody/chain.ts';
import { eventsToJsonl } from '../../src/custody/jsonl.ts';
import type { CaseRecord } from '../../src/model/case.ts';
import { type CustodyEntry, custodyEventSchema } from '../../src/model/custody.ts';
import { instantSchema, sha256Schema } from '../../src/model/identifiers.ts';
import { type ExportedNote, type Note, noteIdSchema } from '../../src/model/note.ts';
import { sampleInput, verifyBytes, zipOf } from '../samples/bundle.ts';

const noteId = noteIdSchema.parse('5b0c7a52-7a3e-4f61-9a39-2f5f2d0f7a99');
const diary: Note = {
  kind: 'diary',
  on: '2026-02-03',
  time: 'about nine',
  place: '',
  what: 'He waited in the car park.',
  impact: '',
  people: ['My former partner'],
  target: '',
  witnesses: '',
  categories: ['loitering'],
  breachesOrder: false,
};

/** The sample with two versions of one diary entry in the chain, and what `change` makes of the record. */
async function withNotes(
  change: (record: CaseRecord, note: ExportedNote) => CaseRecord,
  more: readonly Pick<CustodyEntry, 'action' | 'detail'>[] = [],
): Promise<BundleInput> {
  const input = await sampleInput();
  const events = input.custodyJsonl
    .trimEnd()
    .split('\n')
    .map(line => custodyEventSchema.parse(JSON.parse(line)));
  const at = instantSchema.parse('2026-03-04T05:06:07.000Z');
  const versions = await Promise.all(
    [diary, { ...diary, place: 'Outside the school' }].map(async (note, index) => ({
      version: index + 1,
      writtenAt: at,
      note,
      sha256: sha256Schema.parse(await sha256(canonicalBytes(note))),
    })),
  );
  const written = versions.map(({ version, sha256: digest }) => ({
    action: 'diary.written' as const,
    detail: { noteId, version, sha256: digest },
  }));
  const subject = { caseId: input.caseRecord.case.id };
  for (const entry of [...written, ...more])
    events.push(await appendEvent(events.at(-1), { at, actor: 'A. B. Carter (ABC)', subject, ...entry }));
  const head = events.at(-1)?.digest ?? input.caseRecord.custodyHead;
  const record = { ...input.caseRecord, custodyHead: head, recipient: 'police' as const };
  return {
    ...input,
    custodyJsonl: eventsToJsonl(events),
    caseRecord: change({ ...record, notes: [{ id: noteId, versions }] }, { id: noteId, versions }),
  };
}

async function check(input: BundleInput) {
  const { verdict, findings } = await verifyBytes(await zipOf(input));
  const codes = findings.map(({ code }) => code).filter(code => /note|words\.withheld/.test(code));
  return { verdict, codes };
}

describe('notes of a case', () => {
  it('with a salt are digested with it', async () => {
    const salt = '0123456789abcdef0123456789abcdef';
    const digest = sha256Schema.parse(await sha256(canonicalBytes({ salt, written: diary })));
    const event = { action: 'diary.written' as const, detail: { noteId, version: 3, sha256: digest } };
    const at = instantSchema.parse('2026-03-04T05:06:07.000Z');
    const third = { version: 3, writtenAt: at, note: diary, salt, sha256: digest };
    const salted = await withNotes(
      (record, { id, versions }) => ({ ...record, notes: [{ id, versions: [...versions, third] }] }),
      [event],
    );
    expect((await check(salted)).verdict).toBe('intact');
    const { salt: _, ...unsalted } = third;
    const without = await withNotes(
      (record, { id, versions }) => ({
        ...record,
        notes: [{ id, versions: [...versions, unsalted] }],
      }),
      [event],
    );
    expect((await check(without)).verdict).toBe('altered');
  });

  it('are each as the chain has them', async () => {
    const { verdict, codes } = await check(await withNotes(record => record));
    expect(verdict).toBe('intact');
    expect(codes).toEqual(['case.note.match', 'case.note.match']);
  });

  it('show a changed word, though record and chain were sealed anew', async () => {
    const changed = await withNotes((record, note) => ({
      ...record,
      notes: [
        {
          ...note,
          versions: note.versions.map(each => ({ ...each, note: { ...diary, what: 'He drove past.' } })),
        },
      ],
    }));
    expect(await check(changed)).toEqual({
      verdict: 'altered',
      codes: ['case.note.mismatch', 'case.note.mismatch'],
    });
  });

  it('show words whose digest was made to fit, because the chain names another', async () => {
    const note = { ...diary, what: 'He drove past.' };
    const digest = sha256Schema.parse(await sha256(canonicalBytes(note)));
    const changed = await withNotes((record, { id, versions }) => ({
      ...record,
      notes: [{ id, versions: versions.map(each => ({ ...each, note, sha256: digest })) }],
    }));
    expect((await check(changed)).codes).toContain('case.note.unchained');
  });

  it('show a version that was taken out', async () => {
    const changed = await withNotes((record, { id, versions }) => ({
      ...record,
      notes: [{ id, versions: versions.slice(0, 1) }],
    }));
    expect(await check(changed)).toEqual({
      verdict: 'altered',
      codes: ['case.note.match', 'case.note.missing'],
    });
  });

  it('may be missing when the chain says that they were erased', async () => {
    const erased = { action: 'note.erased' as const, detail: { noteId, attached: [], versions: 2 } };
    const { verdict, codes } = await check(await withNotes(record => ({ ...record, notes: [] }), [erased]));
    expect(verdict).toBe('intact');
    expect(codes).toEqual([]);
  });

  it('and words may be kept from a recipient, and the report says so', async () => {
    const withheld = await withNotes(({ notes: _, ...record }) => ({
      ...record,
      recipient: 'platform',
      exhibits: record.exhibits.map(entry => ({ ...entry, words: [] })),
    }));
    const input = {
      ...withheld,
      exhibits: withheld.exhibits.map(each => ({ ...each, entry: { ...each.entry, words: [] } })),
    };
    expect(await check(input)).toEqual({
      verdict: 'intact',
      codes: ['exhibit.words.withheld', 'case.notes.withheld'],
    });
  });

  it('may not be kept back in silence: with notes given, missing words are a change', async () => {
    const silent = await withNotes(record => ({
      ...record,
      exhibits: record.exhibits.map(entry => ({ ...entry, words: [] })),
    }));
    expect((await check(silent)).verdict).toBe('altered');
  });
});
