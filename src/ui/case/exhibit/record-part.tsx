import { accountName } from '../../../matter/platform-names.ts';
import type { CaptureRecord } from '../../../model/capture.ts';
import { FoldedChecks } from '../../../reports/report/checks-part.tsx';
import { ClocksPart } from '../../../reports/report/clocks-part.tsx';
import { PagePart } from '../../../reports/report/page-part.tsx';
import { PageText } from '../../../reports/report/page-text.tsx';
import { Fields } from '../../../reports/report/parts.tsx';
import { PostPart } from '../../../reports/report/post-part.tsx';
import { scopeWords } from '../../../words/artifacts.ts';
import { errorAnswer } from '../../../words/http-status.ts';
import { outcomeWords, pageChangeWords, stepOutcomeWords, stepWords } from '../../../words/steps.ts';

/** What the machine observed, in plain words, in the same parts as the exported report. */
export function RecordPart({ record }: { readonly record: CaptureRecord }) {
  return (
    <section aria-labelledby="record-title">
      <h2 id="record-title">What was recorded</h2>
      <p>
        {scopeWords[record.scope]}. {outcomeWords[record.outcome]}
        {record.outcome === 'complete' && '.'}
      </p>
      <FailedSteps record={record} />
      <FoldedChecks record={record} />
      <Where record={record} />
      <ClocksPart record={record} />
      {record.post !== undefined && (
        <details>
          <summary>The post and its text</summary>
          <PostPart post={record.post} />
        </details>
      )}
      {record.page !== undefined && (
        <details>
          <summary>The page and the browser</summary>
          <PagePart page={record.page} software={record.software} />
        </details>
      )}
      <details>
        <summary>What Holdfast did, step by step</summary>
        <Steps record={record} />
      </details>
    </section>
  );
}

function Where({ record }: { readonly record: CaptureRecord }) {
  const account = record.post === undefined ? undefined : accountName(record.post.account);
  return (
    <Fields
      fields={[
        ['Address', <PageText key="address" text={record.page?.finalAddress} />],
        ...errorAnswer(record.page?.httpStatus).map(words => ['Answer of the server', words] as const),
        ...(record.post === undefined
          ? []
          : [['Account', <PageText key="account" text={account} />] as const]),
      ]}
    />
  );
}

function FailedSteps({ record }: { readonly record: CaptureRecord }) {
  const failed = record.steps.filter(step => step.outcome === 'failed');
  if (failed.length === 0) return null;
  return (
    <div class="notice">
      <ul>
        {failed.map(step => (
          <li key={step.step}>
            {stepWords[step.step]}: {step.reason ?? stepOutcomeWords.failed}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Steps({ record }: { readonly record: CaptureRecord }) {
  return (
    <>
      <h3>Steps</h3>
      <ol>
        {record.steps.map(step => (
          <li key={step.step}>
            {stepWords[step.step]}: {stepOutcomeWords[step.outcome]}
            {step.reason !== undefined && (
              <>
                . <PageText text={step.reason} />
              </>
            )}
          </li>
        ))}
      </ol>
      <h3>What it changed on the page, and what it met</h3>
      {record.pageChanges.length === 0 ? (
        <p>Nothing.</p>
      ) : (
        <ul>
          {record.pageChanges.map((change, index) => (
            <li key={`${index} ${change.kind}`}>
              {pageChangeWords[change.kind]}: <PageText text={change.detail} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
