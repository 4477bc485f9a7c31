import type { Account, PostKind, RelatedPost } from '../../model/post.ts';

/**
 * A kind of page: what one program writes on every site that runs it. Each selector is of the program's own marks, and
 * each file says where they are known from; what a theme changes is simply not found.
 */
export interface PageKind {
  /** The name of the program. */
  readonly name: string;
  readonly kind: PostKind;
  /** The whole block of one post or comment. */
  readonly post: string;
  /** What stands in each of its posts, beside other things; a block without one of them is none. */
  readonly holds?: readonly string[];
  /** What stands in none of its posts. */
  readonly lacks?: string;
  /**
   * What holds the words of the post and nothing else. Whatever stands in it was put there by the one who wrote it, so
   * that no name, time or post is ever read of it.
   */
  readonly body: string;
  /** The number of the post; undefined for a block that is none. */
  idOf(post: Element): string | undefined;
  /**
   * The block of another kind that each of its posts stands in and answers, such as the review that an owner answers.
   * Such an answer has no number of its own: `idOf` tells that of what it answers.
   */
  readonly answers?: string;
  /** The elements that show the author's name, outside the body. More than one name is none. Absent: no name is shown. */
  readonly author?: string;
  /** The elements beside the name that link to the profile. Absent: the name itself does. */
  readonly profile?: string;
  /** Whether the name that is shown is the account's own one, which others call it by. */
  readonly showsHandle?: boolean;
  /** What else the page says of the author, apart from the name that is shown. */
  accountOf?(parts: Parts): Account;
  readonly time?: string;
  /** The link of the post to itself. */
  readonly link?: string;
  readonly edited?: string;
  /** What the site shows as an answer of somebody else within the block: it is a post of its own, and noted. */
  readonly answer?: string;
  /** What the post answers, outside the body. */
  relatedOf?(parts: Parts): readonly RelatedPost[];
}

/** One post with the means to look at what is its own: not in its words, and not in a post inside it. */
export interface Parts {
  readonly post: Element;
  /** The post's own elements outside its words. */
  own(selector: string): readonly Element[];
}

/** The digits behind a known beginning of an attribute; undefined when it is written in another way. */
export function numberIn(text: string | undefined, before: string): string | undefined {
  const digits = text?.startsWith(before) === true ? text.slice(before.length) : '';
  return /^\d{1,19}$/.test(digits) ? digits : undefined;
}
