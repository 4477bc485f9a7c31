import { PageText } from '../../reports/report/page-text.tsx';
import type { OwnTraces } from './own-traces.ts';

const mostNamed = 12;

/** Traces of the person themselves that the pictures may show; nothing when the records have none. */
export function OwnTracesNotice({ traces }: { readonly traces: OwnTraces }) {
  const { accounts, signedIn, wide } = traces;
  if (signedIn.length === 0 && wide.length === 0) return null;
  return (
    <div class="notice" id="own-traces">
      <p>
        <strong>You may be in the pictures yourself.</strong> Your name, your photo, other people or your
        other chats may be seen. Holdfast cannot tell. Look at the pictures before you give them away.
      </p>
      <ul>
        {signedIn.length > 0 && (
          <li>
            Recorded while signed in as <PageText text={accounts.join(', ')} />: {named(signedIn)}
          </li>
        )}
        {wide.length > 0 && <li>Pictures of more than one post: {named(wide)}</li>}
      </ul>
    </div>
  );
}

function named(references: readonly string[]): string {
  const shown = references.slice(0, mostNamed).join(', ');
  return references.length > mostNamed ? `${shown} and ${references.length - mostNamed} more` : shown;
}
