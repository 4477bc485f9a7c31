import type { Account } from '../model/post.ts';

/**
 * One statement about a platform's handling of requests. One that is not `confirmed` was not read in the platform's own
 * text, or must be checked again: it is shown as something to find out, never as a fact.
 */
export interface Fact {
  readonly text: string;
  readonly confirmed: boolean;
}

/** An identifier that a request names, the most important first; `ids.…` are those of a post or its address. */
export type NeededIdentifier = keyof Account | 'postId' | 'parentId' | 'permalink' | `ids.${string}`;

/**
 * How a platform is asked to preserve data before it is deleted, for a draft that an officer sends: nothing here is
 * fetched. The portals answer only authorities; victims have a separate route.
 */
export interface PreservationFacts {
  /** Where a request goes; `addresses` are the links in it, including alternative addresses of the portal. */
  readonly contact: Fact & { readonly addresses: readonly string[] };
  readonly emergency: Fact;
  /** How long data is kept; `days` only where the platform names a number. */
  readonly keptFor: Fact & { readonly days?: number };
  /** `days`: how much longer it is kept; `askBefore`: how many days before expiry the request must arrive. */
  readonly renewal: Fact & { readonly days?: number; readonly askBefore?: number };
  /** What the request must contain. */
  readonly mustHold: readonly Fact[];
  /** `anyone`: whether a person who is no authority may ask as well. */
  readonly whoMayAsk: Fact & { readonly anyone: boolean };
  /** Whether the account's owner is notified; `noticeOfPreservation`: also of a preservation without disclosure. */
  readonly userNotice: Fact & { readonly noticeOfPreservation: boolean };
  /** The company that a request from the United Kingdom is addressed to. */
  readonly ukAddressee: Fact;
  /** What the person concerned can do: report the post, and ask for their own data. */
  readonly victimRoute: Fact;
  /** What happens to deleted content. */
  readonly deleted?: Fact;
  readonly identifiers: readonly NeededIdentifier[];
  /** `both`: dates are written in ISO 8601 and month first, because the platform's forms are American. */
  readonly dateStyle: 'iso' | 'both';
  readonly source: string;
  /** The day on which the source was checked, as YYYY-MM-DD. */
  readonly dateChecked: string;
}
