import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { type Ports, PortsProvider } from '../../src/ui/parts/ports.ts';

/** Draws the component into a fresh document body and waits until every promise it started has settled. */
export async function draw(children: ComponentChildren, ports: Ports): Promise<HTMLElement> {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  await act(async () => render(<PortsProvider value={ports}>{children}</PortsProvider>, place));
  await settled();
  return place;
}

/** Lets pending promises and the drawing they cause come to rest. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await act(() => new Promise(resolve => setTimeout(resolve, 0)));
}

/** Presses the button with this text or id. Throws when there is none. */
export async function press(place: ParentNode, name: string): Promise<void> {
  const buttons = [...place.querySelectorAll('button')];
  const found = buttons.find(button => button.id === name || button.textContent?.trim().startsWith(name));
  if (found === undefined) throw new Error(`no button ${name}`);
  await act(() => found.click());
  await settled();
}
