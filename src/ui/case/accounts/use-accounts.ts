import { accountsOf, type CaseAccount, findAccount } from '../../../model/accounts.ts';
import type { CaseId } from '../../../model/identifiers.ts';
import type { Attribution, NoteHistory, Person } from '../../../model/note.ts';
import { usePorts } from '../../parts/ports.ts';
import { useWatched, type Watched } from '../../parts/use-watched.ts';

export type PersonHistory = NoteHistory<Person>;
export type AttributionHistory = NoteHistory<Attribution>;

/** An account with the user's notes on whose it is, in the order in which they were first written. */
export interface ListedAccount {
  readonly account: CaseAccount;
  readonly attributions: readonly AttributionHistory[];
}

/** `unplaced` are attributions to an account that no exhibit shows any more, or that could be one of several. */
export interface AccountsAndPeople {
  readonly accounts: readonly ListedAccount[];
  readonly people: readonly PersonHistory[];
  readonly unplaced: readonly AttributionHistory[];
}

/** The accounts of a case, the people whom the user named, and who is attached to which; kept up to date. */
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

/** The latest version of a note. */
export function latestOf<N extends Person | Attribution>({ versions }: NoteHistory<N>): N | undefined {
  return versions.at(-1)?.note;
}

/** The current name of a person; undefined when there is no such person, or `id` is undefined. */
export function personName(people: readonly PersonHistory[], id: string | undefined): string | undefined {
  const person = people.find(each => each.id === id);
  return person && latestOf(person)?.name;
}
