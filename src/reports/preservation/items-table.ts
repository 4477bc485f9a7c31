import canonicalize from 'canonicalize';
import Papa from 'papaparse';
import type { PostedAt } from '../../model/post.ts';
import { visibleText } from '../visible-text.ts';
import type { RequestItem } from './items.ts';
import type { PreservationRequest } from './requests.ts';
import { howTimeIsKnown, kindWords } from './words.ts';

/**
 * What a spreadsheet may take for a formula, also behind spaces and in full-width signs (Papa Parse's own rule
 * lets a cell of several lines pass), and numbers so long that Excel would round them: an identifier that is
 * rounded is another account.
 */
const spoiled = /^\s*[=+\-@\t\r\n＝＋－＠]|^\d{12,}$/;

/**
 * One row an item, as CSV (RFC 4180) with a heading. It begins with a byte-order mark, because Excel takes UTF-8
 * without one for the computer's own code page and spoils every name that is not English. A cell that looks like
 * a formula, or holds a long number, begins with an apostrophe; `items.json` has the exact values.
 */
export function itemsCsv(request: PreservationRequest): string {
  const rows = request.items.map((item, index) => row(item, index + 1, request.reference));
  return `\uFEFF${Papa.unparse(rows, { escapeFormulae: spoiled, newline: '\r\n' })}\r\n`;
}

function row(item: RequestItem, number: number, reference: string): Readonly<Record<string, string>> {
  const [machine, derived] = (['machine-time', 'derived-from-id'] as const).map(method =>
    item.postedAt.find(answer => answer.method === method),
  );
  const cells = {
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
  return Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, visibleText(text ?? '')]));
}

function tolerance(answer: PostedAt | undefined): string | undefined {
  return answer && String(answer.toleranceSeconds);
}

/**
 * The accounts, the items and the period for a program, as canonical JSON (RFC 8785). Absent means not found.
 * Neither the case's title nor anything of the person who recorded stands in it.
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
