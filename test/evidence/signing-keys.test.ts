import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { verifyDetached } from '../../src/crypto/signed-data.ts';
import { openSigningKeys } from '../../src/evidence/keys/signing-keys.ts';
import { EvidenceDatabase, type SignerRow } from '../../src/evidence/store/database.ts';
import { endsSoon } from '../../src/model/signing-key.ts';
import { keys as keyKinds, pkcs12 } from '../crypto/pkcs12-files.ts';
import { bytesOf, faultOf, newLog, newName, tickingClock } from '../samples/log.ts';

const another = { title: 'Another', initials: 'CD', name: '' };
const at = new Date('2026-01-02T00:00:00Z');

function open(name = newName()) {
  return { name, log: newLog(name), keys: openSigningKeys({ databaseName: name, now: tickingClock() }) };
}

const rsaWithExponent3 = [...keyKinds.rsa, '-pkeyopt', 'rsa_keygen_pubexp:3'] as const;
const officer = pkcs12({ key: keyKinds.rsa });

describe('the signing key', () => {
  it('is none until it is asked for, and then bears a neutral name', async () => {
    const { log } = open();
    expect(await log.reader.readKeys()).toEqual({ current: undefined, retired: [] });
    const { fingerprint } = await log.reader.openSigner();
    const { current } = await log.reader.readKeys();
    expect(current).toMatchObject({ fingerprint, origin: 'made', algorithm: 'ecdsa-p256' });
    expect(current?.name).toMatch(/^Holdfast signing key [0-9a-f]{8}$/);
    expect(current?.until).toBe('2036-01-01T00:00:00.000Z');
  });

  it('bears the name that was chosen, in one line, and that lies nowhere in clear', async () => {
    const { name, log, keys } = open();
    await keys.make(' Zo\u00eb\u202e\nExample  ');
    expect((await log.reader.openSigner()).name).toBe('Zo\u00eb  Example');
    const database = new EvidenceDatabase(name);
    for (const row of await database.vault.toArray())
      for (const value of Object.values(row))
        if (value instanceof Uint8Array)
          expect(Buffer.from(value).toString('latin1')).not.toContain('Example');
  });

  it('takes the place of the one before, whose certificate is kept and whose signatures still hold', async () => {
    const { name, log, keys } = open();
    await keys.make('First');
    const first = await log.reader.openSigner();
    const signature = await first.sign(bytesOf('text'), at);
    await keys.make('Second');
    await keys.make('');
    const { current, retired } = await log.reader.readKeys();
    expect(retired.map(each => each.name)).toEqual(['Second', 'First']);
    expect(retired[1]).toMatchObject({ fingerprint: first.fingerprint, retiredAt: expect.any(String) });
    expect(current?.fingerprint).toBe((await log.reader.openSigner()).fingerprint);
    expect(current?.fingerprint).not.toBe(first.fingerprint);
    const checks = await verifyDetached(signature, bytesOf('text'), first.certificate);
    expect(checks.every(({ held }) => held)).toBe(true);
    const rows = await new EvidenceDatabase(name).vault.toArray();
    expect(rows.filter(row => 'sealedPrivateKey' in row)).toHaveLength(1);
  });

  it.each(['sealed', 'sealedPrivateKey'] as const)(
    'that does not open any more is said to, and another takes its place: damage in %s',
    async part => {
      const { name, log, keys } = open();
      const caseId = await log.writer.openCase(another);
      const { fingerprint } = await log.reader.openSigner();
      const { vault } = new EvidenceDatabase(name);
      const row = (await vault.get('signer')) as SignerRow;
      const damaged = new Uint8Array(row[part]);
      damaged[damaged.length - 1]! ^= 1;
      await vault.put({ ...row, [part]: damaged });
      expect(await faultOf(log.reader.openSigner())).toBe('key.not-readable');
      const known = await log.reader.readKeys();
      expect(known.damaged).toBe(part === 'sealed' ? fingerprint : undefined);
      expect(known.current?.fingerprint).toBe(part === 'sealed' ? undefined : fingerprint);
      await keys.make('Second');
      expect((await log.reader.openSigner()).name).toBe('Second');
      const { current, damaged: left, retired } = await log.reader.readKeys();
      expect([current?.name, left]).toEqual(['Second', undefined]);
      expect(retired.map(each => each.fingerprint)).toEqual(part === 'sealed' ? [] : [fingerprint]);
      const last = (await log.reader.readCustody(caseId)).at(-1);
      expect(last).toMatchObject({
        action: 'signer.replaced',
        detail: { signerFingerprint: current?.fingerprint, previousFingerprint: fingerprint },
      });
    },
  );

  it('is made with the first case, whose chain begins with it', async () => {
    const { log, keys } = open();
    const caseId = await log.writer.ensureCase();
    const { current, retired } = await log.reader.readKeys();
    const [opened] = await log.reader.readCustody(caseId);
    expect(opened).toMatchObject({
      action: 'case.opened',
      detail: { signerFingerprint: current?.fingerprint },
    });
    expect(current?.fingerprint).toBe((await log.reader.openSigner()).fingerprint);
    expect(retired).toEqual([]);
    await keys.importFile(new Blob([officer.file]), officer.password);
    const [other] = await log.reader.readCustody(await log.writer.openCase(another));
    expect(other?.detail['signerFingerprint']).toBe((await log.reader.openSigner()).fingerprint);
  });

  it('is named by its certificate where the key itself does not open any more', async () => {
    const { name, log, keys } = open();
    await keys.make('First');
    const fingerprint = (await log.reader.readKeys()).current?.fingerprint;
    const database = new EvidenceDatabase(name);
    await database.table('vault').update('signer', { sealedPrivateKey: bytesOf('x'), sealed: bytesOf('x') });
    const [opened] = await log.reader.readCustody(await log.writer.ensureCase());
    expect(opened?.detail['signerFingerprint']).toBe(fingerprint);
  });

  it('is named in the chain of every case when another takes its place, in one act with it', async () => {
    const { name, log, keys } = open();
    const caseIds = [await log.writer.ensureCase(), await log.writer.openCase(another)];
    const told = async () =>
      (await Promise.all(caseIds.map(caseId => log.reader.readCustody(caseId))))
        .flat()
        .filter(({ action }) => action === 'signer.replaced');
    const { fingerprint: previousFingerprint } = await log.reader.openSigner();
    await keys.make('Second');
    const { fingerprint: signerFingerprint } = await log.reader.openSigner();
    const replaced = { detail: { signerFingerprint, previousFingerprint } };
    expect(await told()).toMatchObject([replaced, replaced]);
    // The browser itself refuses a second event of one number: the key stays with the chains that name it.
    const database = new EvidenceDatabase(name);
    const [, last = ''] = caseIds;
    const refuse = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
      row: { readonly caseId?: string },
    ) {
      if (row.caseId === last) throw new DOMException('refused', 'ConstraintError');
      return this.put(row);
    });
    await expect(keys.make('Third')).rejects.toThrow();
    refuse.mockRestore();
    expect((await log.reader.openSigner()).fingerprint).toBe(signerFingerprint);
    expect(await told()).toHaveLength(2);
    expect(await database.vault.where('id').startsWith('retired/').count()).toBe(1);
  });

  it('may come from a PKCS #12 file, with who issued it and until when', async () => {
    const { log, keys } = open();
    await keys.make('First');
    await keys.importFile(new Blob([officer.file]), officer.password);
    await keys.importFile(new Blob([officer.file]), officer.password);
    const { current, retired } = await log.reader.readKeys();
    expect(current).toMatchObject({ origin: 'imported', algorithm: 'rsa', issuer: 'Example Authority' });
    expect(current?.until).toMatch(/^20\d\d-/);
    expect(retired.map(each => each.name)).toEqual(['First']);
    const signer = await log.reader.openSigner();
    const checks = await verifyDetached(
      await signer.sign(bytesOf('x'), at),
      bytesOf('x'),
      signer.certificate,
      signer.chain,
    );
    expect(checks.every(({ held }) => held)).toBe(true);
  });

  it.each([
    ['key.file.wrong-password', new Blob([officer.file]), 'another'],
    ['key.file.unreadable', new Blob([officer.file.subarray(0, 900)]), officer.password],
    ['key.file.unreadable', new Blob(['garbage']), ''],
  ])('stays as it was after %s', async (code, file, password) => {
    const { log, keys } = open();
    await keys.make('First');
    const before = await log.reader.readKeys();
    expect(await faultOf(keys.importFile(file, password))).toBe(code);
    expect(await log.reader.readKeys()).toEqual(before);
  });

  it.each([
    ['key.file.ended', { key: keyKinds.p256, endsAt: '20251231000000Z' }],
    ['key.file.unfit-certificate', { key: keyKinds.p256, digest: '-sha1' }],
    ['key.file.unfit-certificate', { key: rsaWithExponent3 }],
  ])('stays as it was after %s, which every verifier would refuse', async (code, wish) => {
    const { log, keys } = open();
    await keys.make('First');
    const before = await log.reader.readKeys();
    const { file, password } = pkcs12(wish);
    expect(await faultOf(keys.importFile(new Blob([file]), password))).toBe(code);
    expect(await log.reader.readKeys()).toEqual(before);
  });

  it('is to be renewed from 60 days before its end', async () => {
    const { log, keys } = open();
    await keys.importFile(new Blob([officer.file]), officer.password);
    const { current } = await log.reader.readKeys();
    if (current?.until === undefined) throw new Error('no end');
    const days = (count: number) => new Date(Date.parse(current.until ?? '') - count * 86_400_000);
    expect([endsSoon(current, days(61)), endsSoon(current, days(59)), endsSoon(current, days(-1))]).toEqual([
      false,
      true,
      true,
    ]);
    const { until: _, ...endless } = current;
    expect(endsSoon(endless, days(-9999))).toBe(false);
  });
});
