import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { custodyEventSchema } from '../../src/model/custody.ts';
import { howToVerify, verifyCommands } from '../../src/reports/how-to-verify.ts';
import type { ReportInput } from '../../src/reports/input.ts';
import { readMeFirst } from '../../src/reports/read-me-first.ts';
import { reportHtml } from '../../src/reports/report-html.tsx';
import { sampleInput, zipOf } from '../samples/bundle.ts';

let folder: string;
let report: ReportInput;

/** A signed bundle whose documents are the real ones, unzipped by unzip. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-'));
  const zip = await zipOf(
    await sampleInput({
      change(input) {
        const { caseRecord, exhibits } = input;
        const custody = input.custodyJsonl
          .trimEnd()
          .split('\n')
          .map(line => custodyEventSchema.parse(JSON.parse(line)));
        report = {
          caseRecord,
          exhibits,
          custody,
          signerFingerprint: input.signer.fingerprint,
          volume: 1,
        };
        return {
          ...input,
          readMeFirst: readMeFirst(report),
          howToVerify: howToVerify(report),
          reportHtml: reportHtml(report),
        };
      },
    }),
  );
  writeFileSync(join(folder, 'NAME.zip'), zip);
  execFileSync('unzip', ['-q', 'NAME.zip', '-d', 'bundle'], { cwd: folder });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the commands of HOW-TO-VERIFY.txt, as they stand in the bundle', () => {
  test('unzip finds no errors', () => {
    expect(run('unzip -t NAME.zip', folder).output).toContain('No errors detected');
  });

  test('the fingerprint is the one that the text names', () => {
    const { output } = inBundle(verifyCommands.fingerprint);
    const written = readFileSync(join(folder, 'bundle/HOW-TO-VERIFY.txt'), 'utf8').replace(/:\n {4}/, ':');
    expect(output).toMatch(/^sha256 Fingerprint=([0-9A-F]{2}:){31}[0-9A-F]{2}\n$/i);
    expect(written).toContain(output.trim());
  });

  test.each(['tagManifestSignature', 'containerSignature'] as const)('%s holds', name => {
    const { output, status } = inBundle(verifyCommands[name]);
    expect({ output, status }).toEqual({
      output: expect.stringContaining('CAdES Verification successful'),
      status: 0,
    });
  });

  test('the digests hold without a word, and a changed file is named', () => {
    expect(inBundle(verifyCommands.digests)).toEqual({ output: '', status: 0 });
    const path = join(folder, 'bundle/data/case.json');
    const before = readFileSync(path);
    writeFileSync(path, `${before} `);
    const changed = inBundle(verifyCommands.digests);
    writeFileSync(path, before);
    expect(changed.status).toBe(1);
    expect(changed.output).toContain('data/case.json: FAILED');
  });

  test('the program for the custody chain answers the head in case.json', () => {
    const text = readFileSync(join(folder, 'bundle/HOW-TO-VERIFY.txt'), 'utf8');
    const script = chainScript(text);
    const { custodyHead } = JSON.parse(readFileSync(join(folder, 'bundle/data/case.json'), 'utf8'));
    expect(inBundle(script)).toEqual({ output: `${custodyHead}\n`, status: 0 });
  });

  test('the program for a chain that lost events goes over the named gaps and over no other', () => {
    const { caseRecord, custody } = report;
    const whole = custody.map(event => JSON.stringify(event));
    const head = custody.at(-1)?.digest;
    const lostEvents = [
      { from: 2, to: 2, reason: 'missing' as const },
      { from: 3, to: 4, reason: 'unreadable' as const },
    ];
    const script = chainScript(howToVerify({ ...report, caseRecord: { ...caseRecord, lostEvents } }));
    const without = (...lost: readonly number[]) => {
      const lines = whole.filter((_, index) => !lost.includes(index + 1));
      mkdirSync(join(folder, 'lost/data'), { recursive: true });
      writeFileSync(join(folder, 'lost/data/custody.jsonl'), `${lines.join('\n')}\n`);
      return run(script, join(folder, 'lost'));
    };
    expect(without(2, 3, 4)).toEqual({ output: `${head}\n`, status: 0 });
    for (const lost of [[2, 3], [2, 3, 4, 5], []]) {
      const { output, status } = without(...lost);
      expect({ lost, output, status }).toMatchObject({
        output: expect.stringContaining('AssertionError'),
        status: 1,
      });
    }
  });

  test('every picture that the report names is in the bundle', () => {
    const page = readFileSync(join(folder, 'bundle/data/report.html'), 'utf8');
    const pictures = [...page.matchAll(/ src="([^"]+)"/g)].map(match => match[1] ?? '');
    expect(pictures.length).toBeGreaterThan(1);
    for (const picture of pictures) {
      expect(
        readFileSync(join(folder, 'bundle/data', picture))
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    }
  });
});

function chainScript(text: string): string {
  return /^python3 - <<"END"\n[\s\S]*?^END$/m.exec(text)?.[0] ?? '';
}

function inBundle(command: string) {
  return run(command, join(folder, 'bundle'));
}

function run(command: string, cwd: string) {
  const { stdout, stderr, status } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
  return { output: stdout + stderr, status };
}
