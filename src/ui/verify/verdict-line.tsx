import type { Verdict } from '../../model/finding.ts';
import { verdictWords } from './words.ts';

/** The verdict as a sign, a word and a sentence. */
export function VerdictLine({ verdict }: { readonly verdict: Verdict }) {
  const { sign, word, sentence } = verdictWords[verdict];
  return (
    <div class={`notice verdict ${verdict}`}>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      <p>
        <strong>{word}</strong>
        <br />
        {sentence}
      </p>
    </div>
  );
}
