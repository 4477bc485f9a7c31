import { type ComponentType, render } from 'preact';
import { type Ports, PortsProvider } from './ports.ts';

/** Draws a page into the document. Throws when the document has no element `app`: a defect. */
export function mount(Page: ComponentType, ports: Ports): void {
  const place = document.getElementById('app');
  if (place === null) throw new Error('no place to draw the page');
  document.title = 'Holdfast';
  render(
    <PortsProvider value={ports}>
      <Page />
    </PortsProvider>,
    place,
  );
}
