import type { Instant } from '../model/identifiers.ts';
import type { Post, PostAddress, PostedAt } from '../model/post.ts';

/** What a platform reads from one post's element. `platform` and derived times are added by the caller. */
export type ReadPost = Omit<Post, 'platform' | 'postedAt'> & {
  /** The page's own machine-readable time of this very post, if it shows one. */
  readonly machineTime?: {
    readonly at: Instant;
    readonly toleranceSeconds: number;
    readonly caveat?: string;
  };
};

/** How a platform looks to Holdfast: who claims an address, what a post is, what it says, and when. */
export interface Platform {
  readonly id: string;
  readonly name: string;
  /** Exact host names or parents of them; never a substring. Empty means any host, and only `web` may say so. */
  readonly hosts: readonly string[];
  /** What the address says; undefined when it is not a post or account of this platform. Throws only for a defect. */
  identify(address: URL): PostAddress | undefined;
  /** The time an identifier holds; undefined when it holds none or lies outside what is plausible before `notAfter`. */
  postedAt(postId: string, notAfter: Instant): PostedAt | undefined;
  /** Every whole post in the document, in document order. */
  posts(document: Document): readonly Element[];
  /** The whole post that this element belongs to; undefined when it belongs to none. */
  postAround(element: Element): Element | undefined;
  /** The one post in the document that the address names; undefined when there is none. */
  postAt(document: Document, address: URL): Element | undefined;
  /** What the post shows. Reads only; never clicks, follows or fetches. */
  read(post: Element, address: URL, viewer: Viewer): ReadPost;
}

/** The language and time zone in which this viewer's browser shows times. */
export interface Viewer {
  readonly language: string;
  readonly zone: string;
}

/** An address and what a platform must say of it; `identified: false` for one that it must refuse. */
export type Example =
  | { readonly url: string; readonly identified: false }
  | {
      readonly url: string;
      readonly source: string;
      readonly expect: Partial<PostAddress>;
      readonly postedAt?: string;
    };
