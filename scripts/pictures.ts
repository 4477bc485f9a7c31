import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { startSite } from '../test/samples/site/server.ts';
import { buildAll } from './build.ts';
import { launch } from './drive/launch.ts';
import { type Look, lookAt, visitScreens } from './drive/screens.ts';

const looks: readonly Look[] = [1280, 360].flatMap(width => [
  { width, scheme: 'light' as const },
  { width, scheme: 'dark' as const },
]);

/** Makes a picture of every screen, wide and narrow, light and dark, in `out/pictures/`. */
await buildAll();
const folder = resolve('out/pictures');
mkdirSync(folder, { recursive: true });
const downloadDir = mkdtempSync(join(tmpdir(), 'holdfast-pictures-'));
const site = await startSite();
const browser = await launch('chromium', { headless: true, downloadDir, proxyPort: site.proxy.port });
try {
  await visitScreens(browser, site, async ({ name, page }) => {
    for (const look of looks) {
      await lookAt(page, look);
      const path = join(folder, `${name}-${look.width}-${look.scheme}.png`);
      await page.screenshot({ path: path as `${string}.png`, fullPage: true });
      console.log(relative('.', path));
    }
  });
} finally {
  await browser.close();
  await site.close();
  rmSync(downloadDir, { recursive: true, force: true });
}
