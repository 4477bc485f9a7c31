import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/drive/session.ts';
import { checkReaders } from '../../scripts/readers/check.ts';
import { readOptions } from '../../scripts/readers/options.ts';
import type { ReadPost } from '../../src/platforms/contract.ts';

/** A value as the command tells it: what, in which element, and by which selectors. */
interface Told {
  readonly value: string;
  readonly element: string;
  readonly by: string;
}

/** What is the same in the golden file of a page and in what the command tells of it. */
const compared: Readonly<Record<string, (post: ReadPost) => string | undefined>> = {
  handle: post => post.account.handle,
  displayName: post => post.account.displayName,
  accountId: post => post.account.accountId,
  profileAddress: post => post.account.profileAddress,
  text: post => post.text,
  postId: post => post.postId,
  permalink: post => post.permalink,
  displayedTime: post => post.displayedTime?.text,
  machineTime: post => post.machineTime?.at,
  'media.1.address': post => post.media?.[0]?.address,
  'related.1.text': post => post.related?.[0]?.text,
  'related.2.handle': post => post.related?.[1]?.account?.handle,
};

/** What a browser reads otherwise than the golden files have it, because it lays the page out. */
const laidOut: Readonly<Record<string, string>> = {
  'web/phpbb 2 text': '> Kim wrote: ↑Fri Mar 01, 2024An ordinary post An ugly answer',
};

const folder = mkdtempSync(join(tmpdir(), 'holdfast-readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['facebook/permalink-2026-08', 'x/status', 'web/phpbb'])('of the saved page %s', name => {
  const golden = goldenOf(name);
  const page = pageOf(name);
  let whole: string;
  let posts: readonly string[];
  beforeAll(async () => {
    whole = await toldOfPage(name);
    posts = postsIn(whole);
  });

  it('every post is told, and which of them the address names', () => {
    expect(posts).toHaveLength(golden.posts.length);
    expect(whole).toMatch(
      new RegExp(`^Posts +${golden.posts.length}; the address names post ${golden.named + 1}$`, 'm'),
    );
  });

  it('the values are those of the golden file', () => {
    for (const [index, post] of golden.posts.entries()) {
      for (const [what, valueIn] of Object.entries(compared)) {
        const value = laidOut[`${name} ${index + 1} ${what}`] ?? valueIn(post);
        const isOptional = what.includes('.') && value === undefined;
        const expected = value === undefined ? 'not found' : value.replace(/\s+/g, ' ').slice(0, 99);
        if (!isOptional)
          expect(toldOf(posts[index], what)?.value, `${index + 1} ${what}`).toContain(expected);
      }
    }
  });

  it('each stands in an element of the page that says it, and was taken by a selector that is there', () => {
    for (const post of posts) {
      for (const what of Object.keys(compared)) {
        const found = toldOf(post, what);
        if (found === undefined || found.value.startsWith('not found')) continue;
        const [path = '', read = ''] = found.element.split(/, its (?=[\w-]+(?: \(|$))/);
        const elements = [...page.querySelectorAll(path)];
        expect(elements.length, found.element).toBeGreaterThan(0);
        const attribute = read.replace(/ \(.*/, '');
        const said = elements.map(each =>
          attribute === 'text' ? each.textContent : each.getAttribute(attribute),
        );
        if (/^(?:displayName|displayedTime|media)/.test(what)) {
          // A picture among the letters is told by its alternative text.
          const letters = found.value.replace(/\p{Extended_Pictographic}/gu, '').trim();
          expect(said.map(each => each?.trim())).toContain(letters);
        }
        for (const selector of selectorsIn(found.by)) {
          expect(page.querySelectorAll(selector).length, selector).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe('where a value was taken', () => {
  it('is the place that decides it, also where others say the same', async () => {
    const [post] = postsIn(await toldOfPage('facebook/permalink-2026-08'));
    expect(post).toMatch(
      /found by +\[data-ad-rendering-role="profile_name"\] \(sites\/facebook\/blocks\.ts:\d+\) › step by step/,
    );
    expect(toldOf(post, 'handle')).toMatchObject({
      element: 'div.feed-unit > div[data-ad-rendering-role="profile_name"] > h2 > a, its href',
      by: expect.stringMatching(
        /^\[data-ad-rendering-role="profile_name"\] \(sites\/facebook\/blocks\.ts:\d+\) › a\[href\]$/,
      ),
    });
    expect(toldOf(post, 'permalink')?.element).toBe('div.feed-unit > a[role="link"], its href');
    expect(toldOf(post, 'displayedTime')?.element).toBe('div.feed-unit > a[role="link"], its aria-label');
  });
});

describe('of a page that changed', () => {
  it('what is missing is told with the selectors that find it elsewhere', async () => {
    const html = fixture('x/status').replaceAll('"tweetText"', '"words"').replaceAll('"User-Name"', '"who"');
    const output = await tell(saved('changed.html', html));
    for (const [what, selector] of [
      ['text', '[data-testid="tweetText"]'],
      ['displayName', '[data-testid="User-Name"]'],
    ]) {
      for (const post of postsIn(output)) {
        expect(toldOf(post, what ?? '')?.value).toBe('not found');
        const known = new RegExp(
          `^  ${what} +not found\\n +on a known page +x/\\S+ by (.*) \\(sites/x/page\\.ts:\\d+\\) \\[nothing here\\]`,
          'm',
        );
        expect(known.exec(post)?.[1]).toBe(selector);
        const asked = post.split('matched by nothing in it:')[1];
        expect(asked).toMatch(new RegExp(`^ +${selector?.replace(/[[\]]/g, '\\$&')} \\(`, 'm'));
      }
    }
    expect(toldOf(postsIn(output)[1], 'handle')?.value).toBe('robin_sample');
  });

  it('without a post, the selectors are told that were asked of all of it', async () => {
    const html = fixture('x/status').replaceAll('"tweet"', '"tw"');
    const output = await tell(saved('empty.html', html));
    expect(output).toMatch(/^Posts +none found$/m);
    expect(output).toMatch(/^ +0 matched +article\[data-testid="tweet"\] \(sites\/x\/page\.ts:\d+\)$/m);
  });
});

describe('with a server that counts', () => {
  const asked: string[] = [];
  let server: Server;
  let here: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'text/html; charset=utf-8').end(fixture('web/phpbb'));
    });
    server.on('connection', () => asked.push('connection'));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    here = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server?.close());

  it('a saved page reaches nothing, whatever it asks for, and its scripts do nothing', async () => {
    const html = `${fixture('x/status')}
      <link rel="stylesheet" href="http://${here}/sheet"><link rel="preconnect" href="http://${here}">
      <link rel="prefetch" href="http://${here}/prefetched"><img src="http://${here}/picture">
      <iframe src="http://${here}/frame"></iframe><video src="http://${here}/film"></video>
      <style>body { background: url(http://${here}/background) }</style>
      <meta http-equiv="refresh" content="0; url=http://${here}/refreshed">
      <script src="http://${here}/script"></script><script>
        document.querySelector('[data-testid="User-Name"]').remove();
        fetch('http://${here}/fetched'); new WebSocket('ws://${here}/socket');
        location = 'http://${here}/moved';
      </script>`;
    const output = await tell(saved('asking.html', html));
    expect(toldOf(postsIn(output)[0], 'displayName')?.value).toBe('Parent Sample');
    expect(asked).toEqual([]);
  });

  it('an address is opened, and read with what stands there', async () => {
    const output = await tell('--url', `http://${here}/viewtopic.php?p=4567`, '--post', '2');
    expect(output).toMatch(/^Platform +Web page/m);
    expect(postsIn(output)).toHaveLength(1);
    expect(toldOf(postsIn(output)[0], 'displayName')?.value).toBe('Mean Sample');
    expect(asked).toContain('/viewtopic.php?p=4567');
  });
});

describe('the command', () => {
  it.each([
    ['no page at all', [], 'name either a saved page or --url'],
    ['an address where nothing answers', ['--url', 'http://127.0.0.1:1/'], 'could not be opened'],
  ])('ends with 1 and a sentence for %s', (_what, args, sentence) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/readers.ts', ...args],
      { cwd: root, encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('ends with 0 and prints what it tells', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/readers.ts', 'test/fixtures/platforms/threads/post.html'],
      { cwd: root, encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Platform +Threads/m);
  });
});

const told = new Map<string, Promise<string>>();

/** What is told of a page of the tests; it is asked once. */
function toldOfPage(name: string): Promise<string> {
  const lines = told.get(name) ?? tell(`test/fixtures/platforms/${name}.html`);
  told.set(name, lines);
  return lines;
}

/** What the command tells; in this process, so that the readers are bundled once for all. */
async function tell(...args: readonly string[]): Promise<string> {
  const options = readOptions(args);
  if ('help' in options) return options.help;
  const lines: string[] = [];
  await checkReaders(options, line => lines.push(line));
  return lines.join('\n');
}

function postsIn(told: string): readonly string[] {
  return told.split(/^(?=Post \d|Account of|Signed in)/m).filter(part => /^Post \d/.test(part));
}

function toldOf(post: string | undefined, what: string): Told | undefined {
  const lines = (post ?? '').split('\n');
  const at = lines.findIndex(line => line.startsWith(`  ${what} `));
  if (at < 0) return undefined;
  const [value = '', element = '', by = ''] = lines.slice(at, at + 3).map(line => line.slice(28));
  return { value, element, by };
}

/** The selectors of a line, without where they stand in the source. */
function selectorsIn(by: string): readonly string[] {
  if (by === 'the post itself') return [];
  return by
    .split(' › ')
    .map(step => step.replace(/^around it /, '').replace(/ \([\w/-]+\.ts:\d+\)$/, ''))
    .filter(step => step !== 'step by step');
}

function saved(name: string, html: string): string {
  const path = join(folder, name);
  writeFileSync(path, html);
  return path;
}

function fixture(name: string): string {
  return readFileSync(join(root, `test/fixtures/platforms/${name}.html`), 'utf8');
}

function goldenOf(name: string): { readonly named: number; readonly posts: readonly ReadPost[] } {
  return JSON.parse(readFileSync(join(root, `test/fixtures/platforms/${name}.json`), 'utf8'));
}

function pageOf(name: string): Pick<Document, 'querySelectorAll'> {
  const { document } = new Window({ url: 'https://example.org/' });
  document.write(fixture(name));
  return document as unknown as Document;
}
