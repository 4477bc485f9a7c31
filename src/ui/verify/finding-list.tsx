import type { Finding } from '../../model/finding.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { findingGroups } from './words.ts';

/** Findings by what a reader needs first. Every subject and detail is text, whatever the file put there. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <>
      {findingGroups.map(({ severity, heading, folded }) => {
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
