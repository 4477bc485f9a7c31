import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundleInput, TimeStamps, WrittenBundle } from '../../src/bundle/bundle-input.ts';
import { verifyBundle } from '../../src/bundle/verify/verify-bundle.ts';
import { writeBundle } from '../../src/bundle/write/write-bundle.ts';
import { fromPemFile, holdCertificate } from '../../src/crypto/certificates/held-certificate.ts';
import { systemRandom } from '../../src/crypto/random.ts';
import { holdList, listsToPem } from '../../src/crypto/time-stamp/revocation-list.ts';
import { requestTimeStamp } from '../../src/crypto/time-stamp/time-stamp-client.ts';
import type { CustodyEvent } from '../../src/model/custody.ts';
import { listOf } from '../samples/authority/keys.ts';
import { type Authority, type Behaviour, startAuthority } from '../samples/authority/server.ts';
import { exportedAt, linkEvents, sampleInput, verifyOptions } from '../samples/bundle.ts';
import { bytesSource } from '../samples/bytes-source.ts';
import {
  eventsOf,
  replyAt,
  timeStampsAt,
  withCaptureTimeStamps,
  withChainOf,
  withSecondTimeStamps,
} from './time-stamped.ts';
import { type Files, reseal, toFiles, toZip } from './zip-surgery.ts';

const tsr = 'tagmanifest-sha256.txt.tsr';
const seals = ['tagmanifest-sha256.txt.p7s', 'META-INF/signature001.p7s'];
const captures = ['data/exhibits/ABC_1/capture.tsr', 'data/exhibits/ABC_3/capture.tsr'];
const all = [tsr, ...seals, ...captures];
const atExport = '2026-03-04T05:06:10.250Z';

let authority: Authority;
let zip: Uint8Array;
beforeAll(async () => {
  authority = await startAuthority();
  zip = (await write(await stampedInput(timeStampsAt(authority.keys, atExport)))).zip;
});
afterAll(() => authority.close());

/** Everything that can have a time-stamp has one: exhibits when they were recorded, the bundle from `timeStamps`. */
async function stampedInput(timeStamps: TimeStamps): Promise<BundleInput> {
  const input = await withCaptureTimeStamps(await sampleInput(), (imprint, { record }) =>
    replyAt(authority.keys, imprint, record.completedAt),
  );
  return { ...input, timeStamps };
}

async function write(input: BundleInput): Promise<{ zip: Uint8Array; written: WrittenBundle }> {
  const chunks: Uint8Array[] = [];
  const written = await writeBundle(input, async chunk => void chunks.push(chunk.slice()));
  return { zip: new Uint8Array(Buffer.concat(chunks)), written };
}

function verify(bytes: Uint8Array, pem = authority.keys.root) {
  const trustedAuthorities = fromPemFile(pem);
  return verifyBundle(bytesSource(bytes, 'sample.zip'), { ...verifyOptions, trustedAuthorities });
}

/** The codes about time-stamps of one subject. */
async function codes(bytes: Uint8Array, subject: string, pem?: string): Promise<readonly string[]> {
  const { findings } = await verify(bytes, pem);
  return findings
    .filter(each => each.subject === subject && each.code.startsWith('time-stamp'))
    .map(each => each.code);
}

function clientOf(behaviour: Behaviour, timeLimit = 600_000): TimeStamps {
  const options = { fetch, random: systemRandom, now: Date.now, timeLimit };
  const trusted = fromPemFile(authority.keys.root).map(holdCertificate);
  const address = authority.address(behaviour);
  return { stamp: imprint => requestTimeStamp(imprint, { ...options, address, trusted }) };
}

describe('a bundle with time-stamps', () => {
  it('is intact, and says of each which authority vouches for which moment', async () => {
    const report = await verify(zip);
    expect(
      report.findings.filter(({ severity }) => severity === 'failure' || severity === 'missing'),
    ).toEqual([]);
    expect(report.verdict).toBe('intact');
    for (const subject of all) {
      const found = report.findings.filter(
        each => each.subject === subject && each.code.startsWith('time-stamp'),
      );
      const isReply = subject.endsWith('.tsr');
      expect(found.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
        [
          'parse',
          ...(isReply ? ['status'] : []),
          'imprint',
          'digest',
          'signature',
          'certificate',
          'purpose',
          'term',
          'chain',
        ]
          .map(aspect => `time-stamp.${aspect}.held success`)
          .concat(['time-stamp.moment.vouched success', 'time-stamp.clock.match success']),
      );
    }
    const said = report.findings.find(
      each => each.code === 'time-stamp.moment.vouched' && each.subject === tsr,
    );
    expect(said?.detail).toContain('“Test Authority Two” says that this existed at 2026-03-04T05:06:10.250Z');
    expect(said?.detail).toContain('1.5 seconds');
    expect(said?.detail).toContain('“Test Root”');
    expect(report.findings.some(({ code }) => code === 'time-stamp.absent')).toBe(false);
  });

  it('names the authority and the moment, and checks no chain, when the root is unknown', async () => {
    for (const pem of ['', authority.keys.otherRoot]) {
      const report = await verify(zip, pem);
      expect(report.verdict).toBe('intact');
      for (const subject of all) {
        const found = report.findings.filter(each => each.subject === subject);
        expect(found.find(each => each.code === 'time-stamp.chain.not-checked')?.severity).toBe('notice');
        const moment = found.find(each => each.code === 'time-stamp.moment.not-checked');
        expect(moment?.severity).toBe('notice');
        expect(moment?.detail).toContain('Test Authority Two');
        expect(found.some(each => each.code === 'time-stamp.moment.vouched')).toBe(false);
      }
    }
  });

  it.each([
    ['a day after', '2026-03-05T05:06:10.000Z', 'time-stamp.clock.after', '1 day 2 seconds later'],
    [
      'four minutes before',
      '2026-03-04T05:02:10.000Z',
      'time-stamp.clock.match',
      '3 minutes 58 seconds apart',
    ],
  ])('compares the clocks: %s', async (_, at, code, words) => {
    const stamped = await write(await stampedInput(timeStampsAt(authority.keys, at)));
    const report = await verify(stamped.zip);
    expect(report.verdict).toBe('intact');
    const found = report.findings.find(each => each.subject === tsr && each.code === code);
    expect(found?.detail).toContain(words);
    expect(found?.detail).toContain(exportedAt);
  });

  it.each([
    ['ten minutes before', '2026-03-04T04:56:08.000Z', '10 minutes'],
    ['a year before', '2025-03-04T05:06:08.000Z', '365 days'],
  ])('is altered when they are older than what they stamp: %s', async (_, at, words) => {
    const { zip: old } = await write(await stampedInput(timeStampsAt(authority.keys, at)));
    const report = await verify(old);
    expect(report.verdict).toBe('altered');
    const found = report.findings.filter(({ code }) => code === 'time-stamp.signing-time.before');
    expect(found.map(({ subject }) => subject).sort()).toEqual([tsr, ...seals].sort());
    expect(found[0]?.detail).toContain(words);
  });

  it('has what openssl and GnuTLS accept', async () => {
    const { zip: real } = await write(await stampedInput(clientOf('rsa')));
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-stamped-'));
    for (const [name, bytes] of toFiles(real)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    writeFileSync(join(folder, 'ca.pem'), authority.keys.root);
    const run = (command: string) => {
      const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
      return stdout + stderr;
    };
    for (const reply of [tsr, ...captures]) {
      const data = reply === tsr ? 'tagmanifest-sha256.txt' : reply.replace('.tsr', '.json');
      const command = `openssl ts -verify -data ${data} -in ${reply} -CAfile ca.pem`;
      expect(run(command)).toContain('Verification: OK');
    }
    for (const [seal, content] of [
      [seals[0], 'tagmanifest-sha256.txt'],
      [seals[1], 'META-INF/ASiCManifest001.xml'],
    ]) {
      const cms = `openssl cms -verify -cades -binary -inform DER -in ${seal} -content ${content} -CAfile signer.crt -no_check_time -out /dev/null`;
      expect(run(cms)).toContain('CAdES Verification successful');
      const certtool = `certtool --p7-verify --inder --infile ${seal} --load-data ${content} --load-certificate signer.crt`;
      expect(run(certtool)).toMatch(/Signature status: (ok|verified)/i);
    }
    rmSync(folder, { recursive: true });
  });
});

describe('an authority that fails never blocks an export', () => {
  it.each<readonly [Behaviour, string]>([
    ['silent', 'timed-out'],
    ['slow', 'timed-out'],
    ['garbage', 'not-a-reply'],
    ['failing', 'http-error'],
    ['rejected', 'refused'],
    ['revoked', 'refused'],
    ['wrong-nonce', 'broken-nonce'],
    ['wrong-imprint', 'broken-imprint'],
    ['expired', 'broken-term'],
    ['wrong-usage', 'broken-purpose'],
  ])('%s', async (behaviour, failure) => {
    const waits = failure === 'timed-out';
    const before = authority.requests.length;
    const made = await write({
      ...(await sampleInput()),
      timeStamps: clientOf(behaviour, waits ? 300 : 600_000),
    });
    expect(made.written.missingTimeStamps.map(each => [each.path, each.failure])).toEqual(
      [seals[0], tsr, seals[1]].map(path => [path, failure]),
    );
    expect(authority.requests.length).toBe(before + 1);
    expect(made.written.entries).toBe(toFiles(made.zip).size);
    const report = await verify(made.zip);
    expect(report.verdict).toBe('intact');
    expect(await codes(made.zip, tsr)).toEqual(['time-stamp.absent']);
  });

  it('replayed: the first is used, the next is not', async () => {
    const made = await write({ ...(await sampleInput()), timeStamps: clientOf('replayed') });
    expect(made.written.missingTimeStamps.map(each => each.failure)).toEqual([
      'broken-imprint',
      'broken-imprint',
    ]);
    expect(await codes(made.zip, tsr)).toEqual(['time-stamp.other.absent']);
    expect((await verify(made.zip)).verdict).toBe('intact');
  });

  it('a port that throws, or hands on what is over something else', async () => {
    const wrong = replyAt(authority.keys, new Uint8Array(32), atExport);
    for (const [stamp, failure] of [
      [() => Promise.reject(new TypeError('defect')), 'unreachable'],
      [async () => ({ reply: wrong }), 'broken-imprint'],
      [async () => ({ reply: new Uint8Array([1, 2, 3]) }), 'not-a-reply'],
    ] as const) {
      const made = await write({ ...(await sampleInput()), timeStamps: { stamp } });
      expect(made.written.missingTimeStamps[0]?.failure).toBe(failure);
      expect((await verify(made.zip)).verdict).toBe('intact');
    }
  });

  it('asked for none, nothing is missing', async () => {
    expect((await write(await sampleInput())).written.missingTimeStamps).toEqual([]);
  });
});

describe('a bundle whose time-stamps were changed', () => {
  const edited = async (edit: (files: Files) => void) => {
    const files = toFiles(zip);
    edit(files);
    return toZip(files);
  };

  it('a time-stamp of another bundle', async () => {
    const foreign = replyAt(authority.keys, new Uint8Array(32).fill(9), atExport);
    const changed = await edited(files => files.set(tsr, foreign));
    expect(await codes(changed, tsr)).toContain('time-stamp.imprint.failed');
    expect(await codes(changed, tsr)).not.toContain('time-stamp.moment.vouched');
    expect((await verify(changed)).verdict).toBe('altered');
  });

  it('bytes that are none, and far too many of them', async () => {
    for (const bytes of [new Uint8Array([0x30, 0x03, 1]), new Uint8Array(100_000)]) {
      const changed = await edited(files => files.set(tsr, bytes));
      expect(await codes(changed, tsr)).toEqual(['time-stamp.parse.failed']);
      const capture = await edited(files => files.set(captures[0] ?? '', bytes));
      expect(await codes(capture, captures[0] ?? '')).toEqual(['time-stamp.parse.failed']);
    }
  });

  it('a time-stamp removed: the seal of the container misses it', async () => {
    const report = await verify(await edited(files => files.delete(tsr)));
    expect(report.verdict).toBe('altered');
    expect(report.findings.map(each => `${each.code} ${each.subject}`)).toEqual(
      expect.arrayContaining([`container-manifest.listing.missing ${tsr}`, `time-stamp.seal.missing ${tsr}`]),
    );
  });

  it('a time-stamp of an exhibit exchanged for that of another, or changed in its record', async () => {
    const [one = '', other = ''] = captures;
    const exchanged = await edited(files => files.set(one, files.get(other) ?? new Uint8Array()));
    expect(await codes(exchanged, one)).toContain('time-stamp.imprint.failed');
  });

  it('every file sealed again by the holder of the key, with a time-stamp of an authority out of its term', async () => {
    const expired = replyAt(authority.keys, new Uint8Array(32), atExport, 'expired');
    const files = toFiles(zip);
    files.set(tsr, expired);
    const report = await verify(toZip(await reseal(files)));
    expect(report.findings.map(each => each.code)).toEqual(
      expect.arrayContaining(['time-stamp.term.failed', 'time-stamp.imprint.failed']),
    );
  });
});

describe('a second time-stamp over each record', () => {
  const seconds = captures.map(path => path.replace('.tsr', '.2.tsr'));
  const second = (report: Awaited<ReturnType<typeof verify>>) =>
    report.findings
      .filter(({ code }) => code.startsWith('time-stamp.second.'))
      .map(({ code, severity, subject }) => `${code} ${severity} ${subject}`);
  const stampedTwice = async (other: 'foreign' | 'rsa') =>
    withSecondTimeStamps(await stampedInput(timeStampsAt(authority.keys, atExport)), (imprint, { record }) =>
      replyAt(authority.keys, imprint, record.completedAt, other),
    );

  it('is checked as the first is, and said to be of another authority', async () => {
    const { zip: made } = await write(await stampedTwice('foreign'));
    const report = await verify(made, authority.keys.root + authority.keys.otherRoot);
    expect(
      report.findings.filter(({ severity }) => severity === 'failure' || severity === 'missing'),
    ).toEqual([]);
    expect(report.verdict).toBe('intact');
    expect(second(report)).toEqual(seconds.map(path => `time-stamp.second.another success ${path}`));
    for (const [index, path] of seconds.entries()) {
      const of = (subject: string) =>
        report.findings.filter(
          each => each.subject === subject && !each.code.startsWith('time-stamp.second.'),
        );
      expect(of(path).map(({ code }) => code)).toEqual(of(captures[index] ?? '').map(({ code }) => code));
      const moment = of(path).find(({ code }) => code === 'time-stamp.moment.vouched');
      expect(moment?.detail).toMatch(/^“Foreign Authority” says .* “Another Root”\.$/);
      expect(of(path).map(({ code }) => code)).toContain('capture.stamped.match');
    }
    const first = await verify(made, authority.keys.root);
    const vouched = first.findings.filter(({ code }) => code === 'time-stamp.moment.vouched');
    expect(vouched.map(({ subject }) => subject)).toEqual(all);
  });

  it('under the root of the first is noted once that root is known', async () => {
    const { zip: made } = await write(await stampedTwice('rsa'));
    const known = await verify(made);
    expect(known.verdict).toBe('intact');
    expect(second(known)).toEqual(seconds.map(path => `time-stamp.second.one-root notice ${path}`));
    expect(known.findings.find(({ code }) => code.endsWith('one-root'))?.detail).toContain('“Test Root”');
    expect(second(await verify(made, ''))).toEqual(
      seconds.map(path => `time-stamp.second.another success ${path}`),
    );
  });

  it('that came while the bundle was being made is not in it, and that is no failure', async () => {
    const input = await stampedTwice('foreign');
    const late = ({ action, detail }: CustodyEvent) =>
      action === 'capture.stamped' && detail['timeStampNumber'] === 2;
    const events = eventsOf(input);
    const linked = await linkEvents([...events.filter(each => !late(each)), ...events.filter(late)]);
    const exhibits = input.exhibits.map(({ secondStamp: _, ...exhibit }) => exhibit);
    const { zip: made } = await write(withChainOf({ ...input, exhibits }, linked));
    const report = await verify(made);
    const found = report.findings.filter(({ subject }) => seconds.includes(subject));
    expect(found.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
      seconds.map(() => 'capture.stamped.late notice'),
    );
  });
});

describe('lists of revoked certificates beside time-stamps', () => {
  const revocation = (report: Awaited<ReturnType<typeof verify>>) =>
    report.findings
      .filter(({ code }) => code.startsWith('time-stamp.revocation.'))
      .map(({ code, severity, subject }) => `${code} ${severity} ${subject}`);

  it('are looked at for each of them, and say so', async () => {
    const list = (issuer: 'middle' | 'root') => holdList(listOf(authority.keys, issuer));
    const lists = new TextEncoder().encode(listsToPem([list('middle'), list('root')]));
    const reply = (imprint: Uint8Array, at: string) => replyAt(authority.keys, imprint, at, 'rsa');
    const input = await withCaptureTimeStamps(
      await sampleInput(),
      (imprint, { record }) => reply(imprint, record.completedAt),
      lists,
    );
    const stamp = async (imprint: Uint8Array) => ({ reply: reply(imprint, atExport), lists });
    const { zip: made } = await write({ ...input, timeStamps: { stamp } });
    expect(toFiles(made).get('tagmanifest-sha256.txt.crl')).toEqual(lists);
    for (const pem of [authority.keys.root, '']) {
      const report = await verify(made, pem);
      expect(report.verdict).toBe('intact');
      expect(revocation(report)).toEqual(all.map(subject => `time-stamp.revocation.held success ${subject}`));
    }
    const said = (await verify(made)).findings.find(({ code }) => code === 'time-stamp.revocation.held');
    expect(said?.detail).toContain('2024-01-01T00:00:00.000Z');
  });

  it('are missed once in a bundle of which none was kept', async () => {
    expect(revocation(await verify(zip))).toEqual(['time-stamp.revocation.not-kept notice sample.zip']);
  });
});
