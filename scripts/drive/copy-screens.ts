import type { Screen } from './driven-browser.ts';
import { pageOf, type See, toPart } from './screen-steps.ts';

/** A picture that is covered, cut and looked at, the list of copies, and the choice of pictures before an export. */
export async function visitCopies(see: See): Promise<void> {
  const toDesk = async (screen: Screen) => {
    await screen.waitFor('.exhibit-list a');
    await screen.click('.exhibit-list a');
    await screen.waitFor('#copy-make');
    await screen.click('#copy-make');
    await screen.click('#copy-show');
    await screen.waitFor('#copy-add');
    for (const button of ['#copy-add', '#copy-cut']) await screen.click(button);
    await screen.waitFor('#copy-crop-height');
  };
  await see('copy-desk', 'case.html', toDesk);
  await see('copy-preview', 'case.html', async screen => {
    await toDesk(screen);
    await screen.click('#copy-preview');
    await screen.waitFor('.copy-preview');
  });
  await see('copies', 'case.html', async screen => {
    await toDesk(screen);
    await pageOf(screen).type('#copy-purpose', 'the school');
    await screen.click('#copy-save');
    await screen.waitFor('#copies li button[aria-pressed]');
    await screen.click('#copies li button[aria-pressed]');
    await screen.waitFor('.copy-picture');
  });
  await see('copy-erase', 'case.html', async screen => {
    await screen.waitFor('.exhibit-list a');
    await screen.click('.exhibit-list a');
    await screen.waitFor('#copy-erase-1');
    await screen.click('#copy-erase-1');
    await screen.waitFor('dialog[open] #copy-erase-1-confirm');
  });
  await see('export-pictures', 'case.html', async screen => {
    await toPart(screen, 'export', '#choose-pictures');
    await screen.click('#choose-pictures input[value="copies"]');
  });
}
