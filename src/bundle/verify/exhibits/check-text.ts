import { longestText } from '../../../model/bounded-text.ts';
import type { CaptureRecord } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import type { BundleContents } from '../contents.ts';

/** So many words are named in a finding. */
const mostNamed = 8;
/** So many are looked for within others, as where the text has two words in one. */
const mostSought = 1_000;

/**
 * Whether the words of the post, as the record has them, stand in the text that was kept of what was seen. The text also
 * holds names, times and buttons; it may lack words that were cut off or covered, and the record says how many those
 * were. Order, spaces, marks and capitals are not compared: style may change them between the one and the other.
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
 * Whether no recording looks so. Of a post that was recorded whole, every word that is not in the text was counted. Of
 * a page, and where the page's data tells more than the screen, as of films, only that most of the words are there.
 */
function isImpossible(record: CaptureRecord, lacking: number, all: number): boolean {
  const { outcome, checks = [], scope, post } = record;
  const answer = checks.find(({ check }) => check === 'text');
  if (outcome !== 'complete' || answer?.result !== 'held') return false;
  if (post?.kind === 'video' || post?.kind === 'live') return false;
  const uncounted = lacking - unseenWords(answer.detail);
  return scope === 'post' ? uncounted > 0 : uncounted > all / 2;
}

/** How many words of the page's code the record says were not on the screen. */
function unseenWords(detail: string): number {
  return Number(/(?:^|\s)(\d{1,9}) words? stands? in the code /.exec(detail)?.[1] ?? 0);
}

/** The words of a text by their letters, each once, as they are written. */
function wordsIn(text: string): ReadonlyMap<string, string> {
  const words = text.split(/\s+/u).map(word => [lettersOf(word), word] as const);
  return new Map(words.filter(([letters]) => letters !== ''));
}

/** Letters and digits alone, in small letters: what style cannot change. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
