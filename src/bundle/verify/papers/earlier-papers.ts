import type { CaptureRecord } from '../../../model/capture.ts';
import type { RemakeSource } from '../../../model/remade.ts';
import { bundlePaths } from '../../layout.ts';
import { readTable } from '../kinds/table.ts';

/**
 * Whether a text or table of an earlier edition, which cannot be compared letter by letter, agrees with the record in
 * its facts: references, digests, names and numbers of accounts and posts, and the producer. Commands that Holdfast
 * never wrote are in no edition.
 */
export function comparePaper(path: string, text: string, source: RemakeSource): boolean {
  if (path === bundlePaths.howToVerify) return !foreignCommand.test(text) && knowsDigests(text, source);
  if (path === bundlePaths.readMeFirst)
    return namesProducer(text, source) && !foreignCommand.test(withoutHead(text));
  if (path.endsWith('.json')) return agreesWithItems(text, source);
  return agreesWithRows(text, source) && knowsDigests(text, source);
}

/** Addresses and programs that fetch or run something, which no edition of these texts names. */
const foreignCommand =
  /:\/\/|\bwww\.|\b(?:curl|wget|iwr|irm|iex|invoke-\w+|start-process|mshta|rundll32|regsvr32|bitsadmin|msiexec|urlcache|sudo|chmod|rm -\w|del \/)\b|\|\s*(?:sh|bash|zsh|python3?|iex|cmd)\b/i;

/** Without what people wrote themselves, title and wishes, which stands before this line. */
function withoutHead(text: string): string {
  return text.slice(Math.max(0, text.indexOf('How to read it')));
}

/** Whether the line with the producer has the initials and, if it is ASCII, the name. */
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

/** Whether every digest in the text is in the record, the chain or the certificate. */
function knowsDigests(text: string, source: RemakeSource): boolean {
  const found = [...text.matchAll(/\b[0-9a-f]{64}\b/g)].map(([digest]) => digest);
  if (found.length === 0) return true;
  const known = new Set<string>(['0'.repeat(64), source.signerFingerprint]);
  const { caseRecord, records, custody } = source;
  for (const value of [caseRecord, [...(records?.values() ?? [])], custody])
    for (const [digest] of JSON.stringify(value).matchAll(/\b[0-9a-f]{64}\b/g)) known.add(digest);
  return found.every(digest => known.has(digest));
}

/** Whether cells that consist of references name only references of the case. */
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

/** Whether each item has the post, account and files of its exhibit's record. */
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
