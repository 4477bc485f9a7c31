import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendEvent, digestOfEvent, firstPrevious } from '../../src/custody/chain.ts';
import { checkChain } from '../../src/custody/check-chain.ts';
import { eventsToJsonl, jsonlToValues } from '../../src/custody/jsonl.ts';
import { type CustodyEvent, custodyActionSchema } from '../../src/model/custody.ts';
import { type Finding, verdictOf } from '../../src/model/finding.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import type { LostEvents } from '../../src/model/lost-events.ts';
import { chainOfLength, otherCaseId, start } from './events.ts';

const LENGTH = 9; // one event of each action
const chain = await chainOfLength(LENGTH);
const place = fc.nat(LENGTH - 1);

function problems(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ severity }) => severity !== 'success')
    .map(({ code, subject }) => `${code} ${subject.replace('custody.jsonl:', '')}`);
}

async function problemsOf(events: readonly unknown[]): Promise<readonly string[]> {
  const findings = await checkChain(events);
  const isIntact = findings.some(({ code }) => code === 'custody.chain.intact');
  expect(isIntact).toBe(verdictOf(findings) === 'intact');
  return problems(findings);
}

/** The event with these members, and the digest that then belongs to it: what a forger would write. */
async function forged(event: CustodyEvent, members: Partial<CustodyEvent>): Promise<CustodyEvent> {
  const changed = { ...event, ...members };
  return { ...changed, digest: await digestOfEvent(changed) };
}

describe('a chain as it was made', () => {
  test.each([1, 2, LENGTH, 40])(
    'of %i events is intact, also after it was written and read',
    async length => {
      const events = await chainOfLength(length);
      const findings = await checkChain(jsonlToValues(eventsToJsonl(events)));
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({
        code: 'custody.chain.intact',
        severity: 'success',
        subject: 'custody.jsonl',
      });
      expect(findings[0]?.detail).toContain(events.at(-1)?.digest);
    },
  );

  test('of no events is not intact', async () => {
    const findings = await checkChain([]);
    expect(problems(findings)).toEqual(['custody.chain.empty custody.jsonl']);
    expect(verdictOf(findings)).toBe('incomplete');
  });
});

describe('an edited event is found at its line', () => {
  const edits: Readonly<Record<string, (event: CustodyEvent) => object>> = {
    actor: ({ actor }) => ({ actor: `${actor}x` }),
    at: ({ at }) => ({ at: toInstant(Date.parse(at) + 1) }),
    action: ({ action }) => ({ action: custodyActionSchema.options.find(option => option !== action) }),
    category: ({ category }) => ({ category: category === 'erasure' ? 'collection' : 'erasure' }),
    subject: ({ subject }) => ({ subject: { ...subject, reference: 'XYZ/77' } }),
    'part of the subject taken away': ({ subject }) => ({ subject: { caseId: subject.caseId } }),
    detail: ({ detail }) => ({ detail: { ...detail, note: 'another' } }),
    'detail taken away': () => ({ detail: {} }),
    'unknown member added': () => ({ witness: 'somebody' }),
    'unknown member added within': ({ subject }) => ({ subject: { ...subject, handle: 'somebody' } }),
  };

  test.each(Object.entries(edits))('%s', async (_, edit) => {
    await fc.assert(
      fc.asyncProperty(place, async index => {
        const events: unknown[] = chain.with(index, {
          ...chain[index]!,
          ...edit(chain[index]!),
        } as CustodyEvent);
        expect(await problemsOf(events)).toContain(`custody.digest.mismatch ${index + 1}`);
        const lines = (await problemsOf(events)).map(problem => problem.split(' ')[1]);
        expect(new Set(lines)).toEqual(new Set([`${index + 1}`]));
      }),
    );
  });

  test('its digest alone: at its line, and at the next, which does not follow it', async () => {
    await fc.assert(
      fc.asyncProperty(place, async index => {
        const digest = chain[(index + 1) % LENGTH]!.digest;
        const next = index + 1 < LENGTH ? [`custody.previous.mismatch ${index + 2}`] : [];
        expect(await problemsOf(chain.with(index, { ...chain[index]!, digest }))).toEqual([
          `custody.digest.mismatch ${index + 1}`,
          ...next,
        ]);
      }),
    );
  });

  test('with its digest made anew: at the next line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(LENGTH - 2), fc.string(), async (index, actor) => {
        fc.pre(actor !== chain[index]!.actor);
        const events = chain.with(index, await forged(chain[index]!, { actor }));
        expect(await problemsOf(events)).toEqual([`custody.previous.mismatch ${index + 2}`]);
      }),
    );
  });

  test('any character of any line, in any way that is still another value', async () => {
    const text = eventsToJsonl(chain);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 2), fc.integer({ min: 32, max: 126 }), async (at, code) => {
        const edited = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
        const values = jsonlToValues(edited);
        fc.pre(JSON.stringify(values) !== JSON.stringify(jsonlToValues(text)));
        const line = text.slice(0, at).split('\n').length;
        const lines = (await problemsOf(values)).map(problem => Number(problem.split(' ')[1]));
        expect(lines.length).toBeGreaterThan(0);
        expect(Math.abs(Math.min(...lines) - line)).toBeLessThanOrEqual(text[at] === '\n' ? 1 : 0);
      }),
      { numRuns: 400 },
    );
  });
});

describe('an event that is gone, new or elsewhere is found where the chain breaks', () => {
  test('taken out: at the line of the next', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(LENGTH - 2), async index => {
        expect(await problemsOf(chain.toSpliced(index, 1))).toEqual([
          `custody.sequence.broken ${index + 1}`,
          `custody.previous.mismatch ${index + 1}`,
        ]);
      }),
    );
  });

  test('several taken out, also from the start', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(LENGTH - 3), fc.integer({ min: 1, max: LENGTH }), async (index, count) => {
        fc.pre(index + count < LENGTH);
        expect(await problemsOf(chain.toSpliced(index, count))).toEqual([
          `custody.sequence.broken ${index + 1}`,
          `custody.previous.mismatch ${index + 1}`,
        ]);
      }),
    );
  });

  test('put in, well linked to the one before: at the line after', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(LENGTH - 2), async index => {
        const before = chain[index]!;
        const events = chain.toSpliced(index + 1, 0, await appendEvent(before, before));
        expect(await problemsOf(events)).toEqual([
          `custody.sequence.broken ${index + 3}`,
          `custody.previous.mismatch ${index + 3}`,
        ]);
      }),
    );
  });

  test('put in twice: at the second', async () => {
    await fc.assert(
      fc.asyncProperty(place, async index => {
        const found = await problemsOf(chain.toSpliced(index, 0, chain[index]!));
        expect(found.slice(0, 2)).toEqual([
          `custody.sequence.broken ${index + 2}`,
          `custody.previous.mismatch ${index + 2}`,
        ]);
      }),
    );
  });

  test('two exchanged: first at the line of the first', async () => {
    await fc.assert(
      fc.asyncProperty(place, place, async (one, other) => {
        fc.pre(one < other);
        const found = await problemsOf(chain.with(one, chain[other]!).with(other, chain[one]!));
        expect(found.slice(0, 2)).toEqual([
          `custody.sequence.broken ${one + 1}`,
          `custody.previous.mismatch ${one + 1}`,
        ]);
        expect(found).toContain(`custody.previous.mismatch ${other + 1}`);
      }),
    );
  });

  test('numbers and links made anew but for one: at that one', async () => {
    const [first, second, third] = chain;
    const relinked = await forged(third!, { sequence: 2 });
    expect(await problemsOf([first, relinked])).toEqual(['custody.previous.mismatch 2']);
    const renumbered = await forged(third!, { sequence: 4 });
    expect(await problemsOf([first, second, renumbered])).toEqual(['custody.sequence.broken 3']);
  });
});

describe('what else may be wrong', () => {
  const unreadable = [
    undefined,
    null,
    3,
    'hello',
    [],
    {},
    { ...chain[3], sequence: '4' },
    { ...chain[3], at: '' },
  ];

  test.each(unreadable.map(value => [JSON.stringify(value)?.slice(0, 40), value]))(
    'a line that is no event (%s) is found there and nowhere else',
    async (_, value) => {
      const events: unknown[] = [...chain];
      events[3] = value;
      expect(await problemsOf(events)).toEqual(['custody.event.unreadable 4']);
    },
  );

  test('an event with a text that no digest can be made over', async () => {
    const events = chain.with(3, { ...chain[3]!, actor: '\ud800' });
    expect(await problemsOf(events)).toEqual(['custody.digest.mismatch 4']);
  });

  test('a category that is not the one of its action, well linked', async () => {
    const last = await forged(chain[LENGTH - 1]!, { category: 'erasure' });
    expect(await problemsOf(chain.with(-1, last))).toEqual([`custody.category.mismatch ${LENGTH}`]);
  });

  test('an event of another case, well linked', async () => {
    const last = await forged(chain[LENGTH - 1]!, { subject: { caseId: otherCaseId } });
    expect(await problemsOf(chain.with(-1, last))).toEqual([`custody.case.mismatch ${LENGTH}`]);
  });

  test('a clock that was set back is said, and the chain is intact', async () => {
    const last = chain[LENGTH - 1]!;
    const events = [...chain, await appendEvent(last, { ...last, at: toInstant(start) })];
    const findings = await checkChain(events);
    expect(problems(findings)).toEqual([`custody.time.backwards ${LENGTH + 1}`]);
    expect(verdictOf(findings)).toBe('intact');
  });

  test('any values at all give findings and no error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), async values => {
        expect(verdictOf(await checkChain(values))).toBe('altered');
      }),
    );
  });
});

describe('events that the record of the case says are lost', () => {
  const missing = (from: number, to = from) => ({ from, to, reason: 'missing' }) as const;
  const gap = fc.tuple(fc.nat(LENGTH - 2), fc.integer({ min: 1, max: LENGTH - 1 }));

  async function codes(events: readonly unknown[], lost: readonly LostEvents[]) {
    return problems(await checkChain(events, lost));
  }

  test('are missing exactly where the chain has a gap', async () => {
    await fc.assert(
      fc.asyncProperty(gap, async ([index, count]) => {
        fc.pre(index + count < LENGTH);
        const events = chain.toSpliced(index, count);
        const findings = await checkChain(events, [missing(index + 1, index + count)]);
        expect(problems(findings)).toEqual([`custody.events.lost ${index + 1}`]);
        expect(findings.map(({ severity }) => severity)).toEqual(['missing']);
      }),
    );
  });

  test('excuse no other gap, no break behind them, and nothing that moved', async () => {
    await fc.assert(
      fc.asyncProperty(gap, fc.nat(LENGTH), fc.nat(3), async ([index, count], from, more) => {
        fc.pre(index + count < LENGTH);
        const events = chain.toSpliced(index, count);
        const named = missing(from + 1, from + 1 + more);
        fc.pre(named.from !== index + 1 || named.to !== index + count);
        expect(verdictOf(await checkChain(events, [named]))).toBe('altered');
      }),
    );
    const lost = [missing(4)];
    const without = chain.toSpliced(3, 1);
    expect(await codes(without.with(5, await forged(without[5]!, { actor: 'X' })), lost)).toEqual([
      'custody.events.lost 4',
      'custody.previous.mismatch 8',
    ]);
    expect(await codes(without.with(1, without[2]!).with(2, without[1]!), lost)).toContain(
      'custody.sequence.broken 2',
    );
  });

  test('are believed of no place where nothing stood: the next event follows the one before', async () => {
    const renumbered = await forged(chain[3]!, { sequence: 5 });
    expect(await codes([...chain.slice(0, 3), renumbered], [missing(4)])).toEqual([
      'custody.events.lost 4',
      'custody.previous.mismatch 5',
    ]);
    const first = await forged(chain[0]!, { sequence: 3, previous: firstPrevious });
    expect(await codes([first], [missing(1, 2)])).toContain('custody.previous.mismatch 3');
  });

  test('may stand side by side for different reasons, and are named each once and in order', async () => {
    const events = chain.toSpliced(2, 3);
    const unreadable = { from: 5, to: 5, reason: 'unreadable' } as const;
    expect(await codes(events, [missing(3, 4), unreadable])).toEqual([
      'custody.events.lost 3',
      'custody.events.lost 5',
    ]);
    for (const lost of [[unreadable, missing(3, 4)], [missing(3, 5), unreadable], [missing(5, 3)]])
      expect(await codes(events, lost)).toContain('custody.lost.contradicted custody.jsonl');
    expect(await codes(chain, [missing(LENGTH + 1)])).toEqual([`custody.lost.contradicted ${LENGTH + 1}`]);
  });
});
