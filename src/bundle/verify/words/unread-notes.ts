import type { CustodyAction, CustodyEvent } from '../../../model/custody.ts';
import { type ExportedNote, keptBackKinds } from '../../../model/note.ts';
import { noteActions } from '../../../model/note-events.ts';
import { listIn } from '../custody/chain-facts.ts';

/** The actions that write notes of kinds that bundles contain. */
const givenActions: ReadonlySet<CustodyAction> = new Set(
  Object.entries(noteActions)
    .filter(([kind]) => !keptBackKinds.some(each => each === kind))
    .map(([, action]) => action),
);

/** The events that write notes of such kinds, in order. */
export function writingsIn(events: readonly CustodyEvent[]): readonly CustodyEvent[] {
  return events.filter(({ action }) => givenActions.has(action));
}

/** The sequence number of the event that last erased each note. Erasing a note erases what was attached to it. */
export function lastErasures(events: readonly CustodyEvent[]): ReadonlyMap<string, number> {
  return new Map(
    events
      .filter(({ action }) => action === 'note.erased')
      .flatMap(event =>
        [event.detail['noteId'], ...(listIn(event, 'attached') ?? [])].map(
          id => [String(id), event.sequence] as const,
        ),
      ),
  );
}

/** A key for one version of one note. */
export function versionKey(id: unknown, version: unknown): string {
  return `${String(id)} ${String(version)}`;
}

/** The writings that were not erased and are not among the notes. */
export function unreadWritings(
  events: readonly CustodyEvent[],
  notes: readonly ExportedNote[],
): readonly CustodyEvent[] {
  const erased = lastErasures(events);
  const here = new Set(
    notes.flatMap(({ id, versions }) => versions.map(({ version }) => versionKey(id, version))),
  );
  return writingsIn(events)
    .filter(({ detail, sequence }) => (erased.get(String(detail['noteId'])) ?? 0) < sequence)
    .filter(({ detail }) => !here.has(versionKey(detail['noteId'], detail['version'])));
}
