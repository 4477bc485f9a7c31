import type { DrivenBrowser } from './driven-browser.ts';
import { expressionOf } from './in-extension.ts';

/** The authorities that a driven browser is to ask, and the roots it trusts, in PEM. */
export interface DrivenAuthorities {
  readonly addresses: readonly string[];
  readonly roots: string;
}

/** Switches time-stamps on with these authorities; answers what each said when it was tested. */
export async function chooseAuthorities(
  browser: DrivenBrowser,
  authorities: DrivenAuthorities,
): Promise<readonly string[]> {
  return (await onPage(browser, 'choose', authorities)) as readonly string[];
}

/** Waits until no exhibit of the current case waits for a time-stamp, or for a second one; answers the references that still do. */
export async function awaitTimeStamps(browser: DrivenBrowser, seconds: number): Promise<readonly string[]> {
  return (await onPage(browser, 'wait', seconds)) as readonly string[];
}

async function onPage(browser: DrivenBrowser, act: 'choose' | 'wait', given: unknown): Promise<unknown> {
  const screen = await browser.openScreen('options.html');
  try {
    await screen.waitFor('h1');
    return await screen.run(await expressionOf('scripts/drive/page/authorities.ts', { act, given }));
  } finally {
    await screen.close();
  }
}
