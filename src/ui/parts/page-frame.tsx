import type { ComponentChildren } from 'preact';
import type { Jurisdiction } from '../../model/details.ts';
import { SupportHelp } from '../support/support-help.tsx';

/**
 * The frame of every page in a tab: skip link, header with links, content, and where to find help. The support shown is
 * that of the jurisdiction, where the page knows it.
 */
export function PageFrame({
  children,
  narrow = false,
  jurisdiction,
}: {
  readonly children: ComponentChildren;
  readonly narrow?: boolean;
  readonly jurisdiction?: Jurisdiction | undefined;
}) {
  return (
    <>
      <button type="button" class="skip-link" onClick={focusMain}>
        Skip to the content
      </button>
      <header class="page-header">
        <p class="page-name">Holdfast</p>
        <PageLinks />
      </header>
      <main id="main" class={narrow ? 'page-main narrow' : 'page-main'} tabIndex={-1}>
        {children}
      </main>
      <footer class="page-footer">
        <p>
          In danger now? Call 999. Help that is not urgent: call the police on 101, or see{' '}
          <a href="welcome.html">Help and safety</a>.
        </p>
        <SupportHelp jurisdiction={jurisdiction} />
      </footer>
    </>
  );
}

/** Called by a button rather than a link: the hash of the case page is its route, which skipping must not change. */
function focusMain(): void {
  document.getElementById('main')?.focus();
}

function PageLinks() {
  return (
    <nav aria-label="Pages">
      <ul class="link-row">
        <li>
          <a href="case.html">Log</a>
        </li>
        <li>
          <a href="verify.html">Check a file</a>
        </li>
        <li>
          <a href="options.html">Settings</a>
        </li>
        <li>
          <a href="welcome.html">Help and safety</a>
        </li>
      </ul>
    </nav>
  );
}
