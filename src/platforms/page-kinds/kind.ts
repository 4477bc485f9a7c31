import type { Account, PostKind, RelatedPost } from '../../model/post.ts';

/**
 * A kind of page: the markup that one program writes on every site that runs it. The selectors use the program's own
 * marks, and each file says where they are known from; what a theme changes is not found.
 */
export interface PageKind {
  /** The name of the program. */
  readonly name: string;
  readonly kind: PostKind;
  /** The whole block of one post or comment. */
  readonly post: string;
  /** Selectors that must each match something within a post. */
  readonly holds?: readonly string[];
  /** A selector that must match nothing within a post. */
  readonly lacks?: string;
  /**
   * The elements that hold the words of the post and nothing else. Their writer controls everything inside, so no name,
   * time or post is ever read from them.
   */
  readonly body: string;
  /** The number of the post; undefined for a block that is no post. */
  idOf(post: Element): string | undefined;
  /**
   * The block of another kind that each of its posts is inside and answers, such as the review that an owner answers.
   * Such an answer has no number of its own: `idOf` gives that of the review.
   */
  readonly answers?: string;
  /** The elements that show the author's name, outside the body. Several names are none. Absent: no name is shown. */
  readonly author?: string;
  /** The elements beside the name that link to the profile. Absent: the name itself links. */
  readonly profile?: string;
  /** Whether the name shown is the account's handle. */
  readonly showsHandle?: boolean;
  /** What else the page says of the author, besides the name shown. */
  accountOf?(parts: Parts): Account;
  readonly time?: string;
  /** The post's link to itself. */
  readonly link?: string;
  readonly edited?: string;
  /** Somebody else's answer within the block: it is a post of its own, and noted. */
  readonly answer?: string;
  /** What the post answers, outside the body. */
  relatedOf?(parts: Parts): readonly RelatedPost[];
}

/** One post, with access to its own elements: not those in its words or in a post inside it. */
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
