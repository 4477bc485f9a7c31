import axe from 'axe-core';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import type { ReportInput } from '../../src/reports/input.ts';
import { reportHtml } from '../../src/reports/report-html.tsx';
import { inventedCases } from '../samples/cases/cases.ts';
import { sampleInput } from '../samples/report.ts';
import { shareOf } from '../thorough.ts';

const inputs = [
  { name: 'a report of text that tries to break out', input: sampleInput() },
  ...inventedCases.map(({ name, inputFor }) => ({
    name: `the case ${name}`,
    input: oneOfEachKind(inputFor('police')),
  })),
];

/**
 * The case with one exhibit of every shape, because axe without a browser takes minutes for a hundred that are
 * alike: with and without words, complete, partial and drawn again, of every scope, kind, platform and script.
 */
function oneOfEachKind(input: ReportInput): ReportInput {
  const shapes = new Map(
    input.exhibits.toReversed().map(exhibit => {
      const { scope, outcome, artifacts, post } = exhibit.record;
      const isLatin = /^[\p{Script=Latin}\p{Script=Common}]*$/u.test(post?.text ?? '');
      const hasWords = exhibit.entry.words.length > 0;
      const key = [scope, outcome, artifacts[0]?.role, post?.platform, post?.kind, isLatin, hasWords];
      return [JSON.stringify(key), exhibit] as const;
    }),
  );
  const exhibits = input.exhibits.filter(exhibit => [...shapes.values()].includes(exhibit));
  return {
    ...input,
    exhibits,
    custody: input.custody.slice(0, 40),
    caseRecord: { ...input.caseRecord, exhibits: exhibits.map(({ entry }) => entry) },
  };
}

test.each(shareOf(inputs, 2))(
  'axe finds nothing in $name that can be told without a layout',
  async ({ input }) => {
    const window = new Window({
      url: 'http://localhost/',
      settings: {
        disableJavaScriptFileLoading: true,
        enableJavaScriptEvaluation: true,
        suppressInsecureJavaScriptEnvironmentWarning: true,
      },
    });
    window.document.write(reportHtml(input));
    window.eval(axe.source);
    const result: axe.AxeResults = await window.eval(
      'axe.run(document, { rules: { "color-contrast": { enabled: false } } })',
    );
    expect(result.violations.map(violation => [violation.id, violation.nodes[0]?.html])).toEqual([]);
    expect(result.passes.length).toBeGreaterThan(10);
  },
);
