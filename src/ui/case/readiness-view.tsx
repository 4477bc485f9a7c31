import {
  type ReadinessItem,
  type ReadinessPlace,
  readinessLines,
  readinessOf,
} from '../../matter/readiness.ts';
import type { Case } from '../../model/case.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { caseHref, exhibitHref } from './route.ts';
import { useMatter } from './use-matter.ts';

/** What would help, each with its reason and a link. These are hints: nothing depends on them. */
export function ReadinessView({ caseFile }: { readonly caseFile: Case }) {
  const read = useMatter(caseFile.id);
  if (read.state === 'waiting') return <p class="muted">Reading the log…</p>;
  if (read.state === 'failed') return <FaultNotice error={read.error} />;
  const items = readinessOf(read.value);
  return (
    <section aria-labelledby="ready-title">
      <h2 id="ready-title">What would help</h2>
      <p class="notice">
        <strong>{readinessLines[0]}</strong> {readinessLines[1]}
      </p>
      {items.length === 0 ? (
        <p>Nothing comes to mind that would help more.</p>
      ) : (
        <ul class="events">
          {items.map(item => (
            <Hint key={item.kind} caseFile={caseFile} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** This many places are named; for the others only their number is given. */
const mostNamed = 6;

function Hint({ caseFile, item }: { readonly caseFile: Case; readonly item: ReadinessItem }) {
  const { kind, what, why, places } = item;
  const [named, others] = [places.slice(0, mostNamed), places.slice(mostNamed)];
  return (
    <li data-hint={kind}>
      <h3>{what}</h3>
      <p class="muted">{why}</p>
      <Places caseFile={caseFile} places={named} />
      {others.length > 0 && (
        <details>
          <summary>And {others.length} more</summary>
          <Places caseFile={caseFile} places={others} />
        </details>
      )}
    </li>
  );
}

function Places({
  caseFile,
  places,
}: {
  readonly caseFile: Case;
  readonly places: readonly ReadinessPlace[];
}) {
  const hasNotes = places.some(({ note }) => note !== undefined);
  return (
    <ul class={hasNotes ? 'places' : 'link-row'}>
      {places.map(({ label, note, captureId, part }, index) => (
        <li key={captureId ?? `${part}-${index}`}>
          <a
            href={captureId === undefined ? caseHref(caseFile.id, part) : exhibitHref(caseFile.id, captureId)}
          >
            <PageText text={label} />
          </a>
          {note !== undefined && (
            <span class="muted">
              {' '}
              <PageText text={note} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
