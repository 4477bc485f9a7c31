import { attributeOf, queryFirst } from '../../dom/tree.ts';
import { numberIn, type PageKind } from './kind.ts';

/** Simple Machines 2 (`Display.template.php`; from memory, 2026-11-29). */
export const simpleMachines: PageKind = {
  name: 'Simple Machines',
  kind: 'post',
  post: '.post_wrapper',
  holds: ['.poster', '.inner[id^="msg_"]'],
  body: '.inner[id^="msg_"]',
  idOf: post => {
    const body = queryFirst(post, '.inner[id^="msg_"]');
    return numberIn(body && attributeOf(body, 'id'), 'msg_');
  },
  author: '.poster h4 a[href*="action=profile"]',
  time: '.keyinfo a.smalltext',
  link: '.keyinfo a[href*="#msg"]',
  edited: '.modified',
};
