import { attributeOf } from '../../dom/tree.ts';
import type { PageKind } from './kind.ts';

/**
 * OpenWeb, formerly Spot.IM, mostly in an open shadow root of the newspaper's page (attributes in public scripts, 2025
 * and 2026-07). Its time is shown as “2 hours ago”.
 */
export const openweb: PageKind = {
  name: 'OpenWeb',
  kind: 'comment',
  post: '[data-message-id]:not(a, button)',
  holds: ['[data-spot-im-class="message-username"]', '[data-spot-im-class="message-text"]'],
  body: '[data-spot-im-class="message-text"]',
  idOf: post => /^[\w-]{6,200}$/.exec(attributeOf(post, 'data-message-id') ?? '')?.[0],
  author: '[data-spot-im-class="message-username"]',
  time: '[data-spot-im-class="message-timestamp"]',
};
