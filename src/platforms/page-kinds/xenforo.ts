import { attributeOf, matches } from '../../dom/tree.ts';
import type { Account } from '../../model/post.ts';
import { lineOf } from '../reading/text.ts';
import { numberIn, type PageKind } from './kind.ts';

/**
 * XenForo 2 (templates `message_macros`, `post_macros`; from memory, 2026-11-29) and 1 (`li.message`). The name is the
 * `data-author` of the post: themes put other things, such as `#1`, into elements with the class of a name.
 */
export const xenforo: PageKind = {
  name: 'XenForo',
  kind: 'post',
  post: 'article.message[data-author][data-content^="post-"], li.message[data-author][id^="post-"]',
  body: '.message-body .bbWrapper, .messageText',
  idOf: post => numberIn(attributeOf(post, matches(post, 'article') ? 'data-content' : 'id'), 'post-'),
  author: '.message-name a.username, .message-name span.username, .messageUserInfo a.username',
  accountOf: ({ post, own }): Account => {
    const ids = new Set(
      own('.message-name .username[data-user-id]').map(name => attributeOf(name, 'data-user-id')),
    );
    const said = lineOf(attributeOf(post, 'data-author'));
    const [id = ''] = ids;
    return {
      ...(said !== undefined && { displayName: said }),
      // Guests have the number 0.
      ...(ids.size === 1 && /^[1-9]\d{0,18}$/.test(id) && { accountId: id }),
    };
  },
  time: '.message-attribution time, .messageMeta .DateTime',
  link: '.message-attribution a[href*="/post-"], .messageMeta a.datePermalink[href]',
  edited: '.message-lastEdit',
};
