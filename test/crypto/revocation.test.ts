import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fromPemFile,
  type HeldCertificate,
  holdCertificate,
} from '../../src/crypto/certificates/held-certificate.ts';
import { revocationClient } from '../../src/crypto/time-stamp/revocation-client.ts';
import {
  checkRevocation,
  holdList,
  listAddressesOf,
  listsFromPem,
  listsToPem,
  type RevocationList,
} from '../../src/crypto/time-stamp/revocation-list.ts';
import { type AuthorityName, between, listOf } from '../samples/authority/keys.ts';
import { type Authority, startAuthority } from '../samples/authority/server.ts';

let authority: Authority;
let lists: Record<'middle' | 'root' | 'other-root', RevocationList>;
beforeAll(async () => {
  authority = await startAuthority();
  const list = (issuer: 'middle' | 'root' | 'other-root') => holdList(listOf(authority.keys, issuer));
  lists = { middle: list('middle'), root: list('root'), 'other-root': list('other-root') };
});
afterAll(() => authority.close());

/** Its certificate and those above it. */
function pathOf(name: AuthorityName): readonly HeldCertificate[] {
  const pems = [name, ...between(name), 'root'].map(each =>
    authority.keys.certificate(each as AuthorityName),
  );
  return pems.flatMap(pem => fromPemFile(pem).map(holdCertificate));
}

const before = new Date('2025-06-01T00:00:00Z');
const after = new Date('2040-06-01T00:00:00Z');

function outcomeOf(name: AuthorityName, given: readonly RevocationList[], at = before, isOwn = true) {
  return checkRevocation({ path: pathOf(name), lists: given, at, isOwn });
}

function changed(list: RevocationList, at: number): RevocationList {
  const der = new Uint8Array(list.der);
  der[at < 0 ? der.length + at : at]! ^= 1;
  return holdList(der);
}

describe('lists of revoked certificates', () => {
  it('are named by the certificate, and kept in one file that reads back as it was', () => {
    const [signer, middle, root] = pathOf('rsa');
    expect([signer!, middle!, root!].map(listAddressesOf)).toEqual([
      [authority.listAddress('middle')],
      [authority.listAddress('root')],
      [],
    ]);
    const text = listsToPem([lists.middle, lists.root]);
    expect(listsFromPem(text)?.map(({ der }) => der)).toEqual([lists.middle.der, lists.root.der]);
    for (const other of [
      '',
      'text',
      ` ${text}`,
      `${text}more`,
      text.replace('\n', '\r\n'),
      text.slice(0, -30),
    ])
      expect(listsFromPem(other)).toBeUndefined();
  });

  it('cover a certificate that they do not name, and say of which days they are', async () => {
    expect(await outcomeOf('rsa', [lists.middle, lists.root])).toEqual({
      outcome: 'held',
      thisUpdate: new Date('2024-01-01T00:00:00Z'),
      nextUpdate: new Date('2046-01-01T00:00:00Z'),
    });
  });

  it.each<readonly [what: string, fault: string, () => Parameters<typeof outcomeOf>]>([
    ['one revoked by then', 'revoked', () => ['withdrawn', [lists.middle], after]],
    ['one revoked later for its key', 'compromised', () => ['compromised', [lists.middle]]],
    ['a list by somebody else', 'stray', () => ['rsa', [lists.middle, lists['other-root']]]],
    ['a list with a changed signature', 'signature', () => ['rsa', [changed(lists.middle, -1)]]],
  ])('speak against it: %s', async (_, fault, given) => {
    expect(await outcomeOf(...given())).toMatchObject({ outcome: 'broken', fault });
  });

  it('that name a certificate as superseded later leave what was stamped before', async () => {
    const { outcome, revokedAt } = await outcomeOf('withdrawn', [lists.middle]);
    expect(outcome).toBe('held');
    expect(revokedAt?.getTime()).toBeGreaterThan(before.getTime());
  });

  it.each<readonly [what: string, fault: string, () => Parameters<typeof outcomeOf>]>([
    ['of the intermediate alone', 'no-list', () => ['rsa', [lists.root]]],
    [
      'that had run out',
      'stale',
      () => ['rsa', [holdList(listOf(authority.keys, 'middle', { to: '2025' }))]],
    ],
    [
      'of another authority, beside another time-stamp',
      'no-list',
      () => ['ecdsa', [lists.middle], before, false],
    ],
  ])('say nothing: %s', async (_, fault, given) => {
    expect(await outcomeOf(...given())).toMatchObject({ outcome: 'not-checked', fault });
  });

  it('say nothing where the certificate of their issuer is not known', async () => {
    const [signer] = pathOf('rsa');
    const given = { path: [signer!], lists: [lists.middle], at: before, isOwn: true };
    expect(await checkRevocation(given)).toEqual({ outcome: 'not-checked', fault: 'issuer' });
  });

  it('of which any byte was changed never hold, also where none is signed', async () => {
    for (const at of lists.middle.der.keys()) {
      let list: RevocationList;
      try {
        list = changed(lists.middle, at);
      } catch {
        continue;
      }
      expect((await outcomeOf('rsa', [list])).outcome, `byte ${at}`).not.toBe('held');
    }
  });

  it('are none in a frame that is not DER', () => {
    const { der, parsed } = lists.middle;
    // How many bits at the end of the signature do not count; it stands before the signature, which ends the list.
    const unused = der.length - parsed.signatureValue.valueBlock.valueHexView.length - 1;
    expect(der[unused]).toBe(0);
    for (const bits of [1, 2, 7]) expect(() => holdList(der.with(unused, bits))).toThrow();
    expect(() => holdList(der.with(3, der[3]! ^ 1))).toThrow();
  });
});

describe('asking for them', () => {
  const clientOf = (mayAsk?: (address: string) => Promise<boolean>) =>
    revocationClient({ fetch, now: () => 0, timeLimit: 600_000, mayAsk });

  it('asks each address once for many time-stamps, and keeps what is good', async () => {
    const start = authority.listRequests.length;
    const ask = clientOf();
    for (let time = 0; time < 3; time += 1) {
      const answer = await ask(pathOf('rsa'), before);
      expect(answer).toMatchObject({ isRevoked: false, notPermitted: [] });
      expect(listsFromPem(new TextDecoder().decode(answer.lists))).toHaveLength(2);
    }
    expect(authority.listRequests.slice(start)).toEqual(['/middle.crl', '/root.crl']);
  });

  it('asks nobody whom it may not ask, and names the addresses', async () => {
    const start = authority.listRequests.length;
    const answer = await clientOf(async () => false)(pathOf('rsa'), before);
    expect(answer).toEqual({
      isRevoked: false,
      notPermitted: [authority.listAddress('middle'), authority.listAddress('root')],
    });
    expect(authority.listRequests.length).toBe(start);
  });

  it('tells of a certificate that was revoked', async () => {
    expect(await clientOf()(pathOf('withdrawn'), after)).toMatchObject({ isRevoked: true });
  });

  it.each<readonly [string, typeof fetch]>([
    ['that are of somebody else', async () => new Response(listOf(authority.keys, 'other-root'))],
    ['that are none', async () => new Response(new Uint8Array(500).fill(0x30))],
    ['that are a page', async () => new Response('<p>', { headers: { 'content-type': 'text/html' } })],
    ['that have no end', async () => new Response(new Uint8Array(1_000_000))],
    ['that had run out', async () => new Response(listOf(authority.keys, 'middle', { to: '2025' }))],
    ['that cannot be had', () => Promise.reject(new TypeError('offline'))],
  ])('keeps none %s', async (_, answering) => {
    const ask = revocationClient({ fetch: answering, now: () => 0, timeLimit: 600_000 });
    expect(await ask(pathOf('rsa'), new Date('2030-01-01T00:00:00Z'))).toEqual({
      isRevoked: false,
      notPermitted: [],
    });
  });

  it('sends no cookie and no referrer, follows no redirect and sends nothing but the wish for the file', async () => {
    const seen: (RequestInit | undefined)[] = [];
    const noting: typeof fetch = async (_address, request) => {
      seen.push(request);
      return new Response('', { status: 404 });
    };
    await revocationClient({ fetch: noting, now: () => 0, timeLimit: 600_000 })(pathOf('rsa'), before);
    for (const request of seen)
      expect(request).toMatchObject({
        method: 'GET',
        headers: { accept: 'application/pkix-crl' },
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
    expect(seen).toHaveLength(2);
    expect(seen.every(request => request?.body === undefined)).toBe(true);
  });
});
