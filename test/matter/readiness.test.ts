import { describe, expect, it } from 'vitest';
import { matterOf } from '../../src/matter/matter.ts';
import { readinessOf } from '../../src/matter/readiness.ts';
import type { CaptureRecord } from '../../src/model/capture.ts';
import type { Words } from '../../src/model/case.ts';
import { untoldDetails } from '../../src/model/details.ts';
import type { NoteHistory } from '../../src/model/note.ts';
import { laterWords } from '../../src/words/later.ts';
import { captureId } from '../ui/fake-ports.ts';
import { recordOf } from '../ui/records.ts';
import { entryOf, noteId, postedAt, wordsWith, written } from './told.ts';

const at = '2026-02-01T10:00:00.000Z';
const account = { handle: 'sam', profileAddress: 'https://x.com/sam' };
const post = postedAt(recordOf(1, account), '2025-06-01T12:00:00.000Z');

function hints(
  records: readonly CaptureRecord[],
  notes: readonly NoteHistory[] = [],
  words: Words | undefined = undefined,
) {
  const items = readinessOf(matterOf({ exhibits: records.map(record => ({ record, words })), notes }));
  return Object.fromEntries(items.map(({ kind, places }) => [kind, places.map(({ label }) => label)]));
}

const told = written(1, at, {
  ...untoldDetails,
  jurisdiction: 'scotland',
  wishes: ['undecided'],
});

describe('what would help', () => {
  it('is the jurisdiction alone of an empty case', () => {
    expect(hints([])).toEqual({ jurisdiction: ['Case details'] });
  });

  it('names for one bare post what is not there yet', () => {
    expect(hints([post])).toEqual({
      jurisdiction: ['Case details'],
      wish: ['Case details'],
      words: ['ABC/1'],
      request: ['X (Twitter)'],
      profile: ['sam on X (Twitter)'],
      holder: ['sam on X (Twitter)'],
    });
  });

  it('is nothing once everything is there, “I do not know yet” included', () => {
    const profile = recordOf(2, { ...account, accountId: '7' }, { kind: 'profile' });
    const notes: NoteHistory[] = [
      told,
      written(2, at, { kind: 'person', name: 'A neighbour' }),
      written(3, at, {
        kind: 'attribution',
        account: { platform: 'x', accountId: '7' },
        person: noteId(2),
        why: '',
      }),
      written(4, at, { kind: 'track', platform: 'x', state: 'drafted', reference: '', answer: '' }),
    ];
    expect(hints([post, profile], notes, wordsWith({ whatHappened: 'It came at night.' }))).toEqual({});
  });

  it('asks for the effect of a threat and of nothing else', () => {
    const threat = wordsWith({ whatHappened: 'a', categories: ['threat'] });
    expect(hints([post], [], threat)['threat-effect']).toEqual(['ABC/1']);
    expect(hints([post], [], { ...threat, impact: 'b' })).not.toHaveProperty('threat-effect');
    expect(hints([post], [], { ...threat, categories: ['hate'] })).not.toHaveProperty('threat-effect');
    const entry = written(2, at, entryOf({ on: '2026-01-01', categories: ['threat'] }));
    expect(hints([], [entry])['threat-effect']).toEqual(['Diary: It rang.']);
  });

  it('says in words which step of a partial recording failed', () => {
    const steps: CaptureRecord['steps'] = [
      { step: 'clocks', outcome: 'done' },
      { step: 'tiles', outcome: 'failed', reason: 'The tab was changed.' },
    ];
    const items = readinessOf(
      matterOf({ exhibits: [{ record: { ...post, outcome: 'partial', steps } }], notes: [] }),
    );
    expect(items.find(({ kind }) => kind === 'partial')?.places).toEqual([
      { label: 'ABC/1', captureId: captureId(1), note: 'Taking the pictures: The tab was changed.' },
    ]);
  });

  it('finds posts and entries without a day, but asks none of an account’s own page', () => {
    const profile = recordOf(2, account, { kind: 'profile' });
    const found = hints([recordOf(1, account), profile], [written(3, at, entryOf())]);
    expect(found).toMatchObject({
      'post-time': ['ABC/1'],
      'entry-day': ['Diary: It rang.'],
      words: ['ABC/1'],
    });
  });

  it('asks for the number only where its own page was recorded and may show it', () => {
    const profile = recordOf(2, account, { kind: 'profile' });
    expect(hints([post])).not.toHaveProperty('number');
    expect(hints([post, profile])).toMatchObject({ number: ['sam on X (Twitter)'] });
    expect(hints([post, profile])).not.toHaveProperty('profile');
  });

  it('hints at the talk around an answer that stands alone', () => {
    const reply = recordOf(1, account, { kind: 'reply' });
    expect(hints([reply])).toMatchObject({ context: ['ABC/1'] });
    const related = [{ relation: 'parent' as const, text: 'Before' }];
    expect(hints([recordOf(1, account, { kind: 'reply', related })])).not.toHaveProperty('context');
    expect(hints([{ ...reply, scope: 'page' }])).not.toHaveProperty('context');
    expect(hints([post])).not.toHaveProperty('context');
  });

  it('names each platform once', () => {
    expect(hints([post, recordOf(2, account), recordOf(3, account)])['request']).toHaveLength(1);
  });
});

describe('how long after it was written down', () => {
  it.each([
    ['2025-01-01', '2025-01-01', 'on the same day'],
    ['2025-01-31', '2025-02-01', 'the next day'],
    ['2025-01-01', '2025-01-14', '13 days later'],
    ['2025-01-01', '2025-01-15', '2 weeks later'],
    ['2025-01-01', '2025-02-28', '8 weeks later'],
    ['2025-01-01', '2025-03-01', '2 months later'],
    ['2025-01-31', '2025-04-30', '2 months later'],
    ['2024-10-01', '2025-01-01', '3 months later'],
    ['2023-06-02', '2025-06-01', '23 months later'],
    ['2023-06-01', '2025-06-01', '2 years later'],
    ['2025-01-02', '2025-01-01', 'before that day'],
  ])('of %s on %s is said', (on, writtenOn, words) => {
    expect(laterWords(on, writtenOn)).toBe(`written down ${words}`);
  });
});
