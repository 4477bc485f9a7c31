import { accountsOf, type CaseAccount, findAccount } from '../../../model/accounts.ts';
import type { CaseId } from '../../../model/identifiers.ts';
import type { Attribution, NoteHistory, Person } from '../../../model/note.ts';
import { usePorts } from '../../parts/ports.ts';
import { useWatched, type Watched } from '../../parts/use-watched.ts';

export type PersonHistory = NoteHistory<Person>;
export type AttributionHistory = NoteHistory<Attribution>;

/** An account with what the user wrote of whose it is; the one written first stands first. */
export interface ListedAccount {
  readonly account: CaseAccount;
  readonly attributions: readonly AttributionHistory[];
}

/** `unplaced` are attributions to an account that no exhibit shows any more, or that could be more than one. */
export interface AccountsAndPeople {
  readonly accounts: readonly ListedAccount[];
  readonly people: readonly PersonHistory[];
  readonly unplaced: readonly AttributionHistory[];
}

/** The accounts of a case, the people the user named, and who is attached to which; kept up to date. */
export function useAccounts(caseId: CaseId): Watched<AccountsAndPeople> {
  const { log } = usePorts();
  return useWatched(async () => {
    const accounts = accountsOf(await log.listRecords(caseId));
    const people = await log.readNotes(caseId, 'person');
    const attributions = await log.readNotes(caseId, 'attribution');
    const placed = new Map<CaseAccount, AttributionHistory[]>(accounts.map(account => [account, []]));
    const unplaced: AttributionHistory[] = [];
    for (const attribution of attributions) {
      const name = latestOf(attribution)?.account;
      const account = name && findAccount(accounts, name);
      (account === undefined ? unplaced : (placed.get(account) ?? unplaced)).push(attribution);
    }
    return {
      accounts: [...placed].map(([account, own]) => ({ account, attributions: own })),
      people,
      unplaced,
    };
  }, [caseId]);
}

/** What a note says now. */
export function latestOf<N extends Person | Attribution>({ versions }: NoteHistory<N>): N | undefined {
  return versions.at(-1)?.note;
}

/** The name of a person as it is written now; undefined when they were erased, or nobody is meant. */
export function personName(people: readonly PersonHistory[], id: string | undefined): string | undefined {
  const person = people.find(each => each.id === id);
  return person && latestOf(person)?.name;
}
