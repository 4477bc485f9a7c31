import type { PostAddress } from '../model/post.ts';
import type { Example, Platform } from './contract.ts';
import { withoutTracking } from './hosts.ts';
import { postAround, postAt, posts } from './web-blocks.ts';
import { read } from './web-read.ts';

/**
 * Any page at all: the nearest block that looks like a post. What is not plain from the page is left out;
 * a wrong name on a post does harm that a missing one does not.
 */
export const web: Platform = {
  id: 'web',
  name: 'Web page',
  hosts: [],
  identify,
  postedAt: () => undefined,
  posts,
  postAround,
  postAt,
  read,
};

const anchor = /^#(?:post|p|comment|c|msg|message|reply|entry)[-_]?(?:id[-_]?)?(?<postId>\d{1,19})$/i;

function identify(address: URL): PostAddress | undefined {
  if (!/^https?:$/.test(address.protocol)) return undefined;
  const postId = anchor.exec(address.hash)?.groups?.['postId'];
  const permalink = withoutTracking(address);
  return postId === undefined ? { kind: 'other', permalink } : { kind: 'post', postId, permalink };
}

/** Addresses with what `web` must say of them. Not imported by the extension. */
export const examples: readonly Example[] = [
  {
    url: 'https://forum.example.org/viewtopic.php?f=3&t=123&p=4567#p4567',
    source: 'phpBB: permalink of a post',
    expect: {
      kind: 'post',
      postId: '4567',
      permalink: 'https://forum.example.org/viewtopic.php?f=3&t=123&p=4567#p4567',
    },
  },
  {
    url: 'https://news.example.org/story?utm_source=mail&id=7#comment-99',
    source: 'WordPress: anchor of a comment',
    expect: { kind: 'post', postId: '99', permalink: 'https://news.example.org/story?id=7#comment-99' },
  },
  {
    url: 'https://user:secret@chat.example.org/room/1',
    source: 'RFC 3986, section 3.2.1: credentials in an address',
    expect: { kind: 'other', permalink: 'https://chat.example.org/room/1' },
  },
  { url: 'about:blank', identified: false },
  { url: 'data:text/html,a', identified: false },
];
