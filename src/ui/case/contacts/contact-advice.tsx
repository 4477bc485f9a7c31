import type { Case } from '../../../model/case.ts';
import type { Jurisdiction } from '../../../model/details.ts';
import { caseHref } from '../route.ts';

/** The order of steps that loses nothing, and what platforms do not do. */
export function OrderOfSteps({ caseFile }: { readonly caseFile: Case }) {
  return (
    <>
      <p>If you can choose, this order loses nothing:</p>
      <ol id="order-of-steps">
        <li>
          <strong>Record</strong> what matters. You can report without a full record.
        </li>
        <li>
          <strong>Keep</strong> it:{' '}
          <a href={caseHref(caseFile.id, 'keep')}>ask the platform to keep its data</a>, or ask the police to
          do so.
        </li>
        <li>
          <strong>Police</strong>, if you want: <a href={caseHref(caseFile.id, 'export')}>export the case</a>{' '}
          and give them the file.
        </li>
        <li>
          <strong>Report</strong> the post to the platform. It may then disappear, for the police too.
        </li>
        <li>
          <strong>Block</strong> the account, if you want. You do not have to answer it.
        </li>
      </ol>
      <p>
        <strong>A platform does not tell the police for you</strong> when you report a post to it. If you are
        in danger, do not wait for any of this: call 999.
      </p>
    </>
  );
}

const bodies = {
  'england-wales': 'the Independent Office for Police Conduct (IOPC)',
  scotland: 'the Police Investigations and Review Commissioner (PIRC)',
  'northern-ireland': 'the Police Ombudsman for Northern Ireland',
} as const satisfies Readonly<Record<Jurisdiction, string>>;

const places = {
  'england-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const satisfies Readonly<Record<Jurisdiction, string>>;

/** What to do when the person complained of, or the one it was reported to, works for the police. */
export function AboutThePolice({ jurisdiction }: { readonly jurisdiction: Jurisdiction | undefined }) {
  const shown =
    jurisdiction === undefined
      ? (['england-wales', 'scotland', 'northern-ireland'] as const)
      : [jurisdiction];
  return (
    <details id="about-the-police">
      <summary>If the other person works for the police, or the police did not help</summary>
      <p>
        <strong>You choose whom you give the file to.</strong> Holdfast sends it to nobody. The person you
        complain of may be a police officer: then do not hand it to their station.
      </p>
      <ul>
        <li>
          Every force has people who look into its own staff, often called the professional standards
          department (PSD). You can ask for them, or go to another force.
        </li>
        {shown.map(each => (
          <li key={each}>
            In {places[each]}, complaints about the police can also go to {bodies[each]}.
          </li>
        ))}
        <li>A solicitor can do it for you.</li>
      </ul>
      <p>
        <span class="label">not confirmed</span> Check who is responsible before you send anything. The list
        of contacts below shows what was said, and when, if you complain later.
      </p>
    </details>
  );
}
