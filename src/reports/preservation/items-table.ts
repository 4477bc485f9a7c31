import canonicalize from 'canonicalize';
import type { PostedAt } from '../../model/post.ts';
import { type CsvRow, csvText } from '../document/csv.ts';
import type { RequestItem } from './items.ts';
import type { PreservationRequest } from './requests.ts';
import { howTimeIsKnown, kindWords } from './words.ts';

/** One row for each item; see {@link csvText}. `items.json` has the exact values. */
export function itemsCsv(request: PreservationRequest): string {
  const rows = request.items.map((item, index) => row(item, index + 1, request.reference));
  return csvText(Object.keys(rows[0] ?? {}), rows, exactColumns);
}

/** Numbers and moments, for programs. Everything else is text. */
const exactColumns = [
  'item',
  'machine_time_utc',
  'machine_time_tolerance_seconds',
  'time_derived_from_identifier_utc',
  'derived_tolerance_seconds',
  'recorded_utc',
];

function row(item: RequestItem, number: number, reference: string): CsvRow {
  const [machine, derived] = (['machine-time', 'derived-from-id'] as const).map(method =>
    item.postedAt.find(answer => answer.method === method),
  );
  return {
    request: reference,
    item: String(number),
    exhibit: item.reference,
    kind: kindWords[item.kind],
    permalink: item.permalink,
    address_as_shown: item.addressShown,
    post_id: item.postId,
    parent_id: item.parentId,
    other_ids: Object.entries(item.ids)
      .map(([name, id]) => `${name}=${id}`)
      .join('; '),
    author_handle: item.author.handle,
    author_account_id: item.author.accountId,
    author_profile: item.author.profileAddress,
    time_known_as: howTimeIsKnown(item),
    machine_time_utc: machine?.at,
    machine_time_tolerance_seconds: tolerance(machine),
    time_derived_from_identifier_utc: derived?.at,
    derived_tolerance_seconds: tolerance(derived),
    displayed_time: item.displayedTime?.text,
    displayed_language: item.displayedTime?.language,
    displayed_zone: item.displayedTime?.zone,
    recorded_utc: item.capturedAt,
    picture_sha256: item.picture?.sha256,
    text_sha256: item.text?.sha256,
    notes: item.notes.join(' '),
  };
}

function tolerance(answer: PostedAt | undefined): string | undefined {
  return answer && String(answer.toleranceSeconds);
}

/**
 * The accounts, the items and the period, for programs, as canonical JSON (RFC 8785). Absent means not found. It
 * contains neither the case's title nor anything about the person who recorded.
 */
export function itemsJson(request: PreservationRequest): string {
  const { recipient, reference, madeAt, period, accounts, items } = request;
  const text = canonicalize({
    formatVersion: 1,
    kind: 'preservation-request-draft',
    recipient,
    reference,
    madeAt,
    period,
    accounts,
    items,
  });
  if (text === undefined) throw new Error('no JSON value');
  return text;
}
