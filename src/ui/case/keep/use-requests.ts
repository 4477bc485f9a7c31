import { type Recipient, recipientOf } from '../../../matter/recipient.ts';
import type { CaptureRecord } from '../../../model/capture.ts';
import type { CaseId } from '../../../model/identifiers.ts';
import type { NoteHistory, TrackNote } from '../../../model/note.ts';
import type { Reporter } from '../../../model/reporter.ts';
import { usePorts } from '../../parts/ports.ts';
import { useWatched, type Watched } from '../../parts/use-watched.ts';

export type TrackHistory = NoteHistory<TrackNote>;

/** A recipient, what was recorded there, and the state of the request. */
export interface FoundRecipient {
  readonly recipient: Recipient;
  readonly records: readonly CaptureRecord[];
  readonly track: TrackHistory | undefined;
}

/** Everybody who can be asked to keep the data of a case, and who records. */
export interface Requests {
  readonly found: readonly FoundRecipient[];
  readonly reporter: Reporter;
}

/** The recipients of a case by name, kept up to date. */
export function useRequests(caseId: CaseId): Watched<Requests> {
  const { log } = usePorts();
  return useWatched(async () => {
    const tracks = await log.readNotes(caseId, 'track');
    const groups = groupRecords(await log.listRecords(caseId));
    const found = groups.map(({ recipient, records }) => ({
      recipient,
      records,
      track: tracks.findLast(({ versions }) => versions.at(-1)?.note.platform === recipient.key),
    }));
    return { found, reporter: await log.readReporter() };
  }, [caseId]);
}

function groupRecords(records: readonly CaptureRecord[]) {
  const groups = new Map<string, { readonly recipient: Recipient; readonly records: CaptureRecord[] }>();
  for (const record of records) {
    const recipient = recipientOf(record);
    if (recipient === undefined) continue;
    const group = groups.get(recipient.key) ?? { recipient, records: [] };
    group.records.push(record);
    groups.set(recipient.key, group);
  }
  return [...groups.values()].sort((one, other) => one.recipient.name.localeCompare(other.recipient.name));
}
