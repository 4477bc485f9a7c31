import { beforeEach, describe, expect, it } from 'vitest';
import type { Words, WordsVersion } from '../../src/model/case.ts';
import { sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import {
  draftOf,
  drafts,
  forgetDraft,
  hasDrafts,
  keepDraft,
  saysMore,
  wordsOf,
} from '../../src/ui/case/drafts.ts';
import { captureId } from './fake-ports.ts';

const version: WordsVersion = {
  version: 2,
  writtenAt: toInstant(0),
  words: { whatHappened: 'It came at night.', impact: '', tags: ['threat', 'night'], people: [] },
  sha256: sha256Schema.parse('0'.repeat(64)),
};
const saved = draftOf([{ ...version, version: 1 }, version]);
const nothingMore = {
  categories: [],
  target: '',
  witnesses: '',
  offline: '',
  untrue: '',
  breachesOrder: false,
  hatePerceived: [],
};

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
      ...nothingMore,
    });
    expect(draftOf([])).toEqual({ whatHappened: '', impact: '', tags: '', people: '', ...nothingMore });
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
      ...nothingMore,
    };
    expect(wordsOf(draft)).toEqual({
      whatHappened: 'a\n b',
      impact: '',
      tags: ['threat', 'night'],
      people: ['Zoë'],
    });
  });

  it('say the same as before, to the byte, when nothing new is said', () => {
    expect(JSON.stringify(wordsOf(saved))).toBe(JSON.stringify(version.words));
    expect(saysMore(saved)).toBe(false);
  });

  it('hold whatever more is said, and come back as they were', () => {
    const words: Words = {
      ...version.words,
      categories: ['threat', 'false-statement'],
      target: 'My sister',
      witnesses: 'A friend',
      offline: 'They came by.',
      untrue: 'I was not there.',
      breachesOrder: true,
      hatePerceived: ['religion'],
    };
    const draft = draftOf([{ ...version, words }]);
    expect(wordsOf(draft)).toEqual(words);
    expect(saysMore(draft)).toBe(true);
  });
});
