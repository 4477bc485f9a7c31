import { describe, expect, it } from 'vitest';
import {
  isFinalRefusal,
  isOverQuota,
  questionFault,
  scriptFault,
} from '../../src/background/browser-errors.ts';
import { browserName } from '../../src/background/browser-name.ts';

describe('what browsers say', () => {
  const cases = [
    ['No tab with id: 12.', 'capture.tab.closed'],
    ['Invalid tab ID: 12', 'capture.tab.closed'],
    ['The tab was closed.', 'capture.tab.closed'],
    ['Frame with ID 0 was removed.', 'capture.tab.navigated'],
    ['Frame with ID 0 is showing error page', 'capture.page.unreachable'],
    ['Cannot access a chrome:// URL', 'capture.tab.not-permitted'],
    ['The extensions gallery cannot be scripted.', 'capture.tab.not-permitted'],
    ['This page cannot be scripted due to an ExtensionsSettings policy.', 'capture.tab.not-permitted'],
    ['Missing host permission for the tab', 'capture.tab.not-permitted'],
    ['Something else', 'capture.page.unreachable'],
  ] as const;

  it.each(cases)('%s', (message, code) => {
    expect(scriptFault(new Error(message)).code).toBe(code);
  });

  it('of a page that was open to us and no longer is: it is another page', () => {
    const message = 'Cannot access contents of the page. Extension manifest must request permission.';
    expect(questionFault(new Error(message)).code).toBe('capture.tab.navigated');
  });

  it('tells a full quota from a refusal', () => {
    const quota = new Error('This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.');
    const policy = new Error('Taking screenshots has been disabled');
    expect([isOverQuota(quota), isFinalRefusal(quota)]).toEqual([true, false]);
    expect([isOverQuota(policy), isFinalRefusal(policy)]).toEqual([false, true]);
  });
});

describe('the browser’s name', () => {
  const webkit = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)';
  it.each([
    [`${webkit} Chrome/156.0.0.0 Safari/537.36`, 'Chromium 156.0.0.0'],
    [`${webkit} HeadlessChrome/156.0.0.0 Safari/537.36`, 'Chromium 156.0.0.0'],
    [`${webkit} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.1.2`, 'Edge 156.0.1.2'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153.0'],
    ['something', 'something'],
  ])('%s', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name);
  });
});
