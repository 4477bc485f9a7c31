import { attributeOf } from '../../dom/tree.ts';
import { numberIn, type PageKind } from './kind.ts';

/**
 * Comments of Blogger (its comment widget; from memory, 2026-11-29). Commenters can type the link of their name, even
 * that of somebody else's profile, so it is noted as a website.
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
