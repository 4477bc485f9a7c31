// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { newSession } from '../../../src/capture/page/session.ts';
import { restoreStyles, writeStyle } from '../../../src/capture/page/style.ts';

beforeEach(() => {
  document.body.innerHTML = '<div id="bar" style="color: red; top:0">Menu</div>';
});

const bar = () => document.querySelector<HTMLElement>('#bar')!;

describe('styles that are written', () => {
  it('are put back to the first, however often one element was written to', () => {
    const session = newSession();
    const before = document.body.innerHTML;
    writeStyle(session, bar(), { 'scroll-snap-type': 'none' });
    writeStyle(session, bar(), { visibility: 'hidden' });
    writeStyle(session, bar(), { visibility: 'hidden', opacity: '0' });
    expect(bar().style.visibility).toBe('hidden');
    expect(restoreStyles(session)).toBe(1);
    expect(document.body.innerHTML).toBe(before);
  });

  it('leave what the page wrote between two of them', () => {
    const session = newSession();
    writeStyle(session, bar(), { visibility: 'hidden' });
    bar().style.setProperty('margin-top', '3px');
    writeStyle(session, bar(), { opacity: '0' });
    restoreStyles(session);
    expect(bar().style.marginTop).toBe('3px');
    expect(bar().style.visibility).toBe('');
    expect(bar().style.opacity).toBe('');
  });

  it('do not count where nobody can see them', () => {
    const session = newSession();
    writeStyle(session, bar(), { 'scroll-snap-type': 'none' });
    expect(restoreStyles(session)).toBe(0);
    expect(bar().getAttribute('style')).toBe('color: red; top:0');
  });
});
