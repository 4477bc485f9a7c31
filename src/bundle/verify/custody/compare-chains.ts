import type { Losses } from '../../../custody/losses.ts';
import type { CaseRecord } from '../../../model/case.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import { clockTolerance } from '../time-stamps/time-stamp-findings.ts';

/** The parts of a bundle that are compared with other exports of its case. */
export interface ChainOutline {
  readonly file: string;
  readonly caseId: string;
  readonly groupId: string;
  readonly exportedAt: string;
  readonly signerFingerprint: string;
  /** The events present: one run, unless some are lost. */
  readonly runs: readonly Run[];
}

/** Events with consecutive numbers. */
interface Run {
  /** The number of the first event. */
  readonly first: number;
  /** The digests of all events in order, {@link digestLength} characters each, without separators. */
  readonly digests: string;
}

/** Two exports whose chains differ after the event with the number `after`; 0 when they never agree. */
export interface Fork {
  readonly files: readonly [string, string];
  readonly after: number;
  /** Whether the same key sealed both. */
  readonly isOneSigner: boolean;
}

/** The result of comparing the chains of one case. */
export interface CaseComparison {
  readonly caseId: string;
  readonly forks: readonly Fork[];
  /** Pairs in which the export with the longer chain states the earlier time. */
  readonly backwards: readonly (readonly [string, string])[];
  /** How many different chains were compared. */
  readonly chains: number;
  /** Whether a chain has lost events, which could not be compared. */
  readonly isGapped: boolean;
  readonly signers: number;
}

const digestLength = 64;

/**
 * Undefined where events are missing that are not declared lost, because another check reports that chain as broken.
 */
export function outlineOf(
  file: string,
  record: CaseRecord,
  { events, losses }: { readonly events: readonly CustodyEvent[]; readonly losses: Losses },
): ChainOutline | undefined {
  const runs = runsOf(events);
  const isNamed = runs.every(({ first }, index) => {
    const last = lastOf(runs.slice(Math.max(0, index - 1), index));
    return first > last && losses.between(last, first) === first - last - 1;
  });
  if (events.length === 0 || !isNamed) return undefined;
  return {
    file,
    caseId: record.case.id,
    groupId: record.group.id,
    exportedAt: record.exportedAt,
    signerFingerprint: record.signerFingerprint,
    runs,
  };
}

function runsOf(events: readonly CustodyEvent[]): readonly Run[] {
  const starts = events.flatMap(({ sequence }, at) =>
    sequence === (events[at - 1]?.sequence ?? 0) + 1 && at > 0 ? [] : [at],
  );
  return starts.map((start, index) => {
    const run = events.slice(start, starts[index + 1]);
    return { first: run[0]?.sequence ?? 0, digests: run.map(({ digest }) => digest).join('') };
  });
}

/** The number of the last event; 0 when there is none. */
function lastOf(runs: readonly Run[]): number {
  const last = runs.at(-1);
  return last === undefined ? 0 : last.first + last.digests.length / digestLength - 1;
}

function isGapped({ runs }: ChainOutline): boolean {
  return runs.length > 1 || runs[0]?.first !== 1;
}

/**
 * Compares the exports of each case. A case has one chain, which only grows, so the shorter of two exports must be the
 * beginning of the longer. Each chain is compared only with the longest of its case and, where that has gaps, with the
 * longest whole one; this keeps the time linear. Returns only cases with more than one chain.
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
  const byLength = outlines.toSorted((one, other) => lastOf(other.runs) - lastOf(one.runs));
  const chains = new Set(byLength.map(chainKey)).size;
  const [longest] = byLength;
  if (longest === undefined || chains === 1) return undefined;
  const whole = isGapped(longest) ? byLength.find(one => !isGapped(one)) : undefined;
  const pairs = [longest, ...(whole === undefined ? [] : [whole])].flatMap((long, index) =>
    byLength
      .filter(one => one !== long && (index === 0 || one !== longest) && chainKey(one) !== chainKey(long))
      .map(one => ({ one, long, after: forkAfter(one.runs, long.runs) })),
  );
  return {
    caseId,
    forks: pairs.flatMap(({ one, long, after }) =>
      after === undefined
        ? []
        : {
            files: [one.file, long.file] as const,
            after,
            isOneSigner: one.signerFingerprint === long.signerFingerprint,
          },
    ),
    backwards: pairs
      .filter(({ one, long, after }) => after === undefined && isLater(one, long))
      .map(({ one, long }) => [long.file, one.file]),
    chains,
    isGapped: byLength.some(isGapped),
    signers: new Set(byLength.map(({ signerFingerprint }) => signerFingerprint)).size,
  };
}

/** Equal for chains with the same events. */
function chainKey({ runs }: ChainOutline): string {
  return runs.map(({ first, digests }) => `${first} ${digests}`).join(' ');
}

/** The last event that both have before they differ, 0 when there is none; undefined when they do not differ. */
function forkAfter(one: readonly Run[], other: readonly Run[]): number | undefined {
  let agreed = 0;
  for (let [index, at] = [0, 0]; index < one.length && at < other.length; ) {
    const [mine, its] = [one[index], other[at]];
    if (mine === undefined || its === undefined) break;
    const [start, end] = [Math.max(mine.first, its.first), Math.min(lastOf([mine]), lastOf([its]))];
    if (start <= end) {
      const common = commonEvents(eventsIn(mine, start, end), eventsIn(its, start, end));
      if (common > 0) agreed = start + common - 1;
      if (common < end - start + 1) return agreed;
    }
    if (lastOf([mine]) < lastOf([its])) index += 1;
    else at += 1;
  }
  return undefined;
}

/** The digests of the events from one number to another, both included. */
function eventsIn({ first, digests }: Run, from: number, to: number): string {
  return digests.slice((from - first) * digestLength, (to - first + 1) * digestLength);
}

/** How many events both begin with. */
function commonEvents(one: string, other: string): number {
  if (one === other) return one.length / digestLength;
  let at = 0;
  while (one.slice(at, at + digestLength) === other.slice(at, at + digestLength)) at += digestLength;
  return at / digestLength;
}

function isLater(one: ChainOutline, other: ChainOutline): boolean {
  return Date.parse(one.exportedAt) > Date.parse(other.exportedAt) + clockTolerance;
}

/** Whether exports that are checked together agree on their case. `subject` is the identifier of the case. */
export function chainFindings(outlines: readonly ChainOutline[]): readonly Finding[] {
  return compareChains(outlines).flatMap(toFindings);
}

function toFindings(comparison: CaseComparison): readonly Finding[] {
  const { caseId, forks, backwards, chains, signers } = comparison;
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
  if (comparison.isGapped) {
    const detail = `${chains} exports of this case were compared, as far as their events are there. Where events are lost they could not be.`;
    return [...findings, noted('group.custody.partly', caseId, detail)];
  }
  const detail = `${chains} exports of this case were compared. Each one goes on where the one before it ended.`;
  return [...findings, held('group.custody.match', caseId, detail)];
}

/** Describes a fork for an officer. */
export function forkWords({ files: [one, other], after }: Pick<Fork, 'files' | 'after'>): string {
  const same =
    after === 0
      ? 'Their records of who did what differ from the start.'
      : `Up to entry ${after} their records of who did what are the same. After that they differ.`;
  return `“${one}” and “${other}” are two exports of one case. ${same} One of them was made from a record that was changed, put back to an earlier day, or copied.`;
}
