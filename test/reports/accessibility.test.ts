import axe from 'axe-core';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { reportHtml } from '../../src/reports/report-html.tsx';
import { sampleInput } from './sample.ts';

test('axe finds nothing in the report that can be told without a layout', async () => {
  const window = new Window({
    url: 'http://localhost/',
    settings: {
      disableJavaScriptFileLoading: true,
      enableJavaScriptEvaluation: true,
      suppressInsecureJavaScriptEnvironmentWarning: true,
    },
  });
  window.document.write(reportHtml(sampleInput()));
  window.eval(axe.source);
  const result: axe.AxeResults = await window.eval(
    'axe.run(document, { rules: { "color-contrast": { enabled: false } } })',
  );
  expect(result.violations.map(violation => [violation.id, violation.nodes[0]?.html])).toEqual([]);
  expect(result.passes.length).toBeGreaterThan(10);
});
