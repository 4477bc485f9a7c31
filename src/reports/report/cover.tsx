import { fingerprintPairs } from '../fingerprint.ts';
import { exhibitsInOrder, hasRequests, type ReportInput } from '../input.ts';
import { whatItDoesNotShow, whatItShows } from '../words/limits.ts';
import { PageText } from './page-text.tsx';
import { Code, type Field, Fields, MomentInline } from './parts.tsx';

/** The first page: what this is, from whom, what it shows and does not show, and how to check it. */
export function Cover({ input }: { readonly input: ReportInput }) {
  return (
    <header>
      <p class="kind">Report of recorded web pages</p>
      <h1>
        <PageText text={input.caseRecord.case.title} />
      </h1>
      <Fields fields={coverFields(input)} />
      {input.caseRecord.outcome === 'incomplete' && (
        <p class="notice">
          <strong>This export is incomplete.</strong> At least one exhibit of the case was left out; the list
          of absent numbers says which and why.
        </p>
      )}
      <h2>What this is</h2>
      <p>
        A person used the browser extension Holdfast to record web pages on their own computer. Each recording
        is an <dfn>exhibit</dfn> with its own reference. This report shows every exhibit of this ZIP; the
        files themselves stand beside it in the folder exhibits/.
      </p>
      {hasRequests(input) && (
        <p>
          The folder preservation/ holds drafts, one folder for each platform, that ask it to keep its data
          until it is asked for by due legal process. They are for the police to check and send; Holdfast
          sends nothing.
        </p>
      )}
      <Limits heading="What it shows" sentences={whatItShows} />
      <Limits heading="What it does not show" sentences={whatItDoesNotShow} />
      <HowToCheck fingerprint={input.signerFingerprint} />
    </header>
  );
}

function coverFields(input: ReportInput): readonly Field[] {
  const { caseRecord, volume } = input;
  const { producer } = caseRecord.case;
  const here = exhibitsInOrder(input).length;
  return [
    [
      'Producer',
      producer.name === '' ? (
        producer.initials
      ) : (
        <PageText text={`${producer.name} (${producer.initials})`} />
      ),
    ],
    ['Exported', <MomentInline key="at" at={caseRecord.exportedAt} />],
    ['Case opened', <MomentInline key="at" at={caseRecord.case.openedAt} />],
    ['Exhibits', `${caseRecord.exhibits.length} in the case as exported, ${here} of them in this ZIP`],
    ...(caseRecord.group.volumes > 1
      ? [['ZIP files', `This is ${volume} of ${caseRecord.group.volumes}. All belong together.`] as const]
      : []),
    ['Made with', `${caseRecord.software.name} ${caseRecord.software.version}`],
  ];
}

function Limits({ heading, sentences }: { readonly heading: string; readonly sentences: readonly string[] }) {
  return (
    <>
      <h2>{heading}</h2>
      <ul>
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function HowToCheck({ fingerprint }: { readonly fingerprint: string }) {
  return (
    <section class="check">
      <h2>How to check it</h2>
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
    </section>
  );
}
