import { attributeOf } from '../../dom/tree.ts';
import { numberIn, type PageKind } from './kind.ts';

/**
 * Comments of Blogger (its comment widget; from memory, 2026-11-29). The link of a name may be one that the commenter
 * typed, also one of somebody's profile, so it is told as a website.
 */
export const blogger: PageKind = {
  name: 'Blogger',
  kind: 'comment',
  post: 'li.comment[id^="c"]',
  holds: ['cite.user'],
  body: '.comment-content',
  idOf: post => numberIn(attributeOf(post, 'id'), 'c'),
  author: '.comment-header cite.user',
  time: '.comment-header .datetime',
  link: '.comment-header .datetime a[href]',
};
