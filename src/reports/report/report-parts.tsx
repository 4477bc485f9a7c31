import type { ComponentChildren } from 'preact';
import { AccountsPart, behaviourHeading } from './accounts-part.tsx';
import { ChronologyPart } from './chronology-part.tsx';
import { Checking, Glossary, Limits } from './closing-parts.tsx';
import { ContactsPart, hasContacts } from './contacts-part.tsx';
import { Continuity } from './continuity.tsx';
import { DiaryPart } from './diary-part.tsx';
import { ExhibitList } from './exhibit-list.tsx';
import type { ReportFacts } from './facts.ts';
import { OffencesPart } from './offences-part.tsx';
import { hasOwnWords, OwnWordsOfCase } from './own-words-of-case.tsx';
import { hasReceived, ReceivedPart } from './received-part.tsx';
import { RechecksPart } from './rechecks-part.tsx';
import { hasSessions, SessionsPart } from './sessions-part.tsx';
import { SummaryPart } from './summary-part.tsx';
import { ThreatsPart } from './threats-part.tsx';
import { UnusedPart } from './unused-part.tsx';

/** A section of the report: its anchor, its heading and its content. */
export interface ReportPart {
  readonly id: string;
  readonly heading: string;
  readonly body: ComponentChildren;
}

/** The sections before those of the exhibits. A section with nothing to say is left out. */
export function openingParts(facts: ReportFacts): readonly ReportPart[] {
  const { matter, words } = facts;
  const has = (id: string, heading: string, there: boolean, body: ComponentChildren) =>
    there ? [{ id, heading, body }] : [];
  return [
    ...has('summary', 'Summary', facts.getsOwnWords, <SummaryPart facts={facts} />),
    ...has('threats', 'Threats first', matter.threats.length > 0, <ThreatsPart facts={facts} />),
    ...has(
      'chronology',
      'Chronology across platforms',
      facts.getsOwnWords && matter.items.length > 0,
      <ChronologyPart facts={facts} />,
    ),
    ...has('diary', 'Diary entries', facts.diary.length > 0, <DiaryPart facts={facts} />),
    ...has(
      'own-words',
      facts.isOfficer ? 'In the officer’s words' : 'In the person’s own words',
      hasOwnWords(matter),
      <OwnWordsOfCase facts={facts} />,
    ),
    ...has(
      'contacts',
      'Contacts with the police and with platforms',
      hasContacts(matter),
      <ContactsPart facts={facts} />,
    ),
    ...has('rechecks', 'Looked at again', matter.rechecks.length > 0, <RechecksPart facts={facts} />),
    ...has('sessions', 'Sessions of officers', hasSessions(matter), <SessionsPart facts={facts} />),
    ...has('accounts', behaviourHeading, matter.accounts.length > 0, <AccountsPart facts={facts} />),
    ...has('received', 'Received files', hasReceived(facts), <ReceivedPart facts={facts} />),
    { id: 'exhibits', heading: words.exhibitList, body: <ExhibitList facts={facts} /> },
  ];
}

/** The sections after those of the exhibits. */
export function closingParts(facts: ReportFacts): readonly ReportPart[] {
  const { input, words } = facts;
  const unused = input.unused ?? [];
  return [
    {
      id: 'continuity',
      heading: 'Continuity',
      body: <Continuity custody={input.custody} lost={input.caseRecord.lostEvents ?? []} words={words} />,
    },
    ...(unused.length === 0
      ? []
      : [{ id: 'unused', heading: 'Unused material', body: <UnusedPart unused={unused} facts={facts} /> }]),
    ...(facts.getsOwnWords
      ? [{ id: 'offences', heading: 'Offences that may be relevant', body: <OffencesPart facts={facts} /> }]
      : []),
    ...(facts.getsOwnWords
      ? [{ id: 'glossary', heading: 'Words used in this report', body: <Glossary facts={facts} /> }]
      : []),
    { id: 'check', heading: 'How to check it', body: <Checking fingerprint={input.signerFingerprint} /> },
    { id: 'limits', heading: 'What it shows, and what it does not', body: <Limits words={words} /> },
  ];
}
