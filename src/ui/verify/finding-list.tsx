import { checkedExhibits, isOfChecks } from '../../model/checked-exhibits.ts';
import type { Finding } from '../../model/finding.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { findingGroups } from './words.ts';

/** Findings in the order in which a reader needs them. Subjects and details are text, whatever the file holds. */
export function FindingList({ findings: all }: { readonly findings: readonly Finding[] }) {
  const findings = all.filter(finding => !isOfChecks(finding));
  return (
    <>
      <Groups findings={findings} folded={false} />
      <CheckedWhileRecording findings={all} />
      <Groups findings={findings} folded />
    </>
  );
}

function Groups({ findings, folded }: { readonly findings: readonly Finding[]; readonly folded: boolean }) {
  return (
    <>
      {findingGroups
        .filter(group => group.folded === folded)
        .map(({ severity, heading }) => {
          const members = findings.filter(finding => finding.severity === severity);
          if (members.length === 0) return null;
          if (folded) {
            return (
              <details key={heading}>
                <summary>
                  {heading} ({members.length})
                </summary>
                <Findings findings={members} />
              </details>
            );
          }
          return (
            <section key={heading} class="findings">
              <h4>
                {heading} ({members.length})
              </h4>
              <Findings findings={members} />
            </section>
          );
        })}
    </>
  );
}

/** What each record says of its own checks: one line for each exhibit, which opens to show every check. */
function CheckedWhileRecording({ findings }: { readonly findings: readonly Finding[] }) {
  const exhibits = checkedExhibits(findings);
  if (exhibits.length === 0) return null;
  const well = exhibits.filter(({ isAllWell }) => isAllWell).length;
  return (
    <details class="checked-exhibits">
      <summary>
        Checked while recording: every check held in {well} of {exhibits.length}
      </summary>
      <ul class="events">
        {exhibits.map(({ subject, line, findings: those }) => (
          <li key={subject}>
            <details>
              <summary>
                <PageText text={subject} />: {line}
              </summary>
              <Findings findings={those} />
            </details>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul class="events">
      {findings.map((finding, index) => (
        <li key={`${index} ${finding.code}`}>
          <PageText text={finding.detail} />
          <br />
          <span class="muted">
            <code>
              <PageText text={finding.subject} />
            </code>{' '}
            · <code>{finding.code}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
