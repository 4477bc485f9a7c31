import { type ComponentType, render } from 'preact';
import { askNothingOnceBlank } from '../exit/blank.ts';
import { ExitButton } from '../exit/exit-button.tsx';
import { LockButton } from '../lock/lock-button.tsx';
import { LockGate } from '../lock/lock-gate.tsx';
import { type Ports, PortsProvider } from './ports.ts';
import { UpdateNotice } from './update-notice.tsx';

/** Renders a page into the element `app`; while the log is locked, only a page that is `alsoLocked`, which shows nothing of
 * the log. Throws when the document has none, which is a defect. */
export function mount(Page: ComponentType, ports: Ports, { alsoLocked = false } = {}): void {
  const place = document.getElementById('app');
  if (place === null) throw new Error('no place to draw the page');
  document.title = 'Holdfast';
  askNothingOnceBlank();
  for (const kind of ['pointerdown', 'keydown', 'wheel'])
    addEventListener(kind, () => ports.shell.noteUse(), { capture: true, passive: true });
  render(
    <PortsProvider value={ports}>
      <div class="exit">
        <ExitButton />
        <LockButton />
      </div>
      <UpdateNotice />
      {alsoLocked ? (
        <Page />
      ) : (
        <LockGate>
          <Page />
        </LockGate>
      )}
    </PortsProvider>,
    place,
  );
}
