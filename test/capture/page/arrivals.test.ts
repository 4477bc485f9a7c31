// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { arrivals } from '../../../src/capture/page/arrivals.ts';
import { addressesIn } from '../../../src/capture/page/late/style-pictures.ts';
import { newSession } from '../../../src/capture/page/session.ts';

/** happy-dom lays nothing out and loads nothing: an element stands where its `data-y` says, and pictures never come. */
beforeEach(() => {
  document.documentElement.innerHTML = '<body></body>';
  vi.restoreAllMocks();
  window.scrollTo(0, 0);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return new DOMRect(0, Number(this.getAttribute('data-y') ?? 0), 60, 40);
  });
  vi.spyOn(HTMLImageElement.prototype, 'complete', 'get').mockImplementation(function (
    this: HTMLImageElement,
  ) {
    return this.hasAttribute('data-came');
  });
  vi.spyOn(HTMLImageElement.prototype, 'naturalWidth', 'get').mockImplementation(function (
    this: HTMLImageElement,
  ) {
    return this.hasAttribute('data-came') ? 60 : 0;
  });
  HTMLImageElement.prototype.decode = () => Promise.resolve();
});

function put(html: string): void {
  document.body.innerHTML = html;
}

describe('what has not come', () => {
  it('is nothing on a page without anything that comes', async () => {
    put('<p>Words</p>');
    expect(await arrivals(newSession(), 10_000)).toEqual([]);
  });

  it('is named with its place when the time is over, and only what is in the window', async () => {
    put(
      '<img class="avatar" src="a.png" data-y="320"><img src="b.png" data-y="90000"><img src="c.png" data-came>',
    );
    expect(await arrivals(newSession(), 50)).toEqual([
      'A picture (img.avatar, 60×40) 320 px below the page’s top had not come.',
    ]);
  });

  it('is waited for until it comes', async () => {
    put('<img src="a.png">');
    const image = document.querySelector('img');
    const answer = arrivals(newSession(), 60_000);
    await new Promise(resolve => setTimeout(resolve, 120));
    image?.setAttribute('data-came', '');
    image?.dispatchEvent(new Event('load'));
    expect(await answer).toEqual([]);
  });

  it('is a picture that a script has yet to put in the place of an empty one', async () => {
    put('<img src="data:image/gif;base64,R0lGOD" data-src="/true.png" data-came>');
    expect(await arrivals(newSession(), 0)).toHaveLength(1);
    put('<img src="/true.png" data-src="/true.png" data-came>');
    expect(await arrivals(newSession(), 1_000)).toEqual([]);
  });

  it('is named fifty times at most, and the rest counted', async () => {
    put('<img src="a.png">'.repeat(120));
    const named = await arrivals(newSession(), 0);
    expect(named).toHaveLength(50);
    expect(named.at(-1)).toBe('71 more things in view had not come.');
  });

  it('is not a picture that is here and only to be decoded, for one who does not wait', async () => {
    HTMLImageElement.prototype.decode = () => new Promise(() => undefined);
    put('<img src="a.png" data-came>');
    expect(await arrivals(newSession(), 0)).toEqual([]);
    expect(await arrivals(newSession(), 50)).toHaveLength(1);
  });
});

describe('the pictures in a style', () => {
  it.each([
    ['none', []],
    ['url("https://a.example/b(1).png")', ['https://a.example/b(1).png']],
    ['linear-gradient(red, blue), url("/a.png"), url(b.png)', ['/a.png', 'b.png']],
    ['url("/with\\"quote.png")', ['/with"quote.png']],
    ['image-set(url("/a.png") 1dppx, url("/b.png") 2dppx)', ['/a.png', '/b.png']],
  ])('of %s are %j', (value, addresses) => {
    expect(addressesIn(value)).toEqual(addresses);
  });
});
