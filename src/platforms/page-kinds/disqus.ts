import { attributeOf, textContentOf } from '../../dom/tree.ts';
import type { Account } from '../../model/post.ts';
import { isName } from '../names.ts';
import { lineOf } from '../text.ts';
import { numberIn, type PageKind, type Parts } from './kind.ts';

/** Disqus, the page of its frame (class names from memory, 2026-11-29). `parent-link` names whom the comment answers. */
export const disqus: PageKind = {
  name: 'Disqus',
  kind: 'comment',
  post: 'li.post[id^="post-"]',
  body: '.post-message',
  idOf: post => numberIn(attributeOf(post, 'id'), 'post-'),
  author: '.post-byline .author',
  profile: '.post-byline .author a[data-username]',
  accountOf,
  time: '.post-meta a.time-ago',
  link: '.post-meta a.time-ago[href]',
  relatedOf: ({ own }) =>
    own('.post-byline a.parent-link').flatMap(link => {
      const name = lineOf(textContentOf(link));
      return name === undefined || !isName(name)
        ? []
        : [{ relation: 'parent' as const, account: { displayName: name } }];
    }),
};

function accountOf({ own }: Parts): Account {
  const names = new Set(
    own('.post-byline .author a[data-username]').map(link => attributeOf(link, 'data-username')),
  );
  const [handle] = names;
  return names.size === 1 && handle !== undefined && /^[\w.-]{1,100}$/.test(handle) ? { handle } : {};
}
