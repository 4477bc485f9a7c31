import { type ComponentType, render } from 'preact';
import { askNothingOnceBlank } from '../exit/blank.ts';
import { ExitButton } from '../exit/exit-button.tsx';
import { type Ports, PortsProvider } from './ports.ts';
import { UpdateNotice } from './update-notice.tsx';

/** Renders a page into the element `app`. Throws when the document has none, which is a defect. */
export function mount(Page: ComponentType, ports: Ports): void {
  const place = document.getElementById('app');
  if (place === null) throw new Error('no place to draw the page');
  document.title = 'Holdfast';
  askNothingOnceBlank();
  render(
    <PortsProvider value={ports}>
      <ExitButton />
      <UpdateNotice />
      <Page />
    </PortsProvider>,
    place,
  );
}
