import { describe, expect, it } from 'vitest';
import { toInstant } from '../../src/model/identifiers.ts';
import { filterChoices, filterExhibits, isOpen, openFilter } from '../../src/ui/case/log/filter.ts';
import { captureId, kept } from './fake-ports.ts';

const exhibits = [
  kept(1, { platform: 'x', handle: 'zoe', excerpt: 'You will be sorry', tags: ['threat'] }),
  kept(2, { platform: 'web', displayName: 'Zoë B', outcome: 'partial', people: ['A neighbour'] }),
  {
    state: 'erased',
    captureId: captureId(3),
    number: 3,
    reference: kept(3).reference,
    erasedAt: toInstant(5),
  },
  { state: 'damaged', captureId: captureId(4), number: 4 },
] as const;

const numbers = (change: Partial<typeof openFilter>) =>
  filterExhibits(exhibits, { ...openFilter, ...change }).map(exhibit => exhibit.number);

describe('filter', () => {
  it('leaves out nothing when it asks nothing', () => {
    expect(numbers({})).toEqual([1, 2, 3, 4]);
    expect(isOpen(openFilter)).toBe(true);
    expect(isOpen({ ...openFilter, tag: 'threat' })).toBe(false);
  });

  it.each([
    [{ text: 'SORRY you' }, [1]],
    [{ text: 'zoe' }, [1, 2]],
    [{ text: 'neighbour' }, [2]],
    [{ text: 'ABC/3' }, [3]],
    [{ text: 'sorry neighbour' }, []],
    [{ platform: 'x' }, [1]],
    [{ account: 'Zoë B' }, [2]],
    [{ tag: 'threat' }, [1]],
    [{ outcome: 'partial' as const }, [2]],
    [{ outcome: 'erased' as const }, [3]],
    [{ outcome: 'damaged' as const }, [4]],
    [{ platform: 'x', outcome: 'erased' as const }, []],
  ])('narrows to %o', (change, expected) => {
    expect(numbers(change)).toEqual(expected);
  });

  it('offers what the exhibits hold, sorted and once', () => {
    expect(filterChoices([...exhibits, kept(5, { platform: 'x', tags: ['abuse', 'threat'] })])).toEqual({
      platforms: ['web', 'x'],
      accounts: ['zoe', 'Zoë B'],
      tags: ['abuse', 'threat'],
    });
  });
});
