import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printableJson } from '../../src/cli/plain.ts';
import { run } from '../../src/cli/run.ts';
import { sampleInput, zipOf } from '../samples/bundle.ts';

/** Clears the screen, turns the direction of writing, hides itself, opens a link, ends a line. */
const title =
  'Case \u001b[2J\u001b]8;;http://example.org\u0007 \u202Etcatni\u2066 \u0085\u009b31m\u200b\u2028x\u{E0041}';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-print-'));
  const input = await sampleInput();
  const { producer } = input.caseRecord.case;
  const told = { ...input.caseRecord.case, title, producer: { ...producer, name: title } };
  const zip = await zipOf({ ...input, caseRecord: { ...input.caseRecord, case: told } });
  writeFileSync(join(folder, 'titled.zip'), zip);
  writeFileSync(join(folder, 'bad\u001b[31m\u202E.zip'), 'no bundle');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function printed(...args: readonly string[]) {
  const text: string[] = [];
  const keep = (part: string) => void text.push(part);
  const code = await run(args, { version: '0', out: keep, err: keep });
  return { code, text: text.join('') };
}

/** All that a terminal acts on or that turns the direction of writing, but the end of a line. */
const acting = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

it.each([
  ['verify', '--json', 'titled.zip'],
  ['verify', 'titled.zip'],
  ['inspect', 'titled.zip'],
  ['verify', '--json', 'bad\u001b[31m\u202E.zip'],
  ['verify', 'bad\u001b[31m\u202E.zip'],
  ['inspect', 'bad\u001b[31m\u202E.zip'],
  ['verify', 'titled.zip', '--tsa-ca', 'bad\u001b[31m\u202E.zip'],
])('prints nothing that a terminal acts on: %j %j %j', async (...args) => {
  const { text } = await printed(...args.map(each => (each.endsWith('.zip') ? join(folder, each) : each)));
  expect(text.length).toBeGreaterThan(20);
  expect(acting.exec(text)).toBeNull();
});

it('whoever parses the JSON reads the very title', async () => {
  const { code, text } = await printed('verify', '--json', join(folder, 'titled.zip'));
  expect(JSON.parse(text).reports[0].summary.title).toBe(title);
  expect(text).toContain(String.raw`\u001b[2J`);
  expect(text).toContain(String.raw`\u202e`);
  expect(code).toBe(0);
});

it('keeps every text, whatever it holds', () => {
  for (const text of [title, '\ud800', '\u{1F600}', 'a\nb', '\\u001b', '\u007f\u061c\ufeff'])
    expect(JSON.parse(printableJson({ text })).text).toBe(text);
});
