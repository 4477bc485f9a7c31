import type { Fact, PreservationFacts } from './preservation.ts';

/** Meta’s office for everyone outside the region of its Irish company. */
export const metaUnitedStates = 'Meta Platforms, Inc., 1 Meta Way, Menlo Park, CA 94025, USA';

type Own = Pick<PreservationFacts, 'victimRoute' | 'identifiers' | 'source'> & Partial<PreservationFacts>;

/**
 * How Meta answers requests, as its guidelines for Instagram and Facebook both say, with a service's own facts. A
 * function, so that code that runs inside pages need not include it when it does not call it.
 */
/* @__NO_SIDE_EFFECTS__ */
export function metaPreservation(own: Own, alsoHold: readonly Fact[] = []): PreservationFacts {
  return { ...shared, mustHold: [...shared.mustHold, ...alsoHold], ...own };
}

/** The same for a service that the guidelines do not name: nothing is confirmed. */
/* @__NO_SIDE_EFFECTS__ */
export function metaByAnalogy(own: Own): PreservationFacts {
  const { contact, emergency, keptFor, mustHold, whoMayAsk, userNotice, ...rest } = shared;
  return {
    ...rest,
    contact: { ...contact, confirmed: false },
    emergency: { ...emergency, confirmed: false },
    keptFor: { ...keptFor, confirmed: false },
    mustHold: mustHold.map(fact => ({ ...fact, confirmed: false })),
    whoMayAsk: { ...whoMayAsk, confirmed: false },
    userNotice: { ...userNotice, confirmed: false },
    ...own,
  };
}

const shared: Omit<PreservationFacts, 'victimRoute' | 'identifiers' | 'source'> = {
  contact: {
    text: 'Law Enforcement Online Request System, https://www.facebook.com/records',
    addresses: ['https://www.facebook.com/records', 'https://www.facebook.com/records/login/'],
    confirmed: true,
  },
  emergency: {
    text: 'The same portal, for officials only: imminent harm to a child, or risk of death or serious physical injury.',
    confirmed: true,
  },
  keptFor: { text: '90 days, pending formal legal process.', days: 90, confirmed: true },
  renewal: {
    text: 'The guidelines do not mention one. It may be possible in the portal.',
    confirmed: false,
  },
  mustHold: [
    { text: 'the issuing authority and the name of the officer', confirmed: true },
    { text: 'an e-mail address of the authority’s own domain', confirmed: true },
    { text: 'a direct telephone number', confirmed: true },
    { text: 'the categories of data that are asked for', confirmed: true },
    { text: 'the limits of the dates', confirmed: true },
  ],
  whoMayAsk: {
    text: 'Law enforcement only: “We will not respond to correspondence sent by non-law enforcement officials”.',
    anyone: false,
    confirmed: true,
  },
  userNotice: {
    text: 'Meta tells people of requests for their information before it discloses anything, unless the law forbids it or in exceptional cases (a child’s exploitation, emergencies, where it would do harm). Its text does not say that a preservation request alone is told.',
    noticeOfPreservation: false,
    confirmed: true,
  },
  ukAddressee: {
    text: `${metaUnitedStates}. Instagram’s guidelines send “the European region (excluding the United Kingdom)” to Ireland and all others here; Facebook’s say only “European Region”, so follow the portal where it differs.`,
    confirmed: false,
  },
  deleted: {
    text: '“We do not retain data for law enforcement purposes unless we receive a valid preservation request before a user has deleted that content”.',
    confirmed: true,
  },
  dateStyle: 'both',
  dateChecked: '2026-11-21',
};

/** How Facebook’s guidelines require an account to be named. */
export const facebookAccount: Fact = {
  text: 'the account by number, user name, e-mail address or telephone number (with +country code)',
  confirmed: true,
};
