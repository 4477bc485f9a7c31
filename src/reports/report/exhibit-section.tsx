import type { CaptureRecord } from '../../model/capture.ts';
import { checksOf } from '../../model/capture-check.ts';
import { checksLine } from '../../model/capture-check-words.ts';
import { exhibitDirectory } from '../../model/exhibit.ts';
import { scopeWords } from '../../words/artifacts.ts';
import { outcomeWords, stepOutcomeWords, stepWords } from '../../words/steps.ts';
import type { ReportExhibit } from '../input.ts';
import { ChecksLines } from './checks-part.tsx';
import { ClocksPart } from './clocks-part.tsx';
import type { ReportFacts } from './facts.ts';
import { FilesPart } from './files-part.tsx';
import { OwnWords } from './own-words.tsx';
import { PagePart } from './page-part.tsx';
import { PageText } from './page-text.tsx';
import { Fields } from './parts.tsx';
import { Pictures } from './pictures.tsx';
import { PostPart } from './post-part.tsx';

/** One exhibit: what was seen and where, its times, how it was recorded, and its files. */
export function ExhibitSection(props: { readonly exhibit: ReportExhibit; readonly facts: ReportFacts }) {
  const { exhibit, facts } = props;
  const { entry, record } = exhibit;
  const id = exhibitDirectory(entry.reference);
  return (
    <section class="sheet exhibit" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        {facts.words.Exhibit} {entry.reference}
      </h2>
      <p>
        {scopeWords[record.scope]}
        {record.page !== undefined && (
          <>
            {', on a page titled “'}
            <PageText text={record.page.title} />”
          </>
        )}
        . {record.outcome === 'complete' && `${outcomeWords.complete}; ${checksLine(checksOf(record))}.`}
      </p>
      {record.outcome === 'partial' && <p class="notice">{outcomeWords.partial}</p>}
      {isUnwitnessed(exhibit, facts) && <p class="notice">{unwitnessedSentence}</p>}
      <ChecksLines record={record} />
      <Pictures exhibit={exhibit} words={facts.words} />
      {record.post !== undefined && <PostPart post={record.post} />}
      <ClocksPart record={record} />
      <OwnWords entry={entry} facts={facts} />
      {record.page !== undefined && <PagePart page={record.page} software={record.software} />}
      <Recording record={record} />
      <div class="detail">
        <FilesPart exhibit={exhibit} />
      </div>
      <p class="aside">
        Everything that was recorded, as data: <code>{entry.directory}/capture.json</code>
      </p>
    </section>
  );
}

/** Whether the event of the recording is among the lost ones. False when the chain is whole. */
function isUnwitnessed({ entry }: ReportExhibit, { input }: ReportFacts): boolean {
  return (
    input.caseRecord.lostEvents !== undefined &&
    !input.custody.some(
      ({ action, subject }) => action === 'capture.committed' && subject.captureId === entry.captureId,
    )
  );
}

const unwitnessedSentence =
  'The list of what was done does not say that or when this was recorded. Part of that list is lost, and this may have stood there. The times below are those of the recording itself, which nothing in the list bears out.';

/** How the recording went: each step that was not done, and what the program did to the page. */
function Recording({ record }: { readonly record: CaptureRecord }) {
  const unfinished = record.steps.filter(step => step.outcome !== 'done');
  return (
    <>
      <div class={record.outcome === 'partial' ? 'recording' : 'detail'}>
        <Steps unfinished={unfinished} />
      </div>
      <Fields fields={[['Changed by Holdfast', <Changes key="changes" record={record} />]]} />
    </>
  );
}

function Changes({ record: { pageChanges } }: { readonly record: CaptureRecord }) {
  if (pageChanges.length === 0) return <>nothing</>;
  return (
    <>
      {pageChanges.map((change, index) => (
        <>
          {index > 0 && <br />}
          <PageText key={index} text={change.detail} />
        </>
      ))}
    </>
  );
}

function Steps({ unfinished }: { readonly unfinished: CaptureRecord['steps'] }) {
  return (
    <>
      <h3>How it was recorded</h3>
      {unfinished.length === 0 ? (
        <p>Every step was done.</p>
      ) : (
        <ul>
          {unfinished.map(step => (
            <li key={step.step}>
              {stepWords[step.step]}: <strong>{stepOutcomeWords[step.outcome]}</strong>
              {step.reason !== undefined && (
                <>
                  {'. '}
                  <PageText text={step.reason} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
