import type { CaptureRecord } from '../../model/capture.ts';
import { type CaptureCheck, checksOf, missedChecks } from '../../model/capture-check.ts';
import { checkResultWords, checksLine, checkWords, noChecksWords } from '../../model/capture-check-words.ts';
import { PageText } from './page-text.tsx';

/**
 * What was checked while an exhibit was recorded, and what was not and why, each in one paragraph. Where every check
 * held, the first line already says so, and the printed report has no more of it.
 */
export function ChecksLines({ record }: { readonly record: CaptureRecord }) {
  const checks = checksOf(record);
  if (checks.length === 0) return null;
  const held = checks.filter(({ result }) => result === 'held');
  const others = checks.filter(({ result }) => result !== 'held');
  return (
    <div class={missedChecks(record).length > 0 ? 'checked' : 'detail'}>
      <p>
        <strong>What was checked:</strong>{' '}
        {held.length === 0 ? 'nothing' : held.map(({ check }) => checkWords[check]).join('; ')}.
      </p>
      <p>
        <strong>What was not:</strong> {others.length === 0 ? 'nothing; every check was made and held.' : ''}
        {others.map((check, index) => (
          <Other key={check.check} check={check} isLast={index === others.length - 1} />
        ))}
      </p>
    </div>
  );
}

function Other({ check, isLast }: { readonly check: CaptureCheck; readonly isLast: boolean }) {
  const { detail } = check;
  return (
    <>
      {checkWords[check.check]} ({checkResultWords[check.result]}
      {detail !== '' && (
        <>
          {': '}
          <PageText text={detail.replace(/\.$/, '')} />
        </>
      )}
      ){isLast ? '.' : '; '}
    </>
  );
}

/** The same for a screen: one line, which opens to show every check with its sentence. */
export function FoldedChecks({ record }: { readonly record: CaptureRecord }) {
  const checks = checksOf(record);
  if (checks.length === 0) return <p class="muted">{noChecksWords}</p>;
  return (
    <details class="checked" data-missed={missedChecks(record).length}>
      <summary>{sentence(checksLine(checks))}</summary>
      <ul>
        {checks.map(({ check, result, detail }) => (
          <li key={check}>
            {sentence(`${checkWords[check]}: ${checkResultWords[result]}`)} <PageText text={detail} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
