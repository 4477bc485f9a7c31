import type { CaseDetails, Jurisdiction } from '../model/details.ts';

/** The terms in which a case is described in one part of the United Kingdom. */
export interface JurisdictionWords {
  readonly name: string;
  /** "exhibit" in England, Wales and Northern Ireland; "production" in Scotland. */
  readonly exhibit: string;
  readonly Exhibit: string;
  readonly exhibits: string;
  readonly Exhibits: string;
  /** The person who produces the exhibits, in running text. */
  readonly producer: string;
  readonly prosecutor: string;
  readonly police: string;
  /** The name of the list of exhibits. */
  readonly exhibitList: string;
}

const exhibitWords = {
  exhibit: 'exhibit',
  Exhibit: 'Exhibit',
  exhibits: 'exhibits',
  Exhibits: 'Exhibits',
  producer: 'producer',
  exhibitList: 'Exhibit list',
} as const;

/** By jurisdiction. Scotland: productions, Procurator Fiscal (HSE Enforcement Guide for Scotland; COPFS). */
export const jurisdictionWords: Readonly<Record<Jurisdiction, JurisdictionWords>> = {
  'england-wales': {
    ...exhibitWords,
    name: 'England and Wales',
    prosecutor: 'Crown Prosecution Service',
    police: 'the police',
  },
  scotland: {
    name: 'Scotland',
    exhibit: 'production',
    Exhibit: 'Production',
    exhibits: 'productions',
    Exhibits: 'Productions',
    producer: 'witness who speaks to it',
    exhibitList: 'List of productions',
    prosecutor: 'Procurator Fiscal',
    police: 'Police Scotland',
  },
  'northern-ireland': {
    ...exhibitWords,
    name: 'Northern Ireland',
    prosecutor: 'Public Prosecution Service',
    police: 'the Police Service of Northern Ireland',
  },
};

/** Used where nobody said which part of the United Kingdom it is. The documents say that it was assumed. */
export const assumedJurisdiction: Jurisdiction = 'england-wales';

/** The terms for a case, by the jurisdiction in its details. */
export function wordsFor({ jurisdiction }: Pick<CaseDetails, 'jurisdiction'>): JurisdictionWords {
  return jurisdictionWords[jurisdiction ?? assumedJurisdiction];
}
