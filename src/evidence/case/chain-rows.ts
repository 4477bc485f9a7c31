import Dexie from 'dexie';
import type { CaseId } from '../../model/identifiers.ts';
import type { CustodyRow } from '../store/database.ts';
import type { LogStore } from '../store/store.ts';

/** The last event of a case's chain; undefined when there is none. */
export function headOf(store: LogStore, caseId: CaseId): Promise<CustodyRow | undefined> {
  return chainOf(store, caseId).last();
}

/** The rows of a case's chain, in order. */
export function chainOf({ database }: LogStore, caseId: CaseId) {
  return database.custodyEvents
    .where('[caseId+sequence]')
    .between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]);
}
