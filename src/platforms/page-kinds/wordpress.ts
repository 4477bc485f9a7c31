import { attributeOf } from '../../dom/tree.ts';
import { numberIn, type PageKind } from './kind.ts';

const nameInside = '.comment-content > .comment-author';
const meta = '.comment-author, .comment-meta, .comment-metadata, .reply, .comment-reply-link, .edit-link';

/*
 * Comments of WordPress (`class-walker-comment.php` and the comment blocks, from memory, 2026-11-29). The name is
 * `.fn`: the line around it also holds a date and “Antworten”. Its link is a website that the commenter typed, unless
 * it stays on the site.
 */
const shared = {
  name: 'WordPress',
  kind: 'comment',
  post: '.comment[id^="comment-"]',
  idOf: (post: Element) => numberIn(attributeOf(post, 'id'), 'comment-'),
  author: '.comment-author .fn, cite.fn, .wp-block-comment-author-name',
  time: '.comment-metadata time, .comment-meta time, .wp-block-comment-date time, time.comment-date',
  link: '.comment-metadata a[href*="#comment-"], .comment-meta a[href*="#comment-"], .wp-block-comment-date a[href*="#comment-"]',
} as const;

/** Comments of WordPress in themes that keep name and words apart. */
export const wordpress: PageKind = {
  ...shared,
  holds: ['.comment-author .fn, cite.fn, .wp-block-comment-author-name'],
  lacks: nameInside,
  body: '.comment-content, .wp-block-comment-content',
};

/** Themes with the name among the words (saved pages, 2026-11): all but the line of the name is the words. */
export const wordpressNameInside: PageKind = {
  ...shared,
  holds: [nameInside],
  body: `.comment-content > :not(${meta})`,
};
