import { describe, expect, test } from 'vitest';
import { caseRecordSchema, wordsSchema } from '../../src/model/case.ts';
import {
  capacitySchema,
  caseDetailsSchema,
  relationshipSchema,
  untoldDetails,
  wishSchema,
} from '../../src/model/details.ts';
import { sessionSchema } from '../../src/model/history.ts';
import { categoryWords, hateGroundNames } from '../../src/words/content.ts';
import { capacityNames, relationshipNames, wishNames } from '../../src/words/details.ts';
import { inventedCases } from '../samples/cases/cases.ts';

describe('what may be answered of a case', () => {
  test.each([
    ['a warning alone', { wishes: ['warning'] }],
    ['that it is only recorded', { wishes: ['record-only'] }],
    ['an order that protects, and a prosecution', { wishes: ['protective-order', 'investigation'] }],
    ['nothing yet', { wishes: ['undecided'] }],
    ['by a parent or carer', { capacity: 'parent-or-carer' }],
    ['by an authorised representative', { capacity: 'representative' }],
    ['by a witness', { capacity: 'witness' }],
    ['of somebody from the family', { relationship: 'family' }],
    ['of a colleague', { relationship: 'colleague' }],
    ['of a stranger', { relationship: 'stranger' }],
    ['of somebody unknown', { relationship: 'unknown' }],
  ])('%s', (_, answers) => {
    expect(caseDetailsSchema.parse({ ...untoldDetails, ...answers })).toMatchObject(answers);
  });

  test('has words for every answer', () => {
    expect(Object.keys(wishNames)).toEqual(wishSchema.options);
    expect(Object.keys(relationshipNames)).toEqual(relationshipSchema.options);
    expect(Object.keys(capacityNames)).toEqual(capacitySchema.options);
  });

  test('asks for nobody’s sex, gender or legal name', () => {
    expect(Object.keys(caseDetailsSchema.shape).filter(name => /sex|gender|legal/i.test(name))).toEqual([]);
  });
});

test('acts of stalking and kinds of abuse can be told, and hostility on several grounds', () => {
  const acts = [
    'following',
    'contacting',
    'publishing',
    'impersonation',
    'monitoring',
    'loitering',
    'watching',
  ];
  const kinds = [
    'threat',
    'false-statement',
    'intimate-image',
    'stolen-photo',
    'private-information',
    'hate',
  ];
  const categories = [...acts, 'interfering-with-property', ...kinds];
  const words = { whatHappened: '', impact: '', tags: [], people: [], categories };
  expect(wordsSchema.parse({ ...words, hatePerceived: ['race', 'disability'] }).categories).toEqual(
    categories,
  );
  for (const category of categories) expect(Object.keys(categoryWords)).toContain(category);
  expect(Object.keys(hateGroundNames)).toHaveLength(7);
});

test.each(['constable', 'special-constable', 'pcso', 'police-staff'])('a session may be by %s', role => {
  const line = { name: '', rank: '', number: '', force: '', authority: '', discussion: '' };
  const session = { kind: 'session', ...line, caseReference: 'A1', purpose: 'To keep it.', role };
  expect(sessionSchema.parse(session).role).toBe(role);
  expect(sessionSchema.safeParse({ ...session, purpose: '' }).success).toBe(false);
  expect(sessionSchema.safeParse({ ...session, caseReference: '' }).success).toBe(false);
});

test.each(inventedCases)('the case $name is one that a bundle can hold', ({ inputFor }) => {
  const { caseRecord } = inputFor('police');
  expect(caseRecordSchema.parse(JSON.parse(JSON.stringify(caseRecord)))).toEqual(caseRecord);
});
