import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { howToVerify, verifyCommands } from '../../src/reports/how-to-verify.ts';
import { readMeFirst } from '../../src/reports/read-me-first.ts';
import { inventedCases } from '../samples/cases/cases.ts';
import { flood } from '../samples/cases/flood.ts';
import { scotland } from '../samples/cases/scotland.ts';
import { sampleCase, sampleCustody, sampleInput } from '../samples/report.ts';

const printable = /^[\x20-\x7e\n]*$/;

describe('READ-ME-FIRST.txt', () => {
  const text = readMeFirst(sampleInput());

  test('is one page of plain ASCII', () => {
    expect(text).toMatch(printable);
    expect(text.split('\n').length).toBeLessThanOrEqual(60);
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(78);
  });

  test('says what it is, what to open, how to check it and its limits', () => {
    expect(text).toContain('data/report.html');
    expect(text).toContain('HOW-TO-VERIFY.txt');
    expect(text).toContain(sampleInput().signerFingerprint.slice(0, 32));
    expect(text).toContain('They do not prove who operated the account');
    expect(text).toMatch(/If it comes to you as a report to the police/);
  });

  test('stays one page whatever the title, the name and the number of exhibits', () => {
    const { case: matter } = sampleCase();
    const long = readMeFirst(
      sampleInput({
        outcome: 'incomplete',
        case: {
          ...matter,
          title: 'a '.repeat(100).trim(),
          producer: { initials: 'ABCDE', name: 'b'.repeat(200) },
        },
      }),
    );
    const foreign = readMeFirst(
      sampleInput({
        case: {
          ...matter,
          title: '\u05E9\u05DC\u05D5\u05DD',
          producer: { initials: 'A', name: 'Zo\u00EB Dvo\u0159\u00E1k' },
        },
      }),
    );
    for (const document of [long, foreign]) {
      expect(document).toMatch(printable);
      expect(document.split('\n').length).toBeLessThanOrEqual(60);
      expect(Math.max(...document.split('\n').map(line => line.length))).toBeLessThanOrEqual(78);
    }
    expect(foreign).toContain('Case:      written in data/report.html');
    expect(foreign).toContain('Zoe Dvorak');
  });
});

describe('READ-ME-FIRST.txt of an invented case', () => {
  const documents = ['report.pdf', 'police/chronology.csv', 'preservation/x/items.csv'];

  test('begins with what is asked, and names the papers that are there', () => {
    const text = readMeFirst({ ...flood.inputFor('police'), documents });
    const flowing = text.replace(/\s+/g, ' ');
    expect(flowing).toContain('What I am asking for: a warning to the person; an order that keeps');
    expect(flowing).toContain('It is not a Freedom of Information request. Please record this');
    expect(flowing).toContain(
      'Please do not contact the person I am reporting before you have spoken to me.',
    );
    for (const path of ['data/report.pdf', 'data/police/', 'data/preservation/'])
      expect(text).toContain(path);
    const bare = readMeFirst(flood.inputFor('police'));
    for (const path of ['data/report.pdf', 'data/police/', 'data/preservation/'])
      expect(bare).not.toContain(path);
  });

  test.each(inventedCases)(
    'is one page of plain ASCII, and tells a platform no words: $name',
    ({ inputFor }) => {
      for (const recipient of ['police', 'solicitor', 'platform', 'own-copy'] as const) {
        const text = readMeFirst({ ...inputFor(recipient), documents });
        expect(text).toMatch(printable);
        expect(text.split('\n').length).toBeLessThanOrEqual(60);
        expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(78);
        expect(text.includes('asking for')).toBe(recipient !== 'platform');
      }
    },
  );

  test('speaks of productions in Scotland', () => {
    const text = readMeFirst(scotland.inputFor('police'));
    expect(text).toContain('Productions: AT/1, AT/2');
    expect(text.replace(/\s+/g, ' ')).toContain('Each recording is a production.');
  });
});

describe('HOW-TO-VERIFY.txt', () => {
  const text = howToVerify(sampleInput());

  test('has every command, each on one line', () => {
    const lines = text.split('\n').map(line => line.trim());
    for (const command of Object.values(verifyCommands)) expect(lines).toContain(command);
    for (const program of ['certutil -hashfile', 'Get-FileHash', 'shasum -a 256'])
      expect(text).toContain(program);
  });

  test('is plain ASCII, and only commands are longer than a line', () => {
    expect(text).toMatch(printable);
    const long = text.split('\n').filter(line => line.length > 78);
    for (const line of long) expect(line).toMatch(/^ {4}openssl /);
  });

  test('its program for the custody chain answers the head of the chain', () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-'));
    const lines = sampleCustody.map(event => `${JSON.stringify(event)}\n`);
    mkdirSync(join(folder, 'data'));
    try {
      writeFileSync(join(folder, 'data/custody.jsonl'), lines.join(''));
      expect(runCustodyScript(text, folder)).toBe(`${sampleCase().custodyHead}\n`);
      writeFileSync(join(folder, 'data/custody.jsonl'), lines.toSpliced(2, 1).join(''));
      expect(() => runCustodyScript(text, folder)).toThrow(/AssertionError/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('claims no more than it shows', () => {
    for (const document of [text, readMeFirst(sampleInput())]) {
      expect(document).not.toMatch(/\b(valid|authentic\w*|forensic\w*|court-proof|verified|genuine)\b/i);
    }
  });
});

function runCustodyScript(text: string, folder: string): string {
  const script = /^python3 - <<"END"\n[\s\S]*?^END$/m.exec(text)?.[0] ?? '';
  return execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}
