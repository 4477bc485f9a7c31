import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { hasScreen } from '../../scripts/readers/chromium.ts';
import { waitForEnter } from '../../scripts/readers/enter.ts';

/* What `npm run readers` needs of a window that it shows: a screen to show it on, and somebody who presses Enter. */
describe('a window of the browser', () => {
  it('needs a desktop on Linux', () => {
    expect(hasScreen('linux', {})).toBe(false);
    expect(hasScreen('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasScreen('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasScreen('darwin', {})).toBe(true);
  });

  it('is read when Enter is pressed', async () => {
    const input = new PassThrough();
    const waiting = waitForEnter('Ready?', input, new PassThrough());
    input.write('\n');
    await expect(waiting).resolves.toBeUndefined();
  });

  it('is given up with a sentence where the input ends before', async () => {
    const input = new PassThrough();
    const waiting = waitForEnter('Ready?', input, new PassThrough());
    input.end();
    await expect(waiting).rejects.toThrow(/Nobody pressed Enter/);
  });
});
