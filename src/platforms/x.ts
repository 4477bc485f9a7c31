import type { Instant } from '../model/identifiers.ts';
import type { PostAddress, PostedAt } from '../model/post.ts';
import type { Example, Platform } from './contract.ts';
import { isHostOf } from './hosts.ts';
import { snowflakeTime } from './snowflake.ts';
import { postAround, postAt, posts, read } from './x-page.ts';

/** The hosts on which X shows posts; other subdomains (help, business, developer) hold none. */
const productHost = /^(?:(?:www|m|mobile)\.)?(?:x|twitter)\.com$/;

const post = /^\/(?:#!\/)?(?!i\/)(?<handle>\w{1,15})\/status(?:es)?\/(?<postId>\d{1,19})(?:\/|$)/;
const postWithoutHandle = /^\/i\/(?:web\/)?status\/(?<postId>\d{1,19})(?:\/|$)/;
const userById = /^\/i\/user\/(?<accountId>\d{1,19})(?:\/|$)/;
const message = /^\/messages\/(?<conversation>\d+(?:-\d+)?)(?:\/|$)/;
const space = /^\/i\/spaces\/(?<space>[0-9a-zA-Z]{13})(?:\/|$)/;
const reserved =
  'i|home|explore|search|notifications|messages|settings|compose|hashtag|intent|tos|privacy|login|share';
const profile = new RegExp(`^/(?!(?:${reserved})(?:/|$))(?<handle>\\w{1,15})/?$`);

/** The first millisecond of X's identifiers, 2010-11-04T01:42:54.657Z. */
const snowflakes = { epoch: 1_288_834_974_657n };

/** X, formerly Twitter. Selectors as seen on pages saved from 2017 to 2026; they stand in `x-page.ts`. */
export const x: Platform = {
  id: 'x',
  name: 'X (Twitter)',
  hosts: ['x.com', 'twitter.com'],
  identify,
  postedAt,
  posts,
  postAround,
  postAt: (document, address) => {
    const postId = identify(address)?.postId;
    return postId === undefined ? undefined : postAt(document, postId);
  },
  read,
};

function identify(address: URL): PostAddress | undefined {
  const { hostname, pathname, hash, protocol } = address;
  if (!/^https?:$/.test(protocol) || !isHostOf(hostname, x.hosts) || !productHost.test(hostname)) {
    return undefined;
  }
  const path = hash.startsWith('#!/') ? hash.slice(2) : pathname;
  return postOf(path) ?? accountOf(path, address) ?? otherOf(path);
}

function postOf(path: string): PostAddress | undefined {
  const named = post.exec(path)?.groups;
  if (named !== undefined) {
    const { handle = '', postId = '' } = named;
    return { kind: 'post', handle, postId, permalink: `https://x.com/${handle}/status/${postId}` };
  }
  const postId = postWithoutHandle.exec(path)?.groups?.['postId'];
  return postId === undefined
    ? undefined
    : { kind: 'post', postId, permalink: `https://x.com/i/status/${postId}` };
}

function accountOf(path: string, address: URL): PostAddress | undefined {
  const asked = path === '/intent/user' ? address.searchParams.get('user_id') : undefined;
  const accountId = userById.exec(path)?.groups?.['accountId'] ?? /^\d{1,19}$/.exec(asked ?? '')?.[0];
  if (accountId !== undefined) {
    return { kind: 'profile', accountId, permalink: `https://x.com/i/user/${accountId}` };
  }
  const handle = profile.exec(path)?.groups?.['handle'];
  return handle === undefined ? undefined : { kind: 'profile', handle, permalink: `https://x.com/${handle}` };
}

function otherOf(path: string): PostAddress | undefined {
  const conversation = message.exec(path)?.groups?.['conversation'];
  if (conversation !== undefined) {
    return { kind: 'message', permalink: `https://x.com/messages/${conversation}` };
  }
  const live = space.exec(path)?.groups?.['space'];
  return live === undefined ? undefined : { kind: 'other', permalink: `https://x.com/i/spaces/${live}` };
}

function postedAt(postId: string, notAfter: Instant): PostedAt | undefined {
  const at = snowflakeTime(postId, snowflakes, notAfter);
  if (at === undefined) return undefined;
  return {
    at,
    method: 'derived-from-id',
    toleranceSeconds: 1,
    caveat: 'Computed from the number in the address. The number of a repost holds the time of the repost.',
  };
}

/** Addresses with what X must say of them. Not imported by the extension, so that no bundle carries them. */
export const examples: readonly Example[] = [
  {
    url: 'https://x.com/UaSmart/status/934106870834454529',
    source: 'metascraper-x fixtures; its page says datetime 2017-11-24T17:10:07.000Z',
    expect: {
      kind: 'post',
      handle: 'UaSmart',
      postId: '934106870834454529',
      permalink: 'https://x.com/UaSmart/status/934106870834454529',
    },
  },
  {
    url: 'https://twitter.com/i/web/status/1170041925560258560',
    source: 'yt-dlp extractor/twitter.py',
    expect: { kind: 'post', postId: '1170041925560258560' },
  },
  {
    url: 'https://mobile.twitter.com/i/status/1098230906194546688/photo/1',
    source: 'dfir-unfurl tests/unit/test_twitter.py',
    expect: { kind: 'post', postId: '1098230906194546688' },
    postedAt: '2019-02-20T14:40:26.837Z',
  },
  {
    url: 'https://x.com/i/status/1823945883910279168',
    source: '@sapphire/snowflake tests, TwitterSnowflake (1723697560657)',
    expect: { kind: 'post', postId: '1823945883910279168' },
    postedAt: '2024-08-15T04:52:40.657Z',
  },
  {
    url: 'https://twitter.com/i/web/status/1296304589591810048',
    source: 'gallery-dl test/results/twitter.py, which reports 2020-08-20T04:34:32Z',
    expect: { kind: 'post', postId: '1296304589591810048' },
    postedAt: '2020-08-20T04:34:32.990Z',
  },
  {
    url: 'https://x.com/i/status/1382350606417817604',
    source: 'the formula; the value that techconverter.me publishes (15:30:06) is wrong',
    expect: { kind: 'post', postId: '1382350606417817604' },
    postedAt: '2021-04-14T15:10:42.059Z',
  },
  {
    url: 'https://twitter.com/i/user/2976459548',
    source: 'yt-dlp extractor/twitter.py',
    expect: { kind: 'profile', accountId: '2976459548' },
  },
  {
    url: 'https://x.com/messages/783214-2244994945',
    source: 'from memory',
    expect: { kind: 'message', permalink: 'https://x.com/messages/783214-2244994945' },
  },
  {
    url: 'https://x.com/i/spaces/1DXxyRYNejbKM',
    source: 'yt-dlp extractor/twitter.py',
    expect: { kind: 'other' },
  },
  {
    url: 'https://x.com/kikobeats',
    source: 'metascraper-x fixtures',
    expect: { kind: 'profile', handle: 'kikobeats', permalink: 'https://x.com/kikobeats' },
  },
  { url: 'https://x.com/home', identified: false },
  { url: 'https://x.com/search?q=a', identified: false },
  { url: 'https://help.x.com/en', identified: false },
  { url: 'https://netflix.com/a/status/1', identified: false },
  { url: 'https://x.com.example.org/a/status/934106870834454529', identified: false },
  { url: 'https://example.org/x.com/a/status/934106870834454529', identified: false },
];
