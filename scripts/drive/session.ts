import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordedRequest } from '../../test/samples/site/recording-proxy.ts';
import { type Site, startSite } from '../../test/samples/site/server.ts';
import type { BrowserName, DrivenBrowser, LaunchOptions } from './driven-browser.ts';
import { launch } from './launch.ts';

export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** A browser with the built extension, the synthetic site it alone can reach, and a folder of its own. */
export interface Session {
  readonly site: Site;
  readonly browser: DrivenBrowser;
  readonly folder: string;
  close(): Promise<void>;
}

/** The variable that says that what is built needs no second look. */
export const builtAlready = 'HOLDFAST_BUILT';

/** Builds if the sources changed, unless that was seen to before, then starts the site and the browser. */
export async function openSession(
  name: BrowserName,
  options: Partial<Pick<LaunchOptions, 'devicePixelRatio' | 'width' | 'height' | 'args' | 'reach'>> = {},
): Promise<Session> {
  if (process.env[builtAlready] !== '1') ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-e2e-'));
  const site = await startSite();
  const browser = await launch(name, {
    headless: true,
    downloadDir: folder,
    proxyPort: site.proxy.port,
    ...options,
  });
  return {
    site,
    browser,
    folder,
    async close() {
      await browser.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the build, which answers at once when nothing changed. Throws what it wrote when it fails. */
export function ensureBuilt(): void {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`the build failed\n${done.stdout}${done.stderr}`);
}

/**
 * What the browsers ask for on their own account, whatever extension is in them, and where no switch turns
 * it off: clock, updates and account service of Chromium; the settings service of Firefox.
 */
const browsersOwn: readonly string[] = [
  'accounts.google.com',
  'clients2.google.com',
  'clientservices.googleapis.com',
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'update.googleapis.com',
  'www.google.com',
  'content-signature-2.cdn.mozilla.net',
  'firefox-settings-attachments.cdn.mozilla.net',
  'firefox.settings.services.mozilla.com',
];

/** The requests that went neither to the pages under test nor to the browser's own maker. */
export function strayRequests(site: Site): readonly RecordedRequest[] {
  return site.proxy.requests.filter(({ host }) => !site.hosts.includes(host) && !browsersOwn.includes(host));
}
