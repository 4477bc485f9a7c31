import { join } from 'node:path';

/** One command line, run by bash in the unzipped bundle, and how an answer is known that accepts it without a word against it. */
export interface ForeignCommand {
  readonly line: string;
  /** Stands in what it says. */
  readonly accepts: RegExp;
  /** Stands in what it says only when it finds fault. */
  readonly objects?: RegExp;
}

/** A program that is not ours, with its package on Debian. */
export interface ForeignProgram {
  readonly name: string;
  readonly package: string;
  /** Ends with 0 where the program is there; the first line that it says is the version. */
  readonly version: string;
  readonly commands: readonly ForeignCommand[];
}

const seals = [
  { content: 'tagmanifest-sha256.txt', signature: 'tagmanifest-sha256.txt.p7s' },
  { content: 'META-INF/ASiCManifest001.xml', signature: 'META-INF/signature001.p7s' },
] as const;

const jars = ['bcprov', 'bcutil', 'bcpkix'].map(name => `/usr/share/java/${name}.jar`);

/** Where CheckSeal.java lies, as the commands name it. */
export const foreignVariables: Readonly<Record<string, string>> = {
  CHECK_SEAL: join(import.meta.dirname, 'CheckSeal.java'),
};

/**
 * What each program is asked of a bundle. The ZIP stands beside the folder it was unzipped into, as `../bundle.zip`; `../gnupg`
 * and `../nss` are empty places for what two of them keep. None is asked anything of the network.
 */
export const foreignPrograms: readonly ForeignProgram[] = [
  {
    name: 'OpenSSL',
    package: 'openssl',
    version: 'openssl version',
    commands: [
      ...seals.map(({ content, signature }) => ({
        line: `openssl cms -verify -cades -binary -inform DER -in ${signature} -content ${content} -CAfile signer.crt -out /dev/null`,
        accepts: /^CAdES Verification successful$/m,
      })),
      {
        line: 'openssl verify -x509_strict -check_ss_sig -purpose smimesign -CAfile signer.crt signer.crt',
        accepts: /^signer\.crt: OK$/m,
      },
    ],
  },
  {
    name: 'GnuTLS',
    package: 'gnutls-bin',
    version: 'certtool --version',
    commands: seals.map(({ content, signature }) => ({
      line: `certtool --p7-verify --inder --load-certificate signer.crt --infile ${signature} --load-data ${content}`,
      accepts: /Signature status: ok/,
    })),
  },
  {
    name: 'GnuPG',
    package: 'gpgsm',
    version: 'gpgsm --version',
    commands: [
      {
        line: 'mkdir -m 700 -p ../gnupg; openssl x509 -in signer.crt -outform DER | gpgsm --homedir ../gnupg --import',
        accepts: /imported: 1|unchanged: 1/,
      },
      {
        line: 'echo "$(openssl x509 -in signer.crt -noout -fingerprint -sha1 | cut -d= -f2) S relax" > ../gnupg/trustlist.txt; gpgconf --homedir ../gnupg --kill all',
        accepts: /^/,
      },
      ...seals.map(({ content, signature }) => ({
        line: `gpgsm --homedir ../gnupg --disable-dirmngr --disable-crl-checks --verify ${signature} ${content}`,
        accepts: /Good signature from/,
        objects: /WARNING|invalid|not trusted|expired/i,
      })),
      { line: 'gpgconf --homedir ../gnupg --kill all', accepts: /^/ },
    ],
  },
  {
    name: 'NSS',
    package: 'libnss3-tools',
    version: 'command -v cmsutil >/dev/null && echo "no version is said by cmsutil"',
    commands: [
      {
        line: 'mkdir -p ../nss; certutil -N -d sql:../nss --empty-password; certutil -A -d sql:../nss -n signer -t ,P, -a -i signer.crt',
        accepts: /^/,
      },
      ...seals.map(({ content, signature }) => ({
        line: `cmsutil -D -d sql:../nss -n -h 1 -i ${signature} -c ${content}`,
        accepts: /status=GoodSignature/,
      })),
      { line: 'certutil -V -d sql:../nss -n signer -u S', accepts: /certificate is valid/ },
    ],
  },
  {
    name: 'Bouncy Castle',
    package: 'libbcpkix-java, and a Java 11 or later that compiles',
    version: `java --version >/dev/null && readlink -e ${jars.join(' ')} >/dev/null && basename "$(readlink -e ${jars[2]})"`,
    commands: seals.map(({ content, signature }) => ({
      line: `java -cp ${jars.join(':')} "$CHECK_SEAL" signer.crt ${content} ${signature}`,
      accepts: /^signature holds$/m,
    })),
  },
  {
    name: '7-Zip',
    package: 'p7zip-full',
    version: '7z i | grep -m 1 7-Zip',
    commands: [
      {
        line: '7z t ../bundle.zip',
        accepts: /Everything is Ok/,
        objects: /warning|error/i,
      },
    ],
  },
  {
    name: 'libarchive',
    package: 'libarchive-tools',
    version: 'bsdtar --version',
    commands: [
      {
        line: 'bsdtar -xOf ../bundle.zip mimetype; echo',
        accepts: /^application\/vnd\.etsi\.asic-e\+zip$/m,
        objects: /bsdtar:/,
      },
      {
        line: 'bsdtar -xf ../bundle.zip --to-stdout > /dev/null && echo "all read"',
        accepts: /^all read$/m,
        objects: /bsdtar:/,
      },
    ],
  },
  {
    name: 'qpdf',
    package: 'qpdf',
    version: 'qpdf --version',
    commands: [
      {
        line: 'qpdf --check data/report.pdf',
        accepts: /No syntax or stream encoding errors found/,
        objects: /WARNING/,
      },
    ],
  },
];
