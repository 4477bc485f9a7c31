import type { Table } from 'dexie';
import type { CustodyAction, CustodyDetail } from '../../model/custody.ts';
import type { LogStore } from '../store/store.ts';
import { actorOf } from './cases.ts';
import { appendToEach } from './custody-log.ts';

/** An act that concerns the whole log. `write` runs in the events' transaction and may await only the database. */
export interface ActOnLog {
  readonly action: CustodyAction;
  readonly detail: CustodyDetail;
  readonly tables: readonly Table[];
  write(): Promise<unknown>;
}

/** Does the act and appends its event to every case's chain, in one transaction. Call it in the writer's turn. */
export async function appendToEveryCase(
  store: LogStore,
  { action, detail, tables, write }: ActOnLog,
): Promise<void> {
  const caseIds = await store.database.cases.toCollection().primaryKeys();
  await appendToEach(store, caseIds, {
    entryOf: async caseId => ({ action, actor: await actorOf(store, caseId), subject: { caseId }, detail }),
    tables,
    write,
  });
}
