import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { bundlePaths } from '../../src/bundle/layout.ts';
import { checkCaseAgreement, checkCaseRecord } from '../../src/bundle/verify/check-case.ts';
import { type BundleContents, readContents } from '../../src/bundle/verify/contents.ts';
import { checkCustody } from '../../src/bundle/verify/custody/check-custody.ts';
import { checkExhibits } from '../../src/bundle/verify/exhibits/check-exhibits.ts';
import { listEntries } from '../../src/bundle/zip/entries.ts';
import { canonicalJson } from '../../src/crypto/canonical-json.ts';
import { sha256 } from '../../src/crypto/digest.ts';
import { noLosses } from '../../src/custody/losses.ts';
import type { CaseRecord } from '../../src/model/case.ts';
import type { CustodyEvent } from '../../src/model/custody.ts';
import type { Finding } from '../../src/model/finding.ts';
import { instantSchema } from '../../src/model/identifiers.ts';
import { deriveTime, platforms } from '../../src/platforms/index.ts';
import { exportedAt, verifyOptions } from '../samples/bundle.ts';
import { bytesSource } from '../samples/bytes-source.ts';
import { anyText } from './any-text.ts';
import { foundJson } from './found.ts';
import { jsonChange, withJsonChange } from './json-changes.ts';
import { keptBundle } from './kept-bundle.ts';
import { fuzz, hangs } from './settings.ts';

const { caseRecord: casePath, custody: custodyPath } = bundlePaths;
const recordPath = 'data/exhibits/ABC_1/capture.json';

let kept: BundleContents;
let record: CaseRecord;
let events: readonly CustodyEvent[];

beforeAll(async () => {
  const source = bytesSource(await keptBundle(), 'sample.zip');
  const listing = await listEntries(source);
  if ('unreadable' in listing) throw new Error(listing.unreadable.code);
  kept = await readContents(source, listing.entries, verifyOptions);
  const checked = await checkCaseRecord(kept);
  if (checked.record === undefined) throw new Error('the kept bundle has no case');
  record = checked.record;
  const custody = await checkCustody(kept, record);
  events = custody.events;
  const all = [
    ...checked.findings,
    ...custody.findings,
    ...(await checkExhibits(kept, record, { events, losses: noLosses }, verifyOptions)).findings,
  ];
  expect(all.filter(isFailure)).toEqual([]);
});

it(
  'a changed case is read in its one form, or refused',
  async () => {
    const text = (await kept.readText(casePath)) ?? '';
    await fc.assert(
      fc.asyncProperty(jsonChange, async change => {
        const contents = await withFile(casePath, withJsonChange(text, change));
        const { record: read, findings } = await checkCaseRecord(contents);
        const written = await contents.readText(casePath);
        if (!findings.some(isFailure)) expect(canonicalJson(JSON.parse(written ?? ''))).toBe(written);
        if (read === undefined) return;
        const others = [
          ...(await checkCaseAgreement(contents, [], read, record.signerFingerprint)),
          ...(await checkCustody(contents, read)).findings,
          ...(await checkExhibits(contents, read, { events, losses: noLosses }, verifyOptions)).findings,
        ];
        expect(others.every(isFinding)).toBe(true);
      }),
      fuzz(0.1, foundJson),
    );
  },
  hangs,
);

it(
  'a changed record of an exhibit is never as the case names it',
  async () => {
    const text = (await kept.readText(recordPath)) ?? '';
    await fc.assert(
      fc.asyncProperty(jsonChange, async change => {
        const bytes = withJsonChange(text, change);
        const { findings } = await checkExhibits(
          await withFile(recordPath, bytes),
          record,
          { events, losses: noLosses },
          verifyOptions,
        );
        const isSame = Buffer.compare(bytes, Buffer.from(text)) === 0;
        expect(findings.every(isFinding)).toBe(true);
        expect(findings.some(isFailure)).toBe(!isSame);
      }),
      fuzz(0.1, foundJson),
    );
  },
  hangs,
);

it(
  'a changed chain is never as the case names it',
  async () => {
    const lines = ((await kept.readText(custodyPath)) ?? '').split('\n');
    const place = fc.record({ line: fc.nat(), change: jsonChange });
    await fc.assert(
      fc.asyncProperty(place, async ({ line, change }) => {
        const at = line % (lines.length - 1);
        const bytes = Buffer.concat([
          Buffer.from(
            lines
              .slice(0, at)
              .map(one => `${one}\n`)
              .join(''),
          ),
          withJsonChange(lines[at] ?? '', change),
          Buffer.from(`\n${lines.slice(at + 1).join('\n')}`),
        ]);
        const { findings } = await checkCustody(await withFile(custodyPath, new Uint8Array(bytes)), record);
        const isSame = Buffer.compare(bytes, Buffer.from(lines.join('\n'))) === 0;
        expect(findings.every(isFinding)).toBe(true);
        expect(findings.some(isFailure)).toBe(!isSame);
      }),
      fuzz(0.1),
    );
  },
  hangs,
);

it(
  'a post number that is any text gives a time or none',
  () => {
    const digits = fc.stringMatching(/^-?[0-9]{0,40}$/);
    const postId = fc.oneof(digits, fc.base64String(), anyText(40));
    const platform = fc.oneof(fc.constantFrom(...platforms.map(({ id }) => id)), fc.constant('__proto__'));
    fc.assert(
      fc.property(fc.tuple(platform, postId), ([id, post]) => {
        const time = deriveTime(id, post, exportedAt);
        if (time !== undefined) expect(instantSchema.safeParse(time.at).success).toBe(true);
      }),
      fuzz(0.05),
    );
  },
  hangs,
);

/** The kept contents with one file in place of another, and its true digest. */
async function withFile(path: string, bytes: Uint8Array): Promise<BundleContents> {
  const digest = await sha256(bytes);
  const file = {
    ...{ size: bytes.length, sha256: digest, crc32: 0, listedCrc32: 0 },
    ...{ head: bytes.slice(0, 64), concerns: [] },
  };
  const read = async (one: string) => (one === path ? new Uint8Array(bytes) : kept.read(one));
  return {
    source: kept.source,
    files: new Map(kept.files).set(path, file),
    read,
    pieces: kept.pieces,
    readText: async one => (one === path ? decoded(bytes) : kept.readText(one)),
  };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isFailure({ severity }: Finding): boolean {
  return severity === 'failure' || severity === 'unreadable' || severity === 'missing';
}

function isFinding({ code, severity, subject, detail }: Finding): boolean {
  return (
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(code) && [severity, subject, detail].every(text => text.length > 0)
  );
}
