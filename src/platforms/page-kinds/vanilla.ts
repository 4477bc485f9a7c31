import { attributeOf } from '../../dom/tree.ts';
import { numberIn, type PageKind } from './kind.ts';

/** Vanilla Forums (vanilla/vanilla `applications/vanilla/views/discussion`, and a saved page of MoneySavingExpert, 2025-11). */
export const vanilla: PageKind = {
  name: 'Vanilla',
  kind: 'post',
  post: '.ItemComment[id^="Comment_"], .ItemDiscussion[id^="Discussion_"]',
  body: '.Item-Body > .Message, .Message.userContent',
  idOf: post => {
    const id = attributeOf(post, 'id');
    return numberIn(id, 'Comment_') ?? numberIn(id, 'Discussion_');
  },
  author: '.Author a.Username, .AuthorWrap a.Username',
  showsHandle: true,
  time: '.DateCreated time',
  link: '.DateCreated a.Permalink[href]',
  edited: '.DateUpdated',
};
