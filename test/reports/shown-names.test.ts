import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { reportHtml } from '../../src/reports/report-html.tsx';
import { inventedCases } from '../samples/cases/cases.ts';

it.each(inventedCases)('names each item of the chronology as its own page did: $name', ({ inputFor }) => {
  const input = inputFor('police');
  const { document } = new Window({ url: 'http://localhost/' });
  document.write(reportHtml(input));
  const rows = [...document.querySelectorAll('#chronology tbody tr')];
  let compared = 0;
  for (const { record } of input.exhibits) {
    const handle = record.post?.account.handle;
    const row = rows.find(each => each.querySelector('th')?.textContent === record.reference);
    if (handle === undefined || row === undefined) continue;
    expect(row.querySelector('td[data-heading="By"]')?.textContent, record.reference).toContain(handle);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(0);
});
