import { attributeOf, queryFirst } from '../dom.ts';
import { numberIn, type PageKind } from './kind.ts';

/** Simple Machines 2 (SimpleMachines/SMF `Display.template.php`, seen in public code, 2026-07). */
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
