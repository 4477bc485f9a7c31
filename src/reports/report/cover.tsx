import { isAtFault } from '../../model/case.ts';
import { countLostTexts } from '../../model/lost-texts.ts';
import { askedFor, notFreedomOfInformation, referenceAsked, speakToMeFirstWords } from '../../words/asked.ts';
import { lostEventsSentence, lostReceivedSentence, lostTextsSentence } from '../../words/custody.ts';
import { recipientNames, vulnerabilityNames } from '../../words/details.ts';
import { jurisdictionWords } from '../../words/jurisdiction.ts';
import { limitsLine } from '../../words/limits.ts';
import { hasRequests } from '../input.ts';
import { CoverFlags } from './cover-flags.tsx';
import { OfficerFields, WhoAsks } from './cover-who.tsx';
import type { ReportFacts } from './facts.ts';
import { PageText, PageTextBlock } from './page-text.tsx';
import { type Field, Fields, MomentInline } from './parts.tsx';

/** The first page: what is asked for and by whom, what must be read first, and what this is. */
export function Cover({ facts }: { readonly facts: ReportFacts }) {
  const { caseRecord, vulnerability } = facts.input;
  return (
    <header>
      <p class="kind">Report of recorded web pages</p>
      <h1>
        <PageText text={caseRecord.case.title} />
      </h1>
      {facts.getsOwnWords && <Asked facts={facts} />}
      {vulnerability !== undefined && <Vulnerable vulnerability={vulnerability} />}
      <CoverFlags facts={facts} />
      {facts.getsOwnWords && <WhoAsks facts={facts} />}
      {facts.getsOwnWords && <OfficerFields facts={facts} />}
      <h2>This report</h2>
      <Fields fields={bundleFields(facts)} />
      {isShortOfExhibits(caseRecord) && (
        <p class="notice">
          <strong>This export is incomplete.</strong> At least one {facts.words.exhibit} of the case was left
          out; the list of absent numbers says which and why.
        </p>
      )}
      {caseRecord.lostEvents !== undefined && (
        <p class="notice">
          <strong>This export is incomplete.</strong> {lostEventsSentence(caseRecord.lostEvents)}
        </p>
      )}
      {countLostTexts(caseRecord) > 0 && (
        <p class="notice">
          <strong>This export is incomplete.</strong> {lostTextsSentence(countLostTexts(caseRecord))}
        </p>
      )}
      {caseRecord.lostReceived !== undefined && (
        <p class="notice">
          <strong>This export is incomplete.</strong> {lostReceivedSentence(caseRecord.lostReceived.length)}
        </p>
      )}
      <WhatThisIs facts={facts} />
    </header>
  );
}

/** Answers the reader's first question in one line, followed by the lines that go with every report. */
function Asked({ facts: { matter, isOfficer } }: { readonly facts: ReportFacts }) {
  const asked = askedFor(matter.details);
  const own = isOfficer ? 'What the person affected is asking for:' : 'What I am asking for:';
  const nothing = isOfficer ? 'not told.' : referenceAsked;
  return (
    <section class="asked" aria-label="What is asked for">
      <p class="asking">
        <strong>{own}</strong> {asked === undefined ? nothing : <PageText text={asked} />}
      </p>
      <p>{notFreedomOfInformation}</p>
      {asked !== undefined && !isOfficer && <p>{referenceAsked}</p>}
      {matter.details.speakToMeFirst && (
        <p>
          <strong>{speakToMeFirstWords}</strong>
        </p>
      )}
    </section>
  );
}

function Vulnerable({
  vulnerability: { vulnerabilities, vulnerabilityWords },
}: {
  readonly vulnerability: NonNullable<ReportFacts['input']['vulnerability']>;
}) {
  return (
    <section class="notice" aria-label="Vulnerability">
      <p>
        <strong>The person wants you to know this of them before you act:</strong>{' '}
        {vulnerabilities.map(each => vulnerabilityNames[each]).join('; ')}
      </p>
      {vulnerabilityWords !== '' && (
        <PageTextBlock text={vulnerabilityWords} label="In the person’s own words" />
      )}
    </section>
  );
}

function bundleFields({
  input,
  words,
  matter,
  exhibits,
  getsOwnWords,
  reference,
}: ReportFacts): readonly Field[] {
  const { caseRecord, volume } = input;
  const { producer } = caseRecord.case;
  const name = producer.name === '' ? producer.initials : `${producer.name} (${producer.initials})`;
  return [
    ...(getsOwnWords ? lawFields(matter.details.jurisdiction) : []),
    ...(caseRecord.recipient === undefined
      ? []
      : [['Made for', recipientNames[caseRecord.recipient]] as const]),
    ['Reference of this report', <PageText key="reference" text={reference} />],
    ['Producer', <PageText key="producer" text={name} />],
    ['Exported', <MomentInline key="at" at={caseRecord.exportedAt} />],
    ['Case opened', <MomentInline key="opened" at={caseRecord.case.openedAt} />],
    [
      words.Exhibits,
      `${caseRecord.exhibits.length} in the case as exported, ${exhibits.length} of them in this ZIP`,
    ],
    ...(caseRecord.group.volumes > 1
      ? [['ZIP files', `This is ${volume} of ${caseRecord.group.volumes}. All belong together.`] as const]
      : []),
    ['Made with', `${caseRecord.software.name} ${caseRecord.software.version}`],
  ];
}

function lawFields(jurisdiction: ReportFacts['matter']['details']['jurisdiction']): readonly Field[] {
  if (jurisdiction === undefined)
    return [['Part of the UK', 'Not said which part of the UK; words of England and Wales are used.']];
  const { name, prosecutor } = jurisdictionWords[jurisdiction];
  return [
    ['Part of the UK', name],
    ['Prosecutor', prosecutor],
  ];
}

function WhatThisIs({ facts: { input, words } }: { readonly facts: ReportFacts }) {
  const documents = input.documents ?? [];
  return (
    <>
      <h2>What this is</h2>
      <p>
        A person used the browser extension Holdfast to record web pages on their own computer. Each recording
        is {words.exhibit === 'exhibit' ? 'an' : 'a'} <dfn>{words.exhibit}</dfn> with its own reference. This
        report shows every {words.exhibit} of this ZIP; the files themselves stand beside it in the folder
        exhibits/.
      </p>
      {documents.some(path => path.startsWith('police/')) && (
        <p>
          The folder police/ holds papers made from the same record. None is signed, and nothing in them
          replaces a statement taken by the police.
        </p>
      )}
      {hasRequests(input) && (
        <p>
          The folder preservation/ holds drafts, one folder for each platform, that ask it to keep its data
          until it is asked for by due legal process. They are for the police to check and send; Holdfast
          sends nothing.
        </p>
      )}
      <p class="limits-line">{limitsLine}</p>
      <p>This report is not legal advice. It does not say whether anything in it is an offence.</p>
    </>
  );
}

/** An incomplete export was short of exhibits when no event of its chain, no text and no received file was lost. */
function isShortOfExhibits(record: ReportFacts['input']['caseRecord']): boolean {
  const { lostEvents, lostReceived } = record;
  const isOtherwiseShort = [lostEvents, lostReceived].some(Boolean) || countLostTexts(record) > 0;
  return record.absent.some(isAtFault) || (record.outcome === 'incomplete' && !isOtherwiseShort);
}
