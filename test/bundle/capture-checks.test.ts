import { expect, it } from 'vitest';
import { canonicalBytes } from '../../src/crypto/canonical-json.ts';
import type { CaptureRecord } from '../../src/model/capture.ts';
import { captureChecks } from '../../src/model/capture-check.ts';
import { sampleInput, sampleZip, verifyBytes, zipOf } from '../samples/bundle.ts';
import { checksWith } from '../samples/checks.ts';
import { record1, withRecord } from './tamper/forgeries.ts';

const picture = 'data/exhibits/ABC_1/screenshot-post.png';

/** What is found in the sample when its first record, a complete one, says something else. */
async function findingsWith(change: (record: CaptureRecord) => object, name = 'changed.zip') {
  const zip = await withRecord(text =>
    new TextDecoder().decode(canonicalBytes(change(JSON.parse(text) as CaptureRecord))),
  );
  const { verdict, findings } = await verifyBytes(zip, name);
  const found = findings.filter(({ code }) => code.startsWith('capture.'));
  return {
    verdict,
    found,
    lines: found.map(({ code, severity, subject }) => `${severity} ${code} ${subject}`),
  };
}

it('lists every check of every exhibit with its result, and the record’s own sentence', async () => {
  const { verdict, findings } = await verifyBytes(await sampleZip());
  expect(verdict).toBe('intact');
  for (const [reference, otherwise, result] of [
    ['ABC/1', 'seams', 'not-needed'],
    ['ABC/3', 'copy', 'not-made'],
  ]) {
    const codes = findings.filter(one => one.subject === reference).map(({ code }) => code);
    for (const check of captureChecks)
      expect(codes).toContain(`capture.${check}.${check === otherwise ? result : 'held'}`);
  }
  expect(findings.find(({ code }) => code === 'capture.copy.not-made')).toMatchObject({
    severity: 'notice',
    detail: expect.stringMatching(/The page did not answer in time\.$/),
  });
});

it('takes a check that failed for the record’s own word and not for a change', async () => {
  const { verdict, lines } = await findingsWith(record => ({
    ...record,
    outcome: 'partial',
    checks: checksWith({ bands: ['failed', 'Rows 800 to 1600 are blank.'] }),
  }));
  expect(lines).toContain('notice capture.bands.failed ABC/1');
  expect(verdict).toBe('intact');
});

it.each([
  ['a check failed', { checks: checksWith({ bands: ['failed', 'Blank.'] }) }],
  ['a check was not made', { checks: checksWith({ text: ['not-made', 'No answer.'] }) }],
  ['a step failed', { steps: [{ step: 'snapshot', outcome: 'failed', reason: 'No answer.' }] }],
])('a record is not complete in which %s', async (_, change) => {
  const { verdict, lines } = await findingsWith(record => ({ ...record, ...change }));
  expect(lines).toContain(`failure capture.outcome.contradicted ${record1}`);
  expect(verdict).toBe('altered');
});

it('a record is not partial in which nothing failed', async () => {
  const { verdict, lines } = await findingsWith(record => ({ ...record, outcome: 'partial' }));
  expect(lines).toContain(`failure capture.outcome.contradicted ${record1}`);
  expect(verdict).toBe('altered');
});

it.each([
  [
    'one check answered twice',
    [...checksWith(), { check: 'seams', result: 'not-needed', detail: '' }],
    'capture.checks.duplicate',
  ],
  ['a list with nothing in it', [], 'capture.checks.empty'],
])('no version writes %s', async (_, checks, code) => {
  const { verdict, lines } = await findingsWith(record => ({ ...record, checks }));
  expect(lines).toContain(`failure ${code} ${record1}`);
  expect(verdict).toBe('altered');
});

it('of two answers to one check the graver one counts', async () => {
  const twice = [...checksWith(), { check: 'seams', result: 'failed', detail: 'Row 813 differs.' }];
  const { lines } = await findingsWith(record => ({ ...record, checks: twice }));
  expect(lines).toContain('notice capture.seams.failed ABC/1');
  expect(lines).not.toContain('success capture.seams.held ABC/1');
});

it('a record without checks is of a version that made none, and says so', async () => {
  const { verdict, lines } = await findingsWith(({ checks: _, ...record }) => record);
  expect(lines).toContain('notice capture.checks.absent ABC/1');
  expect(lines.filter(line => /\.held /.test(line) && line.endsWith('ABC/1'))).toEqual([]);
  expect(verdict).toBe('intact');
});

it('a check that is not named among others was not made', async () => {
  const { lines } = await findingsWith(record => ({
    ...record,
    checks: checksWith().filter(({ check }) => check !== 'marks'),
  }));
  expect(lines).toContain('notice capture.marks.not-made ABC/1');
});

/** The joined picture of the sample is 40 × 30 pixels, its tile 64 × 48. */
const part = (x: number, y: number, width: number, height: number, to = { x: 0, y: 0 }) => ({
  path: 'tiles/001.png',
  from: { x, y, width, height },
  to,
});
const joined = (parts: readonly object[], changes: object = {}) => [
  { path: 'screenshot-post.png', width: 40, height: 30, parts, ...changes },
];

it.each([
  ['from beyond its tile', joined([part(30, 6, 40, 30)]), 'mismatch'],
  ['from a negative place', joined([part(-1, 6, 40, 30)]), 'mismatch'],
  ['from half a pixel', joined([part(0.5, 6, 40, 30)]), 'mismatch'],
  ['beyond its own edge', joined([part(0, 0, 41, 30)]), 'mismatch'],
  ['from a file that is not listed', joined([{ ...part(4, 6, 40, 30), path: 'tiles/009.png' }]), 'mismatch'],
  ['from itself', joined([{ ...part(0, 0, 40, 30), path: 'screenshot-post.png' }]), 'mismatch'],
  ['of another size', joined([part(4, 6, 40, 29)], { height: 29 }), 'mismatch'],
  ['of a picture that is not listed', joined([part(4, 6, 40, 30)], { path: 'other.png' }), 'mismatch'],
  ['of nothing', joined([]), 'gap'],
  ['with rows from nowhere', joined([part(0, 0, 40, 10), part(0, 11, 40, 19, { x: 0, y: 11 })]), 'gap'],
  ['with columns from nowhere', joined([part(0, 0, 20, 30), part(21, 0, 19, 30, { x: 21, y: 0 })]), 'gap'],
])('a joined picture cannot come %s', async (_, compositions, outcome) => {
  const { verdict, found } = await findingsWith(record => ({ ...record, compositions }));
  const wrong = found.filter(
    ({ code }) => code.startsWith('capture.composition.') && !code.endsWith('match'),
  );
  const mismatched = found.filter(({ code }) => code === `capture.composition.${outcome}`);
  expect([...wrong, ...mismatched].map(({ severity }) => severity)).toContain('failure');
  expect(verdict).toBe('altered');
});

it('a joined picture may come from parts that lie side by side and over each other', async () => {
  const parts = [
    part(4, 6, 25, 30),
    part(24, 6, 20, 18, { x: 20, y: 0 }),
    part(24, 16, 20, 20, { x: 20, y: 10 }),
  ];
  const { verdict, lines } = await findingsWith(record => ({
    ...record,
    artifacts: record.artifacts.map(each =>
      each.path === 'screenshot-post.png' ? { ...each, method: 'stitch' } : each,
    ),
    compositions: joined(parts),
  }));
  expect(lines).toContain(`success capture.composition.match ${picture}`);
  expect(lines).toContain(`success capture.pixels.match ${picture}`);
  expect(verdict).toBe('intact');
});

it('a gap in the picture of a partial record is worth noting and no change', async () => {
  const { verdict, lines } = await findingsWith(record => ({
    ...record,
    outcome: 'partial',
    checks: checksWith({ bands: ['failed', 'Blank.'] }),
    compositions: joined([part(4, 6, 40, 10)]),
  }));
  expect(lines).toContain(`notice capture.composition.gap ${picture}`);
  expect(verdict).toBe('intact');
});

it('does not say that a picture was compared with one that was held back', async () => {
  const input = await sampleInput({
    change: given => ({
      ...given,
      exhibits: given.exhibits.map((one, index) =>
        index === 0 ? { ...one, entry: { ...one.entry, heldBack: ['tiles/001.png'] } } : one,
      ),
      caseRecord: {
        ...given.caseRecord,
        exhibits: given.caseRecord.exhibits.map((entry, index) =>
          index === 0 ? { ...entry, heldBack: ['tiles/001.png'] } : entry,
        ),
      },
    }),
  });
  const { findings } = await verifyBytes(await zipOf(input));
  const codes = findings.filter(({ subject }) => subject === picture).map(({ code }) => code);
  expect(codes).toContain('capture.composition.not-checked');
  expect(codes).not.toContain('capture.composition.match');
});
