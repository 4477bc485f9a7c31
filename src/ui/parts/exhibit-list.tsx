import { useId, useState } from 'preact/hooks';
import type { ExhibitSummary, KeptExhibit } from '../../evidence/reader.ts';
import { platformName } from '../../matter/platform-names.ts';
import { PageText, PageTextBlock } from '../../reports/report/page-text.tsx';
import { Moment } from './moment.tsx';

interface ExhibitListProps {
  readonly exhibits: readonly ExhibitSummary[];
  readonly href: (exhibit: ExhibitSummary) => string;
  /** True where the list is beside another page, so that a link opens a new tab. */
  readonly newTab?: boolean;
}

/** Exhibits in the order given. Their contents are hidden until asked for. */
export function ExhibitList({ exhibits, href, newTab = false }: ExhibitListProps) {
  return (
    <ul class="exhibit-list">
      {exhibits.map(exhibit => (
        <li key={exhibit.captureId} data-reference={exhibit.reference}>
          <div class="exhibit-row">
            <h3>
              <a href={href(exhibit)} {...(newTab ? { target: '_blank' } : {})}>
                {nameOf(exhibit)}
              </a>
            </h3>
            {exhibit.state === 'kept' ? <Kept exhibit={exhibit} /> : <NotKept exhibit={exhibit} />}
          </div>
          {exhibit.state === 'kept' && <Excerpt exhibit={exhibit} />}
        </li>
      ))}
    </ul>
  );
}

function Kept({ exhibit }: { readonly exhibit: KeptExhibit }) {
  const account = exhibit.handle ?? exhibit.displayName;
  const labels = [
    ...(exhibit.outcome === 'partial' ? ['Partial'] : []),
    ...(exhibit.awaitsTimeStamp ? ['Waiting for the time-stamp authority'] : []),
    ...(exhibit.awaitsSecondStamp ? ['Waiting for the second time-stamp'] : []),
    ...exhibit.tags,
  ];
  return (
    <>
      <p>
        <Moment at={exhibit.capturedAt} />
      </p>
      <p class="muted">
        {siteOf(exhibit)}
        {account !== undefined && (
          <>
            {' · '}
            <PageText text={account} />
          </>
        )}
      </p>
      <p class="labels">
        {labels.map(label => (
          <span class="label" key={label}>
            {label}
          </span>
        ))}
      </p>
    </>
  );
}

function NotKept({ exhibit }: { readonly exhibit: Exclude<ExhibitSummary, KeptExhibit> }) {
  return (
    <>
      {exhibit.state === 'erased' && (
        <p class="muted">
          <Moment at={exhibit.erasedAt} />
        </p>
      )}
      <p>
        <span class="label">{exhibit.state === 'erased' ? 'Erased' : 'Damaged'}</span>
      </p>
    </>
  );
}

function Excerpt({ exhibit }: { readonly exhibit: KeptExhibit }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (exhibit.excerpt === undefined || exhibit.excerpt === '') return null;
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

function nameOf(exhibit: ExhibitSummary): string {
  return exhibit.reference ?? `Number ${exhibit.number}`;
}

/** The name of the platform, or of the site when no platform claims the page. */
function siteOf(exhibit: KeptExhibit): string {
  if (exhibit.platform !== undefined && exhibit.platform !== 'web') return platformName(exhibit.platform);
  return URL.canParse(exhibit.address) ? new URL(exhibit.address).hostname : 'Web page';
}
