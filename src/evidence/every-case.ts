import type { CustodyAction, CustodyDetail } from '../model/custody.ts';
import { actorOf } from './cases.ts';
import { append } from './custody-log.ts';
import type { LogStore } from './store.ts';

/** Appends to the chain of every case what concerns the log as a whole. In the writer's turn. */
export async function appendToEveryCase(
  store: LogStore,
  action: CustodyAction,
  detail: CustodyDetail,
): Promise<void> {
  for (const caseId of await store.database.cases.toCollection().primaryKeys()) {
    await append(store, caseId, async () => ({
      entry: { action, actor: await actorOf(store, caseId), subject: { caseId }, detail },
      tables: [],
      write: async () => undefined,
    }));
  }
}
