import { z } from 'zod';
import { type Instant, instantSchema } from './identifiers.ts';

/** So many authorities and roots can be listed; nobody needs more, and each that is dead costs a wait. */
export const mostAuthorities = 10;
export const mostRoots = 50;

/**
 * How long one waits, in milliseconds: for one time-stamp, whoever is asked for it (an answer takes about one second), and
 * for the lists of withdrawn certificates of one authority, without which the time-stamp stands.
 */
export const stampPatience = { stamp: 20_000, lists: 10_000 } as const;

/**
 * Which time-stamp of a record: its first, or the second one, of another authority. A time that two authorities confirm
 * does not hang on one of them.
 */
export const anchors = [1, 2] as const;
export type Anchor = (typeof anchors)[number];

/** Where the files of a record's time-stamps stand beside it: what the authority answered, and its lists, in PEM. */
export const stampFileNames: Readonly<Record<Anchor, { readonly reply: string; readonly lists: string }>> = {
  1: { reply: 'capture.tsr', lists: 'capture.crl' },
  2: { reply: 'capture.2.tsr', lists: 'capture.2.crl' },
};

/** Where an authority is asked: a whole http or https address, without a name or password in it. */
export const authorityAddressSchema = z
  .string()
  .max(500)
  .refine(text => {
    if (!URL.canParse(text)) return false;
    const { protocol, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  }, 'not a web address');

/** Where one authority keeps its lists of withdrawn certificates. */
export const authorityListsSchema = z.object({
  authority: authorityAddressSchema,
  addresses: z.array(authorityAddressSchema).max(40),
});
export type AuthorityLists = z.infer<typeof authorityListsSchema>;

/** What the user chose: whether authorities are asked, which, the preferred one first, and whom they trust (PEM). */
export const authorityChoiceSchema = z.object({
  isOn: z.boolean(),
  addresses: z.array(authorityAddressSchema).max(mostAuthorities),
  /** One certificate in PEM each. */
  roots: z.array(z.string().max(20_000)).max(mostRoots),
  /** Where an authority keeps its lists of withdrawn certificates, as far as the user let Holdfast ask there. */
  lists: z.array(authorityListsSchema).max(mostAuthorities).optional(),
  /** How many authorities time-stamp each record and each export; absent means one. */
  anchors: z.literal(2).optional(),
});
export type AuthorityChoice = z.infer<typeof authorityChoiceSchema>;

/**
 * The choice as the log keeps it. `onSince` is absent while it is switched off. `onAfter` has the last exhibit number
 * of each case at that moment, because a clock may be set back; absent in choices of earlier versions.
 */
export const authoritiesSchema = authorityChoiceSchema.omit({ isOn: true }).extend({
  onSince: instantSchema.optional(),
  onAfter: z.record(z.string(), z.int().nonnegative()).optional(),
});
export type Authorities = z.infer<typeof authoritiesSchema>;

/** Before anybody chose anything: no authority is asked. */
export const noAuthorities: Authorities = { addresses: [], roots: [] };

/** Whether authorities are asked at all. */
export function isAsked({ onSince, addresses }: Authorities): boolean {
  return onSince !== undefined && addresses.length > 0;
}

/** Whether each record and each export is to get a second time-stamp, of another authority. */
export function areTwoAsked(authorities: Authorities): boolean {
  return isAsked(authorities) && authorities.anchors === 2 && authorities.addresses.length > 1;
}

/**
 * Whether the user listed an authority at this address's host, or let Holdfast ask there for an authority's lists: browsers
 * give leave for a whole host.
 */
export function isHostListed({ addresses, lists = [] }: Authorities, address: string): boolean {
  const known = [...addresses, ...lists.flatMap(each => each.addresses)];
  return known.some(each => hostOf(each) === hostOf(address));
}

function hostOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}`;
}

/** Why an authority gave no time-stamp; an aspect's name after `broken-`: its reply was read, and this was wrong. */
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

/** One authority that was asked and gave none. `text` is its own words: anyone's text. */
export const authorityRefusalSchema = z.object({
  address: z.string(),
  failure: authorityFailureSchema,
  text: z.string().max(500).optional(),
});
export type AuthorityRefusal = z.infer<typeof authorityRefusalSchema>;

/** What is kept of a reply beside its bytes. */
export const stampFactsSchema = z.object({
  /** By the authority's clock. */
  genTime: instantSchema,
  /** The name in its certificate; absent when there is none. Anyone's text. */
  authority: z.string().optional(),
  address: z.string(),
  /** By this computer's clock. */
  askedAt: instantSchema,
  receivedAt: instantSchema,
  /** The authority's clock less this computer's, in seconds: positive when this one is behind. */
  clockDifference: z.number(),
});
export type StampFacts = z.infer<typeof stampFactsSchema>;

/** A record that no authority has stamped yet. `nextAt` is when they are asked again. */
export const waitingStampSchema = z.object({
  waitingSince: instantSchema,
  attempts: z.int().nonnegative(),
  /** What came of asking last, one for each authority. */
  refusals: z.array(authorityRefusalSchema),
});
export type WaitingStamp = z.infer<typeof waitingStampSchema>;

/** How far one time-stamp of a record is. */
export type CaptureTimeStamp =
  | ({ readonly state: 'waiting'; readonly nextAt: Instant } & WaitingStamp)
  | ({ readonly state: 'stamped' } & StampFacts);

/** What came of testing an authority with a random number. */
export type AuthorityTest =
  | {
      readonly outcome: 'answered';
      readonly authority?: string;
      readonly genTime: Instant;
      readonly clockDifference: number;
      /** The trusted root that its certificate led to; absent when its root is unknown here. */
      readonly root?: string;
      /** Whether lists of withdrawn certificates were had, which are kept with each time-stamp. */
      readonly hasLists: boolean;
      /** The addresses of such lists that the browser does not let Holdfast reach. */
      readonly listsNotPermitted: readonly string[];
    }
  | ({ readonly outcome: 'failed' } & Omit<AuthorityRefusal, 'address'>);
