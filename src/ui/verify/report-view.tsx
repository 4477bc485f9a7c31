import type { ReceivedReport, VerificationReport } from '../../model/finding.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { sizeWords } from '../../words/artifacts.ts';
import { londonWords, utcWords } from '../../words/times.ts';
import { DigestField } from './digest-field.tsx';
import { FindingList } from './finding-list.tsx';
import { MomentsPart } from './moments-part.tsx';
import { VerdictLine } from './verdict-line.tsx';
import { verdictWords } from './words.ts';

/** The findings in one file: the verdict, what the file says of itself, the digests to compare, the findings. */
export function ReportView({ report }: { readonly report: VerificationReport }) {
  const { summary } = report;
  return (
    <section class="report" data-verdict={report.verdict}>
      <h3>
        <PageText text={report.file} />
      </h3>
      <VerdictLine verdict={report.verdict} />
      <dl class="facts">
        {facts(report).map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
      {report.sha256 !== undefined && (
        <DigestField
          name="SHA-256 of the ZIP file"
          other="SHA-256 written down elsewhere"
          sha256={report.sha256}
        />
      )}
      {summary.signerFingerprint !== undefined && (
        <DigestField
          name="Fingerprint of the signing certificate"
          other="Fingerprint written down elsewhere"
          sha256={summary.signerFingerprint}
        />
      )}
      <MomentsPart findings={report.findings} />
      <FindingList findings={report.findings} />
      {report.received?.map(received => (
        <ReceivedInside key={received.path} received={received} />
      ))}
    </section>
  );
}

/** A received file inside the file, with a verdict of its own. */
function ReceivedInside({ received }: { readonly received: ReceivedReport }) {
  const { path, verdictThen, report } = received;
  return (
    <section class="received-inside" data-inside={report.verdict}>
      <h4>
        Received inside: <PageText text={path} />
      </h4>
      <VerdictLine verdict={report.verdict} />
      <p>When it was received, the check said: {verdictWords[verdictThen].word.toLowerCase()}.</p>
      <FindingList findings={report.findings} />
      {report.received?.map(each => (
        <ReceivedInside key={each.path} received={each} />
      ))}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <PageText text={value} />
      </dd>
    </>
  );
}

function facts({ size, summary }: VerificationReport): readonly (readonly [name: string, value: string])[] {
  const { title, references, exportedAt, volume, volumes } = summary;
  const several = volume !== undefined && volumes !== undefined && volumes > 1;
  return [
    ['Size', sizeWords(size)],
    ...(title === undefined ? [] : [['Case, as the file says', title] as const]),
    ...(references.length === 0 ? [] : [['Exhibits', references.join(', ')] as const]),
    ...(exportedAt === undefined
      ? []
      : [
          [
            'Exported, by the producer’s clock',
            `${utcWords(exportedAt)} (${londonWords(exportedAt)})`,
          ] as const,
        ]),
    ...(several ? [['ZIP file', `${volume} of ${volumes}`] as const] : []),
  ];
}
