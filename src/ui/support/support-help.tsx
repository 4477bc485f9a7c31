import type { Jurisdiction } from '../../model/details.ts';
import { firstSupport } from './support.ts';
import { SupportChecked, SupportList } from './support-list.tsx';

interface SupportHelpProps {
  readonly jurisdiction: Jurisdiction | undefined;
  /** Opens the page with all places, where a plain link would not do. */
  readonly onMore?: () => void;
  /** True where the link opens a new tab, as beside another page. */
  readonly newTab?: boolean;
}

/** Who can help now, folded until it is asked for: 999 first, with a link to all the others. */
export function SupportHelp({ jurisdiction, onMore, newTab = false }: SupportHelpProps) {
  return (
    <details class="support-help">
      <summary>Support: people who can help</summary>
      <SupportList entries={firstSupport(jurisdiction)} />
      <SupportChecked />
      <p>
        {onMore === undefined ? (
          <a href="welcome.html#support" {...(newTab ? { target: '_blank', rel: 'noopener' } : {})}>
            All support
          </a>
        ) : (
          <button type="button" class="plain" id="open-support" onClick={onMore}>
            All support
          </button>
        )}
      </p>
    </details>
  );
}
