import type { Jurisdiction } from '../../model/details.ts';
import { jurisdictionWords } from '../../words/jurisdiction.ts';
import { dayWords } from '../parts/days.ts';
import { type SupportEntry, supportChecked, supportFor, supportGroups } from './support.ts';

/** Places to turn to. Numbers and addresses are text: none is dialled or fetched. */
export function SupportList({ entries }: { readonly entries: readonly SupportEntry[] }) {
  return (
    <ul class="support">
      {entries.map(entry => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

function Entry({ entry }: { readonly entry: SupportEntry }) {
  const { id, name, forWhom, phone, text, web, hours, note, confirmed } = entry;
  return (
    <li data-support={id}>
      <strong>{name}</strong>. {forWhom}.
      {phone !== undefined && (
        <>
          {' '}
          Phone <span class="number">{phone}</span>.
        </>
      )}
      {text !== undefined && (
        <>
          {' '}
          Text <span class="number">{text}</span>.
        </>
      )}
      {hours !== undefined && <span class="muted"> Hours: {hours}.</span>}
      {note !== undefined && <span class="muted"> {note}</span>}
      {web !== undefined && <> Web: {confirmed ? <WebLink web={web} /> : web}</>}
      {!confirmed && (
        <>
          {' '}
          <span class="label">not confirmed</span>
        </>
      )}
    </li>
  );
}

function WebLink({ web }: { readonly web: string }) {
  return (
    <a href={`https://${web}`} target="_blank" rel="noopener noreferrer">
      {web}
    </a>
  );
}

/** The places for the jurisdiction; when it is not known, all places grouped by where they are. */
export function SupportByPlace({ jurisdiction }: { readonly jurisdiction: Jurisdiction | undefined }) {
  if (jurisdiction !== undefined) return <SupportList entries={supportFor(jurisdiction)} />;
  return (
    <>
      {supportGroups().map(group => (
        <div key={group.jurisdiction ?? 'everywhere'} data-place={group.jurisdiction ?? 'everywhere'}>
          <h3>
            {group.jurisdiction === undefined
              ? 'Everywhere in the United Kingdom'
              : jurisdictionWords[group.jurisdiction].name}
          </h3>
          <SupportList entries={group.entries} />
        </div>
      ))}
    </>
  );
}

/** When the numbers were last checked, and what the mark on some of them means. */
export function SupportChecked() {
  return (
    <p class="muted">
      Last looked at on <time dateTime={supportChecked}>{dayWords(supportChecked)}</time>. Numbers and hours
      change. “Not confirmed” means that we could not read it on a page of theirs.
    </p>
  );
}
