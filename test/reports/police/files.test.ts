import { describe, expect, it, test, vi } from 'vitest';
import type { Confidential } from '../../../src/model/confidential.ts';
import { type PoliceFile, policeFiles, policePapers } from '../../../src/reports/police/files.ts';
import { inventedCases } from '../../samples/cases/cases.ts';
import { flood } from '../../samples/cases/flood.ts';
import { readDocxs } from '../preservation/read-docx.ts';
import { everythingIn } from './read-parts.ts';

const forbidden =
  /\b(?:in)?valid(?:ity)?\b|authentic|\bverified\b|forensic|court-proof|\bgenuine\b|alleged|too late/i;

describe.each(inventedCases)(
  'the police papers of the case $name',
  ({ inputFor, confidential, privateNotes }) => {
    const input = inputFor('police');
    const made = memo(async () => {
      const [plain, whole] = [await policeFiles(input), await policeFiles(input, { confidential })];
      return { plain, whole, plainTexts: await texts(plain), wholeTexts: await texts(whole) };
    });

    test('are those of the list, with the contact sheet only where it is chosen', async () => {
      const { plain, whole } = await made();
      expect(named(plain)).toEqual(policePapers(input).map(({ path, title }) => ({ path, title })));
      expect(named(whole)).toEqual(
        policePapers(input, { confidential }).map(({ path, title }) => ({ path, title })),
      );
      expect(whole.map(({ path }) => path).filter(path => !plain.some(file => file.path === path))).toEqual([
        'police/contact-sheet.docx',
      ]);
      for (const { path } of whole) expect(path).toMatch(/^police\/[a-z0-9-]+\.(docx|csv)$/);
      expect(new Set(whole.map(({ path }) => path)).size).toBe(whole.length);
    });

    test('hold nothing confidential unless it is given, and nothing private ever', async () => {
      const { plainTexts, wholeTexts } = await made();
      const secrets = secretsOf(confidential);
      for (const [path, text] of plainTexts) {
        for (const secret of secrets) expect(text, path).not.toContain(secret);
        for (const note of privateNotes) expect(text, path).not.toContain(note);
      }
      const whole = new Map(wholeTexts);
      for (const secret of secrets) expect(whole.get('police/contact-sheet.docx')).toContain(secret);
      whole.delete('police/contact-sheet.docx');
      expect([...whole]).toEqual(plainTexts);
    });

    test('hold no word that says too much', async () => {
      for (const [path, text] of (await made()).wholeTexts) expect(text, path).not.toMatch(forbidden);
      for (const { title, purpose } of policePapers(input, { confidential }))
        expect(title + purpose).not.toMatch(forbidden);
    });

    test('bear their reference, the number of the page and the limits on every page, on A4', async () => {
      const word = (await made()).whole.filter(({ path }) => path.endsWith('.docx'));
      readDocxs(word.map(({ bytes }) => bytes)).forEach((read, index) => {
        const path = word[index]?.path;
        expect(read.headers.join('').length, path).toBeGreaterThan(0);
        expect(read.footers.join('\n'), path).toMatch(/ · [0-9A-F]{8}-\d{8}\tPage .* of /);
        expect(read.footers.at(-1), path).toContain('It does not prove who operated the account.');
        expect([read.pageWidth, read.pageHeight].sort(), path).toEqual([210, 297]);
      });
    });
  },
);

/** Made once, by whichever test asks first. */
function memo<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

it('fills in the head of the statement only when that is chosen as well', async () => {
  const { confidential } = flood;
  const statement = async (extra: Parameters<typeof policeFiles>[1]) =>
    new Map(await texts(await policeFiles(flood.inputFor('police'), extra))).get(
      'police/statement-draft.docx',
    );
  expect(await statement({ confidential })).not.toContain(confidential.legalName);
  const filled = await statement({ confidential: { ...confidential, age: '34' }, inStatement: true });
  expect(filled).toContain(confidential.legalName);
  expect(filled).toContain(confidential.occupation);
  expect(filled).toContain('over 18');
  const others = [
    confidential.phone,
    confidential.email,
    confidential.safeWays,
    confidential.vulnerabilityWords,
  ];
  for (const secret of others) expect(filled).not.toContain(secret);
});

it('makes no such papers for a platform', async () => {
  expect(policePapers(flood.inputFor('platform'))).toEqual([]);
  expect(await policeFiles(flood.inputFor('platform'), { confidential: flood.confidential })).toEqual([]);
});

it('makes the same bytes at any time, and small ones of many exhibits', async () => {
  const first = await policeFiles(flood.inputFor('police'));
  vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
  const second = await policeFiles(flood.inputFor('police'));
  vi.useRealTimers();
  expect(second.map(digestible)).toEqual(first.map(digestible));
  for (const { path, bytes } of first) expect(bytes.length, path).toBeLessThan(150_000);
});

function digestible({ path, bytes }: PoliceFile): string {
  return `${path} ${Buffer.from(bytes).toString('base64')}`;
}

function named(files: readonly PoliceFile[]) {
  return files.map(({ path, title }) => ({ path, title }));
}

function texts(files: readonly PoliceFile[]): Promise<readonly (readonly [string, string])[]> {
  return Promise.all(files.map(async ({ path, bytes }) => [path, await everythingIn(path, bytes)] as const));
}

/** Every answer that is not of our own words, line by line. */
function secretsOf({ kind: _, vulnerabilities: __, ...answers }: Confidential): readonly string[] {
  return Object.values(answers).flatMap(answer => answer.split('\n'));
}
