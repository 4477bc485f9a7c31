// @vitest-environment happy-dom
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkHere, checkWithSettings } from '../../../src/ui/verify/check.ts';
import { MomentsPart } from '../../../src/ui/verify/moments-part.tsx';
import { timeStampsAt } from '../../bundle/time-stamped.ts';
import { type AuthorityKeys, authorityKeys } from '../../samples/authority/keys.ts';
import { sampleInput, zipOf } from '../../samples/bundle.ts';
import { draw } from '../draw.tsx';
import { fakePorts } from '../fake-ports.ts';

let keys: AuthorityKeys;
let file: File;
beforeAll(async () => {
  keys = authorityKeys();
  const timeStamps = timeStampsAt(keys, '2026-03-04T10:00:00.000Z');
  file = new File([(await zipOf({ ...(await sampleInput()), timeStamps })).slice()], 'a.zip');
});
afterAll(() => keys.remove());

const control = { signal: new AbortController().signal, onProgress() {}, roots: [] };

async function moments(check: typeof checkHere, roots: readonly string[]) {
  const { reports } = await check([file], { ...control, roots });
  return await draw(<MomentsPart findings={reports[0]?.findings ?? []} />, fakePorts({}));
}

function items(place: HTMLElement, name: string): readonly string[] {
  return [...place.querySelectorAll(`[data-moments="${name}"] li`)].map(each => each.textContent ?? '');
}

describe('the time-stamps of a file', () => {
  it('are not checked while the root is unknown, and it says so', async () => {
    const place = await moments(checkHere, []);
    expect(place.textContent).toContain('Not checked: the root of the authority is unknown here.');
    expect(items(place, 'unknown')).toHaveLength(3);
    expect(items(place, 'vouched')).toEqual([]);
  });

  it.each([
    ['chosen for this check', checkHere, 1],
    ['kept in Settings', checkWithSettings(async () => [keys.root]), 0],
  ])('are vouched for by the authority under a root that was %s', async (_where, check, own) => {
    const place = await moments(check, own === 1 ? [keys.root] : []);
    expect(items(place, 'unknown')).toEqual([]);
    expect(items(place, 'vouched')).toHaveLength(3);
    for (const said of items(place, 'vouched'))
      expect(said).toMatch(/“Test Authority Two” says that this existed at 2026-03-04T10:00:00\.000Z/);
  });

  it('are checked without the settings when those cannot be read', async () => {
    const check = checkWithSettings(() => Promise.reject(new Error('private window')));
    expect(items(await moments(check, [keys.root]), 'vouched')).toHaveLength(3);
  });
});
