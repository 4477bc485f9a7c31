// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { toInstant } from '../../src/model/identifiers.ts';
import { ExhibitList } from '../../src/ui/parts/exhibit-list.tsx';
import { draw, press } from './draw.tsx';
import { captureId, fakePorts, kept } from './fake-ports.ts';

const abusive = '<img src=x onerror=alert(1)>You will be sorry \u202E';

describe('list of exhibits', () => {
  it('shows no text and no picture until it is asked for', async () => {
    const exhibits = [
      kept(1, { excerpt: abusive, platform: 'x', handle: 'someone', title: 'A hateful title' }),
    ];
    const page = await draw(<ExhibitList exhibits={exhibits} href={() => '#'} />, fakePorts({}));
    expect(page.textContent).not.toContain('sorry');
    expect(page.textContent).not.toContain('hateful');
    expect(page.querySelector('img')).toBeNull();
    await press(page, 'Show text');
    expect(page.querySelector('blockquote')?.textContent).toContain('<img src=x');
    expect(page.querySelector('blockquote')?.textContent).toContain('[U+202E]');
    expect(page.querySelector('img')).toBeNull();
    await press(page, 'Hide text');
    expect(page.textContent).not.toContain('sorry');
  });

  it('names erased and damaged numbers in words', async () => {
    const exhibits = [
      {
        state: 'erased',
        captureId: captureId(2),
        number: 2,
        reference: kept(2).reference,
        erasedAt: toInstant(0),
      },
      { state: 'damaged', captureId: captureId(3), number: 3 },
    ] as const;
    const page = await draw(<ExhibitList exhibits={exhibits} href={() => '#'} />, fakePorts({}));
    expect(page.textContent).toMatch(/ABC\/2.*Erased/);
    expect(page.textContent).toMatch(/Number 3.*Damaged/);
  });
});
