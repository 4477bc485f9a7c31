import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { appendEvent, digestOfEvent, firstPrevious } from '../../src/custody/chain.ts';
import { eventsToJsonl, jsonlToValues } from '../../src/custody/jsonl.ts';
import { custodyActions, custodyEventSchema } from '../../src/model/custody.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import { caseId, chainOf, chainOfLength } from './events.ts';

/** Written out by hand and digested with sha256sum, so that the form cannot change without this test. */
const firstWithoutDigest = `{"action":"case.opened","actor":"ABC","at":"2026-03-01T10:00:00.000Z","category":"collection","detail":{"initials":"ABC"},"previous":"${'0'.repeat(64)}","sequence":1,"subject":{"caseId":"${caseId}"}}`;
const firstDigest = '2ccac5d407b431c8b04cce4e8b1d8d7c87435c2f0e809689a6ab0b8bdaec2766';

test('the digest is over the canonical JSON of every other member', async () => {
  const event = await appendEvent(undefined, {
    at: toInstant(Date.UTC(2026, 2, 1, 10)),
    action: 'case.opened',
    actor: 'ABC',
    subject: { caseId },
    detail: { initials: 'ABC' },
  });
  expect(createHash('sha256').update(firstWithoutDigest).digest('hex')).toBe(firstDigest);
  expect(event.digest).toBe(firstDigest);
  const { digest: _, ...rest } = event;
  expect(await digestOfEvent(rest)).toBe(firstDigest);
  expect(await digestOfEvent(event)).toBe(firstDigest);
});

test('each event follows the one before, with the category of its action', async () => {
  const events = await chainOfLength(12);
  expect(events[0]?.previous).toBe(firstPrevious);
  for (const [index, event] of events.entries()) {
    expect(custodyEventSchema.parse(event)).toEqual(event);
    expect(event.sequence).toBe(index + 1);
    expect(event.category).toBe(custodyActions[event.action].category);
    if (index > 0) expect(event.previous).toBe(events[index - 1]?.digest);
  }
});

test('appending changes nothing that was there', async () => {
  const [first] = await chainOf(['case.opened']);
  const before = structuredClone(first);
  await appendEvent(Object.freeze(first), Object.freeze({ ...first! }));
  expect(first).toEqual(before);
});

test('an entry that is not JSON is refused', async () => {
  const [first] = await chainOf(['case.opened']);
  await expect(appendEvent(first, { ...first!, detail: { number: Number.NaN } })).rejects.toThrow('NaN');
});

test('the lines give the values back', async () => {
  const events = await chainOfLength(4);
  const text = eventsToJsonl(events);
  expect(text.split('\n')).toHaveLength(5);
  expect(jsonlToValues(text)).toEqual(events);
  expect(eventsToJsonl([])).toBe('');
  expect(jsonlToValues('')).toEqual([]);
});

test('a line that is not JSON keeps its number', () => {
  expect(jsonlToValues('{"a":1}\nhello\n\n3')).toEqual([{ a: 1 }, undefined, undefined, 3]);
  expect(jsonlToValues('\n')).toEqual([undefined]);
});
