import { PageText } from '../../../reports/report/page-text.tsx';

/** One row for each answer that was filled in. */
export function OwnWords({ rows }: { readonly rows: readonly (readonly [name: string, text: string])[] }) {
  const filled = rows.filter(([, text]) => text !== '');
  if (filled.length === 0) return <p class="muted">Nothing was filled in.</p>;
  return (
    <dl class="facts">
      {filled.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <PageText text={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
