// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { telegram } from '../../src/platforms/sites/telegram/platform.ts';
import { openFrames } from './frames.ts';

const html = readFileSync('test/fixtures/platforms/telegram/framed.html', 'utf8').replace(
  /^<!--.*-->\s*/,
  '',
);
const page = new URL('https://t.me/invented_news/614');
const viewer = { language: 'en-GB', zone: 'Europe/London' };

/** Shows the page of one message; `change` is made to what stands in its frame. */
function show(body = html, change: (inner: Document) => void = () => undefined): Element {
  document.documentElement.innerHTML = body.replace(/^<!doctype html>/, '');
  openFrames(page);
  const frame = document.querySelector('iframe')!;
  if (frame.contentDocument !== null) change(frame.contentDocument);
  return frame;
}

describe('a message in a frame of the same site', () => {
  it('is the post of the page, which the address names', () => {
    const frame = show();
    expect(telegram.posts(document)).toEqual([frame]);
    expect(telegram.postAt(document, page)).toBe(frame);
    expect(telegram.postAround(frame)).toBe(frame);
    expect(telegram.framedBody?.(frame)?.textContent).toContain('Come to the door.');
    expect(telegram.postAround(document.querySelector('.tgme_action_button_new')!)).toBeUndefined();
  });

  it('is not the one of another address, and none of it is claimed on another host', () => {
    const frame = show();
    expect(telegram.postAt(document, new URL('https://t.me/invented_news/613'))).toBeUndefined();
    expect(telegram.postAt(document, new URL('https://t.me/other_news/614'))).toBeUndefined();
    expect(telegram.read(frame, new URL('https://telegram.me/invented_news/614'), viewer)).toEqual({
      reader: 'unknown',
      kind: 'message',
      account: {},
    });
  });

  const source = 'https://t.me/invented_news/614?embed=1&amp;mode=tme';
  it.each([
    ['of another site', html.replace(source, 'https://telegram.org/invented_news/614?embed=1')],
    ['without an address', html.replace(`src="${source}"`, 'srcdoc="forged"')],
    ['of a whole page', html.replace(source, 'https://t.me/s/invented_news/613')],
  ])('is none in a frame %s', (_what, body) => {
    const frame = show(body);
    expect(telegram.posts(document)).toEqual([]);
    expect(telegram.framedBody?.(frame)).toBeUndefined();
  });

  it('is none where the frame shows another message than its address names', () => {
    const frame = show(html, inner =>
      inner.querySelector('[data-post]')?.setAttribute('data-post', 'innocent_third/614'),
    );
    expect(telegram.posts(document)).toEqual([]);
    expect(telegram.read(frame, page, viewer).account).toEqual({});
  });

  it('keeps its author where its words imitate a message and an author', () => {
    const forged =
      '<div class="tgme_widget_message" data-post="innocent_third/614"><a class="tgme_widget_message_owner_name" href="https://t.me/innocent_third">Innocent Third</a><div class="tgme_widget_message_text">forged</div></div>';
    const frame = show(html, inner =>
      inner.querySelector('.tgme_widget_message_text')?.insertAdjacentHTML('afterbegin', forged),
    );
    expect(telegram.read(frame, page, viewer).account).toMatchObject({ handle: 'invented_news' });
  });
});
