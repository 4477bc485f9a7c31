import type { Instant } from '../model/identifiers.ts';
import type { Account, MachineTime, Post, PostAddress, PostedAt } from '../model/post.ts';

/** What is read from one post's element. Platform, signed-in account and derived times are added by the caller. */
export type ReadPost = Omit<Post, 'platform' | 'postedAt' | 'signedIn' | 'reader'> & {
  /** The layout that the post has, see `Post`; `unknown` where only its words were read. */
  readonly reader: string;
  /** The page's own machine-readable time of this very post, if it shows one. */
  readonly machineTime?: MachineTime;
};

/** How posts are found on a page and read. Nothing here ever clicks, follows or fetches. */
export interface Reader {
  /** Every whole post in the document, in document order. */
  posts(document: Document): readonly Element[];
  /** The whole post that this element belongs to; undefined when it belongs to none. */
  postAround(element: Element): Element | undefined;
  /** The one post in the document that the address names; undefined when there is none. */
  postAt(document: Document, address: URL): Element | undefined;
  /** What the post shows. Everything is bound to the element; what it does not show is absent. */
  read(post: Element, address: URL, viewer: Viewer): ReadPost;
  /** The body of the frame that the post is, where its words stand in a document of their own; undefined for others. */
  framedBody?(post: Element): Element | undefined;
}

/** How a platform looks to Holdfast: who claims an address, what a post is, what it says, and when. */
export interface Platform extends Reader {
  readonly id: string;
  readonly name: string;
  /**
   * Exact host names; `*.example.com` stands for every name one label below. Empty means any host, and only `web`
   * may say so.
   */
  readonly hosts: readonly string[];
  /** The address of a post names whoever wrote it; on others it may name the place where somebody else wrote. */
  readonly addressNamesAuthor?: true;
  /** Which addresses on its hosts are its own, where another platform has the same hosts. Absent: all. */
  owns?(address: URL): boolean;
  /** What the address says; undefined when it is not a post or account of this platform. Throws only for a defect. */
  identify(address: URL): PostAddress | undefined;
  /** The address that a text in a form of the platform's own stands for, such as `at://…`; undefined for others. */
  toAddress?(text: string): URL | undefined;
  /** The time an identifier holds; undefined when it holds none or lies outside what is plausible before `notAfter`. */
  postedAt(postId: string, notAfter: Instant): PostedAt | undefined;
  /**
   * The account whose own page this is, as the page shows it; undefined where it is no such page, or where the
   * page speaks of another account than the address.
   */
  account?(document: Document, address: URL): Account | undefined;
  /** The account that the page is shown to; undefined when nobody is signed in or the page does not say. */
  signedIn?(document: Document): Account | undefined;
}

/** The language and time zone in which this viewer's browser shows times. */
export interface Viewer {
  readonly language: string;
  readonly zone: string;
}

/** An address and what a platform must say of it; `identified: false` for one that it must refuse. */
export type Example =
  | { readonly url: string; readonly identified: false }
  | { readonly url: string; readonly source: string; readonly expect: Partial<PostAddress> };

/** An identifier and the exact moment it holds; `at: undefined` for one that must give no time. */
export interface Vector {
  readonly id: string;
  readonly at: string | undefined;
  readonly source: string;
}
