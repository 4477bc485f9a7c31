import { z } from 'zod';
import { type Instant, instantSchema } from './identifiers.ts';

/** Limits on listed authorities and roots; each unreachable authority costs a wait. */
export const mostAuthorities = 10;
export const mostRoots = 50;

/**
 * Time limits in milliseconds: for one time-stamp, whichever authority is asked (an answer takes about one second), and
 * for one authority's revocation lists, without which the time-stamp is still usable.
 */
export const stampPatience = { stamp: 20_000, lists: 10_000 } as const;

/**
 * Which time-stamp of a record: the first, or the second by another authority, so that the time does not depend on one.
 */
export const anchors = [1, 2] as const;
export type Anchor = (typeof anchors)[number];

/** The files of a record's time-stamps, beside the record: the authority's reply, and its revocation lists in PEM. */
export const stampFileNames: Readonly<Record<Anchor, { readonly reply: string; readonly lists: string }>> = {
  1: { reply: 'capture.tsr', lists: 'capture.crl' },
  2: { reply: 'capture.2.tsr', lists: 'capture.2.crl' },
};

/** An authority's address: a whole http or https address, without a name or password. */
export const authorityAddressSchema = z
  .string()
  .max(500)
  .refine(text => {
    if (!URL.canParse(text)) return false;
    const { protocol, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  }, 'not a web address');

/** The addresses of one authority's revocation lists. */
export const authorityListsSchema = z.object({
  authority: authorityAddressSchema,
  addresses: z.array(authorityAddressSchema).max(40),
});
export type AuthorityLists = z.infer<typeof authorityListsSchema>;

/** The user's choice: whether authorities are asked, which (preferred first), and their trusted roots (PEM). */
export const authorityChoiceSchema = z.object({
  isOn: z.boolean(),
  addresses: z.array(authorityAddressSchema).max(mostAuthorities),
  /** One certificate in PEM each. */
  roots: z.array(z.string().max(20_000)).max(mostRoots),
  /** The authorities' revocation lists, as far as the user lets Holdfast reach them. */
  lists: z.array(authorityListsSchema).max(mostAuthorities).optional(),
  /** How many authorities time-stamp each record and each export; absent means one. */
  anchors: z.literal(2).optional(),
});
export type AuthorityChoice = z.infer<typeof authorityChoiceSchema>;

/**
 * The choice as stored in the log. `onSince` is absent while it is off. `onAfter` has the last exhibit number of each
 * case when it was switched on, because a clock may be set back; absent in choices of earlier versions.
 */
export const authoritiesSchema = authorityChoiceSchema.omit({ isOn: true }).extend({
  onSince: instantSchema.optional(),
  onAfter: z.record(z.string(), z.int().nonnegative()).optional(),
});
export type Authorities = z.infer<typeof authoritiesSchema>;

/** The default: no authority is asked. */
export const noAuthorities: Authorities = { addresses: [], roots: [] };

/** Whether authorities are asked at all. */
export function isAsked({ onSince, addresses }: Authorities): boolean {
  return onSince !== undefined && addresses.length > 0;
}

/** Whether each record and each export gets a second time-stamp, by another authority. */
export function areTwoAsked(authorities: Authorities): boolean {
  return isAsked(authorities) && authorities.anchors === 2 && authorities.addresses.length > 1;
}

/**
 * Whether the user listed an authority or its revocation lists at this address's scheme and host, because browsers
 * grant permission for a whole host.
 */
export function isHostListed({ addresses, lists = [] }: Authorities, address: string): boolean {
  const known = [...addresses, ...lists.flatMap(each => each.addresses)];
  return known.some(each => hostOf(each) === hostOf(address));
}

function hostOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}`;
}

/** Why an authority gave no time-stamp. `broken-` and an aspect: its reply was read, and this check failed. */
export const authorityFailureSchema = z.enum([
  'not-permitted',
  'stopped',
  'unreachable',
  'timed-out',
  'http-error',
  'not-a-reply',
  'too-large',
  'refused',
  'broken-parse',
  'broken-status',
  'broken-imprint',
  'broken-nonce',
  'broken-digest',
  'broken-signature',
  'broken-certificate',
  'broken-binding',
  'broken-purpose',
  'broken-term',
  'broken-certificates',
  'broken-chain',
  'authority-revoked',
  'another-authority',
  'same-authority',
  'clocks-differ',
  'clock-ahead',
]);
export type AuthorityFailure = z.infer<typeof authorityFailureSchema>;

/** An authority that gave no time-stamp. `text` is its own message: untrusted text. */
export const authorityRefusalSchema = z.object({
  address: z.string(),
  failure: authorityFailureSchema,
  text: z.string().max(500).optional(),
});
export type AuthorityRefusal = z.infer<typeof authorityRefusalSchema>;

/** The facts stored beside a reply's bytes. */
export const stampFactsSchema = z.object({
  /** By the authority's clock. */
  genTime: instantSchema,
  /** The name in its certificate; absent when there is none. Untrusted text. */
  authority: z.string().optional(),
  address: z.string(),
  /** By this computer's clock. */
  askedAt: instantSchema,
  receivedAt: instantSchema,
  /** The authority's clock minus this computer's, in seconds: positive when this computer is behind. */
  clockDifference: z.number(),
});
export type StampFacts = z.infer<typeof stampFactsSchema>;

/** A record that waits for a time-stamp. `nextAt` is when authorities are asked again. */
export const waitingStampSchema = z.object({
  waitingSince: instantSchema,
  attempts: z.int().nonnegative(),
  /** The results of the last attempt, one for each authority. */
  refusals: z.array(authorityRefusalSchema),
});
export type WaitingStamp = z.infer<typeof waitingStampSchema>;

/** The state of one time-stamp of a record. */
export type CaptureTimeStamp =
  | ({ readonly state: 'waiting'; readonly nextAt: Instant } & WaitingStamp)
  | ({ readonly state: 'stamped' } & StampFacts);

/** The result of testing an authority with a random number. */
export type AuthorityTest =
  | {
      readonly outcome: 'answered';
      readonly authority?: string;
      readonly genTime: Instant;
      readonly clockDifference: number;
      /** The trusted root of its certificate; absent when its root is unknown here. */
      readonly root?: string;
      /** Whether its revocation lists, which are stored with each time-stamp, could be fetched. */
      readonly hasLists: boolean;
      /** Addresses of such lists that the browser does not let Holdfast reach. */
      readonly listsNotPermitted: readonly string[];
    }
  | ({ readonly outcome: 'failed' } & Omit<AuthorityRefusal, 'address'>);
