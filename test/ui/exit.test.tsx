// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { ExitButton } from '../../src/ui/exit/exit-button.tsx';
import { OptionsPage } from '../../src/ui/options/options-page.tsx';
import { mount } from '../../src/ui/parts/mount.tsx';
import type { Shell } from '../../src/ui/parts/ports.ts';
import { draw, press, settled } from './draw.tsx';
import { fakePorts } from './fake-ports.ts';

/** The button with what it did to the browser; `at` is the time of the next key in milliseconds. */
async function button(shell: Partial<Shell> = {}) {
  const left: string[] = [];
  const place = await draw(
    <ExitButton />,
    fakePorts({ shell: { leave: address => left.push(address), ...shell } }),
  );
  let at = 10_000;
  const key = async (name: string, later = 100, repeat = false) => {
    at += later;
    const event = new KeyboardEvent('keydown', { key: name, repeat });
    Object.defineProperty(event, 'timeStamp', { value: at });
    await act(() => void window.dispatchEvent(event));
    await settled();
  };
  return { place, left, key, said: () => place.querySelector('[role=status]')?.textContent };
}

const isBlank = () => document.documentElement.style.display === 'none';

beforeEach(() => {
  document.documentElement.style.display = '';
});

describe('leaving', () => {
  it('comes first on every page, by Tab as to the eye', async () => {
    const place = document.createElement('div');
    place.id = 'app';
    document.body.replaceChildren(place);
    await act(() => mount(OptionsPage, fakePorts({})));
    await settled();
    expect(document.querySelector('a[href], button, input, select, textarea, [tabindex]')?.id).toBe('exit');
  });

  it('blanks at once, and shows the weather unless told otherwise', async () => {
    const { place, left } = await button();
    place.querySelector('button')?.click();
    expect(isBlank()).toBe(true);
    expect(document.title.trim()).toBe('');
    await settled();
    expect(left).toEqual(['https://www.bbc.co.uk/weather']);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['the empty page', async () => 'empty', 'about:blank'],
    ['something unknown', async () => 'https://elsewhere.test/', 'https://www.bbc.co.uk/weather'],
    ['nothing that can be read', () => Promise.reject(new Error('no')), 'https://www.bbc.co.uk/weather'],
  ])('goes where the settings say: %s', async (_, readSetting, address) => {
    const { place, left } = await button({ readSetting });
    await press(place, 'exit');
    expect(left).toEqual([address]);
  });

  it('goes with every other page', async () => {
    let leaveElsewhere = () => {};
    let closed = 0;
    const { left } = await button({
      watchLeft(onLeft) {
        leaveElsewhere = onLeft;
        return () => {};
      },
      closePage: () => {
        closed += 1;
      },
    });
    leaveElsewhere();
    expect([isBlank(), closed, left]).toEqual([true, 1, []]);
  });
});

describe('Shift', () => {
  it('leaves when it is pressed three times, and says so before', async () => {
    const { left, key, said } = await button();
    await key('Shift');
    expect(said()).toBe('');
    await key('Shift');
    expect(said()).toBe('Press Shift once more to leave.');
    expect(left).toEqual([]);
    await key('Shift');
    expect(left).toHaveLength(1);
  });

  it('does not leave somebody who writes capitals', async () => {
    const { left, key, said } = await button();
    for (const name of ['Shift', 'A', 'Shift', 'B', 'Shift', 'C']) await key(name);
    expect([left, said()]).toEqual([[], '']);
  });

  it('does not leave somebody who holds it, or presses it now and then', async () => {
    const { left, key } = await button();
    for (let press = 0; press < 5; press += 1) await key('Shift', 100, press > 0);
    expect(left).toEqual([]);
    for (let press = 0; press < 5; press += 1) await key('Shift', 6_000);
    expect(left).toEqual([]);
  });
});
