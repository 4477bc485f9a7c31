import type { CaseRecord } from '../model/case.ts';
import type { CustodyEvent } from '../model/custody.ts';
import type { Finding } from '../model/finding.ts';
import { altered, held, noted } from './findings.ts';
import { clockTolerance } from './time-stamp-findings.ts';

/** Of one bundle what is needed to hold its chain against those of other exports of its case. */
export interface ChainOutline {
  readonly file: string;
  readonly caseId: string;
  readonly groupId: string;
  readonly exportedAt: string;
  readonly signerFingerprint: string;
  /** The digests of all events in their order, without anything in between: {@link digestLength} characters each. */
  readonly digests: string;
}

/** Two exports whose chains go on differently after the event with the number `after`; 0 when they never agreed. */
export interface Fork {
  readonly files: readonly [string, string];
  readonly after: number;
  /** Whether one key sealed both. */
  readonly isOneSigner: boolean;
}

/** What was found in the chains of one case. */
export interface CaseComparison {
  readonly caseId: string;
  readonly forks: readonly Fork[];
  /** Pairs in which the export with the longer chain says the earlier time. */
  readonly backwards: readonly (readonly [string, string])[];
  /** How many different chains were compared. */
  readonly chains: number;
  readonly signers: number;
}

const digestLength = 64;

/** Undefined where the events are not numbered from 1 on: that chain is broken by itself, which has been said. */
export function outlineOf(
  file: string,
  record: CaseRecord,
  events: readonly CustodyEvent[],
): ChainOutline | undefined {
  if (events.length === 0 || events.some(({ sequence }, at) => sequence !== at + 1)) return undefined;
  return {
    file,
    caseId: record.case.id,
    groupId: record.group.id,
    exportedAt: record.exportedAt,
    signerFingerprint: record.signerFingerprint,
    digests: events.map(({ digest }) => digest).join(''),
  };
}

/**
 * Holds the exports of each case against one another: a case has one chain, which only grows, so that of two exports one
 * has the beginning of the other's. Every chain is compared with the longest of its case alone, which takes as long as
 * all of them together are. Only cases with more than one chain are in the answer.
 */
export function compareChains(outlines: readonly ChainOutline[]): readonly CaseComparison[] {
  const cases = new Map<string, ChainOutline[]>();
  for (const outline of outlines) {
    const own = cases.get(outline.caseId);
    if (own === undefined) cases.set(outline.caseId, [outline]);
    else own.push(outline);
  }
  return [...cases].flatMap(([caseId, own]) => compareCase(caseId, own) ?? []);
}

function compareCase(caseId: string, outlines: readonly ChainOutline[]): CaseComparison | undefined {
  const byLength = outlines.toSorted((one, other) => other.digests.length - one.digests.length);
  const [longest, ...others] = byLength;
  if (longest === undefined) return undefined;
  const shorter = others.filter(({ digests }) => digests !== longest.digests);
  if (shorter.length === 0) return undefined;
  const [forked, begun] = [
    shorter.filter(({ digests }) => !longest.digests.startsWith(digests)),
    shorter.filter(({ digests }) => longest.digests.startsWith(digests)),
  ];
  return {
    caseId,
    forks: forked.map(one => ({
      files: [one.file, longest.file],
      after: commonEvents(one.digests, longest.digests),
      isOneSigner: one.signerFingerprint === longest.signerFingerprint,
    })),
    backwards: begun.filter(one => isLater(one, longest)).map(one => [longest.file, one.file]),
    chains: new Set(byLength.map(({ digests }) => digests)).size,
    signers: new Set(byLength.map(({ signerFingerprint }) => signerFingerprint)).size,
  };
}

/** How many events both begin with. */
function commonEvents(one: string, other: string): number {
  let at = 0;
  while (one.slice(at, at + digestLength) === other.slice(at, at + digestLength)) at += digestLength;
  return at / digestLength;
}

function isLater(one: ChainOutline, other: ChainOutline): boolean {
  return Date.parse(one.exportedAt) > Date.parse(other.exportedAt) + clockTolerance;
}

/** Whether exports that are checked together tell one story of their case. `subject` is the identifier of the case. */
export function chainFindings(outlines: readonly ChainOutline[]): readonly Finding[] {
  return compareChains(outlines).flatMap(toFindings);
}

function toFindings({ caseId, forks, backwards, chains, signers }: CaseComparison): readonly Finding[] {
  const findings = [
    ...forks.map(fork => altered('group.custody.forked', caseId, forkWords(fork))),
    ...backwards.map(([longer, shorter]) =>
      noted(
        'group.custody.backwards',
        caseId,
        `“${longer}” was made after “${shorter}” by the record, and before it by the computer’s clock. The clock was set back.`,
      ),
    ),
  ];
  if (signers > 1) {
    const detail = `These files of one case were sealed with ${signers} different keys. Ask why the key was changed.`;
    findings.push(noted('group.signer.differs', caseId, detail));
  }
  if (forks.length > 0) return findings;
  const detail = `${chains} exports of this case were compared. Each one goes on where the one before it ended.`;
  return [...findings, held('group.custody.match', caseId, detail)];
}

/** A fork as an officer can read it. */
export function forkWords({ files: [one, other], after }: Pick<Fork, 'files' | 'after'>): string {
  const same =
    after === 0
      ? 'Their records of who did what differ from the start.'
      : `Up to entry ${after} their records of who did what are the same. After that they differ.`;
  return `“${one}” and “${other}” are two exports of one case. ${same} One of them was made from a record that was changed, put back to an earlier day, or copied.`;
}
