import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What openssl is told of a key, and how the file around it is locked. */
export interface Pkcs12Wish {
  /** Arguments of `openssl genpkey`. */
  readonly key: readonly string[];
  /** Arguments of `openssl pkcs12 -export` beside the usual ones. */
  readonly lock?: readonly string[];
  readonly password?: string;
  readonly digest?: string;
  /** No chain: signed by its own key. */
  readonly selfSigned?: boolean;
  /** When its certificates end, as openssl writes it; they begin on 1 December 2025. */
  readonly endsAt?: string;
}

/** A PKCS #12 file as openssl writes it, with the root that vouches for what is inside. */
export interface Pkcs12File {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly password: string;
  /** PEM; of a self-signed one its own certificate. */
  readonly root: string;
  /** PEM of the signer's certificate. */
  readonly certificate: string;
}

export const keys = {
  rsa: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  rsaSmall: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'],
  p256: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  p384: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  ed25519: ['-algorithm', 'ED25519'],
} as const;

const authorityConfig = `[ca]
default_ca = own
[own]
database = index.txt
serial = serial
new_certs_dir = .
unique_subject = no
policy = any
[any]
organizationName = optional
commonName = optional
`;

/** A root, an authority under it and an officer's key under that, exported as PKCS #12 by the real openssl. */
export function pkcs12({
  key,
  lock = [],
  password = 'a p\u00e4ssword',
  digest = '-sha256',
  selfSigned = false,
  endsAt = '20351130235959Z',
}: Pkcs12Wish): Pkcs12File {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-pkcs12-'));
  const run = (...args: string[]) => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
  };
  const request = (name: string, subject: string, of: readonly string[]) => {
    run('genpkey', ...of, '-out', `${name}.key`);
    run('req', '-new', '-key', `${name}.key`, '-subj', subject, '-out', `${name}.csr`, '-utf8');
  };
  // `openssl ca`, because `openssl x509` knows no day to begin with but today.
  const issue = (name: string, by: string, isAuthority: boolean) =>
    run(
      ...['ca', '-batch', '-notext', '-utf8', '-preserveDN', '-config', 'ca.cnf', '-rand_serial'],
      ...['-startdate', '20251201000000Z', '-enddate', endsAt, '-md', digest.slice(1)],
      ...['-in', `${name}.csr`, '-out', `${name}.crt`, '-keyfile', `${by}.key`],
      ...(by === name ? ['-selfsign'] : ['-cert', `${by}.crt`]),
      ...(isAuthority ? ['-extfile', 'ca.ext'] : []),
    );
  try {
    writeFileSync(
      join(folder, 'ca.ext'),
      'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n',
    );
    writeFileSync(join(folder, 'ca.cnf'), authorityConfig);
    writeFileSync(join(folder, 'index.txt'), '');
    request('officer', '/O=Example Police/CN=PC 1234 Zo\u00eb Example', key);
    if (selfSigned) issue('officer', 'officer', false);
    else {
      request('root', '/CN=Example Root', keys.p256);
      issue('root', 'root', true);
      request('middle', '/O=Example Authority', keys.rsa);
      issue('middle', 'root', true);
      issue('officer', 'middle', false);
      spawnSync('bash', ['-c', 'cat middle.crt root.crt > chain.pem'], { cwd: folder });
    }
    run(
      ...['pkcs12', '-export', '-inkey', 'officer.key', '-in', 'officer.crt', '-out', 'officer.p12'],
      ...['-passout', `pass:${password}`, ...(selfSigned ? [] : ['-certfile', 'chain.pem']), ...lock],
    );
    return {
      file: new Uint8Array(readFileSync(join(folder, 'officer.p12'))),
      password,
      root: readFileSync(join(folder, selfSigned ? 'officer.crt' : 'root.crt'), 'utf8'),
      certificate: readFileSync(join(folder, 'officer.crt'), 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
