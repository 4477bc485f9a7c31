import { attributeOf } from '../../dom/tree.ts';
import { numberIn, type PageKind } from './kind.ts';

/** phpBB 3 (`styles/prosilver/template/viewtopic_body.html`; from memory, 2026-11-29). */
export const phpbb: PageKind = {
  name: 'phpBB',
  kind: 'post',
  post: 'div.post[id^="p"]',
  holds: ['.postprofile', '.postbody'],
  body: '.postbody .content',
  idOf: post => numberIn(attributeOf(post, 'id'), 'p'),
  author:
    '.postprofile > dt a.username, .postprofile > dt a.username-coloured, .postprofile > dt span.username, .postprofile > dt span.username-coloured, p.author a.username, p.author a.username-coloured, p.author span.username',
  time: 'p.author time',
  link: 'p.author a[href*="#p"], h3 a[href*="#p"]',
  edited: '.notice',
};
