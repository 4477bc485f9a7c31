import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { type Ports, PortsProvider } from '../../src/ui/parts/ports.ts';

let drawn: HTMLElement | undefined;

/**
 * Draws the component into a fresh document body and waits until every promise it started has settled. What was drawn
 * before is taken away, with all that it watches.
 */
export async function draw(children: ComponentChildren, ports: Ports): Promise<HTMLElement> {
  const before = drawn;
  if (before !== undefined) await act(() => render(null, before));
  const place = document.createElement('div');
  drawn = place;
  document.body.replaceChildren(place);
  await act(async () => render(<PortsProvider value={ports}>{children}</PortsProvider>, place));
  await settled();
  return place;
}

/** Lets pending promises and the drawing they cause come to rest. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await act(() => new Promise(resolve => setTimeout(resolve, 0)));
}

/** Types into the field, or chooses in it, and lets it be noticed. Throws when there is no such field. */
export async function fill(place: ParentNode, selector: string, value: string): Promise<void> {
  const field = place.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
  if (field === null) throw new Error(`no field ${selector}`);
  field.value = value;
  await act(() => {
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settled();
}

/** Sends the form in which the element stands. */
export async function submit(place: ParentNode, selector: string): Promise<void> {
  const form = place.querySelector(selector)?.closest('form');
  if (form === null || form === undefined) throw new Error(`no form around ${selector}`);
  await act(() => void form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  await settled();
}

/** Presses the button with this text or id. Throws when there is none. */
export async function press(place: ParentNode, name: string): Promise<void> {
  const buttons = [...place.querySelectorAll('button')];
  const found = buttons.find(button => button.id === name || button.textContent?.trim().startsWith(name));
  if (found === undefined) throw new Error(`no button ${name}`);
  await act(() => found.click());
  await settled();
}
