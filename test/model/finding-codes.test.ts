import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { findingsDocument, findingsFile } from '../../scripts/findings.ts';
import type { SignatureCheck } from '../../src/crypto/signed-data.ts';
import type { TimeStampCheck } from '../../src/crypto/time-stamp/time-stamp-check.ts';
import { captureChecks, checkResultSchema } from '../../src/model/capture-check.ts';
import { type CodeOf, type FindingCode, findingRows } from '../../src/model/finding-codes.ts';

const source = resolve(fileURLToPath(import.meta.url), '../../../src');
const rows = findingRows();

it('docs/findings.md is what the tables say; if not, run: npx tsx scripts/findings.ts', () => {
  expect(readFileSync(findingsFile, 'utf8')).toBe(findingsDocument());
});

describe('the table of codes', () => {
  it('has each code with each of its severities once, and a sentence', () => {
    const names = rows.map(({ code, severity }) => `${code} ${severity}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(rows.filter(({ sentence }) => !/^\p{Lu}[^|\n]+\.$/u.test(sentence))).toEqual([]);
    expect(rows.filter(({ code }) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+){1,2}$/.test(code))).toEqual([]);
  });

  it('has no code that no check gives', () => {
    const given = codesInSources();
    expect(rows.map(({ code }) => code).filter(code => !given.has(code))).toEqual([]);
  });

  // Whether this holds is for the compiler to say.
  it('lets a code be given with its own severities only', () => {
    expectTypeOf<'zip.name.unsafe'>().toExtend<CodeOf<'failure'>>();
    expectTypeOf<'zip.name.unsafe'>().not.toExtend<CodeOf<'success' | 'notice' | 'missing' | 'unreadable'>>();
    expectTypeOf<'zip.name.unheard-of'>().not.toExtend<FindingCode>();
    expectTypeOf<'capture.seams.held'>().toExtend<CodeOf<'success'>>();
    expectTypeOf<'capture.seams.failed'>().not.toExtend<CodeOf<'success' | 'failure'>>();
    expectTypeOf<'time-stamp.order.late'>().toExtend<CodeOf<'failure'> & CodeOf<'notice'>>();
    expectTypeOf<string>().not.toExtend<FindingCode>();
  });
});

type StampedAspect<Outcome> = Extract<TimeStampCheck, { readonly outcome: Outcome }>['aspect'];

const heldOfTimeStamps: readonly StampedAspect<'held'>[] = [
  'parse',
  'status',
  'imprint',
  'digest',
  'signature',
  'certificate',
  'purpose',
  'term',
  'chain',
];
const failedOfTimeStamps: readonly StampedAspect<'broken'>[] = [
  'parse',
  'status',
  'imprint',
  'digest',
  'signature',
  'certificate',
  'purpose',
  'term',
  'certificates',
  'chain',
];
const uncheckedOfTimeStamps: readonly StampedAspect<'not-checked'>[] = [
  'digest',
  'signature',
  'certificate',
  'purpose',
  'term',
  'chain',
];
const ofSeals: readonly SignatureCheck['aspect'][] = [
  'parse',
  'digest',
  'signature',
  'certificate',
  'signing-certificate-v2',
];
const agreed = [
  'bag-info.group',
  'bag-info.payload',
  'bag-info.text',
  'bagit.declaration',
  'case.volume',
  'signer.case',
  'zip.date',
];
const listed = ['copies', 'held-back', 'received'];

/** The codes that the sources put together: by the text that does it, what may stand for its parts. */
const families: Readonly<Record<string, readonly string[]>> = {
  '*.match': agreed,
  '*.mismatch': agreed,
  'capture.*.*': captureChecks.flatMap(check =>
    checkResultSchema.options.map(result => `${check}.${result}`),
  ),
  'custody.*.absent': ['copies', 'held-back'],
  'custody.*.match': listed,
  'custody.*.mismatch': listed,
  'signature.*.failed': ofSeals,
  'signature.*.held': ofSeals,
  'time-stamp.*.failed': failedOfTimeStamps,
  'time-stamp.*.held': heldOfTimeStamps,
  'time-stamp.*.not-checked': uncheckedOfTimeStamps,
};

/** Every code that stands in the sources of the checks, other than to be compared with. */
function codesInSources(): ReadonlySet<string> {
  const files = ['model/capture-check.ts', ...filesUnder('bundle'), ...filesUnder('custody')];
  return new Set(files.map(file => readFileSync(join(source, file), 'utf8')).flatMap(codesIn));
}

function codesIn(text: string): readonly string[] {
  const written = [...text.matchAll(/(?<!=== )'([a-z0-9-]+(?:\.[a-z0-9-]+)+)'/g)].map(
    ([, code]) => code ?? '',
  );
  const made = [...text.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)].flatMap(([, template = '']) => {
    const family = template.replace(/\$\{[^}]*\}/g, '*');
    const whole = family === 'capture.*.*' ? 'capture.*' : family;
    return (families[family] ?? []).map(part => whole.replace('*', part));
  });
  return [...written, ...made];
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => join(folder, path));
}
