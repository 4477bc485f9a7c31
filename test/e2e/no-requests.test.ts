import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capture, exportBundle } from '../../scripts/drive/job.ts';
import { openSession, type Session, strayRequests } from './session.ts';

describe.each(['chromium', 'firefox'] as const)('what %s sends while Holdfast works', name => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession(name);
  });
  afterAll(() => session?.close());

  it('goes to the page under test and nowhere else, through every screen and a whole job', async () => {
    const { browser, site } = session;
    for (const path of ['welcome.html', 'options.html', 'verify.html', 'sidepanel.html', 'case.html']) {
      const screen = await browser.openScreen(path);
      await screen.waitFor('h1');
      await screen.close();
    }
    const page = await browser.openPage(site.addresses.forum);
    expect((await capture(browser, page, 'page')).outcome).toBe('complete');
    expect((await capture(browser, page, 'post')).outcome).toBe('complete');
    expect((await exportBundle(browser)).volumes).toHaveLength(1);
    expect(strayRequests(site)).toEqual([]);
  });

  it('would be seen: a request from one of its pages stands in the record', async () => {
    const screen = await session.browser.openScreen('options.html');
    await screen.request('https://elsewhere.test/beacon');
    await screen.close();
    expect(strayRequests(session.site).map(request => request.host)).toContain('elsewhere.test');
  });
});
