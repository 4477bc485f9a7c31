import { canonicalBytes } from '../../../crypto/canonical-json.ts';
import { sha256 } from '../../../crypto/digest.ts';
import type { Losses } from '../../../custody/losses.ts';
import type { CaseRecord, ExhibitEntry, WordsVersion } from '../../../model/case.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { salted } from '../../../model/salt.ts';
import { altered, held, missing, noted } from '../../findings.ts';
import { detailHolds } from '../custody/check-custody.ts';
import { unwitnessed } from '../custody/lost-witness.ts';
import { compareMoments } from '../exhibits/moments.ts';
import { isWithheld } from './check-notes.ts';

/** The events of the words about one exhibit, and which events are lost. */
export interface WordsHistory {
  readonly described: readonly CustodyEvent[];
  readonly losses: Losses;
}

/** Checks that every version of the words has one event with its digest, in the same order. */
export async function checkWords(
  record: CaseRecord,
  entry: ExhibitEntry,
  { described, losses }: WordsHistory,
): Promise<readonly Finding[]> {
  const { byVersion, isLost } = wordsEvents(described, losses);
  const { words, lostWords = [] } = entry;
  if (described.length > 0 && words.length + lostWords.length === 0 && isWithheld(record))
    return [
      noted(
        'exhibit.words.withheld',
        entry.reference,
        'What was written about it was not given to this recipient.',
      ),
    ];
  const findings: Finding[] = [];
  const numbers = numbersWithout(lostWords, words.length);
  for (const [index, version] of words.entries()) {
    const subject = `${entry.reference} words ${version.version}`;
    const isAsWritten = (await digestOfWords(version)) === version.sha256;
    const number = numbers[index] ?? 0;
    const event = byVersion.get(number);
    const isChained = event !== undefined && detailHolds(event, version.sha256);
    if (!isAsWritten)
      findings.push(
        altered('exhibit.words.mismatch', subject, 'What was written about it has been changed.'),
      );
    else if (event === undefined && version.version === number && isLost(number))
      findings.push(unwitnessed('exhibit.words.lost', subject, 'that this was written about it'));
    else if (!isChained || version.version !== number)
      findings.push(altered('exhibit.words.unchained', subject, 'The chain does not name these words here.'));
    else
      findings.push(
        held('exhibit.words.match', subject, 'What was written about it is as the chain has it.'),
        ...compareMoments({ subject, claim: 'this was written', at: version.writtenAt, event }),
      );
  }
  for (const [index, number] of lostWords.entries()) {
    const subject = `${entry.reference} words ${number}`;
    const isInOrder = number > (lostWords[index - 1] ?? 0);
    const isStated = byVersion.has(number) || isLost(number);
    const isOfRecipient = !isWithheld(record);
    findings.push(
      isInOrder && isStated && isOfRecipient
        ? missing('exhibit.words.unreadable', subject, unreadableDetail)
        : altered(
            'exhibit.words.not-lost',
            subject,
            'The record of the case calls these words lost. They were never written, or not given out.',
          ),
    );
  }
  if ([...byVersion.keys()].some(version => version > words.length + lostWords.length))
    findings.push(
      altered(
        'exhibit.words.missing',
        entry.reference,
        'The chain names more versions of the words than are here.',
      ),
    );
  return findings;
}

const unreadableDetail =
  'The chain says that something was written about it. The log that this was exported from could no longer read it, and the record of the case says so. Ask the sender what was written there.';

/** The first numbers from 1 that are not lost. */
function numbersWithout(lost: readonly number[], count: number): readonly number[] {
  const without = new Set(lost);
  return Array.from({ length: count + lost.length }, (_, index) => index + 1).filter(
    number => !without.has(number),
  );
}

/** The events of words by their version: in order, unless some of them may be lost. */
function wordsEvents(described: readonly CustodyEvent[], losses: Losses) {
  const byVersion = new Map(
    described.map((event, index) => {
      const stated = losses.count === 0 ? undefined : event.detail['version'];
      return [typeof stated === 'number' ? stated : index + 1, event] as const;
    }),
  );
  const isLost = (version: number) =>
    losses.between(
      byVersion.get(version - 1)?.sequence ?? 1,
      byVersion.get(version + 1)?.sequence ?? Number.POSITIVE_INFINITY,
    ) > 0;
  return { byVersion, isLost };
}

async function digestOfWords({ words, salt }: WordsVersion): Promise<string | undefined> {
  try {
    return await sha256(canonicalBytes(salted(words, salt)));
  } catch {
    return undefined; // a lone surrogate, over which no digest can exist
  }
}
