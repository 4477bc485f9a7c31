import Dexie from 'dexie';
import { z } from 'zod';
import { exhibitReferenceSchema } from '../../model/exhibit.ts';
import { Fault } from '../../model/fault.ts';
import type { CaptureId, CaseId } from '../../model/identifiers.ts';
import type { ExhibitCount, ExhibitSummary, Paging } from '../reader.ts';
import { contexts } from '../store/contexts.ts';
import type { CaptureRow, ExhibitRow } from '../store/database.ts';
import type { LogStore } from '../store/store.ts';
import { summarySchema } from './summary.ts';

/** The sealed content of a number's row, which remains when the exhibit is erased. */
export const exhibitSealSchema = z.object({ reference: exhibitReferenceSchema });

/** The numbers of a case, in order. */
export function exhibitsOf({ database }: LogStore, caseId: CaseId) {
  return database.exhibits.where('[caseId+number]').between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]);
}

/** One page of a case's exhibits; opens only that page's rows. */
export async function listExhibits(
  store: LogStore,
  caseId: CaseId,
  { offset = 0, limit, order = 'newest' }: Paging = {},
): Promise<readonly ExhibitSummary[]> {
  const { captures, exhibits, timeStamps, secondStamps } = store.database;
  const tables = [captures, exhibits, timeStamps, secondStamps];
  const [numbers, rows, ...waiting] = await store.database.transaction('r', tables, async () => {
    const inOrder = order === 'newest' ? exhibitsOf(store, caseId).reverse() : exhibitsOf(store, caseId);
    const from = offset === 0 ? inOrder : inOrder.offset(offset);
    const page = await (limit === undefined ? from : from.limit(limit)).toArray();
    const ids = page.map(({ captureId }) => captureId);
    const waitingIn = (table: typeof timeStamps) => table.orderBy('dueAt').primaryKeys();
    return Promise.all([page, captures.bulkGet(ids), waitingIn(timeStamps), waitingIn(secondStamps)]);
  });
  const [first, second] = waiting.map(ids => new Set(ids));
  return Promise.all(
    numbers.map((number, index) =>
      summarise(store, number, {
        row: rows[index],
        awaitsTimeStamp: first?.has(number.captureId) === true,
        awaitsSecondStamp: second?.has(number.captureId) === true,
      }),
    ),
  );
}

/** How many numbers were given, and how many of their exhibits are kept. */
export async function countExhibits(store: LogStore, caseId: CaseId): Promise<ExhibitCount> {
  const [all, kept] = await Promise.all([
    exhibitsOf(store, caseId).count(),
    store.database.captures.where('caseId').equals(caseId).count(),
  ]);
  return { all, kept };
}

/** One exhibit as lists show it. */
export async function readSummary(store: LogStore, captureId: CaptureId): Promise<ExhibitSummary> {
  const [number, row, stamp, second] = await Promise.all([
    exhibitOf(store, captureId),
    store.database.captures.get(captureId),
    store.database.timeStamps.get(captureId),
    store.database.secondStamps.get(captureId),
  ]);
  return summarise(store, number, {
    row,
    awaitsTimeStamp: stamp?.dueAt !== undefined,
    awaitsSecondStamp: second?.dueAt !== undefined,
  });
}

/** The exhibit's number row. Throws `log.exhibit.not-found`. */
export async function exhibitOf({ database }: LogStore, captureId: CaptureId): Promise<ExhibitRow> {
  const row = await database.exhibits.where('captureId').equals(captureId).first();
  if (row === undefined) throw new Fault('log.exhibit.not-found', captureId);
  return row;
}

/** The reference as it was given; undefined when its row does not open. */
export async function referenceOf(store: LogStore, { caseId, number, sealed }: ExhibitRow) {
  const opened = await store.tryUnsealJson(exhibitSealSchema, contexts.exhibit(caseId, number), sealed);
  return opened?.reference;
}

interface Summarised {
  readonly row: CaptureRow | undefined;
  readonly awaitsTimeStamp: boolean;
  readonly awaitsSecondStamp: boolean;
}

async function summarise(
  store: LogStore,
  exhibit: ExhibitRow,
  { row, awaitsTimeStamp, awaitsSecondStamp }: Summarised,
): Promise<ExhibitSummary> {
  const { captureId, number, erasedAt } = exhibit;
  if (erasedAt !== undefined) {
    return { state: 'erased', captureId, number, reference: await referenceOf(store, exhibit), erasedAt };
  }
  const summary = row && (await store.tryUnsealJson(summarySchema, contexts.capture(captureId), row.sealed));
  if (summary !== undefined) {
    const awaits = {
      ...(awaitsTimeStamp && { awaitsTimeStamp }),
      ...(awaitsSecondStamp && { awaitsSecondStamp }),
    };
    return { state: 'kept', captureId, number, ...summary, ...awaits };
  }
  return { state: 'damaged', captureId, number, reference: await referenceOf(store, exhibit) };
}
