import type { DrivenBrowser } from './driven-browser.ts';
import { expressionOf } from './in-extension.ts';

/** Tells an invented case about the exhibits of the current one; answers how many things were told. */
export async function tellCase(browser: DrivenBrowser): Promise<number> {
  const screen = await browser.openScreen('case.html');
  const told = Number(await screen.run(await expressionOf('scripts/drive/page/tell-case.ts')));
  await screen.close();
  return told;
}
