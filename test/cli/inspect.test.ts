import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';

async function inspect(...args: readonly string[]) {
  const printed = { out: '', err: '' };
  const code = await run(['inspect', ...args], {
    version: '0',
    out: text => {
      printed.out += text;
    },
    err: text => {
      printed.err += text;
    },
  });
  return { code, ...printed };
}

async function answers(...args: readonly string[]) {
  const { code, out } = await inspect(...args);
  return { code, answers: JSON.parse(out) as readonly Record<string, unknown>[] };
}

const post = 'https://twitter.com/robin_sample/status/1098230906194546688?s=20';

describe('inspect URL…', () => {
  it('0: says who, which post and when, one object an address, as given', async () => {
    const channel = 'https://discord.com/channels/427876741990711298/551531058039095296';
    const profile = 'https://steamcommunity.com/profiles/76561197960265728';
    const { code, answers: said } = await answers(post, channel, profile);
    expect(code).toBe(0);
    expect(said.map(each => each['address'])).toEqual([post, channel, profile]);
    expect(said[0]).toMatchObject({
      platform: 'x',
      kind: 'post',
      handle: 'robin_sample',
      permalink: 'https://x.com/robin_sample/status/1098230906194546688',
      postedAt: { at: '2019-02-20T14:40:26.837Z', method: 'derived-from-id', toleranceSeconds: 1 },
    });
    expect(said[1]).toMatchObject({ platform: 'discord', kind: 'channel' });
    expect(said[1]).not.toHaveProperty('postedAt');
    expect(said[2]).toMatchObject({ platform: 'steam', accountId: '76561197960265728' });
  });

  it('prints what the README shows', async () => {
    const shown = /inspect '(?<address>https:[^']+)'\n(?<answer>\[\n[\s\S]+?\n\])\n/.exec(
      readFileSync('README.md', 'utf8'),
    )?.groups;
    expect((await inspect(shown!['address']!)).out).toBe(`${shown!['answer']}\n`);
  });

  it('understands a form that one platform alone uses', async () => {
    const { code, answers: said } = await answers(
      'at://did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3laulgolrfz2f',
    );
    expect(code).toBe(0);
    expect(said[0]).toMatchObject({ platform: 'bluesky', postedAt: { at: '2024-11-14T00:15:33.133Z' } });
  });

  it('gives no time for a number outside what is plausible', async () => {
    const { answers: said } = await answers('https://x.com/robin_sample/status/9223372036854775807');
    expect(said[0]).toMatchObject({ platform: 'x', postId: '9223372036854775807' });
    expect(said[0]).not.toHaveProperty('postedAt');
  });

  it('1: says plainly which site is not known, and what is nothing on a known one', async () => {
    const look = 'https://x.com.evil.example/robin_sample/status/1098230906194546688?fbclid=1';
    const { code, answers: said } = await answers(post, look, 'https://x.com/home');
    expect(code).toBe(1);
    expect(said[0]).not.toHaveProperty('refused');
    expect(said[1]).toMatchObject({
      refused: 'unknown-site',
      permalink: 'https://x.com.evil.example/robin_sample/status/1098230906194546688',
    });
    expect(said[1]).not.toHaveProperty('postId');
    expect(said[2]).toMatchObject({ platform: 'x', refused: 'not-a-post' });
    for (const each of said.slice(1)) expect(each['detail']).toMatch(/\w/);
  });

  it('takes the anchor of a forum for the number of a post, and no more', async () => {
    const { code, answers: said } = await answers('https://forum.example.org/viewtopic.php?p=4567#p4567');
    expect(code).toBe(0);
    expect(said[0]).toMatchObject({ platform: 'web', kind: 'post', postId: '4567' });
  });

  it('2: says plainly what is no web address', async () => {
    const { code, answers: said } = await answers(post, 'ftp://x.com/a/status/1', 'about:blank', 'nonsense');
    expect(code).toBe(2);
    expect(said.map(each => each['refused'])).toEqual([
      undefined,
      'not-an-address',
      'not-an-address',
      'not-an-address',
    ]);
  });

  it('prints nothing that a terminal would obey, in JSON that holds it still', async () => {
    const odd = 'https://example.org/\u001b[31m\u202egnp.exe\u2028';
    const { code, out } = await inspect(odd);
    expect(code).toBe(1);
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect((JSON.parse(out) as [{ address: string }])[0].address).toBe(odd);
  });

  it('still takes one name without a scheme for a bundle', async () => {
    expect(await inspect('no-such-bundle.zip')).toMatchObject({ code: 2, out: '' });
    expect(await inspect('one.zip', 'two.zip')).toMatchObject({ code: 2, out: '' });
  });
});
