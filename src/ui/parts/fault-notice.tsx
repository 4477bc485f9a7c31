import { Fault, faultCodeOf } from '../../model/fault.ts';
import { type FaultWords, faultWords } from '../../model/fault-words.ts';

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
  return (
    <div class="notice grave" role="alert">
      <p>
        <strong>{words.happened}</strong>
      </p>
      <p>{words.kept}</p>
      <p>{words.next}</p>
      {isFoundByCheck(error) && (
        <details>
          <summary>For whoever helps you</summary>
          <p class="break">{error.message}</p>
        </details>
      )}
    </div>
  );
}

/** Whoever is asked for help needs to know what was found. */
function isFoundByCheck(error: unknown): error is Fault {
  return error instanceof Fault && error.code === 'export.check.failed';
}
