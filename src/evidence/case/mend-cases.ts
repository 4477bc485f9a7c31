import { type Case, caseSchema } from '../../model/case.ts';
import { type CustodyEvent, unknownActor } from '../../model/custody.ts';
import type { CaseId } from '../../model/identifiers.ts';
import type { LogStore } from '../store/store.ts';
import { opens, writeCase } from './cases.ts';
import { list } from './custody-log.ts';

/**
 * Makes a new row for every case whose row is gone or does not open, so that its exhibits can be reached: with the
 * producer that the chain names and a title that says that the old one is lost, and an event in the chain. A case whose
 * chain has no event that opens is left alone, because nothing then shows that only the row is damaged. Tries every
 * case, then throws the first error. Call it in the writer's turn.
 */
export async function mendCases(store: LogStore): Promise<void> {
  const { cases, highWater } = store.database;
  const known = await Promise.all([cases, highWater].map(table => table.toCollection().primaryKeys()));
  const errors: unknown[] = [];
  for (const caseId of new Set(known.flat()))
    try {
      if (!(await opens(store, caseId))) await mend(store, caseId);
    } catch (error) {
      errors.push(error);
    }
  if (errors.length > 0) throw errors[0];
}

async function mend(store: LogStore, caseId: CaseId): Promise<void> {
  const row = await store.database.cases.get(caseId);
  const events = await list(store, caseId);
  const [first] = events;
  if (first === undefined) return;
  const openedAt = row?.openedAt ?? first.at;
  const described: Case = {
    id: caseId,
    title: `Case opened on ${openedAt.slice(0, 10)} (its title was damaged)`,
    openedAt,
    producer: producerIn(events),
  };
  const named = { reason: 'What the case was called could no longer be read.' };
  await writeCase(store, { action: 'case.described', described, named, actor: unknownActor }, next =>
    store.database.cases.put(row?.turn === undefined ? next : { ...next, turn: row.turn }),
  );
}

/** The last person named in the chain: `Zoe Example (ZE)`, or the initials alone. */
function producerIn(events: readonly CustodyEvent[]): Case['producer'] {
  const { producer } = caseSchema.shape;
  for (const { actor } of events.toReversed()) {
    const [, name = '', initials = actor] = /^(.*) \((\S+)\)$/s.exec(actor) ?? [];
    const read = producer.safeParse({ initials, name });
    if (read.success && actor !== unknownActor) return read.data;
  }
  return { initials: 'EX', name: '' };
}
