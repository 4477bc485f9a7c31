import { faultCodeOf } from '../../model/fault.ts';
import { type FaultWords, faultWords } from '../../words/faults.ts';

const unknownFault: FaultWords = {
  happened: 'Something in Holdfast did not work.',
  kept: 'Nothing you recorded before is lost.',
  next: 'Try again. If it happens again, close the browser and open it once more.',
};

/** The three sentences for an error from any context. A defect, which has no code, gets words of its own. */
export function wordsOfError(error: unknown): FaultWords {
  const code = faultCodeOf(error);
  return code === undefined ? unknownFault : faultWords[code];
}

/** What happened, what was kept and what to do. Screen readers read it out when it appears. */
export function FaultNotice({ error }: { readonly error: unknown }) {
  const words = wordsOfError(error);
  const found = foundIn(error);
  return (
    <div class="notice grave" role="alert">
      <ThreeSentences words={words} />
      {found !== undefined && (
        <details>
          <summary>For whoever helps you</summary>
          <p>{found}</p>
        </details>
      )}
    </div>
  );
}

/** What happened, what was kept, and what to do. */
export function ThreeSentences({ words }: { readonly words: FaultWords }) {
  return (
    <>
      <p>
        <strong>{words.happened}</strong>
      </p>
      <p>{words.kept}</p>
      <p>{words.next}</p>
    </>
  );
}

/** The detail for whoever is asked for help: what the check of a finished file found, or a defect's message. */
function foundIn(error: unknown): string | undefined {
  const code = faultCodeOf(error);
  if (code !== undefined && code !== 'export.check.failed') return undefined;
  return error instanceof Error && error.message !== '' ? error.message : undefined;
}
