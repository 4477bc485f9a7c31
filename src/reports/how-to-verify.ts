import type { LostEvents } from '../model/lost-events.ts';
import { lostEventsSentence } from '../words/custody.ts';
import { fingerprintPairs } from '../words/fingerprint.ts';
import { timeStampLines } from './how-to-verify-time.ts';
import type { TextInput } from './input.ts';
import { command, heading, prose } from './plain-text.ts';

/** The commands that check any unzipped bundle, in the order of HOW-TO-VERIFY.txt. Tests run exactly these. */
export const verifyCommands = {
  fingerprint: 'openssl x509 -in signer.crt -noout -fingerprint -sha256',
  tagManifestSignature:
    'openssl cms -verify -cades -binary -inform DER -in tagmanifest-sha256.txt.p7s -content tagmanifest-sha256.txt -CAfile signer.crt -no_check_time -out /dev/null',
  digests: 'sha256sum -c --quiet --strict tagmanifest-sha256.txt manifest-sha256.txt',
  containerSignature:
    'openssl cms -verify -cades -binary -inform DER -in META-INF/signature001.p7s -content META-INF/ASiCManifest001.xml -CAfile signer.crt -no_check_time -out /dev/null',
} as const;

/**
 * What follows `-CAfile signer.crt` for a certificate issued by somebody else. OpenSSL requires a trusted root:
 * `-partial_chain` lets it trust the certificate itself, and `-purpose any` accepts one that was not issued for e-mail.
 * A self-signed certificate needs neither.
 */
const issuedFlags = ' -partial_chain -purpose any';

/** The two commands for the signatures, depending on whether somebody else issued the certificate. */
export function signatureCommands(isIssued: boolean): readonly [tagManifest: string, container: string] {
  const { tagManifestSignature, containerSignature } = verifyCommands;
  const withFlags = (line: string) => line.replace(/-CAfile signer\.crt/, `$&${isIssued ? issuedFlags : ''}`);
  return [withFlags(tagManifestSignature), withFlags(containerSignature)];
}

/** The same two commands with the issuer's own root certificate, in root.pem. */
export function chainCommands(): readonly [tagManifest: string, container: string] {
  const { tagManifestSignature, containerSignature } = verifyCommands;
  const withRoot = (line: string) => line.replace('-CAfile signer.crt', '-CAfile root.pem -purpose any');
  return [withRoot(tagManifestSignature), withRoot(containerSignature)];
}

/** HOW-TO-VERIFY.txt: how to do every check by hand, with programs that are not ours, and what each should print. */
export function howToVerify(input: TextInput): string {
  const lines = [
    ...heading('HOW TO VERIFY THIS BUNDLE WITHOUT HOLDFAST', '='),
    ...prose(
      'You need the ZIP file, and two things that its producer wrote down elsewhere when it was exported: the SHA-256 of the ZIP file and the fingerprint of the signing certificate. Without them the checks below show only that the files belong together.',
    ),
    ...wholeFile(),
    ...unzipping(),
    ...fingerprintLines(input),
    ...signatures(input),
    ...digests(),
    ...windowsDigests(),
    ...timeStampLines(input),
    ...custody(input),
    ...received(input),
    ...meaning(),
    ...convenience(),
  ];
  return `${lines.join('\n')}\n`;
}

function wholeFile(): readonly string[] {
  return [
    ...heading('1. The ZIP file itself'),
    ...prose('One of these, with the name of the file in place of NAME.zip:'),
    '    Linux:                     sha256sum NAME.zip',
    '    macOS:                     shasum -a 256 NAME.zip',
    '    Windows Command Prompt:    certutil -hashfile NAME.zip SHA256',
    '    Windows PowerShell:        Get-FileHash -Algorithm SHA256 NAME.zip',
    '',
    ...prose('Expected: the 64 letters and digits that the producer wrote down. Capitals do not matter.'),
    ...prose(
      "The commands for Linux in this file are run by Holdfast's own tests. Those for macOS and Windows, here and below, are not: they should say the same, and were not tried by us.",
    ),
  ];
}

function unzipping(): readonly string[] {
  return [
    ...heading('2. Unzip into a new, empty folder'),
    '    unzip -t NAME.zip',
    '    unzip NAME.zip -d bundle',
    '    cd bundle',
    '',
    ...prose(
      'Expected: "No errors detected". On Windows: right-click the file, then Extract All. Run all that follows in the new folder. openssl (version 3 or later) and sha256sum are part of most Linux systems; on macOS they come with Homebrew (openssl, coreutils); on Windows with Git for Windows, in its window "Git Bash".',
    ),
  ];
}

function fingerprintLines(input: TextInput): readonly string[] {
  const pairs = fingerprintPairs(input.signerFingerprint);
  return [
    ...heading('3. The fingerprint of the certificate'),
    ...command(verifyCommands.fingerprint),
    ...prose('Expected, on one line, and the same as the producer wrote down:'),
    `    sha256 Fingerprint=${pairs.slice(0, 48)}`,
    `    ${pairs.slice(48)}`,
    '',
    ...prose(
      input.signerIssuer === undefined
        ? 'The certificate was made by the program itself; the name in it is whatever its owner typed. openssl calls it self-signed. Nobody but the producer can say that it is theirs.'
        : 'The certificate says that somebody else issued it. See section 4 for how to check that.',
    ),
  ];
}

function signatures({ signerIssuer }: TextInput): readonly string[] {
  const isIssued = signerIssuer !== undefined;
  return [
    ...heading('4. The signatures'),
    ...prose('Each command is one line:'),
    ...signatureCommands(isIssued).flatMap(command),
    ...prose(
      'Expected, from both: "CAdES Verification successful". The first covers the list of files; the second covers the same files once more in the form of ETSI EN 319 162-1 (ASiC-E). On Windows outside Git Bash write NUL in place of /dev/null.',
    ),
    ...(isIssued ? chain(signerIssuer) : []),
  ];
}

function chain(issuer: string): readonly string[] {
  const name = issuer.replace(/[^\p{L}\p{M}\p{N}\p{P} ]/gu, '?');
  return [
    ...prose(
      `The certificate in signer.crt names "${name}" as its issuer. The two commands above do not check that. To do so, get the root certificate from the issuer itself, save it as root.pem, and run:`,
    ),
    ...chainCommands().flatMap(command),
    ...prose(
      'Expected: the same. The certificates between, if the producer had them, are inside the signatures and follow the first one in signer.crt. -no_check_time leaves the dates of the certificates aside; "openssl x509 -in signer.crt -noout -dates" prints them.',
    ),
  ];
}

function digests(): readonly string[] {
  return [
    ...heading('5. The digest of every file'),
    ...command(verifyCommands.digests),
    ...prose(
      'Expected: no output at all. A changed or missing file is named. A file in data/ that is not named in manifest-sha256.txt was not sealed with the others.',
    ),
  ];
}

function windowsDigests(): readonly string[] {
  return [
    ...prose('The same on Windows without Git Bash, in PowerShell:'),
    '    Get-Content manifest-sha256.txt, tagmanifest-sha256.txt | ForEach-Object {',
    "      $digest, $path = $_ -split '  ', 2",
    '      if ((Get-FileHash -Algorithm SHA256 $path).Hash -ne $digest) { $path }',
    '    }',
    '',
    ...prose('Expected: no output at all.'),
  ];
}

function custody(input: TextInput): readonly string[] {
  const { custodyHead, lostEvents = [] } = input.caseRecord;
  return [
    ...heading('7. The custody chain'),
    ...prose(
      'data/custody.jsonl holds one event a line. "digest" is the SHA-256 of the other fields as canonical JSON (RFC 8785); "previous" is the digest of the line before, or 64 zeros in the first. The last digest is',
    ),
    `    ${custodyHead}`,
    '',
    ...prose('To compute it with Python 3, paste this into a terminal (Linux, macOS, Git Bash):'),
    ...custodyScript(lostEvents),
    '',
    ...(lostEvents.length === 0
      ? []
      : prose(
          `${lostEventsSentence(lostEvents)} The commands go over the gaps that are named here and over no other.`,
        )),
    ...prose('Expected: the digest above. It stops with AssertionError at a line that does not follow.'),
  ];
}

/** Python's sorted keys without spaces equal RFC 8785 for what the chain holds: text, whole numbers and booleans. */
const custodyScript = (lost: readonly LostEvents[]) => [
  'python3 - <<"END"',
  'import hashlib, json',
  'previous = "0" * 64',
  ...(lost.length === 0 ? [] : ['number = 0', ...lostLines(lost)]),
  'for line in open("data/custody.jsonl", encoding="utf-8"):',
  '    event = json.loads(line)',
  '    digest = event.pop("digest")',
  '    text = json.dumps(event, sort_keys=True, ensure_ascii=False,',
  '                      separators=(",", ":"))',
  ...(lost.length === 0
    ? []
    : [
        '    while number + 1 in lost:',
        '        number, previous = lost[number + 1], event["previous"]',
        '    number += 1',
        '    assert event["sequence"] == number, event["sequence"]',
      ]),
  '    assert event["previous"] == previous, event["sequence"]',
  '    assert hashlib.sha256(text.encode()).hexdigest() == digest',
  '    previous = digest',
  'print(previous)',
  'END',
];

/** The lost ranges as a Python dictionary: first number of each gap → last. */
function lostLines(lost: readonly LostEvents[]): readonly string[] {
  return ['lost = {', ...lost.map(({ from, to }) => `    ${from}: ${to},`), '}'];
}

/** Only where there are such files. Their commands are those above, run in a folder of their own. */
function received({ caseRecord }: TextInput): readonly string[] {
  const files = caseRecord.received ?? [];
  if (files.length === 0) return [];
  return [
    ...heading('8. The files that were received from others'),
    ...prose(
      'Each ZIP file below stands in this one as it was received, with its receipt beside it. Its SHA-256 is the one on the receipt, in data/case.json and in data/custody.jsonl. Unzip it into a folder of its own, outside this one, and check it with the same commands: it has a certificate and a HOW-TO-VERIFY.txt of its own.',
    ),
    ...files.flatMap(({ path, volume, sha256 }) => [
      `    data/${path.slice(0, 26)}`,
      `    ${path.slice(26)}${volume === caseRecord.group.volume ? '' : ` (in ZIP file ${volume})`}`,
      `    ${sha256}`,
      '',
    ]),
  ];
}

function meaning(): readonly string[] {
  return [
    ...heading('What it shows, and what it does not'),
    ...prose(
      'If every check holds: these bytes are unchanged since a holder of that key sealed them. It does not show who typed a post, that the website sent what the browser displayed, that the clock of the computer was right, or who holds the key.',
    ),
  ];
}

function convenience(): readonly string[] {
  return [
    ...heading('A convenience, not a need'),
    ...prose(
      'Holdfast has a page that makes the same checks in a browser with the network off (verify.html), and a command, holdfast verify NAME.zip, which ends with 0 when the bundle is intact, 1 when it is altered or incomplete, 2 when it could not be read. Get them from the project, not from whoever sent the ZIP.',
    ),
  ].slice(0, -1);
}
