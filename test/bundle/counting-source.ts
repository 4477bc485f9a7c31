import { expect } from 'vitest';
import { readBundle } from '../../src/bundle/verify/read-bundle.ts';
import { verifyBundle } from '../../src/bundle/verify/verify-bundle.ts';
import type { BundleSource } from '../../src/bundle/zip/source.ts';
import type { VerificationReport } from '../../src/model/finding.ts';
import { verifyOptions } from '../samples/bundle.ts';
import { bytesSource } from '../samples/bytes-source.ts';

/** A source that counts what is asked of it, in bytes, and the reads that leave the file. */
export interface CountingSource extends BundleSource {
  bytesRead(): number;
  readsOutside(): number;
}

/** Bytes in memory, with a count of what is read of them. */
export function countingSource(bytes: Uint8Array, name: string): CountingSource {
  const source = bytesSource(bytes, name);
  let bytesRead = 0;
  let readsOutside = 0;
  return {
    ...source,
    async read(offset, length) {
      if (!(offset >= 0 && length >= 0 && offset + length <= bytes.length)) readsOutside += 1;
      bytesRead += length;
      return source.read(offset, length);
    },
    bytesRead: () => bytesRead,
    readsOutside: () => readsOutside,
  };
}

/**
 * The most that may be read of a file: each byte once for its digest, once more where it is read for what it says, and
 * once before that where a long record is looked through first; and its end and list of contents several times.
 */
export function mostBytes(size: number): number {
  return 3 * size + 6 * Math.min(size, 300_000);
}

/** What is asked of every hostile bundle: an answer that is not intact, and no more work than an honest one. */
export async function answerTo(bytes: Uint8Array, name = 'sample.zip'): Promise<VerificationReport> {
  const verified = countingSource(bytes, name);
  const report = await verifyBundle(verified, verifyOptions);
  const inspected = countingSource(bytes, name);
  await readBundle(inspected);
  for (const source of [verified, inspected]) {
    expect(source.readsOutside()).toBe(0);
    expect(source.bytesRead()).toBeLessThanOrEqual(mostBytes(bytes.length));
  }
  expect(report.verdict).not.toBe('intact');
  return report;
}

/** The findings that are none of success, as `code subject`. */
export function shortOf(report: VerificationReport): readonly string[] {
  return report.findings
    .filter(({ severity }) => severity !== 'success')
    .map(({ code, subject }) => `${code} ${subject}`);
}
