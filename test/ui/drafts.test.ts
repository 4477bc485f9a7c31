import { beforeEach, describe, expect, it } from 'vitest';
import type { WordsVersion } from '../../src/model/case.ts';
import { sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import { draftOf, drafts, forgetDraft, hasDrafts, keepDraft, wordsOf } from '../../src/ui/case/drafts.ts';
import { captureId } from './fake-ports.ts';

const version: WordsVersion = {
  version: 2,
  writtenAt: toInstant(0),
  words: { whatHappened: 'It came at night.', impact: '', tags: ['threat', 'night'], people: [] },
  sha256: sha256Schema.parse('0'.repeat(64)),
};
const saved = draftOf([{ ...version, version: 1 }, version]);

beforeEach(() => {
  drafts.value = new Map();
});

describe('words that are not saved', () => {
  it('start from the latest version, lists one on a line', () => {
    expect(saved).toEqual({
      whatHappened: 'It came at night.',
      impact: '',
      tags: 'threat\nnight',
      people: '',
    });
    expect(draftOf([])).toEqual({ whatHappened: '', impact: '', tags: '', people: '' });
  });

  it('are kept while they differ from what is saved, and count as unsaved', () => {
    keepDraft(captureId(1), { ...saved, impact: 'I moved out.' }, saved);
    expect(hasDrafts.value).toBe(true);
    keepDraft(captureId(1), { ...saved, tags: 'threat\n\n night ' }, saved);
    expect(hasDrafts.value).toBe(false);
  });

  it('are forgotten for one capture alone', () => {
    keepDraft(captureId(1), { ...saved, impact: 'a' }, saved);
    keepDraft(captureId(2), { ...saved, impact: 'b' }, saved);
    forgetDraft(captureId(1));
    expect([...drafts.value.keys()]).toEqual([captureId(2)]);
  });

  it('are sent without empty lines, doubles and outer spaces', () => {
    const draft = {
      whatHappened: '  a\n b ',
      impact: '',
      tags: ' threat \n\nthreat\nnight',
      people: 'Zoë\n',
    };
    expect(wordsOf(draft)).toEqual({
      whatHappened: 'a\n b',
      impact: '',
      tags: ['threat', 'night'],
      people: ['Zoë'],
    });
  });
});
