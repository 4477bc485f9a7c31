// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pick } from '../../../src/capture/page/picker/picker.ts';
import { newSession } from '../../../src/capture/page/session.ts';

const page =
  '<head></head><body><article id="a">one</article><article id="b">two</article><input id="typing"></body>';

beforeEach(() => {
  document.documentElement.innerHTML = page;
  vi.restoreAllMocks();
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 300, 100));
});

/** An event as the user's hand makes it, or as a program of the page makes it. */
function press(key: string, isTrusted = true): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  document.body.dispatchEvent(event);
  return event;
}

describe('the picker', () => {
  it('moves with the arrow keys and takes the outlined post on Enter', async () => {
    const session = newSession();
    const picked = pick(session);
    press('ArrowDown');
    press('Enter');
    expect(await picked).toEqual({ outcome: 'chosen' });
    expect(session.chosen?.element.id).toBe('b');
  });

  it('ends on Escape with nothing chosen, and leaves no trace', async () => {
    const session = newSession();
    const before = document.documentElement.outerHTML;
    document.querySelector<HTMLElement>('#typing')!.focus();
    const picked = pick(session);
    expect(document.documentElement.outerHTML).not.toBe(before);
    expect(document.documentElement.outerHTML).not.toMatch(/holdfast/i);
    press('Escape');
    expect(await picked).toEqual({ outcome: 'cancelled' });
    expect(session.chosen).toBeUndefined();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(document.activeElement?.id).toBe('typing');
  });

  it.each([
    ['reads the outlined post ahead', false],
    ['that has ended reads none ahead any more', true],
  ])('%s', async (_, hasEnded) => {
    vi.useFakeTimers();
    try {
      const session = newSession();
      const picked = pick(session);
      if (hasEnded) press('Escape');
      const asked = vi.spyOn(Node.prototype, 'getRootNode');
      vi.advanceTimersByTime(100);
      expect(asked.mock.contexts.includes(document.querySelector('#a'))).toBe(!hasEnded);
      session.dismissPicker?.();
      await picked;
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps the keys from the page, and only while it is open', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const picked = pick(newSession());
    press('ArrowDown');
    press('a');
    press('Escape');
    await picked;
    expect(heard).not.toHaveBeenCalled();
    press('a');
    expect(heard).toHaveBeenCalledTimes(1);
    document.removeEventListener('keydown', heard);
  });

  it('neither obeys nor hides events that the page makes', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const session = newSession();
    const picked = pick(session);
    press('Enter', false);
    press('Escape', false);
    expect(session.chosen).toBeUndefined();
    expect(heard).toHaveBeenCalledTimes(2);
    press('Escape');
    expect(await picked).toEqual({ outcome: 'cancelled' });
    document.removeEventListener('keydown', heard);
  });

  it('comes back when the page takes it away or hides it, and gives up when it always does', async () => {
    vi.useFakeTimers();
    try {
      const picked = pick(newSession());
      const host = document.documentElement.lastElementChild as HTMLElement;
      const look = host.style.cssText;
      host.style.setProperty('display', 'none', 'important');
      host.hidden = true;
      host.id = 'caught';
      vi.advanceTimersByTime(150);
      expect({ look: host.style.cssText, hidden: host.hidden, id: host.id }).toEqual({
        look,
        hidden: false,
        id: '',
      });
      for (let turn = 0; turn < 19; turn += 1) {
        host.remove();
        vi.advanceTimersByTime(150);
        expect(host.isConnected).toBe(true);
      }
      host.remove();
      vi.advanceTimersByTime(150);
      expect(await picked).toEqual({ outcome: 'removed' });
      expect(host.isConnected).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives way to another, and to being dismissed', async () => {
    const session = newSession();
    const first = pick(session);
    const second = pick(session);
    expect(await first).toEqual({ outcome: 'cancelled' });
    session.dismissPicker?.();
    expect(await second).toEqual({ outcome: 'cancelled' });
    expect(session.dismissPicker).toBeUndefined();
  });

  it('says so when the page shows no post', async () => {
    document.body.innerHTML = '';
    expect(await pick(newSession())).toEqual({ outcome: 'none' });
  });
});
