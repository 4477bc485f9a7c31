import { attributeOf } from '../../dom/tree.ts';
import { numberIn, type PageKind } from './kind.ts';

/** MyBB 1.8 (templates `postbit` and `postbit_classic`; from memory, 2026-11-29). It has no machine-readable time. */
export const mybb: PageKind = {
  name: 'MyBB',
  kind: 'post',
  post: 'div.post[id^="post_"]',
  holds: ['.post_author'],
  body: '.post_body[id^="pid_"]',
  idOf: post => numberIn(attributeOf(post, 'id'), 'post_'),
  author: '.author_information .largetext a',
  time: '.post_head .post_date',
  link: '.post_head a[href*="#pid"]',
  edited: '.post_edit',
};
