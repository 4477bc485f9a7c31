// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platformFor, platforms } from '../../src/platforms/index.ts';
import { web } from '../../src/platforms/sites/web/platform.ts';
import { shareOf } from '../thorough.ts';

const folder = resolve('test/fixtures/platforms');
const viewer = { language: 'en-GB', zone: 'Europe/London' };
const pages = readdirSync(folder).flatMap(id =>
  readdirSync(join(folder, id))
    .filter(name => name.endsWith('.html'))
    .map(name => ({ id, name, html: readFileSync(join(folder, id, name), 'utf8') })),
);

function show(html: string): void {
  document.documentElement.innerHTML = html.replace(/^<!--.*-->\s*/, '').replace(/^<!doctype html>/i, '');
}

function addressOf(html: string): URL {
  return new URL(/^<!--\s*(\S+)/.exec(html)?.[1] ?? '');
}

describe('a page in the shape of a platform on another host', () => {
  it.each(pages.filter(({ id }) => id !== 'web'))('$id/$name is any web page', ({ html }) => {
    const { pathname, search } = addressOf(html);
    const address = new URL(`${pathname}${search}`, 'https://evil.example');
    show(html);
    expect(platformFor(address)).toBe(web);
    for (const post of web.posts(document)) {
      const read = web.read(post, address, viewer);
      expect(read.account.accountId).toBeUndefined();
      expect(read.ids).toBeUndefined();
    }
  });
});

describe('every reader', () => {
  it.each(platforms.map((platform, index) => [platform.id, platform, index % 4] as const))(
    '%s survives every page',
    (_id, platform, first) => {
      for (const { html } of shareOf(pages, 4, first)) {
        show(html);
        const address = addressOf(html);
        for (const post of platform.posts(document)) platform.read(post, address, viewer);
        platform.postAt(document, address);
        platform.account?.(document, address);
        platform.signedIn?.(document);
        for (const element of Array.from(document.querySelectorAll('*'))) platform.postAround(element);
      }
    },
  );

  it.each(platforms.map(platform => [platform.id, platform] as const))(
    '%s reads through elements that shadow the document and its forms',
    (_id, platform) => {
      const names = [
        'querySelectorAll',
        'getAttribute',
        'closest',
        'parentElement',
        'ownerDocument',
        'children',
      ];
      const shadows = names.map(name => `<input name="${name}"><img name="${name}">`).join('');
      for (const { html, id } of pages.filter(page => page.id === platform.id)) {
        show(html);
        const address = addressOf(html);
        const before = platform.posts(document).map(post => platform.read(post, address, viewer));
        show(html.replace(/<body[^>]*>/, found => `${found}<form>${shadows}`));
        const after = platform.posts(document).map(post => platform.read(post, address, viewer));
        expect(after, id).toEqual(before);
      }
    },
  );

  it.each(platforms.map(platform => [platform.id, platform] as const))(
    '%s takes nothing from data that is broken, deep or named after what all objects have',
    (_id, platform) => {
      const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
      const odd = '{"__proto__":{"code":"DW1nTDiDvnF"},"constructor":1,"hasOwnProperty":2,"id":{"a":[]}}';
      const scripts = ['{', deep, odd, '[[[[', '"text"', 'null', '1e999'].map(
        text =>
          `<script type="application/json">${text}</script><script type="application/ld+json" data-testid="UserProfileSchema-test">${text}</script><script id="__UNIVERSAL_DATA_FOR_REHYDRATION__">${text}</script>`,
      );
      for (const { html } of pages.filter(page => page.id === platform.id)) {
        show(html);
        const address = addressOf(html);
        const before = platform.posts(document).map(post => platform.read(post, address, viewer));
        document.body.insertAdjacentHTML('beforeend', scripts.join(''));
        expect(platform.posts(document).map(post => platform.read(post, address, viewer))).toEqual(before);
        platform.account?.(document, address);
      }
    },
  );
});
