// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { LogReader } from '../../src/evidence/reader.ts';
import { ReadinessView } from '../../src/ui/case/readiness-view.tsx';
import { caseHref, exhibitHref } from '../../src/ui/case/route.ts';
import { draw } from './draw.tsx';
import { captureId, caseId, fakePorts, oneCase } from './fake-ports.ts';
import { recordOf } from './records.ts';

const records = Array.from({ length: 12 }, (_, index) => recordOf(index + 1, { handle: 'sam' }));
const log: Partial<LogReader> = { listRecords: async () => records };

describe('what would help', () => {
  it('says first that none of it is needed, whatever there is', async () => {
    for (const ports of [fakePorts({}), fakePorts({ log })]) {
      const page = await draw(<ReadinessView caseFile={oneCase} />, ports);
      expect(page.querySelector('h2 + *')?.textContent).toBe(
        'You can report without any of this. You do not need to gather evidence before you report.',
      );
    }
  });

  it('leads to each place, a few at once and the rest folded', async () => {
    const page = await draw(<ReadinessView caseFile={oneCase} />, fakePorts({ log }));
    const words = page.querySelector('[data-hint="words"]');
    const shown = [...(words?.querySelectorAll(':scope > ul a') ?? [])];
    expect(shown.map(({ textContent }) => textContent)).toEqual(
      [1, 2, 3, 4, 5, 6].map(number => `ABC/${number}`),
    );
    expect(shown[0]?.getAttribute('href')).toBe(exhibitHref(caseId, captureId(1)));
    expect(words?.querySelector('summary')?.textContent).toBe('And 6 more');
    expect(words?.querySelectorAll('details a')).toHaveLength(6);
    expect(page.querySelector('[data-hint="wish"] a')?.getAttribute('href')).toBe(
      caseHref(caseId, 'details'),
    );
  });

  it('is neither grave nor a score', async () => {
    const page = await draw(<ReadinessView caseFile={oneCase} />, fakePorts({ log }));
    expect(page.querySelector('.grave, progress, meter')).toBeNull();
    expect(page.textContent).not.toMatch(/%|score|must|missing|urgent/i);
  });
});
