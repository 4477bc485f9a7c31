import type { Case } from '../../../model/case.ts';
import type { Reporter } from '../../../model/reporter.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { caseHref } from '../route.ts';
import { KeepItem } from './keep-item.tsx';
import { useRequests } from './use-requests.ts';

/** For each platform on which something was recorded: how to ask it to keep the data, and the state of that. */
export function KeepView({ caseFile }: { readonly caseFile: Case }) {
  const read = useRequests(caseFile.id);
  if (read.state === 'waiting') return <p class="muted">Reading the log…</p>;
  if (read.state === 'failed') return <FaultNotice error={read.error} />;
  const { found, reporter } = read.value;
  return (
    <>
      <section aria-labelledby="keep-title">
        <h2 id="keep-title">Ask the platform to keep it</h2>
        <p>
          Websites delete things: when a person removes a post, closes an account, or simply after some time.
          A platform can be asked to keep what it has until a court or the police ask for it. This is called a
          preservation request.
        </p>
        {reporter.capacity === 'officer' ? (
          <ForAnOfficer />
        ) : (
          <WhatToDo caseFile={caseFile} reporter={reporter} />
        )}
        {found.length === 0 && <p>Nothing has been recorded in this case yet.</p>}
      </section>
      {found.map((each, index) => (
        <KeepItem
          key={each.recipient.key}
          id={`keep-${index + 1}`}
          caseFile={caseFile}
          found={each}
          reporter={reporter}
        />
      ))}
    </>
  );
}

function ForAnOfficer() {
  return (
    <p>
      The papers are filled in with your details from <a href="options.html#who">Settings</a>. Your single
      point of contact for communications data (SPoC) can send them, or say how.
    </p>
  );
}

function WhatToDo({ caseFile, reporter }: { readonly caseFile: Case; readonly reporter: Reporter }) {
  const whose = reporter.capacity === 'helper' ? 'the person you help' : 'you';
  return (
    <>
      <p>Most platforms answer only the police. This is the order that works best:</p>
      <ol>
        <li>Record what matters first, before it can be deleted.</li>
        <li>
          <a href={caseHref(caseFile.id, 'export')}>Export the case</a>, give the file to the police, and ask
          them to send the request. The papers below are a draft for them.
        </li>
        <li>
          Then report the post in the app. A report can make it disappear, so that nobody can look at it any
          more.
        </li>
        <li>Then block the account, if {whose} want to. You do not have to answer it.</li>
      </ol>
      <p>A platform does not tell the police for you when you report a post in the app.</p>
    </>
  );
}
