import { faultCodeOf } from '../../model/fault.ts';
import { type FaultWords, faultWords } from '../../words/faults.ts';

const unknownFault: FaultWords = {
  happened: 'Something in Holdfast did not work.',
  kept: 'Nothing you recorded before is lost.',
  next: 'Try again. If it happens again, close the browser and open it once more.',
};

/** The three sentences for an error from any context; a defect gets words of its own. */
export function wordsOfError(error: unknown): FaultWords {
  const code = faultCodeOf(error);
  return code === undefined ? unknownFault : faultWords[code];
}

/** What happened, what was kept and what to do, read out when it appears. */
export function FaultNotice({ error }: { readonly error: unknown }) {
  const words = wordsOfError(error);
  const found = foundIn(error);
  return (
    <div class="notice grave" role="alert">
      <p>
        <strong>{words.happened}</strong>
      </p>
      <p>{words.kept}</p>
      <p>{words.next}</p>
      {found !== undefined && (
        <details>
          <summary>For whoever helps you</summary>
          <p>{found}</p>
        </details>
      )}
    </div>
  );
}

/** Whoever is asked for help needs to know what the check of a finished file found, or of a defect what it is. */
function foundIn(error: unknown): string | undefined {
  const code = faultCodeOf(error);
  if (code !== undefined && code !== 'export.check.failed') return undefined;
  return error instanceof Error && error.message !== '' ? error.message : undefined;
}
