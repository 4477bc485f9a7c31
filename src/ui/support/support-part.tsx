import type { Jurisdiction } from '../../model/details.ts';
import { jurisdictionWords } from '../../words/jurisdiction.ts';
import { supportFor } from './support.ts';
import { SupportByPlace, SupportChecked, SupportList } from './support-list.tsx';

/** Everybody who can help in the case's jurisdiction; the others are folded. */
export function SupportPart({ jurisdiction }: { readonly jurisdiction: Jurisdiction | undefined }) {
  return (
    <section aria-labelledby="support">
      <h2 id="support" tabIndex={-1}>
        Support
      </h2>
      <p>
        You do not have to go through this alone, and you do not have to report anything to get support. These
        people do not know that you use Holdfast.
      </p>
      {jurisdiction !== undefined && <p>For {jurisdictionWords[jurisdiction].name}, as your case says:</p>}
      <SupportByPlace jurisdiction={jurisdiction} />
      {jurisdiction !== undefined && (
        <details>
          <summary>Support in every part of the United Kingdom</summary>
          <SupportByPlace jurisdiction={undefined} />
        </details>
      )}
      <p class="muted">
        Calls can stand on a phone bill, and websites stay in the browser’s history. Nothing here is opened or
        dialled unless you do it.
      </p>
      <SupportChecked />
    </section>
  );
}

/** A short path for somebody who reads that someone else may end their life. Nothing is sent on anybody's behalf. */
export function WorriedPart({ jurisdiction }: { readonly jurisdiction: Jurisdiction | undefined }) {
  return (
    <section aria-labelledby="worried-title">
      <h2 id="worried-title">If you worry about what someone else posts</h2>
      <p>When a post sounds as if someone may hurt themselves or end their life:</p>
      <ol>
        <li>
          <strong>If it may happen now, call 999.</strong> Say what you read, where, and the name of the
          account. You do not need to know who or where they are.
        </li>
        <li>
          If you know someone close to them whom you trust, you can tell that person. If a child is in danger,
          the police are the first to tell.
        </li>
        <li>
          Report the post in the app, as worry about suicide or self-harm. Many platforms then show the person
          where help is. If the post is also abuse of you, record it first.
        </li>
        <li>Talk to someone yourself. It is a lot to carry:</li>
      </ol>
      <SupportList entries={supportFor(jurisdiction).filter(({ topic }) => topic === 'distress')} />
      <p class="muted">Holdfast sends nothing to anybody, and does not guess how someone feels.</p>
    </section>
  );
}
