import { describe, expect, it } from 'vitest';
import type { BundleContents } from '../../src/bundle/verify/contents.ts';
import { checkActors } from '../../src/bundle/verify/custody/check-actors.ts';
import { checkExports } from '../../src/bundle/verify/custody/check-exports.ts';
import { checkKeys } from '../../src/bundle/verify/custody/check-keys.ts';
import { checkLives } from '../../src/bundle/verify/custody/check-lives.ts';
import { checkOrder } from '../../src/bundle/verify/custody/check-order.ts';
import { checkPreparation } from '../../src/bundle/verify/custody/check-preparation.ts';
import { checkRecordings } from '../../src/bundle/verify/exhibits/check-recordings.ts';
import { checkHeldBack, checkWorkingCopies } from '../../src/bundle/verify/pictures/check-working-copies.ts';
import { checkReceived } from '../../src/bundle/verify/received/check-received.ts';
import { checkNotes } from '../../src/bundle/verify/words/check-notes.ts';
import { noLosses } from '../../src/custody/losses.ts';
import type { CaptureRecord } from '../../src/model/capture.ts';
import type { CaseRecord, ExhibitEntry } from '../../src/model/case.ts';
import type { CustodyAction, CustodyEvent } from '../../src/model/custody.ts';
import { sampleInput } from '../samples/bundle.ts';
import { bytesSource } from '../samples/bytes-source.ts';
import { sampleId } from '../samples/capture.ts';

const { caseRecord, exhibits } = await sampleInput();
const { record: post, entry: postEntry } = exhibits[0]!;

/** Counts how often a member of anything that was wrapped is read. */
class Tally {
  reads = 0;

  /** The value with everything inside it, each read of a member counted. */
  wrap<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value;
    const inner = Array.isArray(value)
      ? value.map(each => this.wrap(each))
      : Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.wrap(each)]));
    return new Proxy(inner, {
      get: (target, name, receiver) => {
        this.reads += 1;
        return Reflect.get(target, name, receiver);
      },
    }) as T;
  }
}

/** What is checked, with so many of what it is long in. */
type Wide = (count: number, tally: Tally) => unknown;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const digest = (number: number) => String(number).padStart(64, '0');

function eventOf(sequence: number, action: CustodyAction, members: object = {}): CustodyEvent {
  return {
    ...{ sequence, action, previous: digest(0), digest: digest(sequence), category: 'collection' },
    ...{ at: '2026-03-01T10:00:00.000Z', actor: 'ABC', subject: { caseId: sampleId(0) }, detail: {} },
    ...members,
  } as CustodyEvent;
}

const committed = (number: number, sequence = number) =>
  eventOf(sequence, 'capture.committed', {
    subject: { caseId: sampleId(0), captureId: sampleId(number), reference: `ABC/${number}` },
    detail: { recordSha256: digest(number) },
  });

const written = (number: number) =>
  eventOf(number, 'diary.written', {
    detail: { noteId: sampleId(number), version: 1, sha256: digest(number) },
  });

const note = (number: number) => ({
  id: sampleId(number),
  versions: [
    {
      ...{ version: 1, writtenAt: '2026-03-01T10:00:00.000Z', sha256: digest(number) },
      note: { kind: 'person', name: 'E.' },
    },
  ],
});

/** An export of each case so far would be as long as the chain: here each is of the first ten. */
const prepared = (sequence: number, references: readonly string[]) =>
  eventOf(sequence, 'bundle.prepared', {
    detail: {
      groupId: sampleId(sequence),
      references: [...references],
      absent: [],
      heldBack: [],
      workingCopies: [],
    },
  });

const recordWith = (members: object): CaseRecord => ({ ...caseRecord, ...members }) as CaseRecord;
const contents = { files: new Map(), source: bytesSource(new Uint8Array(), 'wide.zip') } as unknown;

const copy = (number: number) => ({
  ...{ id: sampleId(number), path: `copies/${number}.png`, of: { path: 'tiles/001.png', sha256: digest(1) } },
  ...{ covered: [], width: 1, height: 1, mediaType: 'image/png', size: 1, sha256: digest(number) },
  madeAt: '2026-03-01T10:00:00.000Z',
});

const checks: Readonly<Record<string, Wide>> = {
  'notes against events': (count, tally) =>
    checkNotes(
      tally.wrap(recordWith({ notes: numbers(count).map(note) })),
      tally.wrap(numbers(count).map(written)),
      noLosses,
    ),
  'notes of which each event is missing': (count, tally) =>
    checkNotes(tally.wrap(recordWith({ notes: [] })), tally.wrap(numbers(count).map(written)), noLosses),
  'files held back': (count, tally) =>
    checkHeldBack(contents as BundleContents, 'data/exhibits/ABC_1/', {
      entry: tally.wrap({
        ...postEntry,
        heldBack: numbers(count).map(number => `tiles/${number}.png`),
      } as ExhibitEntry),
      record: tally.wrap({
        ...post,
        artifacts: numbers(count).map(number => ({ path: `tiles/${number}.png`, sha256: digest(number) })),
      } as CaptureRecord),
    }),
  'working copies against events': (count, tally) =>
    checkWorkingCopies(contents as BundleContents, caseRecord, {
      losses: noLosses,
      entry: tally.wrap({ ...postEntry, workingCopies: numbers(count).map(copy) } as unknown as ExhibitEntry),
      events: new Map([
        [
          postEntry.captureId,
          tally.wrap(
            numbers(count).map(number =>
              eventOf(number, 'copy.made', { detail: { copyId: sampleId(number) } }),
            ),
          ),
        ],
      ]),
    }),
  'received files against events': (count, tally) =>
    checkReceived({
      ...{ contents: contents as BundleContents, entries: [], depth: 0, outline: undefined },
      record: tally.wrap(recordWith({ received: [] })),
      events: tally.wrap(
        numbers(count).map(number =>
          eventOf(number, 'bundle.received', {
            detail: { receivedId: sampleId(number), sha256: digest(number) },
          }),
        ),
      ),
      losses: noLosses,
      verify: () => Promise.reject(new Error('nothing was received')),
    }),
  'exhibits of a chain': (count, tally) =>
    checkLives(tally.wrap(numbers(count).map(number => committed(number))), noLosses),
  'notes of a chain': (count, tally) => checkLives(tally.wrap(numbers(count).map(written)), noLosses),
  'exports of a chain': (count, tally) =>
    checkExports(
      tally.wrap([
        ...numbers(count).map(number => committed(number)),
        ...numbers(count).map(number => prepared(count + number, references(10))),
      ]),
      noLosses,
    ),
  'one export of everything': (count, tally) =>
    checkExports(
      tally.wrap([
        ...numbers(count).map(number => committed(number)),
        prepared(count + 1, references(count)),
      ]),
      noLosses,
    ),
  'the export against the record': (count, tally) =>
    checkPreparation({
      record: tally.wrap(
        recordWith({
          group: { id: sampleId(count + 1), volume: 1, volumes: 1 },
          exhibits: references(count).map(reference => ({
            ...postEntry,
            reference,
            heldBack: ['page.html'],
          })),
          absent: references(count).map(reference => ({ reference, reason: 'not-chosen' })),
        }),
      ),
      events: tally.wrap([
        ...numbers(count).map(number => committed(number)),
        prepared(count + 1, references(count).toReversed()),
      ]),
      losses: noLosses,
      paths: numbers(count).map(number => `data/police/${number}.pdf`),
    }),
  'actors, keys and order': (count, tally) => {
    const events = tally.wrap(numbers(count).map(number => eventOf(number, 'bundle.exported')));
    return [
      checkActors(caseRecord, events, noLosses),
      checkKeys(caseRecord, events, noLosses),
      checkOrder(events, noLosses),
    ];
  },
  'recordings against each other': (count, tally) =>
    checkRecordings(
      tally.wrap(numbers(count).map(number => ({ ...post, reference: `ABC/${number}` }) as CaptureRecord)),
    ),
};

function references(count: number): readonly string[] {
  return numbers(count).map(number => `ABC/${number}`);
}

describe('twice as many take twice as long', () => {
  it.each(Object.entries(checks))('%s', async (_, check) => {
    const readsOf = async (count: number) => {
      const tally = new Tally();
      await check(count, tally);
      return tally.reads;
    };
    const [few, many] = [await readsOf(200), await readsOf(400)];
    expect(few).toBeGreaterThan(200);
    expect(many / few).toBeLessThan(2.1);
  });
});
