import { type CaptureRecord, picturedRoles } from '../../model/capture.ts';
import type { BundleRecipient, WordsVersion } from '../../model/case.ts';
import type { ContentCategory } from '../../model/content.ts';
import type { ExportChoice, PictureChoice } from '../../model/export-choice.ts';
import type { WorkingCopy } from '../../model/working-copy.ts';

/** The parts of an exhibit that decide about its pictures. Absent `copies` means none. */
export interface PicturedExhibit {
  readonly record: Pick<CaptureRecord, 'reference' | 'artifacts'>;
  readonly words: readonly WordsVersion[];
  readonly copies?: readonly WorkingCopy[] | undefined;
}

/** Which of an exhibit's pictures are given. */
export interface GivenPictures {
  readonly give: PictureChoice['give'];
  /** Files of the record that are kept out of the bundle. */
  readonly heldBack: readonly string[];
  readonly copies: readonly WorkingCopy[];
  /** Whether reports show them. An intimate picture is shown only where the person chose to give it. */
  readonly isShown: boolean;
}

const intimate: ReadonlySet<ContentCategory> = new Set<ContentCategory>([
  'intimate-image',
  'unwanted-sexual-image',
]);

/** Whether the latest words of the person mark it as showing an intimate or sexual picture. */
export function isIntimate(words: readonly WordsVersion[]): boolean {
  const last = words.reduce<WordsVersion | undefined>(
    (newest, each) => (newest === undefined || each.version > newest.version ? each : newest),
    undefined,
  );
  return last?.words.categories?.some(category => intimate.has(category)) ?? false;
}

/**
 * What is given where the person did not choose: the originals, but no picture that they marked as intimate, except in
 * their own copy.
 */
export function usualGive(words: readonly WordsVersion[], recipient: BundleRecipient): PictureChoice['give'] {
  return isIntimate(words) && recipient !== 'own-copy' ? 'nothing' : 'original';
}

/** Which of this exhibit's pictures are given. A working copy that no longer exists is not replaced by its original. */
export function givenPictures(
  { record, words, copies = [] }: PicturedExhibit,
  { recipient, pictures = [] }: Pick<ExportChoice, 'recipient' | 'pictures'>,
): GivenPictures {
  const chosen = pictures.find(({ reference }) => reference === record.reference);
  const give = chosen?.give ?? usualGive(words, recipient);
  const isGiven = give === 'original' || give === 'both';
  const heldBack = record.artifacts.filter(({ role }) => picturedRoles.has(role)).map(({ path }) => path);
  const withCopies = give === 'copies' || give === 'both';
  return {
    give,
    heldBack: isGiven ? [] : heldBack,
    copies: withCopies ? copies.filter(({ id }) => chosen?.copies.includes(id)) : [],
    isShown: chosen !== undefined || !isIntimate(words),
  };
}
