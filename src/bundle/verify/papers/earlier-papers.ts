import type { CaptureRecord } from '../../../model/capture.ts';
import type { RemakeSource } from '../../../model/remade.ts';
import { bundlePaths } from '../../layout.ts';
import { readTable } from '../kinds/table.ts';

/**
 * Whether a text or table whose wording is of an earlier edition, and so cannot be compared letter by letter, agrees with
 * the record in what has one right answer: references, digests, names and numbers of accounts and posts, and whose it
 * is. Commands that Holdfast never wrote are no words of an earlier edition.
 */
export function comparePaper(path: string, text: string, source: RemakeSource): boolean {
  if (path === bundlePaths.howToVerify) return !foreignCommand.test(text) && knowsDigests(text, source);
  if (path === bundlePaths.readMeFirst)
    return namesProducer(text, source) && !foreignCommand.test(withoutHead(text));
  if (path.endsWith('.json')) return agreesWithItems(text, source);
  return agreesWithRows(text, source) && knowsDigests(text, source);
}

/** Addresses and programs that fetch or run something: no edition of these texts names any. */
const foreignCommand =
  /:\/\/|\bwww\.|\b(?:curl|wget|iwr|irm|iex|invoke-\w+|start-process|mshta|rundll32|regsvr32|bitsadmin|msiexec|urlcache|sudo|chmod|rm -\w|del \/)\b|\|\s*(?:sh|bash|zsh|python3?|iex|cmd)\b/i;

/** What people wrote themselves, title and wishes, stands before this line. */
function withoutHead(text: string): string {
  return text.slice(Math.max(0, text.indexOf('How to read it')));
}

/** The line that says who made the exhibits has the initials, and the name where plain letters can hold it. */
function namesProducer(text: string, { caseRecord, signerFingerprint }: RemakeSource): boolean {
  const { initials, name } = caseRecord.case.producer;
  const line = /^Producer:\s+(.*)$/m.exec(text)?.[1];
  const isNamed =
    line === undefined ||
    (line.includes(initials) &&
      (!/^[\x20-\x7e]{1,41}$/.test(name.trim()) || line.includes(name.trim().replace(/\s+/g, ' '))));
  const halves = [signerFingerprint.slice(0, 32), signerFingerprint.slice(32)];
  return isNamed && [...text.matchAll(/\b[0-9a-f]{32}\b/g)].every(([half]) => halves.includes(half));
}

/** Every digest in it is one that record, chain or certificate has. */
function knowsDigests(text: string, source: RemakeSource): boolean {
  const found = [...text.matchAll(/\b[0-9a-f]{64}\b/g)].map(([digest]) => digest);
  if (found.length === 0) return true;
  const known = new Set<string>(['0'.repeat(64), source.signerFingerprint]);
  const { caseRecord, records, custody } = source;
  for (const value of [caseRecord, [...(records?.values() ?? [])], custody])
    for (const [digest] of JSON.stringify(value).matchAll(/\b[0-9a-f]{64}\b/g)) known.add(digest);
  return found.every(digest => known.has(digest));
}

/** A reference that stands alone in a cell is one of the case, as are those of a list of them. */
function agreesWithRows(text: string, { caseRecord }: RemakeSource): boolean {
  const rows = readTable(text);
  if (rows === undefined) return false;
  const known = new Set<string>(
    [...caseRecord.exhibits, ...caseRecord.absent].map(({ reference }) => reference),
  );
  return rows
    .flat()
    .filter(cell => /^[A-Z]{1,5}\/[1-9]\d{0,6}(?:, [A-Z]{1,5}\/[1-9]\d{0,6})*$/.test(cell))
    .every(cell => cell.split(', ').every(reference => known.has(reference)));
}

/** Each item names the post, the account and the files that its exhibit's record has. */
function agreesWithItems(text: string, { records }: RemakeSource): boolean {
  const items = itemsOf(text);
  if (items === undefined || records === undefined) return false;
  return items.every(item => {
    const record = records.get(String(item['reference']));
    return record !== undefined && isOf(item, record);
  });
}

function itemsOf(text: string): readonly Readonly<Record<string, unknown>>[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const items = isObject(value) ? value['items'] : undefined;
    return Array.isArray(items) && items.every(isObject) ? items : undefined;
  } catch {
    return undefined;
  }
}

function isOf(item: Readonly<Record<string, unknown>>, { post, artifacts }: CaptureRecord): boolean {
  const author = isObject(item['author']) ? item['author'] : {};
  const digests = [item['picture'], item['text']].flatMap(file => (isObject(file) ? [file['sha256']] : []));
  const agrees =
    post === undefined ||
    (same(item['postId'], post.postId) &&
      same(author['handle'], post.account.handle) &&
      same(author['accountId'], post.account.accountId));
  return agrees && digests.every(digest => artifacts.some(({ sha256 }) => sha256 === digest));
}

function same(said: unknown, recorded: string | undefined): boolean {
  return said === undefined || said === recorded;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
