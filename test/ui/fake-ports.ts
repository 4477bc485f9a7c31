import type { ExhibitSummary, KeptExhibit, LogReader } from '../../src/evidence/reader.ts';
import { type HeldKey, noHeldKey } from '../../src/evidence/store/held-key.ts';
import type { Case } from '../../src/model/case.ts';
import { exhibitReference } from '../../src/model/exhibit.ts';
import { captureIdSchema, caseIdSchema, toInstant } from '../../src/model/identifiers.ts';
import type { CaptureProgress } from '../../src/model/journal.ts';
import type { Ports, Send, Shell } from '../../src/ui/parts/ports.ts';

export const caseId = caseIdSchema.parse('11111111-1111-4111-8111-111111111111');
export const now = () => new Date('2026-01-02T03:04:05.000Z');

/** A capture id that ends in this number. */
export function captureId(number: number) {
  return captureIdSchema.parse(`22222222-2222-4222-8222-${String(number).padStart(12, '0')}`);
}

export const oneCase: Case = {
  id: caseId,
  title: 'My case',
  openedAt: toInstant(0),
  producer: { initials: 'ABC', name: '' },
};

/** A row of the list with this number. */
export function kept(number: number, change: Partial<KeptExhibit> = {}): KeptExhibit {
  return {
    state: 'kept',
    captureId: captureId(number),
    number,
    reference: exhibitReference('ABC', number),
    capturedAt: toInstant(number * 1000),
    scope: 'post',
    outcome: 'complete',
    title: 'A page',
    address: 'https://example.org/',
    tags: [],
    people: [],
    hasWords: false,
    ...change,
  };
}

/** Where a capture stands that began a minute ago. */
export function progress(change: Partial<CaptureProgress> = {}): CaptureProgress {
  return {
    captureId: captureId(1),
    caseId,
    scope: 'page',
    startedAt: toInstant(now().getTime() - 60_000),
    state: 'running',
    steps: [],
    ...change,
  };
}

/** What was sent to the background, and a `send` that notes it and answers from `answers`. */
export function fakeSend(answers: Readonly<Record<string, () => unknown>> = {}) {
  const sent: (readonly [string, unknown])[] = [];
  const send = (async (type: string, request: unknown) => {
    sent.push([type, request]);
    return answers[type]?.();
  }) as unknown as Send;
  return { sent, send };
}

/** Ports over a log that holds only what is given. */
export function fakePorts(given: {
  readonly log?: Partial<LogReader>;
  readonly send?: Send;
  readonly shell?: Partial<Shell>;
  readonly heldKey?: HeldKey;
  readonly keys?: Partial<Ports['keys']>;
  readonly backup?: Partial<Ports['backup']>;
  readonly saveRequest?: Ports['saveRequest'];
}): Ports {
  const log: Partial<LogReader> = {
    gaveWay: new AbortController().signal,
    listCases: async () => [oneCase],
    currentCaseId: async () => caseId,
    readProgress: async () => undefined,
    readThumbnail: async () => undefined,
    listExhibits: async (): Promise<readonly ExhibitSummary[]> => [],
    listRecords: async () => [],
    readNotes: async () => [],
    readAllNotes: async () => [],
    readWords: async () => [],
    readTracks: async () => [],
    listWorkingCopies: async () => [],
    listReceived: async () => [],
    countReceivedParts: async () => 1,
    readChain: async () => ({ events: [], lost: [] }),
    readStill: (_, read) => read(),
    readReporter: async () => ({ capacity: 'affected' }),
    readLock: async () => ({ state: 'without' }),
    readKeys: async () => ({ retired: [] }),
    readAuthorities: async () => ({ addresses: [], roots: [] }),
    readTimeStamp: async () => undefined,
    readTimeStampFiles: async () => undefined,
    countExhibits: async () => ({ all: 0, kept: 0 }),
    watch: query => ({
      subscribe(observer) {
        query().then(
          value => observer.next(value),
          error => observer.error?.(error),
        );
        return { unsubscribe() {} };
      },
    }),
    ...given.log,
  };
  const shell: Shell = {
    activeTab: async () => 7,
    openPage: async () => {},
    openAddress: async () => {},
    openBeside: async () => {},
    shortcut: async () => undefined,
    requestHosts: async () => true,
    releaseHost: async () => {},
    closeWindow: () => {},
    leave: () => {},
    watchLeft: () => () => {},
    closePage: () => {},
    noteUse: () => {},
    readSetting: async () => undefined,
    writeSetting: async () => {},
    watchUpdate: () => () => {},
    ...given.shell,
  };
  return {
    log: log as LogReader,
    heldKey: given.heldKey ?? noHeldKey,
    send: given.send ?? fakeSend().send,
    shell,
    keys: { make: async () => {}, importFile: async () => {}, ...given.keys },
    backup: { write: async () => {}, restore: async () => {}, ...given.backup },
    now,
    ...(given.saveRequest && { saveRequest: given.saveRequest }),
  };
}
