import { attributeOf } from '../../dom/tree.ts';
import { numberIn, type PageKind } from './kind.ts';

/** forumotion and its sister sites, in the layout shared with phpBB 3 (from memory, 2026-11-29): members are `/u12`. */
export const forumotion: PageKind = {
  name: 'forumotion',
  kind: 'post',
  post: 'div.post[id^="p"]',
  holds: ['.postprofile a[href^="/u"]', '.postbody'],
  body: '.postbody .content',
  idOf: post => numberIn(attributeOf(post, 'id'), 'p'),
  author: '.postprofile dt strong > a[href^="/u"], p.author a[href^="/u"]',
  link: '.postbody h2 a[href*="#"], .topic-title a[href*="#"]',
};
