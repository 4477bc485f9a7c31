import { attributeOf } from '../dom.ts';
import { numberIn, type PageKind } from './kind.ts';

/** Invision Community 4 (template `postContainer`; from memory, 2026-11-29). */
export const invision: PageKind = {
  name: 'Invision Community',
  kind: 'post',
  post: 'article[id^="elComment_"]',
  body: '[data-role="commentContent"]',
  idOf: post => numberIn(attributeOf(post, 'id'), 'elComment_'),
  author: '.cAuthorPane_author a[href*="/profile/"], .ipsComment_author h3 a[href*="/profile/"]',
  time: '.ipsComment_meta time',
  link: '.ipsComment_meta a[href*="comment="]',
};
