import { type ComponentType, render } from 'preact';
import { type Ports, PortsProvider } from './ports.ts';
import { UpdateNotice } from './update-notice.tsx';

/** Draws a page into the document. Throws when the document has no element `app`: a defect. */
export function mount(Page: ComponentType, ports: Ports): void {
  const place = document.getElementById('app');
  if (place === null) throw new Error('no place to draw the page');
  document.title = 'Holdfast';
  render(
    <PortsProvider value={ports}>
      <UpdateNotice />
      <Page />
    </PortsProvider>,
    place,
  );
}
