import { accountLabel, type HeldAccount } from '../../matter/items.ts';
import { platformName } from '../../matter/platform-names.ts';
import type { CaseAccount, SeenName } from '../../model/accounts.ts';
import { utcWords } from '../../words/times.ts';
import { csvBytes } from '../document/csv.ts';
import type { PoliceCase } from './police-case.ts';

const headings = [
  'Number',
  'Platform',
  'Site',
  'Handles',
  'Display names',
  'Account number',
  'Profile address',
  'First recorded (UTC)',
  'Last recorded (UTC)',
  'How many records',
  'References',
  'Who it is taken to belong to',
  'Why',
  'Note',
] as const;

/** One row for each account shown in the records. Whom it is taken to belong to is the person's view. */
export function accountsCsv({ matter }: PoliceCase): Uint8Array<ArrayBuffer> {
  return csvBytes(
    headings,
    matter.accounts.map(({ account, holder }, index) => ({
      Number: String(index + 1),
      Platform: platformName(account.name.platform),
      Site: account.name.site,
      Handles: namesOf(account.handles),
      'Display names': namesOf(account.displayNames),
      'Account number': account.name.accountId,
      'Profile address': account.profileAddress,
      'First recorded (UTC)': momentOf(account, 0),
      'Last recorded (UTC)': momentOf(account, -1),
      'How many records': String(account.exhibits.length),
      References: referencesOf(account),
      'Who it is taken to belong to': holder?.name,
      Why: holder?.why,
      Note: stableWords(account),
    })),
    ['Number', 'How many records'],
  );
}

/** The references of an account's records, for one cell. */
export function referencesOf({ exhibits }: CaseAccount): string {
  return exhibits.map(({ reference }) => reference).join(', ');
}

/** An account by its platform and all its names, for one cell. */
export function accountWords({ account }: HeldAccount): string {
  const { handles, displayNames, name, profileAddress } = account;
  const parts = [
    handles.length > 0 ? namesOf(handles) : accountLabel(account),
    displayNames.length > 0 ? `shown as ${namesOf(displayNames)}` : '',
    name.accountId === undefined ? '' : `account number ${name.accountId}`,
    profileAddress ?? '',
  ];
  return [...new Set(parts)].filter(part => part !== '').join('\n');
}

function namesOf(names: readonly SeenName[]): string {
  return names.map(({ text }) => text).join('; ');
}

function momentOf({ exhibits }: CaseAccount, index: number): string {
  const at = exhibits.at(index)?.at;
  return at === undefined ? '' : utcWords(at);
}

function stableWords({ stable }: CaseAccount): string {
  return stable ? '' : 'No account number was found on the page. Names can change and be taken by others.';
}
