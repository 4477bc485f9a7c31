import type { ComponentChildren } from 'preact';
import { londonWords, utcWords } from '../../words/times.ts';

/** A name and its value. */
export type Field = readonly [name: string, value: ComponentChildren];

/** Names and values in two columns; one below the other on a narrow screen. */
export function Fields({ fields }: { readonly fields: readonly Field[] }) {
  return (
    <dl class="fields">
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface TableProps {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** A table whose first column names the row. On a narrow screen each cell shows its heading. */
export function Table({ caption, headings, rows }: TableProps) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {headings.map(heading => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) => (
              <Cell key={headings[column]} first={column === 0} heading={headings[column] ?? ''}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly first: boolean;
  readonly heading: string;
  readonly children: ComponentChildren;
}

function Cell({ first, heading, children }: CellProps) {
  if (first) {
    return (
      <th scope="row" data-heading={heading}>
        {children}
      </th>
    );
  }
  return <td data-heading={heading}>{children}</td>;
}

/** A moment in UTC and in the time of the United Kingdom, with thousandths of a second when `exact`. */
export function Moment({ at, exact = false }: { readonly at: string; readonly exact?: boolean }) {
  return (
    <time dateTime={at}>
      <span class="moment">{utcWords(at, exact)}</span> <br class="detail" />
      <span class="moment">{londonWords(at)}</span>
    </time>
  );
}

/** The same within a sentence. */
export function MomentInline({ at }: { readonly at: string }) {
  return (
    <time dateTime={at}>
      {utcWords(at)} ({londonWords(at)})
    </time>
  );
}

/** A digest, fingerprint or address, which may be broken anywhere. */
export function Code({ children }: { readonly children: string }) {
  return <code>{children}</code>;
}
