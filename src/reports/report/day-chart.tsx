import { Fragment } from 'preact';
import { columnDay, type ItemDays, type ItemSeries } from '../../matter/item-days.ts';
import { countWords, dayWords } from '../../words/happening.ts';
import { visibleText } from '../../words/visible-text.ts';
import { PageText } from './page-text.tsx';
import { Table } from './parts.tsx';

// Lengths in the units of the drawing, which is as wide as the text column.
const width = 400;
const rowHeight = 62;
const barHeight = 32;
const axisHeight = 24;
/** With more columns than this, the numbers above neighbouring bars would overlap. */
const mostNumbered = 24;

/** Items by day and account: a row of bars for each account, and the same numbers as a table. */
export function DayChart({ days }: { readonly days: ItemDays }) {
  const height = days.series.length * rowHeight + axisHeight;
  const highest = Math.max(...days.series.flatMap(({ counts }) => [...counts.values()]));
  const unit = days.unit === 'day' ? 'day' : 'week, which begins on Monday';
  return (
    <>
      <figure class="chart">
        <figcaption>
          Items by {unit}, one row of bars for each account, by the clocks of the United Kingdom. The table
          below has the same numbers.
          {days.undated > 0 && ` ${countWords(days.undated, 'item')} without a day stand in neither.`}
        </figcaption>
        <svg
          role="img"
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          font-family="sans-serif"
        >
          <title>{`Items by ${days.unit} and account`}</title>
          {days.series.map((series, row) => (
            <Row key={row} series={series} row={row} highest={highest} columns={days.columns} />
          ))}
          <text x={0} y={height - 8} font-size="12" fill="#1a1a1a">
            {dayWords(days.first)}
          </text>
          {days.columns > 1 && (
            <text x={width} y={height - 8} text-anchor="end" font-size="12" fill="#1a1a1a">
              {dayWords(columnDay(days, days.columns - 1))}
            </text>
          )}
        </svg>
      </figure>
      <Numbers days={days} />
    </>
  );
}

interface RowProps {
  readonly series: ItemSeries;
  readonly row: number;
  readonly highest: number;
  readonly columns: number;
}

function Row({ series, row, highest, columns }: RowProps) {
  const foot = (row + 1) * rowHeight;
  const step = width / columns;
  const bar = Math.max(1, Math.min(step * 0.7, 48));
  return (
    <>
      <text x={0} y={foot - rowHeight + 14} font-size="12" font-weight="bold" fill="#1a1a1a">
        {shortened(visibleText(series.label))} ({series.total})
      </text>
      {[...series.counts].map(([column, count]) => {
        const tall = Math.max(1, (count / highest) * barHeight);
        const left = column * step + (step - bar) / 2;
        return (
          <Fragment key={column}>
            <rect x={left} y={foot - tall} width={bar} height={tall} fill="#1f4e79" />
            {(columns <= mostNumbered || standsOut(series, column)) && (
              <text x={left + bar / 2} y={foot - tall - 2} text-anchor="middle" font-size="12" fill="#1a1a1a">
                {count}
              </text>
            )}
          </Fragment>
        );
      })}
      <line x1={0} y1={foot} x2={width} y2={foot} stroke="#1a1a1a" stroke-width="1" />
    </>
  );
}

/** Whether no bar within two columns is taller, or as tall and further left. */
function standsOut({ counts }: ItemSeries, column: number): boolean {
  const count = counts.get(column) ?? 0;
  const before = [column - 2, column - 1].every(other => (counts.get(other) ?? 0) < count);
  return before && [column + 1, column + 2].every(other => (counts.get(other) ?? 0) <= count);
}

/** Every column that has items, with the number for each account. */
function Numbers({ days }: { readonly days: ItemDays }) {
  const columns = [...new Set(days.series.flatMap(({ counts }) => [...counts.keys()]))].toSorted(
    (one, other) => one - other,
  );
  return (
    <Table
      caption={`Items by ${days.unit} and account`}
      headings={[days.unit === 'day' ? 'Day' : 'Week from', 'Items', 'By account']}
      rows={columns.map(column => {
        const here = days.series.filter(({ counts }) => counts.has(column));
        const number = (series: ItemSeries) => series.counts.get(column) ?? 0;
        return [
          dayWords(columnDay(days, column)),
          here.reduce((sum, series) => sum + number(series), 0),
          <PageText
            key="accounts"
            text={here.map(series => `${series.label}: ${number(series)}`).join('; ')}
          />,
        ];
      })}
    />
  );
}

function shortened(label: string): string {
  const characters = [...label];
  return characters.length <= 40 ? label : `${characters.slice(0, 39).join('')}…`;
}
