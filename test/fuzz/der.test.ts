import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundlePaths } from '../../src/bundle/layout.ts';
import {
  fromPem,
  openCertificate,
  readCertificate,
  toPem,
} from '../../src/crypto/certificates/certificate.ts';
import { signatureFromDer } from '../../src/crypto/der.ts';
import { verifyDetached } from '../../src/crypto/signed-data.ts';
import { toFiles } from '../bundle/zip-surgery.ts';
import { byteChange, withByteChanges } from './byte-changes.ts';
import { foundDer } from './found.ts';
import { keptBundle } from './kept-bundle.ts';
import { fuzz, hangs } from './settings.ts';

const files = toFiles(await keptBundle());
const content = files.get(bundlePaths.tagManifest) ?? new Uint8Array();
const cms = files.get(bundlePaths.tagManifestSignature) ?? new Uint8Array();
const pem = new TextDecoder().decode(files.get(bundlePaths.certificate));
const certificate = fromPem(pem);

const changes = fc.array(byteChange, { minLength: 1, maxLength: 4 });

/** DER of any tags, lengths right or not, lists in lists. */
const anyDer = fc.letrec<{ value: Uint8Array }>(tie => ({
  value: fc
    .tuple(
      fc.constantFrom(
        0x01,
        0x02,
        0x03,
        0x04,
        0x05,
        0x06,
        0x0c,
        0x17,
        0x18,
        0x24,
        0x30,
        0x31,
        0xa0,
        0x80,
        0xbf,
      ),
      fc.constantFrom('short', 'long', 'indefinite', 'wrong'),
      fc.oneof(
        { maxDepth: 12, withCrossShrink: true },
        fc.uint8Array({ maxLength: 40 }),
        fc.array(tie('value'), { maxLength: 5 }).map(parts => new Uint8Array(Buffer.concat(parts))),
      ),
    )
    .map(([tag, form, inside]) => framed(tag, form, inside)),
})).value;

it(
  'a changed signature is never held, and never an error',
  async () => {
    expect((await verifyDetached(cms, content, certificate)).every(({ held }) => held)).toBe(true);
    await fc.assert(
      fc.asyncProperty(changes, async change => {
        const bytes = withByteChanges(cms, change);
        const checks = await verifyDetached(bytes, content, certificate);
        expect(checks.every(({ held }) => held)).toBe(Buffer.compare(bytes, cms) === 0);
      }),
      fuzz(0.08, foundDer),
    );
  },
  hangs,
);

it(
  'a changed certificate never stands beside a signature that holds, and opens only as it was',
  async () => {
    await fc.assert(
      fc.asyncProperty(changes, async change => {
        const bytes = withByteChanges(certificate, change);
        const isSame = Buffer.compare(bytes, certificate) === 0;
        // Another name in it makes it one that somebody else issued: it may open, but no signature of ours names it.
        expect(await isOpened(bytes, true)).toBe(isSame);
        if (await isOpened(bytes)) {
          const checks = await verifyDetached(cms, content, bytes);
          expect(checks.every(({ held }) => held)).toBe(isSame);
        }
        expect(answers(() => readCertificate(bytes))).toBe(true);
      }),
      fuzz(0.08, foundDer),
    );
  },
  hangs,
);

it(
  'a changed PEM text is refused, or holds another certificate',
  () => {
    fc.assert(
      fc.property(changes, change => {
        const text = new TextDecoder().decode(withByteChanges(new TextEncoder().encode(pem), change));
        const read = attempt(() => fromPem(text));
        if (read !== undefined) expect(toPem(read)).toBe(text);
      }),
      fuzz(0.04, foundDer),
    );
  },
  hangs,
);

it(
  'any DER is refused by every reader',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyDer, async bytes => {
        const checks = await verifyDetached(bytes, content, certificate);
        expect(checks).toMatchObject([{ aspect: 'parse', held: false }]);
        expect(await isOpened(bytes)).toBe(false);
        expect(answers(() => readCertificate(bytes))).toBe(true);
        expect(answers(() => signatureFromDer(bytes))).toBe(true);
      }),
      fuzz(0.05),
    );
  },
  hangs,
);

async function isOpened(bytes: Uint8Array, asSelfSigned = false): Promise<boolean> {
  return openCertificate(bytes).then(
    ({ isSelfSigned }) => isSelfSigned || !asSelfSigned,
    (error: unknown) => {
      expect(isOrderly(error)).toBe(true);
      return false;
    },
  );
}

/** Whether it answers, or throws what says that the bytes are not right, and not that the stack is at its end. */
function answers(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    return isOrderly(error);
  }
}

function isOrderly(error: unknown): boolean {
  if (error instanceof DOMException) return true;
  return error instanceof Error && !/call stack|heap|memory/i.test(error.message);
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function framed(tag: number, form: string, inside: Uint8Array): Uint8Array {
  const { length } = inside;
  const heads: Record<string, readonly number[]> = {
    short: length < 128 ? [length] : [0x82, length >> 8, length & 255],
    long: [0x84, 0, length >> 16, (length >> 8) & 255, length & 255],
    indefinite: [0x80],
    wrong: [(length * 7) & 255],
  };
  const end = form === 'indefinite' ? [0, 0] : [];
  return new Uint8Array(
    Buffer.concat([Uint8Array.of(tag, ...(heads[form] ?? [])), inside, Uint8Array.from(end)]),
  );
}
