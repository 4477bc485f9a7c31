import { longestText } from '../../../model/bounded-text.ts';
import type { CaptureRecord } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import type { BundleContents } from '../contents.ts';

/** Limit on the words that a finding names. */
const mostNamed = 8;
/** Limit on the words looked for inside others, as where the text joins two words. */
const mostSought = 1_000;

/**
 * Whether the post's words in the record occur in the text that was seen. The text also contains names, times and
 * buttons, and may lack words that were cut off or covered, which the record counts. Order, spaces, punctuation and
 * capitals are ignored, because styles may change them.
 */
export async function checkText(
  contents: BundleContents,
  folder: string,
  record: CaptureRecord,
): Promise<readonly Finding[]> {
  const artifact = record.artifacts.find(({ role }) => role === 'post-text');
  const words = wordsIn(record.post?.text ?? '');
  if (artifact === undefined || words.size === 0) return [];
  const path = `${folder}${artifact.path}`;
  if (!contents.files.has(path)) return [];
  const text = await contents.readText(path);
  if (text === undefined)
    return [altered('post.text.unreadable', path, 'It should be text, and cannot be read as such.')];
  const lacking = lackingIn(text, words);
  if (lacking.length === 0)
    return [held('post.text.match', path, 'Every word of the post, as the record has it, is in it.')];
  const named = lacking.slice(0, mostNamed).map(word => `“${word}”`);
  const rest = lacking.length > named.length ? ` and ${lacking.length - named.length} more` : '';
  const why = `The record has words of the post that are not in it: ${named.join(', ')}${rest}.`;
  return [
    text.length < longestText && isImpossible(record, lacking.length, words.size)
      ? altered('post.text.mismatch', path, why)
      : noted('post.text.differs', path, `${why} They may have been hidden or cut off on the screen.`),
  ];
}

function lackingIn(text: string, words: ReadonlyMap<string, string>): readonly string[] {
  const here = wordsIn(text);
  const absent = [...words].filter(([letters]) => !here.has(letters));
  const seen = absent.length > mostSought ? '' : lettersOf(text);
  return absent.filter(([letters]) => !seen.includes(letters)).map(([, word]) => word);
}

/**
 * Whether no recording can look like this. For a whole post, every word missing from the text was counted. For a page,
 * or where the page's data says more than the screen, as for videos, most of the words must be there.
 */
function isImpossible(record: CaptureRecord, lacking: number, all: number): boolean {
  const { outcome, checks = [], scope, post } = record;
  const answer = checks.find(({ check }) => check === 'text');
  if (outcome !== 'complete' || answer?.result !== 'held') return false;
  if (post?.kind === 'video' || post?.kind === 'live') return false;
  const uncounted = lacking - unseenWords(answer.detail);
  return scope === 'post' ? uncounted > 0 : uncounted > all / 2;
}

/** How many words in the page's code were not on the screen, according to the record. */
function unseenWords(detail: string): number {
  return Number(/(?:^|\s)(\d{1,9}) words? stands? in the code /.exec(detail)?.[1] ?? 0);
}

/** The words of a text as written, each once, by their letters. */
function wordsIn(text: string): ReadonlyMap<string, string> {
  const words = text.split(/\s+/u).map(word => [lettersOf(word), word] as const);
  return new Map(words.filter(([letters]) => letters !== ''));
}

/** Letters and digits only, in lower case: the part that styles cannot change. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
