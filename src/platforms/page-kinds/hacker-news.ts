import { attributeOf, queryFirst } from '../../dom/tree.ts';
import { numberIn, type PageKind } from './kind.ts';

/** Comments of Hacker News (class names from memory, 2026-11-29). */
export const hackerNews: PageKind = {
  name: 'Hacker News',
  kind: 'comment',
  post: 'tr.athing.comtr[id]',
  body: '.commtext',
  idOf: post => numberIn(attributeOf(post, 'id'), ''),
  author: 'a.hnuser',
  showsHandle: true,
  time: '.age',
  link: '.age a[href]',
};

/** The story, or the comment, that a page of Hacker News is about. */
export const hackerNewsItem: PageKind = {
  ...hackerNews,
  kind: 'post',
  post: 'table.fatitem',
  body: '.commtext, .toptext, .titleline > a',
  idOf: post => {
    const row = queryFirst(post, 'tr.athing[id]');
    return numberIn(row && attributeOf(row, 'id'), '');
  },
};
