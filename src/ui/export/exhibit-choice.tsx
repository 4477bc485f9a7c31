import { accountName, platformName } from '../../matter/platform-names.ts';
import type { CaptureRecord } from '../../model/capture.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { scopeWords } from '../../words/artifacts.ts';
import { Moment } from '../parts/moment.tsx';

interface ExhibitChoiceProps {
  readonly records: readonly CaptureRecord[];
  readonly leftOut: readonly string[];
  readonly onChange: (leftOut: readonly string[]) => void;
}

/** Every exhibit with a box. One that is left out keeps its number, which the file lists as not chosen. */
export function ExhibitChoice({ records, leftOut, onChange }: ExhibitChoiceProps) {
  const chosen = records.filter(({ reference }) => !leftOut.includes(reference));
  const toggle = (reference: string, isChosen: boolean) =>
    onChange(isChosen ? leftOut.filter(each => each !== reference) : [...leftOut, reference]);
  return (
    <details id="choose-exhibits">
      <summary>
        Exhibits:{' '}
        {chosen.length === records.length ? `all ${records.length}` : `${chosen.length} of ${records.length}`}
      </summary>
      <p>
        What you leave out is not in the file. Its number is listed as not chosen, so that nobody can say that
        something was hidden. Keep also what does not look good for you: it shows that the file is fair.
      </p>
      <div class="button-row">
        <button type="button" onClick={() => onChange([])}>
          Choose all
        </button>
        <button type="button" onClick={() => onChange(records.map(({ reference }) => reference))}>
          Choose none
        </button>
      </div>
      <ul class="choice-list">
        {records.map(record => (
          <li key={record.id}>
            <label class="check">
              <input
                type="checkbox"
                checked={!leftOut.includes(record.reference)}
                onChange={event => toggle(record.reference, event.currentTarget.checked)}
              />{' '}
              <strong>{record.reference}</strong> <What record={record} />
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

function What({ record }: { readonly record: CaptureRecord }) {
  const { post } = record;
  const account = post && accountName(post.account);
  return (
    <span class="muted">
      {post === undefined ? scopeWords[record.scope] : platformName(post.platform)}
      {account !== undefined && (
        <>
          {' · '}
          <PageText text={account} />
        </>
      )}
      {' · '}
      <Moment at={record.clocks?.capturedAt ?? record.startedAt} />
    </span>
  );
}
