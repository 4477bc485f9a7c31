import { PageText } from '../../../reports/report/page-text.tsx';

/** What was filled in, a row each; what was left empty is left out. */
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
