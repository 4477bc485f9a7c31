import type { CaptureRecord } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import type { BundleContents, FileContent } from '../contents.ts';
import { wordsOf } from '../kinds/words.ts';

/** So many different words have to be there before it says anything that a page has none of them. */
const fewest = 4;
/** Words of the post, or of the screen, beyond these are not looked for. */
const mostLookedFor = 400;
/** A page of which less than this part was seen is another page, or has changed altogether. */
const least = 0.25;

/**
 * Whether the copy of the page is of the page that the record is about: it bears the title, and has the words of the
 * post or of what was seen. A page may change both while it is recorded, one by one; a copy of which neither is true
 * is of another page. Nothing else in a copy names its page.
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

/** Different words of the post; where it has too few, of what was seen on the screen. */
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

/** A title without what counts messages in it, and without the spaces around and in it. */
function plainTitle(title: string): string {
  return title
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^\s*\(\d+\+?\)\s*/, '')
    .trim();
}
