import { describe, expect, it } from 'vitest';
import type { Words, WordsVersion } from '../../src/model/case.ts';
import { sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import { saysMore, wordsDraftOf, wordsForm } from '../../src/ui/case/exhibit/words-draft.ts';

/** What is sent to the log. */
function wordsOf(draft: ReturnType<typeof wordsDraftOf>): Words {
  const read = wordsForm.read(draft);
  if (!('answers' in read)) throw new Error(read.first);
  return read.answers;
}

const version: WordsVersion = {
  version: 2,
  writtenAt: toInstant(0),
  words: { whatHappened: 'It came at night.', impact: '', tags: ['threat', 'night'], people: [] },
  sha256: sha256Schema.parse('0'.repeat(64)),
};
const saved = wordsDraftOf([{ ...version, version: 1 }, version]);
const nothingMore = {
  categories: [],
  target: '',
  witnesses: '',
  offline: '',
  untrue: '',
  breachesOrder: false,
  hatePerceived: [],
};

describe('words that are not saved', () => {
  it('start from the latest version, lists one on a line', () => {
    expect(saved).toEqual({
      whatHappened: 'It came at night.',
      impact: '',
      tags: 'threat\nnight',
      people: '',
      ...nothingMore,
    });
    expect(wordsDraftOf([])).toEqual({ whatHappened: '', impact: '', tags: '', people: '', ...nothingMore });
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
    const draft = wordsDraftOf([{ ...version, words }]);
    expect(wordsOf(draft)).toEqual(words);
    expect(saysMore(draft)).toBe(true);
  });
});
