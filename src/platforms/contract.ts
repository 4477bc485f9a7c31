import type { Instant } from '../model/identifiers.ts';
import type { Account, MachineTime, Post, PostAddress, PostedAt } from '../model/post.ts';

/** What is read from one post's element. The caller adds platform, signed-in account and derived times. */
export type ReadPost = Omit<Post, 'platform' | 'postedAt' | 'signedIn' | 'reader'> & {
  /** The layout in which the post was read, see `Post`; `unknown` where only its words were read. */
  readonly reader: string;
  /** The page's own machine-readable time of this very post, if it shows one. */
  readonly machineTime?: MachineTime;
};

/** How posts are found on a page and read. Nothing here clicks, follows links or fetches. */
export interface Reader {
  /** Every whole post in the document, in document order. */
  posts(document: Document): readonly Element[];
  /** The whole post around this element; undefined when there is none. */
  postAround(element: Element): Element | undefined;
  /** The one post in the document that the address names; undefined when there is none. */
  postAt(document: Document, address: URL): Element | undefined;
  /** What the post shows. Only the post's own element is read; what it does not show is absent. */
  read(post: Element, address: URL, viewer: Viewer): ReadPost;
  /** For a post that is a frame with a document of its own: the body of that document. Undefined for others. */
  framedBody?(post: Element): Element | undefined;
}

/** A platform as Holdfast knows it: which addresses it has, what its posts are and say, and when they were made. */
export interface Platform extends Reader {
  readonly id: string;
  readonly name: string;
  /**
   * Exact host names; `*.example.com` stands for every name one label below. Empty means any host, which only `web` may
   * use.
   */
  readonly hosts: readonly string[];
  /** The address of a post names its author. On other platforms it may name the place where somebody else wrote. */
  readonly addressNamesAuthor?: true;
  /** Which addresses on its hosts are its own, where it shares hosts with another platform. Absent: all. */
  owns?(address: URL): boolean;
  /** What the address says; undefined when it is not a post or account of this platform. Throws only for a defect. */
  identify(address: URL): PostAddress | undefined;
  /** The address for a text in a form of the platform's own, such as `at://…`; undefined for others. */
  toAddress?(text: string): URL | undefined;
  /** The time encoded in an identifier; undefined when there is none or it is not plausible before `notAfter`. */
  postedAt(postId: string, notAfter: Instant): PostedAt | undefined;
  /**
   * The account that this page belongs to, as the page shows it; undefined on any other page, or where the page shows
   * another account than the address.
   */
  account?(document: Document, address: URL): Account | undefined;
  /** The account signed in on the page; undefined when there is none or the page does not show it. */
  signedIn?(document: Document): Account | undefined;
}

/** The language and time zone in which this viewer's browser shows times. */
export interface Viewer {
  readonly language: string;
  readonly zone: string;
}

/** An address and what a platform must identify in it; `identified: false` for one that it must refuse. */
export type Example =
  | { readonly url: string; readonly identified: false }
  | { readonly url: string; readonly source: string; readonly expect: Partial<PostAddress> };

/** An identifier and the exact time encoded in it; `at: undefined` for one that must give no time. */
export interface Vector {
  readonly id: string;
  readonly at: string | undefined;
  readonly source: string;
}
