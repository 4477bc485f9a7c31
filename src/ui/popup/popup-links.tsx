import { usePorts } from '../parts/ports.ts';
import { SupportHelp } from '../support/support-help.tsx';
import { useJurisdiction } from '../support/use-jurisdiction.ts';

const links = [
  { path: 'case.html', name: 'Open log', id: 'open-log' },
  { path: 'verify.html', name: 'Check a file', id: 'open-verify' },
  { path: 'welcome.html', name: 'Help and safety', id: 'open-welcome' },
] as const;

/** Links from the popup to the other pages, and to people who can help. */
export function PopupLinks() {
  const { shell } = usePorts();
  const jurisdiction = useJurisdiction();
  const open = (path: string) => void shell.openPage(path).then(() => shell.closeWindow());
  return (
    <footer>
      <nav aria-label="Pages">
        <ul class="link-row">
          {links.map(({ path, name, id }) => (
            <li key={id}>
              <button type="button" class="plain" id={id} onClick={() => open(path)}>
                {name}
              </button>
            </li>
          ))}
          <li>
            <button type="button" class="plain" id="open-beside" onClick={() => void shell.openBeside()}>
              Open beside the page
            </button>
          </li>
        </ul>
      </nav>
      <SupportHelp jurisdiction={jurisdiction} onMore={() => open('welcome.html#support')} />
    </footer>
  );
}
