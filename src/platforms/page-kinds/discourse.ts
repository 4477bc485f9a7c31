import { attributeOf, textContentOf } from '../../dom/tree.ts';
import type { Account } from '../../model/post.ts';
import { isName } from '../reading/names.ts';
import { present } from '../reading/present.ts';
import { lineOf } from '../reading/text.ts';
import type { PageKind, Parts } from './kind.ts';

/**
 * Discourse (discourse/discourse, `post/meta-data/*` and `post.gjs`, seen in public code, 2026-07). The account is the
 * `data-user-card` beside the post; `reply-to-tab` names whom the post answers, never its author.
 */
export const discourse: PageKind = {
  name: 'Discourse',
  kind: 'post',
  post: 'article[data-post-id][data-topic-id]',
  body: '.cooked',
  idOf: post => /^\d{1,19}$/.exec(attributeOf(post, 'data-post-id') ?? '')?.[0],
  author: '.names .full-name a[data-user-card]',
  profile: '.names a[data-user-card]',
  accountOf,
  time: 'a.post-date [data-time]',
  link: 'a.post-date[href]',
  edited: '.post-info.edits',
  relatedOf: ({ own }) =>
    own('a.reply-to-tab').flatMap(tab => {
      const name = lineOf(textContentOf(tab));
      return name === undefined || !isName(name)
        ? []
        : [{ relation: 'parent' as const, account: { displayName: name } }];
    }),
};

function accountOf({ post, own }: Parts): Account {
  const cards = new Set(own('.names a[data-user-card]').map(link => attributeOf(link, 'data-user-card')));
  const [handle] = cards;
  if (cards.size !== 1 || handle === undefined || !/^[\p{L}\p{N}_.-]{1,100}$/u.test(handle)) return {};
  const accountId = /^-?\d{1,19}$/.exec(attributeOf(post, 'data-user-id') ?? '')?.[0];
  return present<Account>({ handle, accountId });
}
