import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Who may sign time-stamps here, each with a key and a certificate of its own. */
export const authorityNames = [
  'rsa',
  'ecdsa',
  'expired',
  'wrong-usage',
  'wrong-key-usage',
  'not-critical',
  'under-expired',
  'under-leaf',
  'under-limited',
  'withdrawn',
  'compromised',
  'foreign',
] as const;
export type AuthorityName = (typeof authorityNames)[number];

/** A folder of keys made by openssl, all new: nothing of it is worth keeping. */
export interface AuthorityKeys {
  readonly folder: string;
  /** PEM of the root under which all of them stand, and of one that has nothing to do with them. */
  readonly root: string;
  readonly otherRoot: string;
  /** PEM of an authority's own certificate. */
  certificate(name: AuthorityName): string;
  remove(): void;
}

interface Subject {
  readonly name: string;
  readonly words: string;
  readonly key: readonly string[];
  readonly by: string;
  readonly extensions: string;
  readonly term?: readonly [from: string, to: string];
}

const rsa = ['-newkey', 'rsa:2048'];
const p256 = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
const p384 = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'];
const past: Subject['term'] = ['20200101000000Z', '20210101000000Z'];

const subjects: readonly Subject[] = [
  { name: 'root', words: 'Test Root', key: rsa, by: 'root', extensions: 'authority' },
  { name: 'other-root', words: 'Another Root', key: p256, by: 'other-root', extensions: 'authority' },
  { name: 'middle', words: 'Test Intermediate', key: p384, by: 'root', extensions: 'authority_last' },
  {
    name: 'old-middle',
    words: 'Old Intermediate',
    key: p256,
    by: 'root',
    extensions: 'authority_last',
    term: past,
  },
  { name: 'rsa', words: 'Test Authority One', key: rsa, by: 'middle', extensions: 'stamps' },
  { name: 'ecdsa', words: 'Test Authority Two', key: p384, by: 'root', extensions: 'stamps' },
  { name: 'expired', words: 'Expired Authority', key: p256, by: 'root', extensions: 'stamps', term: past },
  { name: 'wrong-usage', words: 'Web Server', key: p256, by: 'root', extensions: 'server' },
  { name: 'not-critical', words: 'Lax Authority', key: p256, by: 'root', extensions: 'stamps_lax' },
  { name: 'wrong-key-usage', words: 'Key Partner', key: p256, by: 'root', extensions: 'partner' },
  { name: 'limited', words: 'Limited Intermediate', key: p256, by: 'root', extensions: 'authority_limited' },
  { name: 'under-limited', words: 'Far Authority', key: p256, by: 'limited', extensions: 'stamps' },
  { name: 'under-leaf', words: 'False Authority', key: p256, by: 'ecdsa', extensions: 'stamps' },
  { name: 'withdrawn', words: 'Withdrawn Authority', key: p256, by: 'middle', extensions: 'stamps' },
  { name: 'compromised', words: 'Stolen Authority', key: p256, by: 'middle', extensions: 'stamps' },
  { name: 'foreign', words: 'Foreign Authority', key: p256, by: 'other-root', extensions: 'stamps' },
  { name: 'under-expired', words: 'Late Authority', key: p256, by: 'old-middle', extensions: 'stamps' },
];

/** The certificates between an authority and the root, as the token carries them. */
export function between(name: AuthorityName): readonly string[] {
  if (name === 'rsa' || name === 'withdrawn' || name === 'compromised') return ['middle'];
  if (name === 'under-leaf') return ['ecdsa'];
  if (name === 'under-limited') return ['limited'];
  return name === 'under-expired' ? ['old-middle'] : [];
}

/** Who may issue lists of revoked certificates here. */
export type ListIssuer = 'root' | 'middle' | 'other-root';

/** A list by this issuer in DER, of these years; with `revoked` it names what was revoked so far. */
export function listOf(
  keys: Pick<AuthorityKeys, 'folder'>,
  issuer: ListIssuer,
  { from = '2024', to = '2046' }: { readonly from?: string; readonly to?: string } = {},
): Uint8Array<ArrayBuffer> {
  const run = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: keys.folder, stdio: 'pipe' });
  const dates = ['-crl_lastupdate', `${from}0101000000Z`, '-crl_nextupdate', `${to}0101000000Z`];
  run(
    ...['ca', '-config', 'ca.cnf', '-gencrl', '-keyfile', `${issuer}.key`, '-cert', `${issuer}.pem`],
    ...[...dates, '-out', `${issuer}.crl`],
  );
  const der = execFileSync('openssl', ['crl', '-in', `${issuer}.crl`, '-outform', 'DER'], {
    cwd: keys.folder,
  });
  return new Uint8Array(der);
}

/** Has an authority's certificate revoked now, for this reason or without one. */
export function revoke(keys: Pick<AuthorityKeys, 'folder'>, name: AuthorityName, reason?: string): void {
  const why = reason === undefined ? [] : ['-crl_reason', reason];
  const by = ['-keyfile', 'root.key', '-cert', 'root.pem'];
  execFileSync('openssl', ['ca', '-config', 'ca.cnf', '-revoke', `${name}.pem`, ...why, ...by], {
    cwd: keys.folder,
    stdio: 'pipe',
  });
}

/** Makes root, intermediate and the authorities, each with its fault. Lists stand at `listsAt`; nowhere when absent. */
export function makeAuthorityKeys(listsAt?: string): AuthorityKeys {
  const folder = newFolder();
  mkdirSync(join(folder, 'issued'));
  writeFileSync(join(folder, 'index.txt'), '');
  for (const subject of subjects) issue(folder, subject, listsAt);
  return keysIn(folder);
}

let made: AuthorityKeys | undefined;

/** The same without lists, made once a process, because openssl takes over a second: a folder of one's own each time. */
export function authorityKeys(): AuthorityKeys {
  if (made === undefined) {
    const own = makeAuthorityKeys();
    process.once('exit', () => own.remove());
    made = own;
  }
  const folder = newFolder();
  cpSync(made.folder, folder, { recursive: true });
  return keysIn(folder);
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'holdfast-authority-'));
}

function keysIn(folder: string): AuthorityKeys {
  const read = (name: string) => readFileSync(join(folder, `${name}.pem`), 'utf8');
  return {
    folder,
    root: read('root'),
    otherRoot: read('other-root'),
    certificate: read,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function issue(folder: string, subject: Subject, listsAt: string | undefined): void {
  const { name, words, key, by, extensions, term } = subject;
  const keyOf = 'authorityKeyIdentifier = keyid\n';
  const lists = listsAt === undefined ? '' : `crlDistributionPoints = URI:${listsAt}${by}.crl\n`;
  writeFileSync(join(folder, 'ca.cnf'), caConfiguration.replaceAll(keyOf, `${keyOf}${lists}`));
  const run = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const files = ['-keyout', `${name}.key`, '-out', `${name}.csr`];
  run('req', '-new', '-nodes', ...key, ...files, '-subj', `/O=Holdfast tests/CN=${words}`);
  const [from, to] = term ?? ['20240101000000Z', '20460101000000Z'];
  const dates = ['-startdate', from, '-enddate', to];
  const signer = by === name ? ['-selfsign'] : ['-cert', `${by}.pem`];
  run(
    ...['ca', '-config', 'ca.cnf', '-batch', '-notext', '-in', `${name}.csr`, '-out', `${name}.pem`],
    ...['-keyfile', `${by}.key`, ...signer, '-extensions', extensions, ...dates],
  );
}

const caConfiguration = `
[ca]
default_ca = here
[here]
database = index.txt
new_certs_dir = issued
rand_serial = yes
unique_subject = no
default_md = sha256
policy = any
[any]
organizationName = supplied
commonName = supplied
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[authority_last]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[authority_limited]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
nameConstraints = permitted;dirName:limits
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[limits]
O = Somebody else
[partner]
basicConstraints = critical,CA:FALSE
keyUsage = critical,keyAgreement
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[stamps]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[stamps_lax]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[server]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;
