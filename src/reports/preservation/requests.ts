import { type Recipient, recipientOf } from '../../matter/recipient.ts';
import type { CaptureRecord } from '../../model/capture.ts';
import type { Case } from '../../model/case.ts';
import type { ExhibitReference } from '../../model/exhibit.ts';
import { exhibitNumber } from '../../model/exhibit.ts';
import type { Instant } from '../../model/identifiers.ts';
import type { Reporter } from '../../model/reporter.ts';
import type { PreservationFacts } from '../../platforms/preservation.ts';
import { preservationFactsOf } from '../../platforms/preservation-facts.ts';
import { accountsOf, type RequestAccount } from './accounts.ts';
import { type RequestItem, toItem } from './items.ts';
import { Viewers } from './viewer.ts';

/** What requests are made from. Of the case only id and title are used; only the police see the title. */
export interface PreservationInput {
  readonly case: Pick<Case, 'id' | 'title'>;
  readonly exhibits: readonly { readonly record: CaptureRecord }[];
  readonly reporter: Reporter;
  /** The moment at which the drafts are made. */
  readonly madeAt: Instant;
}

/** Days in UTC, as YYYY-MM-DD. `margin` is the number of days before the first moment and after the last. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly earliest: Instant;
  readonly latest: Instant;
  readonly margin: 1;
}

/**
 * A draft that asks one platform, or the operator of one site, to keep data. `leftOut` are exhibits of the account that
 * made the recording. They are the recorder's own, and the recipient is not told of them.
 */
export interface PreservationRequest {
  readonly recipient: Recipient;
  readonly reference: string;
  readonly caseTitle: string;
  readonly madeAt: Instant;
  readonly reporter: Reporter;
  readonly accounts: readonly RequestAccount[];
  readonly items: readonly RequestItem[];
  readonly period: Period;
  readonly facts: PreservationFacts;
  readonly leftOut: readonly ExhibitReference[];
}

/** One draft for each platform or site on which something was recorded, sorted by the name of its folder. */
export function preservationRequests(input: PreservationInput): readonly PreservationRequest[] {
  const byKey = new Map<string, { recipient: Recipient; records: CaptureRecord[] }>();
  for (const { record } of input.exhibits) {
    const recipient = recipientOf(record);
    if (recipient === undefined) continue;
    const group = byKey.get(recipient.key) ?? { recipient, records: [] };
    group.records.push(record);
    byKey.set(recipient.key, group);
  }
  return [...byKey.values()]
    .sort((a, b) => (a.recipient.key < b.recipient.key ? -1 : 1))
    .flatMap(({ recipient, records }) => requestTo(recipient, records, input) ?? []);
}

function requestTo(
  recipient: Recipient,
  records: readonly CaptureRecord[],
  input: PreservationInput,
): PreservationRequest | undefined {
  const viewers = new Viewers(records);
  const ordered = records.toSorted((a, b) => exhibitNumber(a.reference) - exhibitNumber(b.reference));
  const all = ordered.map(record => toItem(record, recipient, viewers));
  const items = all.filter(item => !viewers.include(item.author));
  const named = new Set(items.map(item => item.reference));
  const period = periodOf(items);
  if (period === undefined) return undefined;
  return {
    recipient,
    reference: `${input.case.id.slice(0, 8).toUpperCase()}-${recipient.key}-${input.madeAt.slice(0, 10).replaceAll('-', '')}`,
    caseTitle: input.case.title,
    madeAt: input.madeAt,
    reporter: input.reporter,
    accounts: accountsOf(ordered.filter(({ reference }) => named.has(reference))),
    items,
    period,
    facts: preservationFactsOf(recipient.platformId),
    leftOut: all.filter(item => viewers.include(item.author)).map(item => item.reference),
  };
}

const day = 86_400_000;

/** From the day before the earliest post or capture to the day after the latest; undefined without items. */
function periodOf(items: readonly RequestItem[]): Period | undefined {
  const moments = items.flatMap(item => [item.capturedAt, ...item.postedAt.map(({ at }) => at)]).sort();
  const earliest = moments[0];
  const latest = moments.at(-1);
  if (earliest === undefined || latest === undefined) return undefined;
  const dayAt = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
  return {
    from: dayAt(Date.parse(earliest) - day),
    to: dayAt(Date.parse(latest) + day),
    earliest,
    latest,
    margin: 1,
  };
}
