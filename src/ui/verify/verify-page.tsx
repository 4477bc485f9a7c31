import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TrustedRoot } from '../../bundle/trusted-roots.ts';
import type { GroupReport } from '../../bundle/verify/verify-group.ts';
import type { VerificationReport } from '../../model/finding.ts';
import type { Check } from './check.ts';
import { FileChooser } from './file-chooser.tsx';
import { FindingList } from './finding-list.tsx';
import { ReportView } from './report-view.tsx';
import { RootsForCheck } from './roots-for-check.tsx';
import { type CheckState, useCheck } from './use-check.ts';
import { VerdictLine } from './verdict-line.tsx';
import { limits } from './words.ts';

interface VerifyPageProps {
  readonly check: Check;
  /** Offers to keep what was checked. Absent where there is no log. */
  readonly keep?: (files: readonly File[], reports: readonly VerificationReport[]) => ComponentChildren;
}

/** Checks exported ZIP files and shows the findings. The same in the extension and in `verify.html`. */
export function VerifyPage({ check, keep }: VerifyPageProps) {
  const { state, start, stop } = useCheck(check);
  const [roots, setRoots] = useState<readonly TrustedRoot[]>([]);
  const [files, setFiles] = useState<readonly File[]>([]);
  const begin = (chosen: readonly File[], trusted: readonly TrustedRoot[]) => {
    setFiles(chosen);
    setRoots(trusted);
    const pems = trusted.map(({ pem }) => pem);
    if (chosen.length > 0) void start(chosen, pems);
  };
  return (
    <>
      <h1>Check a file</h1>
      <section>
        <FileChooser
          onFiles={chosen => begin(chosen, roots)}
          {...(keep !== undefined && {
            fate: 'Nothing is unpacked or sent, and it is kept only if you say so.',
          })}
        />
        <RootsForCheck roots={roots} onRoots={found => begin(files, found)} />
        <CheckRunning state={state} onStop={stop} />
      </section>
      {state.kind === 'done' && <CheckResult result={state.result} />}
      {state.kind === 'done' && keep?.(state.files, state.result.reports)}
      <p class="limits">{limits}</p>
    </>
  );
}

/** The progress of a check, or how it ended without a result. */
export function CheckRunning({ state, onStop }: { readonly state: CheckState; readonly onStop: () => void }) {
  if (state.kind === 'stopped') return <p role="status">Stopped. Nothing was found out.</p>;
  if (state.kind === 'failed') {
    return (
      <p role="alert" class="notice grave">
        The check itself failed. The file was not changed. Try once more, or use the commands in
        HOW-TO-VERIFY.txt.
      </p>
    );
  }
  if (state.kind !== 'running') return null;
  const label = `Checking ${state.names.length === 1 ? 'one file' : `${state.names.length} files`}`;
  return (
    <div class="running">
      <p role="status">{label} …</p>
      <progress max={1} value={state.share} aria-label={label} />
      <button type="button" onClick={onStop}>
        Stop
      </button>
    </div>
  );
}

/** The findings in files that were checked together. */
export function CheckResult({ result }: { readonly result: GroupReport }) {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => place.current?.focus(), [result]);
  const isGroup = result.reports.length > 1 || result.group.some(finding => finding.severity !== 'success');
  return (
    <>
      <h2 ref={place} tabIndex={-1} class="found">
        What was found
      </h2>
      {isGroup && (
        <section data-verdict={result.verdict}>
          <h3>All files together</h3>
          <VerdictLine verdict={result.verdict} />
          <FindingList findings={result.group} />
        </section>
      )}
      {result.reports.map((report, index) => (
        <ReportView key={`${index} ${report.file}`} report={report} />
      ))}
    </>
  );
}
