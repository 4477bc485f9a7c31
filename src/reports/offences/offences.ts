import type { Matter } from '../../matter/matter.ts';
import type { ContentCategory } from '../../model/content.ts';
import type { Jurisdiction, Relationship } from '../../model/details.ts';
import { assumedJurisdiction, jurisdictionWords } from '../../words/jurisdiction.ts';
import { englandWales } from './england-wales.ts';
import { northernIreland } from './northern-ireland.ts';
import {
  legalFactWords,
  type Offence,
  type OffenceTable,
  type OffenceTopic,
  offencesCheckedOn,
  unread,
} from './offence.ts';
import { scotland } from './scotland.ts';
import { lastIncidentOf, limitWords, summaryOnlyWords } from './time-limits.ts';

const tables: Readonly<Record<Jurisdiction, OffenceTable>> = {
  'england-wales': englandWales,
  scotland,
  'northern-ireland': northernIreland,
};

/** The provisions of one jurisdiction. */
export function offenceTable(jurisdiction: Jurisdiction): OffenceTable {
  return tables[jurisdiction];
}

/**
 * What may be relevant to a case, by the person's tags, and what else exists. `sentences` come before the tables and
 * say what the sheet is and is not; `dates` are about offences with a limit of six months.
 */
export interface OffencesSheet {
  readonly jurisdictionName: string;
  readonly sentences: readonly string[];
  readonly dates: readonly string[];
  readonly relevant: readonly Offence[];
  readonly others: readonly Offence[];
}

/** The sheet for a case, with provisions that match its tags first. It never says that an offence was committed. */
export function offencesFor(matter: Matter): OffencesSheet {
  const jurisdiction = matter.details.jurisdiction ?? assumedJurisdiction;
  const { offences, summaryLimit } = tables[jurisdiction];
  const topics = topicsOf(matter);
  const isRelevant = (offence: Offence) => offence.topics.some(topic => topics.has(topic));
  return {
    jurisdictionName: jurisdictionWords[jurisdiction].name,
    sentences: [
      `This list names provisions of the law of ${jurisdictionWords[jurisdiction].name} that may be relevant. It does not say that anybody did anything. The police and the ${jurisdictionWords[jurisdiction].prosecutor} decide. This is not legal advice.`,
      ...(matter.details.jurisdiction === undefined
        ? [
            'The case does not say which part of the United Kingdom it belongs to; the law of England and Wales is listed. Scotland and Northern Ireland have their own.',
          ]
        : []),
      `Checked ${offencesCheckedOn}. What is marked “not confirmed” was not read in a source then.`,
    ],
    dates: [
      `Offences that only a lower court deals with have a time limit: ${legalFactWords(summaryLimit)}.`,
      ...summaryOnlyWords(lastIncidentOf(matter)),
    ],
    relevant: offences.filter(isRelevant),
    others: offences.filter(offence => !isRelevant(offence)),
  };
}

/** The headings of the columns that {@link offenceCells} fills. */
export const offenceHeadings = [
  'Act and section',
  'What it is about',
  'Courts and highest sentence',
  'Time limit',
] as const;

/** One provision as a row: its name, what it is about, how it is tried, its time limit. */
export function offenceCells(offence: Offence): readonly [string, string, string, string] {
  const name = [offence.act, offence.section].filter(part => part !== '').join(', ');
  return [
    offence.confirmed ? name : legalFactWords(unread(name)),
    offence.description,
    legalFactWords(offence.mode),
    limitWords(offence.limit, offence.limitConfirmed),
  ];
}

const domestic: readonly (Relationship | undefined)[] = ['partner', 'former-partner', 'family'];

function topicsOf({ items, orders, details }: Matter): ReadonlySet<OffenceTopic> {
  const tagged = items.flatMap((item): readonly ContentCategory[] => item.categories);
  const isHate =
    details.hatePerceived.length > 0 || items.some(({ hatePerceived }) => hatePerceived.length > 0);
  const hasOrder = orders.length > 0 || items.some(({ breachesOrder }) => breachesOrder);
  return new Set<OffenceTopic>([
    'general',
    ...tagged,
    ...(isHate ? (['hate'] as const) : []),
    ...(hasOrder ? (['order'] as const) : []),
    ...(domestic.includes(details.relationship) ? (['domestic'] as const) : []),
  ]);
}
