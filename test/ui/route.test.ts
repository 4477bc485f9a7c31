import { describe, expect, it } from 'vitest';
import { caseHref, exhibitHref, parseRoute } from '../../src/ui/case/route.ts';
import { captureId, caseId } from './fake-ports.ts';

describe('route of the case page', () => {
  it('reads what it writes', () => {
    expect(parseRoute(caseHref(caseId))).toEqual({ kind: 'case', caseId, view: 'log' });
    expect(parseRoute(caseHref(caseId, 'export'))).toEqual({ kind: 'case', caseId, view: 'export' });
    expect(parseRoute(caseHref(caseId, 'accounts'))).toMatchObject({ view: 'accounts' });
    expect(parseRoute(caseHref(caseId, 'keep'))).toMatchObject({ view: 'keep' });
    expect(parseRoute(exhibitHref(caseId, captureId(1)))).toEqual({
      kind: 'exhibit',
      caseId,
      captureId: captureId(1),
    });
    expect(parseRoute('#cases')).toEqual({ kind: 'cases' });
  });

  it.each(['', '#', '#main', '#case/nonsense', '#case//exhibit/x'])(
    'falls back to the current case: %s',
    hash => {
      expect(parseRoute(hash)).toEqual({ kind: 'current' });
    },
  );

  it('shows the list when the exhibit or view is none', () => {
    expect(parseRoute(`#case/${caseId}/exhibit/x`)).toEqual({ kind: 'case', caseId, view: 'log' });
    expect(parseRoute(`#case/${caseId}/nothing`)).toEqual({ kind: 'case', caseId, view: 'log' });
  });
});
