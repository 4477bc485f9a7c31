import { built } from '../build.ts';
import { launchChromium } from './chromium.ts';
import type { BrowserName, DrivenBrowser, LaunchOptions } from './driven-browser.ts';
import { launchFirefox } from './firefox.ts';
import { copyThatReaches } from './reach.ts';

/** Starts this browser with the extension that was built for it, or another one that `extensionDir` names. */
export async function launch(
  name: BrowserName,
  options: Omit<LaunchOptions, 'extensionDir'> & Partial<Pick<LaunchOptions, 'extensionDir'>>,
): Promise<DrivenBrowser> {
  const start = name === 'chromium' ? launchChromium : launchFirefox;
  const { reach = [], extensionDir = built[name] } = options;
  if (name === 'firefox' || reach.length === 0) return await start({ ...options, extensionDir });
  const copy = copyThatReaches(extensionDir, reach);
  const browser = await start({ ...options, extensionDir: copy.folder });
  void browser.closed.then(copy.remove);
  return browser;
}
