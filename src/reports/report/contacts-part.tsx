import type { DatedNote, Matter } from '../../matter/matter.ts';
import { platformName } from '../../matter/platform-names.ts';
import type { PlatformReport, PoliceContact } from '../../model/history.ts';
import type { TrackNote } from '../../model/note.ts';
import { policeWayNames, reportOutcomeNames } from '../../words/details.ts';
import { dayWords } from '../../words/happening.ts';
import { trackStateWords } from '../../words/tracks.ts';
import type { ReportFacts } from './facts.ts';
import { PageText } from './page-text.tsx';
import { Table } from './parts.tsx';
import { References } from './references.tsx';

/** Whether the case notes any contact with the police or a platform. */
export function hasContacts({ policeContacts, platformReports, tracks }: Matter): boolean {
  return policeContacts.length + platformReports.length + tracks.length > 0;
}

/** What was said to and by the police and the platforms, as the person logged it. */
export function ContactsPart({ facts }: { readonly facts: ReportFacts }) {
  const { policeContacts, platformReports, tracks } = facts.matter;
  return (
    <>
      <p class="aside">
        As {facts.teller} wrote it down. It has not been compared with the records of others.
      </p>
      {policeContacts.length > 0 && <Police contacts={policeContacts} />}
      {platformReports.length > 0 && <Reports reports={platformReports} facts={facts} />}
      {tracks.length > 0 && <Tracks tracks={tracks} />}
    </>
  );
}

function Police({ contacts }: { readonly contacts: readonly DatedNote<PoliceContact>[] }) {
  return (
    <Table
      caption="Contacts with the police"
      headings={['When', 'How', 'Officer and force', 'Reference', 'What was said']}
      rows={contacts.map(({ note }) => [
        <PageText key="when" text={joined([dayOrNot(note.on), note.time])} />,
        note.way === undefined ? '' : policeWayNames[note.way],
        text(joined([note.officer, note.force])),
        text(note.reference),
        text(note.said),
      ])}
    />
  );
}

function Reports(props: {
  readonly reports: readonly DatedNote<PlatformReport>[];
  readonly facts: ReportFacts;
}) {
  return (
    <Table
      caption="Reports to platforms, each round by itself"
      headings={['When', 'Platform', 'About', 'Reason and reference', 'Answer']}
      rows={props.reports.map(({ note }) => [
        dayOrNot(note.on),
        text(platformName(note.platform)),
        <References
          key="about"
          references={note.captures.flatMap(id => props.facts.exhibitItems.get(id)?.reference ?? [])}
          facts={props.facts}
        />,
        text(joined([note.reason, note.reference])),
        text(
          joined([
            note.outcome === undefined ? '' : reportOutcomeNames[note.outcome],
            note.answeredOn === undefined ? '' : dayWords(note.answeredOn),
            note.answer,
          ]),
        ),
      ])}
    />
  );
}

function Tracks({ tracks }: { readonly tracks: readonly DatedNote<TrackNote>[] }) {
  return (
    <Table
      caption="Asking platforms to keep their data"
      headings={['Platform', 'State', 'Sent', 'Reference', 'Answer', 'Ends, and ask again by']}
      rows={tracks.map(({ note }) => [
        text(platformName(note.platform)),
        trackStateWords[note.state],
        note.sentOn === undefined ? '' : dayWords(note.sentOn),
        text(note.reference),
        text(note.answer),
        [note.expiresOn, note.renewOn]
          .map(day => (day === undefined ? '' : dayWords(day)))
          .filter(Boolean)
          .join('; '),
      ])}
    />
  );
}

function dayOrNot(day: string | undefined): string {
  return day === undefined ? 'day not told' : dayWords(day);
}

function joined(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(', ');
}

/** The person's text, or an empty cell. */
function text(words: string) {
  return words === '' ? '' : <PageText text={words} />;
}
