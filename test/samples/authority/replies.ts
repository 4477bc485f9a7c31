import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as asn1js from 'asn1js';
import { Accuracy, TimeStampReq, TSTInfo } from 'pkijs';
import { type AuthorityKeys, type AuthorityName, between } from './keys.ts';

/** How openssl is to sign. */
export interface ReplyOptions {
  readonly authority?: AuthorityName;
  readonly digest?: 'sha256' | 'sha384' | 'sha512';
  /** The digest by which the certificate is named: SHA-1 gives the older attribute. */
  readonly binding?: 'sha1' | 'sha256';
}

/** A whole reply by `openssl ts -reply`, in DER. */
export function stamp(keys: AuthorityKeys, request: Uint8Array, options: ReplyOptions = {}): Uint8Array {
  const { authority = 'rsa', digest = 'sha256', binding = 'sha256' } = options;
  return withFiles(keys, { 'request.tsq': request, 'ts.cnf': configuration, serial: randomSerial() }, run => {
    const chain = between(authority).map(name => readFileSync(join(keys.folder, `${name}.pem`), 'utf8'));
    const files = { chain: run.path('chain.pem'), out: run.path('reply.tsr') };
    writeFileSync(files.chain, chain.join(''));
    const text = configuration
      .replace('SERIAL', run.path('serial'))
      .replace('DIGEST', digest)
      .replace('BINDING', binding);
    writeFileSync(run.path('ts.cnf'), text);
    run.openssl(
      ...[
        'ts',
        '-reply',
        '-config',
        run.path('ts.cnf'),
        '-section',
        'tsa',
        '-queryfile',
        run.path('request.tsq'),
      ],
      ...['-signer', `${authority}.pem`, '-inkey', `${authority}.key`, '-out', files.out],
      ...(chain.length > 0 ? ['-chain', files.chain] : []),
    );
    return new Uint8Array(readFileSync(files.out));
  });
}

/** What somebody who holds an authority's key could sign, and `openssl ts` would not. */
export interface ForgedOptions {
  readonly authority?: AuthorityName;
  readonly change?: (info: TSTInfo) => void;
  /** Whether the signature names its certificate, as it must. */
  readonly binding?: boolean;
  /** More arguments for `openssl cms -sign`. */
  readonly signing?: readonly string[];
}

/** A reply whose content was changed before `openssl cms -sign` signed it; the signature holds. */
export function forge(keys: AuthorityKeys, request: Uint8Array, options: ForgedOptions = {}): Uint8Array {
  const { authority = 'ecdsa', change, binding = true, signing = ['-md', 'sha256'] } = options;
  const info = contentFor(request);
  change?.(info);
  const content = new Uint8Array(info.toSchema().toBER());
  return withFiles(keys, { content }, run => {
    run.openssl(
      ...['cms', '-sign', '-binary', '-nodetach', '-nosmimecap', '-outform', 'DER'],
      ...(binding ? ['-cades'] : []),
      ...['-econtent_type', 'id-smime-ct-TSTInfo', '-in', run.path('content'), '-out', run.path('token')],
      ...['-signer', `${authority}.pem`, '-inkey', `${authority}.key`, ...certfiles(authority), ...signing],
    );
    return wrap(new Uint8Array(readFileSync(run.path('token'))));
  });
}

/** A reply that grants nothing, in the authority's words (RFC 3161, 2.4.2). */
export function refuse(status: number, text: string): Uint8Array {
  const info = new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: status }),
      new asn1js.Sequence({ value: [new asn1js.Utf8String({ value: text })] }),
    ],
  });
  return new Uint8Array(new asn1js.Sequence({ value: [info] }).toBER());
}

/** The same question with another digest or nonce, as a careless or hostile server would read it. */
export function askedOtherwise(request: Uint8Array, what: 'imprint' | 'nonce'): Uint8Array {
  const asked = new TimeStampReq({ schema: asn1js.fromBER(request).result });
  if (what === 'imprint')
    asked.messageImprint.hashedMessage = new asn1js.OctetString({ valueHex: new Uint8Array(32).fill(7) });
  else asked.nonce = new asn1js.Integer({ valueHex: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) });
  return new Uint8Array(asked.toSchema().toBER());
}

/** The token of a reply, by its place: SEQUENCE { status, token }. */
export function tokenOf(reply: Uint8Array): Uint8Array {
  const root = asn1js.fromBER(reply).result as asn1js.Sequence;
  return root.valueBlock.value[1]!.valueBeforeDecodeView.slice();
}

/** A reply around a token: SEQUENCE { SEQUENCE { INTEGER 0 }, token }. */
export function wrap(token: Uint8Array): Uint8Array {
  const status = new asn1js.Sequence({ value: [new asn1js.Integer({ value: 0 })] });
  const inner = asn1js.fromBER(token).result;
  return new Uint8Array(new asn1js.Sequence({ value: [status, inner] }).toBER());
}

/** What an authority would say to this request now (RFC 3161, 2.4.2). */
function contentFor(request: Uint8Array): TSTInfo {
  const { messageImprint, nonce } = new TimeStampReq({ schema: asn1js.fromBER(request).result });
  return new TSTInfo({
    version: 1,
    policy,
    messageImprint,
    serialNumber: new asn1js.Integer({ valueHex: Buffer.from(randomSerial().trim(), 'hex') }),
    genTime: new Date(),
    accuracy: new Accuracy({ seconds: 1, millis: 500 }),
    ...(nonce && { nonce }),
  });
}

function certfiles(authority: AuthorityName): readonly string[] {
  return between(authority).flatMap(name => ['-certfile', `${name}.pem`]);
}

function randomSerial(): string {
  return `${randomBytes(6).toString('hex').toUpperCase().replace(/^0/, '1')}\n`;
}

interface Run {
  path(name: string): string;
  openssl(...args: readonly string[]): void;
}

/** Runs in the folder of the keys, with files of its own that are gone afterwards. */
function withFiles<Result>(
  keys: AuthorityKeys,
  files: Readonly<Record<string, Uint8Array | string>>,
  act: (run: Run) => Result,
): Result {
  const prefix = randomBytes(6).toString('hex');
  const names = new Set<string>();
  const path = (name: string) => {
    names.add(name);
    return join(keys.folder, `${prefix}-${name}`);
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path(name), bytes);
  try {
    return act({
      path,
      openssl: (...args) => execFileSync('openssl', args, { cwd: keys.folder, stdio: 'pipe' }),
    });
  } finally {
    for (const name of names) rmSync(path(name), { force: true });
  }
}

const policy = '1.2.3.4.1';

const configuration = `
[tsa]
serial = SERIAL
crypto_device = builtin
signer_digest = DIGEST
default_policy = ${policy}
digests = sha256
accuracy = secs:1, millisecs:500
clock_precision_digits = 3
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = BINDING
`;
