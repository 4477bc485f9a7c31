import { describe, expect, it } from 'vitest';
import { readOptions } from '../../scripts/readers/options.ts';
import { savedPage } from '../../scripts/readers/saved-page.ts';

describe('the arguments', () => {
  it('are a saved page or an address', () => {
    expect(readOptions(['page.html', '--at', 'https://x.com/a'])).toMatchObject({
      page: 'page.html',
      at: 'https://x.com/a',
    });
    expect(readOptions(['--url', 'https://x.com/a', '--post', '2'])).toMatchObject({
      url: 'https://x.com/a',
      post: 2,
    });
  });

  it.each([
    [[], 'name either a saved page or --url'],
    [['page.html', '--url', 'https://x.com/a'], 'name either a saved page or --url'],
    [['--url', 'x.com'], '--url: no address that begins with http:// or https://'],
    [['page.html', '--at', 'file:///etc'], '--at: no address that begins with'],
    [['--url', 'https://x.com/a', '--at', 'https://x.com/a'], '--at says where a saved page stood'],
    [['page.html', '--profile', 'here'], 'go with --url alone'],
    [['a.html', 'b.html'], 'one page at a time'],
    [['a.html', '--post', 'two'], '--post: no number of a post'],
    [['a.html', '--nonsense'], '--nonsense'],
  ])('%j are refused with what is wrong and how it is used', (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence);
    expect(() => readOptions(args)).toThrow('npm run readers -- PAGE.html');
  });

  it('may ask how it is used', () => {
    expect(readOptions(['--help'])).toEqual({ help: expect.stringContaining('--headful') });
  });
});

describe('a saved page', () => {
  const address = 'https://x.com/robin/status/1';
  it('says in its first line where it stood, in whose language and zone', () => {
    const html = `<!-- ${address} | de-DE | Europe/Berlin -->\n<p>`;
    expect(savedPage(html, 'a.html')).toEqual({
      address,
      html,
      viewer: { language: 'de-DE', zone: 'Europe/Berlin' },
    });
  });

  it('is believed as Chromium marks it', () => {
    const html = `<!DOCTYPE html>\n<!-- saved from url=(0028)${address} -->\n<html>`;
    expect(savedPage(html, 'a.html')).toEqual({ address, html });
  });

  it('stands where the order says, whatever it says itself', () => {
    const at = 'https://www.facebook.com/x/posts/1';
    expect(savedPage(`<!-- ${address} -->`, 'a.html', at).address).toBe(at);
  });

  it('that does not say so is asked for it', () => {
    expect(() => savedPage('<!-- a page --><p>', 'a.html')).toThrow(
      'a.html does not say at which address it stood. Say so with --at',
    );
  });
});
