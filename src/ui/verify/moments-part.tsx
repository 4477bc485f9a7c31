import type { Finding } from '../../model/finding.ts';
import { PageText } from '../../reports/report/page-text.tsx';

/** Which authority vouches for which moment, what does not hold, and what was not checked. */
export function MomentsPart({ findings }: { readonly findings: readonly Finding[] }) {
  const about = findings.filter(({ code }) => code.startsWith('time-stamp.'));
  const vouched = about.filter(({ code }) => code === 'time-stamp.moment.vouched');
  const unknown = about.filter(({ code }) => code === 'time-stamp.moment.not-checked');
  const failed = about.filter(({ severity }) => severity === 'failure');
  if (vouched.length + unknown.length + failed.length === 0) return null;
  return (
    <section class="findings" id="moments">
      <h4>Time-stamps</h4>
      <Moments
        name="vouched"
        words="An authority that you trust vouches for these moments:"
        findings={vouched}
      />
      <Moments
        name="unknown"
        words="Not checked: the root of the authority is unknown here. Give its certificate above."
        findings={unknown}
      />
      <Moments name="failed" words="These do not hold:" findings={failed} />
    </section>
  );
}

interface MomentsProps {
  readonly name: string;
  readonly words: string;
  readonly findings: readonly Finding[];
}

function Moments({ name, words, findings }: MomentsProps) {
  if (findings.length === 0) return null;
  return (
    <div data-moments={name}>
      <p>{words}</p>
      <ul>
        {findings.map((finding, index) => (
          <li key={`${index} ${finding.subject}`}>
            <PageText text={finding.detail} />{' '}
            <span class="muted">
              <code>
                <PageText text={finding.subject} />
              </code>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
