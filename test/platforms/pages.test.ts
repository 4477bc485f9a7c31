// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platformById } from '../../src/platforms/index.ts';
import { openFrames } from './frames.ts';
import { openShadows } from './shadows.ts';

/*
 * Pages in the shape of each platform, with invented people: test/fixtures/platforms/<id>/<name>.html. The first
 * line of a page is a comment `address | language | zone`. Everything that is read of it stands in <name>.json:
 * every post, which of them the address names, the account of a profile page, and who is signed in.
 * `npx vitest run test/platforms/pages.test.ts -u` writes them; read the difference before you keep it.
 */
const folder = resolve('test/fixtures/platforms');

for (const id of readdirSync(folder)) {
  describe(id, () => {
    const pages = readdirSync(join(folder, id)).filter(name => name.endsWith('.html'));
    it.each(pages)('%s', async file => {
      const html = readFileSync(join(folder, id, file), 'utf8');
      const [, comment = '', body = ''] = /^<!--(.+?)-->\s*(?:<!doctype html>)?(.*)$/is.exec(html) ?? [];
      const [address, language = '', zone = ''] = comment.split('|').map(part => part.trim());
      document.documentElement.innerHTML = body;
      openShadows();
      const page = new URL(address ?? '');
      openFrames(page);
      const read = readPage(id, page, { language, zone });
      const golden = join(folder, id, file.replace('.html', '.json'));
      await expect(`${JSON.stringify(read, undefined, 2)}\n`).toMatchFileSnapshot(golden);
    });
  });
}

function readPage(id: string, address: URL, viewer: { language: string; zone: string }) {
  const platform = platformById(id);
  if (platform === undefined) throw new Error(`no platform ${id}`);
  const posts = platform.posts(document);
  const named = platform.postAt(document, address);
  return {
    named: named === undefined ? 'none' : posts.indexOf(named),
    posts: posts.map(post => platform.read(post, address, viewer)),
    account: platform.account?.(document, address),
    signedIn: platform.signedIn?.(document),
  };
}
