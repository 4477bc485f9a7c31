import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DamagedExhibits } from '../../src/bundle/bundle-input.ts';
import { textBytes } from '../../src/bundle/layout.ts';
import { verifyBundle } from '../../src/bundle/verify/verify-bundle.ts';
import { writeBundle } from '../../src/bundle/write/write-bundle.ts';
import { Fault } from '../../src/model/fault.ts';
import {
  exportedAt,
  sampleInput,
  sampleSigner,
  sampleZip,
  verifyBytes,
  verifyOptions,
  zipOf,
} from '../samples/bundle.ts';
import { bytesSource } from '../samples/bytes-source.ts';

let folder: string;
let zip: Uint8Array;
const bag = () => join(folder, 'bag');
const path = () => join(folder, 'sample.zip');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-bundle-'));
  zip = await sampleZip();
  writeFileSync(path(), zip);
  execFileSync('unzip', ['-q', path(), '-d', bag()]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a bundle that was written', () => {
  it('is intact, and every check says what it found', async () => {
    const report = await verifyBytes(zip);
    expect(report.findings.filter(finding => !['success', 'notice'].includes(finding.severity))).toEqual([]);
    expect(report.verdict).toBe('intact');
    const codes = new Set(report.findings.map(finding => finding.code));
    for (const code of expectedCodes) expect(codes).toContain(code);
    expect(report.summary).toMatchObject({
      title: 'Messages since January',
      references: ['ABC/1', 'ABC/3'],
      exportedAt,
      volume: 1,
      volumes: 1,
      signerFingerprint: (await sampleSigner()).fingerprint,
    });
  });

  it('says the size of what was written, and the verifier its SHA-256', async () => {
    let size = 0;
    const written = await writeBundle(await sampleInput(), async chunk => {
      size += chunk.length;
    });
    expect(written.size).toBe(size);
    const report = await verifyBundle(bytesSource(zip, 'sample.zip'), {
      ...verifyOptions,
      wholeDigest: true,
    });
    expect(report.sha256).toBe(createHash('sha256').update(zip).digest('hex'));
  });

  it('counts its bytes up to all of them', async () => {
    const steps: [number, number][] = [];
    await writeBundle(await sampleInput(), async () => {}, {
      onProgress: (done, total) => steps.push([done, total]),
    });
    expect(steps.at(-1)?.[0]).toBe(steps.at(-1)?.[1]);
    expect(steps.map(step => step[0])).toEqual([...steps.map(step => step[0])].sort((a, b) => a - b));
  });
});

describe('other programs', () => {
  it('unzip finds no errors', () => {
    expect(execFileSync('unzip', ['-t', path()], { encoding: 'utf8' })).toContain('No errors detected');
  });

  it('Python reads it, and mimetype is first, stored and bare', () => {
    const script = `
import zipfile, sys
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
first = z.infolist()[0]
assert first.filename == 'mimetype' and first.compress_type == 0 and first.extra == b'' and first.header_offset == 0
assert first.flag_bits == 0 and z.read('mimetype') == b'application/vnd.etsi.asic-e+zip'
assert all(i.compress_type == 0 and i.extra == b'' and i.flag_bits == 0 and i.comment == b'' for i in z.infolist())
assert all(i.external_attr >> 16 == 0o100644 and i.date_time == (2026, 3, 4, 5, 6, 8) for i in z.infolist())
print(len(z.infolist()))`;
    const count = execFileSync('python3', ['-c', script, path()], { encoding: 'utf8' });
    expect(Number(count)).toBe(filesIn(bag()).length);
  });

  it('sha256sum holds both manifests to be right, and they miss no file', () => {
    const arguments_ = ['-c', '--quiet', '--strict', 'tagmanifest-sha256.txt', 'manifest-sha256.txt'];
    execFileSync('sha256sum', arguments_, { cwd: bag() });
    const listed = readFileSync(join(bag(), 'manifest-sha256.txt'), 'utf8').matchAll(
      /^[0-9a-f]{64} {2}(.+)$/gm,
    );
    expect([...listed].map(match => match[1]).sort()).toEqual(
      filesIn(bag()).filter(file => file.startsWith('data/')),
    );
  });

  it('openssl accepts both signatures as CAdES, and shows the fingerprint that is shown at export', async () => {
    for (const [signature, content] of [
      ['tagmanifest-sha256.txt.p7s', 'tagmanifest-sha256.txt'],
      ['META-INF/signature001.p7s', 'META-INF/ASiCManifest001.xml'],
    ] as const) {
      const command = `cms -verify -cades -binary -inform DER -in ${signature} -content ${content} -CAfile signer.crt -no_check_time -out /dev/null`;
      execFileSync('openssl', command.split(' '), { cwd: bag(), stdio: 'pipe' });
    }
    const text = execFileSync('openssl', ['x509', '-in', 'signer.crt', '-noout', '-fingerprint', '-sha256'], {
      cwd: bag(),
      encoding: 'utf8',
    });
    const shown = text.split('=')[1]?.trim().replaceAll(':', '').toLowerCase();
    expect(shown).toBe((await sampleSigner()).fingerprint);
  });

  it('a bag has the payload that bag-info counts', () => {
    const info = readFileSync(join(bag(), 'bag-info.txt'), 'utf8');
    const payload = filesIn(bag()).filter(file => file.startsWith('data/'));
    const bytes = payload.reduce((sum, file) => sum + statSync(join(bag(), file)).size, 0);
    expect(info).toContain(`Payload-Oxum: ${bytes}.${payload.length}\n`);
    expect(info).toContain('Bag-Count: 1 of 1\n');
    expect(readFileSync(join(bag(), 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
  });
});

describe('a log that cannot be exported', () => {
  const damage = (references: readonly string[], read: () => Promise<Uint8Array<ArrayBuffer>>) =>
    sampleInput({
      change: input => ({
        ...input,
        exhibits: input.exhibits.map(one =>
          references.includes(one.entry.reference) ? { ...one, readArtifact: read } : one,
        ),
      }),
    });

  it('names every damaged exhibit and signs nothing', async () => {
    const input = await damage(['ABC/1', 'ABC/3'], async () => textBytes('rotten'));
    let signed = 0;
    const signer = {
      ...input.signer,
      sign: async () => {
        signed += 1;
        return new Uint8Array();
      },
    };
    const error = await writeBundle({ ...input, signer }, async () => {}).catch(thrown => thrown);
    expect(error).toBeInstanceOf(DamagedExhibits);
    expect(error).toMatchObject({
      code: 'export.exhibits.damaged',
      message: 'ABC/1, ABC/3',
      references: ['ABC/1', 'ABC/3'],
    });
    expect(signed).toBe(0);
  });

  it('takes a fault of the log for damage, and an error of another kind for what it is', async () => {
    const faulty = await damage(['ABC/3'], () => Promise.reject(new Fault('log.artifact.damaged')));
    await expect(zipOf(faulty)).rejects.toMatchObject({ references: ['ABC/3'] });
    const broken = await damage(['ABC/3'], () => Promise.reject(new TypeError('defect')));
    await expect(zipOf(broken)).rejects.toThrow(TypeError);
  });

  it('takes a changed record for damage', async () => {
    const input = await sampleInput();
    const exhibits = input.exhibits.map(one => ({ ...one, recordBytes: textBytes('{}') }));
    await expect(zipOf({ ...input, exhibits })).rejects.toMatchObject({ references: ['ABC/1', 'ABC/3'] });
  });

  it('takes a record that lists a file twice for damage', async () => {
    const input = await sampleInput();
    const exhibits = input.exhibits.map(one => {
      const [first, ...rest] = one.record.artifacts;
      if (one.entry.reference !== 'ABC/3' || first === undefined) return one;
      return { ...one, record: { ...one.record, artifacts: [first, ...rest, first] } };
    });
    await expect(zipOf({ ...input, exhibits })).rejects.toMatchObject({ references: ['ABC/3'] });
  });

  it('is empty', async () => {
    const input = { ...(await sampleInput()), exhibits: [] };
    await expect(zipOf(input)).rejects.toMatchObject({ code: 'export.case.empty' });
  });

  it('stops when asked, and then reads nothing more', async () => {
    const controller = new AbortController();
    let chunks = 0;
    const writing = writeBundle(
      await sampleInput(),
      async () => {
        chunks += 1;
        if (chunks === 8) controller.abort();
      },
      { signal: controller.signal },
    );
    await expect(writing).rejects.toMatchObject({ code: 'export.stopped' });
    expect(chunks).toBe(8);
  });

  it('passes on what the sink throws', async () => {
    const full = () => Promise.reject(new Fault('export.disk.full'));
    await expect(writeBundle(await sampleInput(), full)).rejects.toMatchObject({ code: 'export.disk.full' });
  });
});

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** One code for each check that a good bundle passes. */
const expectedCodes = [
  'zip.layout.as-written',
  'file.crc.match',
  'file.digest.match',
  'manifest.listing.complete',
  'container-manifest.listing.match',
  'mimetype.content.match',
  'signer.certificate.readable',
  'signer.certificate.fingerprint',
  'signer.case.match',
  'signature.parse.held',
  'signature.digest.held',
  'signature.signature.held',
  'signature.certificate.held',
  'signature.signing-certificate-v2.held',
  'time-stamp.absent',
  'case.record.readable',
  'case.outcome.complete',
  'case.volume.match',
  'zip.date.match',
  'bagit.declaration.match',
  'bag-info.payload.match',
  'bag-info.group.match',
  'custody.chain.intact',
  'custody.text.canonical',
  'custody.head.match',
  'case.custody.match',
  'custody.bundle.match',
  'exhibit.commit.match',
  'exhibit.record.match',
  'exhibit.record.readable',
  'exhibit.identity.match',
  'exhibit.artifact.match',
  'exhibit.words.match',
  'exhibit.absent.erased',
  'exhibit.capture.partial',
  'capture.outcome.match',
  'capture.frames.held',
  'capture.seams.not-needed',
  'capture.copy.not-made',
  'capture.composition.match',
  'exhibit.listing.complete',
  'post.time.match',
];
