import { useId, useState } from 'preact/hooks';
import type { ExhibitSummary } from '../../evidence/reader.ts';
import { PageText, PageTextBlock } from '../../reports/report/page-text.tsx';
import { platformName } from '../../reports/words/platform.ts';
import { Moment } from './moment.tsx';

/** Exhibits in the order given. What they hold is not shown until it is asked for. */
export function ExhibitList({
  exhibits,
  href,
  newTab = false,
}: {
  readonly exhibits: readonly ExhibitSummary[];
  readonly href: (exhibit: ExhibitSummary) => string;
  readonly newTab?: boolean;
}) {
  return (
    <ul class="exhibit-list">
      {exhibits.map(exhibit => (
        <li key={exhibit.captureId} data-reference={exhibit.reference}>
          <ExhibitRow exhibit={exhibit} href={href(exhibit)} newTab={newTab} />
        </li>
      ))}
    </ul>
  );
}

function ExhibitRow({
  exhibit,
  href,
  newTab,
}: {
  readonly exhibit: ExhibitSummary;
  readonly href: string;
  readonly newTab: boolean;
}) {
  const account = exhibit.handle ?? exhibit.displayName;
  return (
    <>
      <div class="exhibit-row">
        <h3>
          <a href={href} {...(newTab ? { target: '_blank' } : {})}>
            {exhibit.reference}
          </a>
        </h3>
        <p>
          <Moment at={exhibit.capturedAt} />
        </p>
        {exhibit.erasedAt === undefined && (
          <p class="muted">
            {platformOf(exhibit)}
            {account !== undefined && (
              <>
                {' · '}
                <PageText text={account} />
              </>
            )}
          </p>
        )}
        <Labels exhibit={exhibit} />
      </div>
      {exhibit.erasedAt === undefined && <Excerpt exhibit={exhibit} />}
    </>
  );
}

function Labels({ exhibit }: { readonly exhibit: ExhibitSummary }) {
  const labels = [
    ...(exhibit.erasedAt === undefined ? [] : ['Erased']),
    ...(exhibit.outcome === 'partial' && exhibit.erasedAt === undefined ? ['Partial'] : []),
    ...exhibit.tags,
  ];
  if (labels.length === 0) return null;
  return (
    <p>
      {labels.map(label => (
        <span class="label" key={label}>
          {label}
        </span>
      ))}
    </p>
  );
}

function Excerpt({ exhibit }: { readonly exhibit: ExhibitSummary }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (exhibit.excerpt === '') return null;
  return (
    <>
      <button
        type="button"
        class="plain"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Hide text' : 'Show text'}
        <span class="visually-hidden"> of {exhibit.reference}</span>
      </button>
      <div id={id} hidden={!open}>
        {open && <PageTextBlock text={exhibit.excerpt} label={`Text of ${exhibit.reference}`} />}
      </div>
    </>
  );
}

/** The name of the platform, or of the site where no platform claims the page. */
function platformOf(exhibit: ExhibitSummary): string {
  if (exhibit.platform !== undefined && exhibit.platform !== 'web') return platformName(exhibit.platform);
  return URL.canParse(exhibit.address) ? new URL(exhibit.address).hostname : 'Web page';
}
