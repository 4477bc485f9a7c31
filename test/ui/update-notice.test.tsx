// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { UpdateNotice } from '../../src/ui/parts/update-notice.tsx';
import { faultWords } from '../../src/words/faults.ts';
import { updateWords } from '../../src/words/update.ts';
import { draw } from './draw.tsx';
import { fakePorts } from './fake-ports.ts';

/** The notice with a form below it, into which something was typed. */
function page() {
  return (
    <>
      <UpdateNotice />
      <textarea value="typed" />
    </>
  );
}

const typedIn = (place: HTMLElement) => place.querySelector('textarea')?.value;

describe('a page that is open while Holdfast is updated', () => {
  it('says nothing before', async () => {
    const place = await draw(page(), fakePorts({}));
    expect(place.textContent).toBe('');
  });

  it('says that a new version waits, and leaves what was typed', async () => {
    let wait = () => {};
    let isWatched = true;
    const watchUpdate = (onWaiting: () => void) => {
      wait = onWaiting;
      return () => {
        isWatched = false;
      };
    };
    const place = await draw(page(), fakePorts({ shell: { watchUpdate } }));
    await act(() => wait());
    expect(place.querySelector('[role=status]')?.textContent).toBe(Object.values(updateWords).join(''));
    expect(typedIn(place)).toBe('typed');
    await draw(<p />, fakePorts({}));
    expect(isWatched).toBe(false);
  });

  it('says that a newer one has the log now, and leaves what was typed', async () => {
    const control = new AbortController();
    const place = await draw(page(), fakePorts({ log: { gaveWay: control.signal } }));
    await act(() => control.abort());
    const { happened, kept, next } = faultWords['log.newer'];
    expect(place.querySelector('[role=alert]')?.textContent).toBe(`${happened}${kept}${next}`);
    expect(typedIn(place)).toBe('typed');
  });
});
