import { built } from '../build.ts';
import { launchChromium } from './chromium.ts';
import type { BrowserName, DrivenBrowser, LaunchOptions } from './driven-browser.ts';
import { launchFirefox } from './firefox.ts';

/** Starts this browser with the extension that was built for it. */
export async function launch(
  name: BrowserName,
  options: Omit<LaunchOptions, 'extensionDir'>,
): Promise<DrivenBrowser> {
  const start = name === 'chromium' ? launchChromium : launchFirefox;
  return await start({ ...options, extensionDir: built[name] });
}
