import { platformName } from '../../matter/platform-names.ts';
import { type CustodyEvent, custodyActions } from '../../model/custody.ts';
import type { LostReceived } from '../../model/lost-received.ts';
import type { ReceivedEntry, ReceivedExhibit } from '../../model/received.ts';
import { sizeWords } from '../../words/artifacts.ts';
import { fingerprintPairs } from '../../words/fingerprint.ts';
import { receiptVerdicts } from '../receipt/receipt.ts';
import { filledField } from './cover-who.tsx';
import type { ReportFacts } from './facts.ts';
import { PageText } from './page-text.tsx';
import { Code, Fields, Moment, MomentInline, Table } from './parts.tsx';

/** Whether the case holds received files, or did before its log lost them. */
export function hasReceived({ input }: ReportFacts): boolean {
  const { received = [], lostReceived = [] } = input.caseRecord;
  return received.length + lostReceived.length > 0;
}

/** The received bundles inside this one: what they are, how they came, and what they list. */
export function ReceivedPart({ facts }: { readonly facts: ReportFacts }) {
  const { received = [], lostReceived = [] } = facts.input.caseRecord;
  const producers = producerNames(received);
  return (
    <>
      {received.length > 0 && (
        <p>
          {received.length === 1
            ? 'One file was received from somebody else and stands in this export unchanged.'
            : `${received.length} files were received from others and stand in this export unchanged.`}{' '}
          Each is a signed ZIP file of its own. Unzip it by itself and check it with the commands in its own
          HOW-TO-VERIFY.txt. Its report, its chronology and its continuity stay in it and are not mixed with
          those of this report.
        </p>
      )}
      {lostReceived.length > 0 && <Lost lost={lostReceived} custody={facts.input.custody} />}
      {received.map((entry, index) => (
        <Received key={entry.id} entry={entry} index={index} facts={facts} />
      ))}
      {producers.size > 0 && <Listed received={received} producers={producers} />}
    </>
  );
}

interface ReceivedProps {
  readonly entry: ReceivedEntry;
  readonly index: number;
  readonly facts: ReportFacts;
}

function Received({ entry, index, facts }: ReceivedProps) {
  const { from } = entry;
  const elsewhere =
    entry.volume === facts.input.volume ? '' : ` (in ZIP file ${entry.volume} of this export)`;
  return (
    <section aria-label={`Received file ${index + 1}`}>
      <h3>Received file {index + 1}</h3>
      <Fields
        fields={[
          ...filledField('Name of the file', entry.name),
          ['Where it stands', <Code key="path">{`data/${entry.path}${elsewhere}`}</Code>],
          ['Size', sizeWords(entry.size)],
          ['SHA-256', <Code key="sha256">{entry.sha256}</Code>],
          ...(entry.signerFingerprint === undefined
            ? []
            : [
                [
                  'Fingerprint of its certificate',
                  <Code key="fingerprint">{fingerprintPairs(entry.signerFingerprint)}</Code>,
                ] as const,
              ]),
          ['Found when it was received', receiptVerdicts[entry.verdict].join('. ')],
          ['Checked with', entry.checkedWith],
          ['Received, as told', <MomentInline key="at" at={entry.receivedAt} />],
          ['Kept, by this computer’s clock', <MomentInline key="kept" at={entry.keptAt} />],
          ...filledField('Received from', [from.name, from.organisation].filter(Boolean).join(', ')),
          ...filledField('Received by', entry.officer),
          ...filledField('Place', entry.place),
          ...filledField('How it came', entry.medium),
          ...filledField('Remarks', entry.remarks),
          ...filledField('Case, as the file says', entry.title),
          ...filledField('Producer, as the file says', entry.producer),
        ]}
      />
      <Events entry={entry} custody={facts.input.custody} />
    </section>
  );
}

/** The events of this case's chain about a received file. */
function Events({
  entry,
  custody,
}: {
  readonly entry: ReceivedEntry;
  readonly custody: readonly CustodyEvent[];
}) {
  const own = custody.filter(({ detail }) => detail['receivedId'] === entry.id);
  if (own.length === 0) return null;
  return (
    <Table
      caption="Continuity of this file"
      headings={['Event', 'When', 'What', 'Who']}
      rows={own.map(event => [
        event.sequence,
        <Moment key="at" at={event.at} />,
        custodyActions[event.action].sentence,
        <PageText key="who" text={event.actor} />,
      ])}
    />
  );
}

interface LostProps {
  readonly lost: readonly LostReceived[];
  readonly custody: readonly CustodyEvent[];
}

/** The received files that the log has lost, each with the event of its receipt. */
function Lost({ lost, custody }: LostProps) {
  // Nobody erased it, so its receipt is the only event about it.
  const receipts = new Map(custody.map(({ detail, sequence }) => [detail['receivedId'], sequence]));
  return (
    <Table
      caption="Received files that are missing, because they could no longer be read as they came"
      headings={['Event', 'Name of the file', 'SHA-256']}
      rows={lost.map(({ receivedId, name, sha256 }) => [
        receipts.get(receivedId) ?? '',
        <PageText key="name" text={name} />,
        <Code key="sha256">{sha256}</Code>,
      ])}
    />
  );
}

interface ListedProps {
  readonly received: readonly ReceivedEntry[];
  readonly producers: ReadonlyMap<string, string>;
}

function Listed({ received, producers }: ListedProps) {
  return (
    <Table
      caption="What the received files list"
      headings={['Reference', 'Produced by', 'Recorded, as the file says', 'What']}
      rows={received.flatMap((entry, index) =>
        entry.exhibits.map(exhibit => [
          <PageText key="reference" text={`File ${index + 1}, ${exhibit.reference}`} />,
          <PageText key="producer" text={producers.get(entry.id) ?? ''} />,
          exhibit.capturedAt === undefined ? 'not found' : <Moment key="at" at={exhibit.capturedAt} />,
          <PageText key="what" text={exhibitWords(exhibit)} />,
        ]),
      )}
    />
  );
}

/** The producer named in each file that lists exhibits. */
function producerNames(received: readonly ReceivedEntry[]): ReadonlyMap<string, string> {
  return new Map(
    received
      .filter(({ exhibits }) => exhibits.length > 0)
      .map(({ id, producer }) => [id, producer ?? 'not said in the file']),
  );
}

function exhibitWords({ platform, account, address }: ReceivedExhibit): string {
  const where = platform === undefined ? undefined : platformName(platform);
  return [where, account, address].filter(part => part !== undefined).join(', ');
}
