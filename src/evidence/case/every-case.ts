import type { Table } from 'dexie';
import type { CustodyAction, CustodyDetail } from '../../model/custody.ts';
import type { LogStore } from '../store/store.ts';
import { actorOf } from './cases.ts';
import { appendToEach } from './custody-log.ts';

/** What concerns the log as a whole. `write` runs in the transaction of the events and may await the database alone. */
export interface ActOnLog {
  readonly action: CustodyAction;
  readonly detail: CustodyDetail;
  readonly tables: readonly Table[];
  write(): Promise<unknown>;
}

/** Does it, and says so in the chain of every case, in one transaction: all or nothing. In the writer's turn. */
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
