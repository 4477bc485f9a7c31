import { stampFileNames } from '../model/time-stamp.ts';
import { utcWords } from '../words/times.ts';
import type { TextInput } from './input.ts';
import { command, heading, prose } from './plain-text.ts';

/**
 * The commands in HOW-TO-VERIFY.txt that check the time-stamps of an unzipped bundle; each may be several lines. Tests
 * run exactly these, with the authority's root certificate in tsa-ca.pem.
 */
export const timeStampCommands = {
  bundle: 'openssl ts -verify -data tagmanifest-sha256.txt -in tagmanifest-sha256.txt.tsr -CAfile tsa-ca.pem',
  moment: 'openssl ts -reply -in tagmanifest-sha256.txt.tsr -text',
  bundleSecond:
    'openssl ts -verify -data tagmanifest-sha256.txt -in tagmanifest-sha256.txt.2.tsr -CAfile tsa-ca.pem',
  // In SignerInfo (RFC 5652, 5.3) the signature is three lines above the attribute, and the token two below it.
  signatures: [
    'for FILE in tagmanifest-sha256.txt.p7s META-INF/signature001.p7s; do',
    '  LIST=$(openssl asn1parse -inform DER -in $FILE)',
    '  HERE=id-smime-aa-timeStampToken',
    '  SIGNED=$(echo "$LIST" | grep -B 3 $HERE | sed -n "1s/:.*//p")',
    '  TOKEN=$(echo "$LIST" | grep -A 2 $HERE | sed -n "3s/:.*//p")',
    '  GET="openssl asn1parse -inform DER -in $FILE -noout"',
    '  $GET -strparse $SIGNED -out ../signed.bin',
    '  $GET -strparse $TOKEN -out ../token.der',
    '  openssl ts -verify -data ../signed.bin -in ../token.der -token_in \\',
    '    -CAfile tsa-ca.pem',
    'done',
  ].join('\n'),
  exhibits: repliesCommand(stampFileNames[1].reply),
  seconds: repliesCommand(stampFileNames[2].reply),
  bundleLists: bundleListsCommand('tagmanifest-sha256.txt.tsr', 'tagmanifest-sha256.txt.crl'),
  bundleSecondLists: bundleListsCommand('tagmanifest-sha256.txt.2.tsr', 'tagmanifest-sha256.txt.2.crl'),
  exhibitLists: listsCommand(stampFileNames[1]),
  secondLists: listsCommand(stampFileNames[2]),
} as const;

/** Checks a reply over the list of files, with the lists of revoked certificates that came with it. */
function bundleListsCommand(reply: string, lists: string): string {
  return [
    `AT=$(openssl ts -reply -in ${reply} -text | sed -n "s/^Time stamp: //p")`,
    `cat tsa-ca.pem ${lists} > ../tsa-lists.pem`,
    `openssl ts -verify -data tagmanifest-sha256.txt -in ${reply} \\`,
    '  -CAfile ../tsa-lists.pem -crl_check -attime $(date -d "$AT" +%s)',
  ].join('\n');
}

/** Checks every reply of this name that lies beside a record. */
function repliesCommand(reply: string): string {
  return [
    `for FILE in data/exhibits/*/${reply}; do`,
    '  openssl ts -verify -data $(dirname $FILE)/capture.json -in $FILE -CAfile tsa-ca.pem',
    'done',
  ].join('\n');
}

/** The same with the lists of revoked certificates that lie beside it. */
function listsCommand({ reply, lists }: { readonly reply: string; readonly lists: string }): string {
  return [
    `for FILE in data/exhibits/*/${lists}; do`,
    '  HERE=$(dirname $FILE)',
    `  AT=$(openssl ts -reply -in $HERE/${reply} -text | sed -n "s/^Time stamp: //p")`,
    '  cat tsa-ca.pem $FILE > ../tsa-lists.pem',
    `  openssl ts -verify -data $HERE/capture.json -in $HERE/${reply} \\`,
    '    -CAfile ../tsa-lists.pem -crl_check -attime $(date -d "$AT" +%s)',
    'done',
  ].join('\n');
}

/** Section 6 of HOW-TO-VERIFY.txt, with only the commands for which there is something to check. */
export function timeStampLines(input: TextInput): readonly string[] {
  const isAsked = input.timeStampsAsked === true;
  const hasCaptures = input.exhibits.some(exhibit => exhibit.timeStamp !== undefined);
  const hasSeconds = input.exhibits.some(exhibit => exhibit.secondStamp !== undefined);
  const clock = utcWords(input.caseRecord.exportedAt);
  if (!isAsked && !hasCaptures && !hasSeconds)
    return [
      ...heading('6. Time-stamps'),
      ...prose(
        `This bundle has no time-stamp of an independent authority. The only time of the sealing is the producer's own clock: ${clock}.`,
      ),
    ];
  return [
    ...heading('6. The time-stamps'),
    ...prose(
      'A time-stamp shows that a file existed by the time it names, by the clock of an authority that has nothing to do with the producer. tsa-ca.pem is the root certificate of that authority, which you get from the authority itself and put into this folder.',
    ),
    ...(isAsked ? ofBundle() : []),
    ...(isAsked && input.secondStampAsked === true ? ofSecondOfBundle() : []),
    ...(hasCaptures ? ofExhibits() : []),
    ...(hasSeconds ? ofSeconds() : []),
    ...ofLists(input),
    ...prose(
      'Expected, from each: "Verification: OK". If the authority\'s certificate has run out since, openssl says "certificate has expired": add -attime and the moment of the time-stamp in seconds since 1970.',
    ),
    ...prose(`The producer's own clock said at the sealing: ${clock}.`),
  ];
}

function ofBundle(): readonly string[] {
  return [
    ...prose(
      'An authority was asked while this bundle was sealed. If it answered, there is a file tagmanifest-sha256.txt.tsr. This checks it, and this shows its time:',
    ),
    ...command(timeStampCommands.bundle),
    ...command(timeStampCommands.moment),
    ...prose(
      'Each signature then has a time-stamp of its own inside. This takes it out, with the bytes it is over, into the folder above, and checks it (Linux, macOS, Git Bash):',
    ),
    ...command(timeStampCommands.signatures),
  ];
}

function ofSecondOfBundle(): readonly string[] {
  return [
    ...prose(
      'A second authority was asked too, so that the time does not depend on one alone. If it answered, there is a file tagmanifest-sha256.txt.2.tsr. Put the root certificate of that authority into tsa-ca.pem as well, below the other. This checks it:',
    ),
    ...command(timeStampCommands.bundleSecond),
  ];
}

/** How to check the lists of revoked certificates as well, where there may be some. */
function ofLists(input: TextInput): readonly string[] {
  const hasOwn = input.timeStampsAsked === true && input.listsAsked === true;
  const hasCaptures = input.exhibits.some(exhibit => exhibit.lists !== undefined);
  const hasSeconds = input.exhibits.some(exhibit => exhibit.secondStamp?.lists !== undefined);
  if (!hasOwn && !hasCaptures && !hasSeconds) return [];
  return [
    ...prose(
      'A certificate can be withdrawn by who issued it. What was published about that when a time-stamp was made stands beside it in a file whose name ends in .crl. These check the time-stamp with it, as of that moment (Linux, Git Bash):',
    ),
    ...(hasOwn
      ? [
          ...command(timeStampCommands.bundleLists),
          ...prose('This only where there is a file tagmanifest-sha256.txt.crl.'),
          ...(input.secondStampAsked === true
            ? [
                ...command(timeStampCommands.bundleSecondLists),
                ...prose('This only where there is a file tagmanifest-sha256.txt.2.crl.'),
              ]
            : []),
        ]
      : []),
    ...(hasCaptures ? command(timeStampCommands.exhibitLists) : []),
    ...(hasSeconds ? command(timeStampCommands.secondLists) : []),
  ];
}

function ofExhibits(): readonly string[] {
  return [
    ...prose('The record of an exhibit may have one too, made soon after it was recorded:'),
    ...command(timeStampCommands.exhibits),
    ...prose(
      'A record that has a "previousEvent" names by number and digest the line of data/custody.jsonl before its own, and each line names the one before it: its time-stamp is over all of these lines too.',
    ),
  ];
}

function ofSeconds(): readonly string[] {
  return [
    ...prose(
      'A record may have a second time-stamp, of another authority, so that its time does not depend on one alone. Put the root certificate of that authority into tsa-ca.pem as well, below the other. This checks them:',
    ),
    ...command(timeStampCommands.seconds),
  ];
}
