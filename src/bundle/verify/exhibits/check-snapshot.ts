import type { CaptureRecord } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import type { BundleContents, FileContent } from '../contents.ts';
import { wordsOf } from '../kinds/words.ts';

/** Fewest different words needed to conclude anything from their absence. */
const fewest = 4;
/** Limit on the words of the post or the screen that are looked for. */
const mostLookedFor = 400;
/** With a smaller share of the words, the copy is of another page, or the page has changed altogether. */
const least = 0.25;

/**
 * Whether the copy is of the recorded page: it has its title, and the words of the post or of the screen. A page may
 * change either while it is recorded; a copy with neither is of another page. Nothing else in a copy identifies its
 * page.
 */
export async function checkSnapshot(
  contents: BundleContents,
  folder: string,
  record: CaptureRecord,
): Promise<readonly Finding[]> {
  const copy = fileOf(contents, folder, record, 'page-snapshot');
  if (copy?.file.shown === undefined || record.page === undefined) return [];
  const { title, words } = copy.file.shown;
  const isTitled = title.trim() === '' || plainTitle(title) === plainTitle(record.page.title);
  const looked = await wordsLookedFor(contents, folder, record);
  const share = looked.length < fewest || words.isCut ? undefined : shareOf(looked, word => words.has(word));
  const isWorded = share === undefined || share >= least;
  if (isTitled && isWorded) {
    if (title.trim() === '' && share === undefined) return [];
    return [
      held('exhibit.snapshot.match', copy.path, 'The copy of the page is of the page that was recorded.'),
    ];
  }
  if (!isTitled && !isWorded)
    return [
      altered(
        'exhibit.snapshot.mismatch',
        copy.path,
        'The copy is of another page. It has another title than the record says, and not the words that were recorded.',
      ),
    ];
  return [
    isTitled
      ? noted(
          'exhibit.snapshot.other-words',
          copy.path,
          'Few of the words that were recorded stand in the copy of the page. The page may have changed while it was recorded. Compare it with the picture.',
        )
      : noted(
          'exhibit.snapshot.other-title',
          copy.path,
          'The copy of the page has another title than the record says. Pages change it while they are open.',
        ),
  ];
}

function fileOf(
  { files }: BundleContents,
  folder: string,
  { artifacts }: CaptureRecord,
  role: 'page-snapshot' | 'post-text',
): { readonly path: string; readonly file: FileContent } | undefined {
  const artifact = artifacts.find(each => each.role === role);
  const path = `${folder}${artifact?.path ?? ''}`;
  const file = artifact && files.get(path);
  return file && { path, file };
}

/** Different words of the post or, where it has too few, of the text seen on the screen. */
async function wordsLookedFor(
  contents: BundleContents,
  folder: string,
  record: CaptureRecord,
): Promise<readonly string[]> {
  const ofPost = distinct(record.post?.text ?? '');
  if (ofPost.length >= fewest) return ofPost;
  const seen = fileOf(contents, folder, record, 'post-text');
  return distinct((seen && (await contents.readText(seen.path))) ?? '');
}

function distinct(text: string): readonly string[] {
  const words = new Set<string>();
  for (const word of wordsOf(text)) {
    if (words.size >= mostLookedFor) break;
    words.add(word);
  }
  return [...words];
}

function shareOf(words: readonly string[], has: (word: string) => boolean): number {
  return words.filter(has).length / words.length;
}

/** A title without a message counter and surplus spaces. */
function plainTitle(title: string): string {
  return title
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^\s*\(\d+\+?\)\s*/, '')
    .trim();
}
