import type { Artifact } from '../model/capture.ts';
import type { Remade, RemakeSource } from '../model/remade.ts';
import type { Reporter } from '../model/reporter.ts';
import { compareReport } from './compare-report.tsx';
import { howToVerify } from './how-to-verify.ts';
import type { ReportExhibit, ReportInput, TextInput } from './input.ts';
import { accountsCsv } from './police/accounts.ts';
import { chronologyCsv } from './police/chronology.ts';
import { exhibitListCsv } from './police/exhibit-list.ts';
import { policeCaseOf } from './police/police-case.ts';
import { itemsCsv, itemsJson } from './preservation/items-table.ts';
import { preservationRequests } from './preservation/requests.ts';
import { readMeFirst } from './read-me-first.ts';
import { recipientRules } from './recipients.ts';

/**
 * The edition of the wording of the plain texts and tables. Raise it when a word in them changes after a release: a
 * verifier compares only texts of its own edition, word for word.
 */
export const wordingEdition = 1;

/**
 * The plain texts and tables of a bundle, made again from what is recorded. A text has several versions where it
 * depends on what no record says: whether an officer recorded, and whether an authority was asked that did not answer.
 * The tables are left out unless all records of the case are available. Throws for input that is not a case of
 * Holdfast.
 */
export function remakeTexts(source: RemakeSource): Remade {
  return {
    edition: wordingEdition,
    texts: new Map([
      [
        'READ-ME-FIRST.txt',
        distinct(reporters.map(reporter => readMeFirst(textInput(source, { reporter })))),
      ],
      ['HOW-TO-VERIFY.txt', distinct(timeStampings(source).map(input => howToVerify(input)))],
      ...tables(source),
    ]),
    ...(source.records !== undefined && {
      compareReport: html => compareReport(html, reportInput(source), reporters),
    }),
  };
}

/** The input of a whole case's report, as if the affected person had recorded. */
function reportInput(source: RemakeSource): ReportInput {
  return { ...textInput(source, { reporter: { capacity: 'affected' } }), exhibits: reportExhibits(source) };
}

function reportExhibits({ caseRecord, exhibits, records }: RemakeSource): readonly ReportExhibit[] {
  const timeStamps = new Map(exhibits.map(({ entry, timeStamp }) => [entry.reference, timeStamp]));
  return caseRecord.exhibits.flatMap((entry): ReportExhibit[] => {
    const record = records?.get(entry.reference);
    const timeStamp = timeStamps.get(entry.reference);
    return record === undefined ? [] : [{ entry, record, ...(timeStamp && { timeStamp }) }];
  });
}

/** The affected person and an officer. An officer's own details do not appear in the texts. */
const reporters: readonly Reporter[] = [
  { capacity: 'affected' },
  {
    capacity: 'officer',
    officer: {
      ...{ name: '', rank: '', number: '', force: '' },
      ...{ address: '', email: '', phone: '', caseReference: '' },
    },
  },
];

function textInput(source: RemakeSource, more: Partial<TextInput>): TextInput {
  const { caseRecord, exhibits, custody, signerFingerprint, signerIssuer, documents } = source;
  return {
    ...{ caseRecord, exhibits, custody, signerFingerprint, documents },
    volume: caseRecord.group.volume,
    ...(signerIssuer !== undefined && { signerIssuer }),
    ...(caseRecord.timeStampAuthorities === 2 && { secondStampAsked: true }),
    ...more,
  };
}

/**
 * A reply shows that an authority was asked, and lists show that lists were asked for; without them both are possible.
 * Other volumes may hold stamped records.
 */
function timeStampings(source: RemakeSource): readonly TextInput[] {
  const [first] = source.exhibits;
  const hasOthers = source.caseRecord.group.volumes > 1 && first !== undefined;
  const { exhibits: own } = source;
  const seconds = own.map(({ secondStamp }) => secondStamp ?? {});
  const firsts = hasOthers ? possibleStamps(own) : [undefined];
  const others = hasOthers ? possibleStamps(seconds) : [undefined];
  const exhibits = firsts.flatMap(stamp =>
    others.map(secondStamp =>
      first === undefined
        ? own
        : [{ ...first, ...stamp, ...(secondStamp && { secondStamp }) }, ...own.slice(1)],
    ),
  );
  const answers = source.isTimeStamped ? [true] : [false, true];
  const withLists = source.hasLists ? [true] : [false, true];
  return exhibits.flatMap(each =>
    answers.flatMap(timeStampsAsked =>
      withLists.map(listsAsked => textInput(source, { timeStampsAsked, listsAsked, exhibits: each })),
    ),
  );
}

type Stamp = NonNullable<RemakeSource['exhibits'][number]['secondStamp']>;

/** What an exhibit of another volume may have beyond those of this one: nothing, a reply, or a reply and lists. */
function possibleStamps(own: readonly Partial<Stamp>[]): readonly (Stamp | undefined)[] {
  const reply = { timeStamp: unknownTimeStamp };
  return [
    undefined,
    ...(own.some(({ timeStamp }) => timeStamp !== undefined) ? [] : [reply]),
    ...(own.some(({ lists }) => lists !== undefined) ? [] : [{ ...reply, lists: unknownTimeStamp }]),
  ];
}

const unknownTimeStamp: Artifact = {
  role: 'time-stamp',
  path: 'capture.tsr',
  mediaType: 'application/timestamp-reply',
  size: 0,
  sha256: ''.padStart(64, '0') as Artifact['sha256'],
};

function tables(source: RemakeSource): readonly (readonly [path: string, texts: readonly string[]])[] {
  const { caseRecord, records } = source;
  if (records === undefined) return [];
  const rules = recipientRules[caseRecord.recipient ?? 'police'];
  const exhibits = reportExhibits(source);
  return [
    ...(rules.policePapers ? policeTables(source, exhibits) : []),
    ...(rules.requests ? requestTables(source, exhibits) : []),
  ];
}

function policeTables(
  { caseRecord, custody, signerFingerprint }: RemakeSource,
  exhibits: readonly ReportExhibit[],
) {
  const input: ReportInput = { caseRecord, exhibits, custody, signerFingerprint, volume: 1 };
  const police = policeCaseOf(input);
  const text = (bytes: Uint8Array) => [new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)];
  return [
    ['data/police/exhibit-list.csv', text(exhibitListCsv(police))],
    ['data/police/chronology.csv', text(chronologyCsv(police))],
    ['data/police/accounts.csv', text(accountsCsv(police))],
  ] as const;
}

function requestTables({ caseRecord }: RemakeSource, exhibits: readonly ReportExhibit[]) {
  const requests = preservationRequests({
    case: caseRecord.case,
    // Only files that were given are named in the records.
    exhibits: exhibits.map(({ entry, record }) => ({
      record: {
        ...record,
        artifacts: record.artifacts.filter(({ path }) => entry.heldBack?.includes(path) !== true),
      },
    })),
    reporter: { capacity: 'affected' },
    madeAt: caseRecord.exportedAt,
  });
  return requests.flatMap(request => {
    const folder = `data/preservation/${request.recipient.key}/`;
    return [
      [`${folder}items.csv`, [itemsCsv(request)]],
      [`${folder}items.json`, [itemsJson(request)]],
    ] as const;
  });
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
