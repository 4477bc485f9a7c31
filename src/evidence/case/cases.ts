import { canonicalBytes } from '../../crypto/canonical-json.ts';
import { sha256 } from '../../crypto/digest.ts';
import { SealError } from '../../crypto/sealing.ts';
import { type Case, caseSchema } from '../../model/case.ts';
import { type CustodyAction, type CustodyDetail, unknownActor } from '../../model/custody.ts';
import { Fault, faultCodeOf } from '../../model/fault.ts';
import { type CaseId, caseIdSchema } from '../../model/identifiers.ts';
import { wellFormed } from '../../model/well-formed.ts';
import { signerFingerprintOf } from '../keys/signer.ts';
import { contexts } from '../store/contexts.ts';
import type { CaseRow } from '../store/database.ts';
import { inOrder } from '../store/in-order.ts';
import type { LogStore } from '../store/store.ts';
import { uuid } from '../store/uuid.ts';
import { append } from './custody-log.ts';

/** The case of a first capture, made without asking. It is neutral and can be changed in the case's details. */
const firstCase: CaseDescription = { title: 'My case', initials: 'EX', name: '' };

const currentCase = 'current-case';

/** What the user sets of a case. `title` is neutral; `initials` and `name` are the producer's. */
export interface CaseDescription {
  readonly title: string;
  readonly initials: string;
  readonly name: string;
}

/** The case. Throws `log.case.not-found`; SealError when it does not open. */
export async function readCase(store: LogStore, caseId: CaseId): Promise<Case> {
  const row = await store.database.cases.get(caseId);
  if (row === undefined) throw new Fault('log.case.not-found', caseId);
  return store.unsealJson(caseSchema, contexts.case(caseId), row.sealed);
}

/** Every case that opens, in the order opened. */
export async function listCases(store: LogStore): Promise<readonly Case[]> {
  const rows = (await store.database.cases.toArray()).toSorted((one, other) =>
    inOrder({ number: one.turn, at: one.openedAt }, { number: other.turn, at: other.openedAt }),
  );
  const cases = await Promise.all(
    rows.map(({ id, sealed }) => store.tryUnsealJson(caseSchema, contexts.case(id), sealed)),
  );
  return cases.filter(each => each !== undefined);
}

/** The case that captures go to; undefined before the first and when its setting does not open. */
export async function currentCaseId(store: LogStore): Promise<CaseId | undefined> {
  const row = await store.database.settings.get(currentCase);
  return row && store.tryUnsealJson(caseIdSchema, contexts.setting(currentCase), row.sealed);
}

/** The actor for the chain: the producer that the case names now, or that the case does not open. */
export async function actorOf(store: LogStore, caseId: CaseId): Promise<string> {
  try {
    return labelOf(await readCase(store, caseId));
  } catch (error) {
    if (error instanceof SealError) return unknownActor;
    throw error;
  }
}

function labelOf({ producer: { initials, name } }: Case): string {
  return name === '' ? initials : `${name} (${initials})`;
}

/** Opens a case and makes it current. Its first event names the signing key, which the first case makes. */
export async function openCase(store: LogStore, description: CaseDescription): Promise<CaseId> {
  const id = caseIdSchema.parse(uuid(store.random));
  const opened = caseSchema.parse({ id, openedAt: store.now(), ...described(description) });
  const choice = await currentRow(store, id);
  const named = { signerFingerprint: await signerFingerprintOf(store) };
  await writeCase(store, { action: 'case.opened', described: opened, named }, async row => {
    const turns = (await store.database.cases.toArray()).map(({ turn = 0 }) => turn);
    await store.database.cases.add({ ...row, turn: Math.max(0, ...turns) + 1 });
    await store.database.settings.put(choice);
  });
  return id;
}

/** Changes a case's description; the same description changes nothing. */
export async function describeCase(
  store: LogStore,
  caseId: CaseId,
  description: CaseDescription,
): Promise<void> {
  const before = await readCase(store, caseId);
  const after = caseSchema.parse({ ...before, ...described(description) });
  if ((await digestOf(before)) === (await digestOf(after))) return;
  await writeCase(store, { action: 'case.described', described: after }, async row => {
    const { cases } = store.database;
    const turn = (await cases.get(caseId))?.turn;
    await cases.put(turn === undefined ? row : { ...row, turn });
  });
}

/** Makes a case the one that captures go to. */
export async function chooseCase(store: LogStore, caseId: CaseId): Promise<void> {
  await readCase(store, caseId);
  await store.database.settings.put(await currentRow(store, caseId));
}

/**
 * The current case; when there is none or it does not open, the one opened last; when there is none either, a new one.
 * So a damaged row never prevents a capture.
 */
export async function ensureCase(store: LogStore): Promise<CaseId> {
  const current = await currentCaseId(store);
  if (current !== undefined && (await opens(store, current))) return current;
  const last = (await listCases(store)).at(-1);
  if (last === undefined) return openCase(store, firstCase);
  await chooseCase(store, last.id);
  return last.id;
}

/** Whether the case's own row exists and opens. */
export async function opens(store: LogStore, caseId: CaseId): Promise<boolean> {
  try {
    await readCase(store, caseId);
    return true;
  } catch (error) {
    if (error instanceof SealError || faultCodeOf(error) === 'log.case.not-found') return false;
    throw error;
  }
}

interface CaseChange {
  readonly action: CustodyAction;
  readonly described: Case;
  readonly named?: CustodyDetail;
  /** The actor, where it is not the producer that the case now names. */
  readonly actor?: string;
}

/** Appends the event and writes the case in one act. The chain holds only a digest of the case. */
export async function writeCase(
  store: LogStore,
  { action, described, named, actor = labelOf(described) }: CaseChange,
  write: (row: CaseRow) => Promise<unknown>,
): Promise<void> {
  const { id, openedAt } = described;
  const sealed = await store.sealJson(contexts.case(id), described);
  const detail = { caseSha256: await digestOf(described), ...named };
  const { cases, settings } = store.database;
  await append(store, id, async () => ({
    entry: { action, actor, subject: { caseId: id }, detail },
    tables: [cases, settings],
    write: () => write({ id, openedAt, sealed }),
  }));
}

function described({ title, initials, name }: CaseDescription): Pick<Case, 'title' | 'producer'> {
  return { title: wellFormed(title), producer: { initials, name: wellFormed(name) } };
}

function digestOf(described: Case): Promise<string> {
  return sha256(canonicalBytes(described));
}

async function currentRow(store: LogStore, caseId: CaseId) {
  return { id: currentCase, sealed: await store.sealJson(contexts.setting(currentCase), caseId) };
}
