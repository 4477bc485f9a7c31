import type { Account } from '../model/post.ts';

/**
 * One thing that a platform says of requests. Where it is not `confirmed`, it was not read in the platform's own
 * text, or is to be looked up again: it is shown as something to find out, never as a fact.
 */
export interface Fact {
  readonly text: string;
  readonly confirmed: boolean;
}

/** An identifier that a request names, most important first; `ids.…` are those of a post or its address. */
export type NeededIdentifier = keyof Account | 'postId' | 'parentId' | 'permalink' | `ids.${string}`;

/**
 * How a platform is asked to keep data before it is deleted. For a draft that an officer sends: nothing here is
 * ever fetched. The portals answer nobody but the authorities, and a victim has a way of their own.
 */
export interface PreservationFacts {
  /** Where a request goes; `addresses` are the links in it, also those of the portal's other names. */
  readonly contact: Fact & { readonly addresses: readonly string[] };
  readonly emergency: Fact;
  /** How long data is kept; `days` only where the platform names a number. */
  readonly keptFor: Fact & { readonly days?: number };
  /** `days` by which it is kept longer; `askBefore`: how many days before it ends the request must be there. */
  readonly renewal: Fact & { readonly days?: number; readonly askBefore?: number };
  /** What the request must hold, so that it is not refused. */
  readonly mustHold: readonly Fact[];
  /** `anyone` where a person who is no authority may ask as well. */
  readonly whoMayAsk: Fact & { readonly anyone: boolean };
  /** Whether the account's owner is told; `noticeOfPreservation` where this alone, without disclosure, is told. */
  readonly userNotice: Fact & { readonly noticeOfPreservation: boolean };
  /** The company that a request from the United Kingdom is addressed to. */
  readonly ukAddressee: Fact;
  /** What the person concerned can do: report the post, and ask for their own data. */
  readonly victimRoute: Fact;
  /** What becomes of deleted content. */
  readonly deleted?: Fact;
  readonly identifiers: readonly NeededIdentifier[];
  /** `both` where dates are written in ISO 8601 and month first, because the platform's forms are American. */
  readonly dateStyle: 'iso' | 'both';
  readonly source: string;
  /** The day on which the source was looked at, as YYYY-MM-DD. */
  readonly dateChecked: string;
}
