import { attributeOf } from '../../dom/tree.ts';
import { numberIn, type PageKind } from './kind.ts';

/** vBulletin 3 and 4 (templates `postbit`, `postbit_legacy`; from memory, 2026-11-29). No machine-readable time. */
export const vbulletin: PageKind = {
  name: 'vBulletin',
  kind: 'post',
  post: 'li.postcontainer[id^="post_"], table[id^="post"]',
  holds: ['.postcontent, [id^="post_message_"]', '.postcounter, [id^="postcount"]'],
  body: 'blockquote.postcontent, [id^="post_message_"]',
  idOf: post => {
    const id = attributeOf(post, 'id');
    return numberIn(id, 'post_') ?? numberIn(id, 'post');
  },
  author: 'a.username, .username_container > .username, a.bigusername, [id^="postmenu_"] > a',
  time: '.postdate .date',
  link: 'a.postcounter[href], a[id^="postcount"][href]',
  edited: '.lastedited, .postbody .after_content',
};
