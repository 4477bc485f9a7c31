import { attributeOf } from '../../dom/tree.ts';
import { numberIn, type PageKind } from './kind.ts';

/** Invision Community 4 (template `postContainer`) and 5, whose names are `ipsEntry__…` (from memory, 2026-11-30). */
export const invision: PageKind = {
  name: 'Invision Community',
  kind: 'post',
  post: 'article[id^="elComment_"]',
  body: '[data-role="commentContent"]',
  idOf: post => numberIn(attributeOf(post, 'id'), 'elComment_'),
  author:
    '.cAuthorPane_author a[href*="/profile/"], .ipsComment_author h3 a[href*="/profile/"], .ipsEntry__username a[href*="/profile/"]',
  time: '.ipsComment_meta time, .ipsEntry__date time',
  link: '.ipsComment_meta a[href*="comment="], .ipsEntry__date a[href*="comment="]',
};
