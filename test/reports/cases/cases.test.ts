import { describe, expect, test } from 'vitest';
import { reportInputOf } from '../../../src/exporting/plan/prepare.ts';
import { bundleRecipientSchema } from '../../../src/model/case.ts';
import { custodyEventSchema } from '../../../src/model/custody.ts';
import { matterOfInput } from '../../../src/reports/input.ts';
import { inventedCases } from '../../samples/cases/cases.ts';
import { flood } from '../../samples/cases/flood.ts';
import { officer } from '../../samples/cases/officer.ts';
import { scotland } from '../../samples/cases/scotland.ts';
import { preparedOf } from './prepared.ts';

describe.each(inventedCases)('the invented case $name', invented => {
  const { inputFor, confidential } = invented;
  const input = inputFor('police');

  test('is one chain, from the opening to the bundle', () => {
    expect(input.custody.at(0)?.action).toBe('case.opened');
    expect(input.custody.at(-1)?.action).toBe('bundle.prepared');
    expect(input.caseRecord.custodyHead).toBe(input.custody.at(-1)?.digest);
    input.custody.forEach((event, index) => {
      expect(custodyEventSchema.parse(event).previous).toBe(
        input.custody[index - 1]?.digest ?? '0'.repeat(64),
      );
    });
  });

  test.each(bundleRecipientSchema.options)('is for %s what an export makes of the log', async recipient => {
    const prepared = await preparedOf(invented, recipient);
    const made = reportInputOf(prepared, [prepared.gathering.exhibits], 1);
    expect(made).toEqual({ ...inputFor(recipient), documents: [] });
  });

  test('answers every confidential question, and gives a platform no words', () => {
    for (const value of Object.values(confidential)) expect(value).not.toHaveLength(0);
    const { caseRecord } = inputFor('platform');
    expect(caseRecord.notes).toBeUndefined();
    expect(caseRecord.exhibits.flatMap(({ words }) => words)).toEqual([]);
  });
});

test('the flood is 104 messages on one day, of two accounts by one person and one by nobody', () => {
  const matter = matterOfInput(flood.inputFor('police'));
  const messages = matter.items.filter(
    item => item.kind === 'exhibit' && item.record.post?.kind === 'message',
  );
  expect(messages).toHaveLength(104);
  expect(new Set(messages.map(({ when }) => when.day))).toEqual(new Set(['2026-05-09']));
  expect(matter.accounts.map(({ holder }) => holder?.name)).toEqual(['Dale Marsh', 'Dale Marsh', undefined]);
  expect(matter.threats).toHaveLength(1);
  expect(matter.wishes).toHaveLength(2);
  expect(matter.platformReports).toHaveLength(3);
});

test('the others are one allegation that is untrue, and forty pages of which seven are not used', () => {
  const [allegation] = matterOfInput(scotland.inputFor('police')).items;
  expect(allegation).toMatchObject({ words: { untrue: expect.stringContaining('never had access') } });
  const input = officer.inputFor('police');
  expect([input.exhibits.length, input.unused?.length]).toEqual([33, 7]);
  expect(matterOfInput(input).sessions).toHaveLength(2);
});
