import { fingerprintPairs } from '../../words/fingerprint.ts';
import { glossaryFor } from '../../words/glossary.ts';
import type { JurisdictionWords } from '../../words/jurisdiction.ts';
import { limitsLine, whatItDoesNotShow, whatItShows } from '../../words/limits.ts';
import type { ReportFacts } from './facts.ts';
import { Code } from './parts.tsx';

/** Terms of the report and of social media, for a reader who does not use social media. */
export function Glossary({ facts }: { readonly facts: ReportFacts }) {
  return (
    <dl class="fields">
      {glossaryFor(facts.words).map(([term, meaning]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How anyone can check the files with programs that are not ours. */
export function Checking({ fingerprint }: { readonly fingerprint: string }) {
  return (
    <>
      <ol>
        <li>
          Compute the SHA-256 of the ZIP file and compare it with the one that the producer wrote down when it
          was exported, for example in a statement. It cannot be printed here, because this report is inside
          the ZIP.
        </li>
        <li>
          Compare the fingerprint of the signing certificate, signer.crt, with the one that the producer wrote
          down. It should be:
          <br />
          <Code>{fingerprintPairs(fingerprint)}</Code>
        </li>
        <li>
          Run the commands in HOW-TO-VERIFY.txt, or have them run. They need only programs that are not
          Holdfast’s.
        </li>
      </ol>
      <p>
        A changed ZIP could carry a changed report and another key. Only a comparison with something written
        down elsewhere tells.
      </p>
    </>
  );
}

/** What the files, digests and signature can show, and what they cannot. */
export function Limits({ words }: { readonly words: JurisdictionWords }) {
  return (
    <>
      <p>{limitsLine}</p>
      <h3>What it shows</h3>
      <Sentences sentences={whatItShows(words)} />
      <h3>What it does not show</h3>
      <Sentences sentences={whatItDoesNotShow} />
    </>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
