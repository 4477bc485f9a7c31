import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkChain } from '../../src/custody/check-chain.ts';
import { type Log, openLog } from '../../src/evidence/open-log.ts';
import type { CaptureId, CaseId } from '../../src/model/identifiers.ts';
import {
  bytesOf,
  newCaptureId,
  newName,
  progressOf,
  record,
  recordOf,
  textArtifact,
  tickingClock,
  wordsOf,
} from '../samples/log.ts';

/** What the log must hold, kept by the simplest means. */
interface Model {
  readonly exhibits: { captureId: CaptureId; state: 'kept' | 'erased'; words: string[] }[];
  readonly running: Map<CaptureId, number>;
  events: number;
}

interface Real {
  readonly name: string;
  readonly now: () => Date;
  readonly caseId: CaseId;
  log: Log;
}

class RecordPost implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, { log, caseId }: Real) {
    const made = await record(log, caseId);
    model.exhibits.push({ captureId: made.captureId, state: 'kept', words: [] });
    model.events += 1;
    expect(made.reference).toBe(`EX/${model.exhibits.length}`);
  }
  toString = () => 'record';
}

/** A commit during which one write of one table fails, whichever it is. */
class BrokenCommit implements fc.AsyncCommand<Model, Real> {
  readonly #write: number;
  constructor(write: number) {
    this.#write = write;
  }
  check = () => true;
  async run(model: Model, { log, caseId }: Real) {
    const captureId = newCaptureId();
    const artifact = textArtifact(bytesOf('broken'));
    await log.writer.begin(progressOf(captureId, caseId));
    await log.writer.stage(captureId, artifact, bytesOf('broken'));
    const restore = failAtWrite(this.#write);
    const commit = log.writer.commitCapture({
      captureId,
      caseId,
      build: reference => ({ record: recordOf(captureId, reference, [artifact]) }),
    });
    const isDone = await commit.then(
      () => true,
      () => false,
    );
    restore();
    if (isDone) {
      model.exhibits.push({ captureId, state: 'kept', words: [] });
      model.events += 1;
    } else {
      model.running.set(captureId, 1);
    }
  }
  toString = () => `brokenCommit(${this.#write})`;
}

class BeginOnly implements fc.AsyncCommand<Model, Real> {
  readonly #files: number;
  constructor(files: number) {
    this.#files = files;
  }
  check = () => true;
  async run(model: Model, { log, caseId }: Real) {
    const captureId = newCaptureId();
    await log.writer.begin(progressOf(captureId, caseId));
    for (let file = 0; file < this.#files; file += 1) {
      const bytes = bytesOf(`${captureId} ${file}`);
      await log.writer.stage(captureId, textArtifact(bytes, `tiles/tile-${file}.txt`), bytes);
    }
    model.running.set(captureId, this.#files);
  }
  toString = () => `begin(${this.#files})`;
}

/** The worker dies and another one starts; it recovers what was interrupted. */
class CrashAndRecover implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, real: Real) {
    real.log = openLog({ databaseName: real.name, now: real.now });
    const interrupted = await real.log.writer.interrupted();
    expect(new Map(interrupted.map(each => [each.progress.captureId, each.artifacts.length]))).toEqual(
      model.running,
    );
    for (const { progress, artifacts } of interrupted) {
      const { captureId, caseId } = progress;
      model.running.delete(captureId);
      if (artifacts.length === 0) {
        await real.log.writer.abandon(captureId, 'capture.interrupted');
        continue;
      }
      await real.log.writer.commitCapture({
        captureId,
        caseId,
        build: reference => ({
          record: { ...recordOf(captureId, reference, artifacts), outcome: 'partial' },
        }),
      });
      model.exhibits.push({ captureId, state: 'kept', words: [] });
      model.events += 1;
    }
  }
  toString = () => 'crash';
}

class Describe implements fc.AsyncCommand<Model, Real> {
  readonly #which: number;
  readonly #words: string;
  constructor(which: number, words: string) {
    this.#which = which;
    this.#words = words;
  }
  check = (model: Model) => model.exhibits.length > 0;
  async run(model: Model, { log }: Real) {
    const exhibit = model.exhibits[this.#which % model.exhibits.length]!;
    const describing = log.writer.describeExhibit(exhibit.captureId, wordsOf(this.#words));
    if (exhibit.state === 'erased') {
      await expect(describing).rejects.toMatchObject({ code: 'log.exhibit.erased' });
      return;
    }
    if (exhibit.words.at(-1) !== this.#words) {
      exhibit.words.push(this.#words);
      model.events += 1;
    }
    expect(await describing).toBe(exhibit.words.length);
  }
  toString = () => `describe(${this.#which}, ${this.#words})`;
}

class Erase implements fc.AsyncCommand<Model, Real> {
  readonly #which: number;
  constructor(which: number) {
    this.#which = which;
  }
  check = (model: Model) => model.exhibits.length > 0;
  async run(model: Model, { log }: Real) {
    const exhibit = model.exhibits[this.#which % model.exhibits.length]!;
    const erasing = log.writer.eraseExhibit(exhibit.captureId, 'reason');
    if (exhibit.state === 'erased') {
      await expect(erasing).rejects.toMatchObject({ code: 'log.exhibit.erased' });
      return;
    }
    await erasing;
    exhibit.state = 'erased';
    model.events += 1;
  }
  toString = () => `erase(${this.#which})`;
}

describe('the log', () => {
  it('holds what a model holds, whatever is done and wherever the worker dies', async () => {
    const which = fc.nat(20);
    const commands = [
      fc.constant(new RecordPost()),
      fc.nat(8).map(write => new BrokenCommit(write)),
      fc.nat(2).map(files => new BeginOnly(files)),
      fc.constant(new CrashAndRecover()),
      fc.tuple(which, fc.constantFrom('a', 'b')).map(([one, words]) => new Describe(one, words)),
      which.map(one => new Erase(one)),
    ];
    const sequences = fc.commands(commands, { maxCommands: 25 });
    await fc.assert(
      fc.asyncProperty(sequences, async sequence => {
        const model: Model = { exhibits: [], running: new Map(), events: 1 };
        const real = await newReal();
        await fc.asyncModelRun(() => ({ model, real }), sequence);
        await compare(model, real);
      }),
      { numRuns: 40 },
    );
  });
});

async function newReal(): Promise<Real> {
  const name = newName();
  const now = tickingClock();
  const log = openLog({ databaseName: name, now });
  return { name, now, log, caseId: await log.writer.ensureCase() };
}

/** Everything a reader can see, from a connection that saw none of it happen. */
async function compare(model: Model, { name, now, caseId }: Real): Promise<void> {
  const { reader, close } = openLog({ databaseName: name, now });
  const listed = await reader.listExhibits(caseId, { order: 'oldest' });
  expect(listed.map(({ number, captureId, state }) => ({ number, captureId, state }))).toEqual(
    model.exhibits.map(({ captureId, state }, index) => ({ number: index + 1, captureId, state })),
  );
  for (const { captureId, state, words } of model.exhibits) {
    const versions = await reader.readWords(captureId);
    expect(versions.map(version => version.words.whatHappened)).toEqual(state === 'kept' ? words : []);
    if (state === 'erased') continue;
    const { record } = await reader.readRecord(captureId);
    for (const { sha256 } of record.artifacts) await reader.readArtifact(captureId, sha256);
  }
  const events = await reader.readCustody(caseId);
  expect(events).toHaveLength(model.events);
  expect((await checkChain(events)).map(({ code }) => code)).toEqual(['custody.chain.intact']);
  close();
}

/** The write with this number, counted from 0, finds the disk full; until what comes back is called. */
function failAtWrite(number: number): () => void {
  let writes = 0;
  const spies = (['add', 'put'] as const).map(method => {
    const original = IDBObjectStore.prototype[method];
    return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...args: Parameters<typeof original>
    ) {
      writes += 1;
      if (writes === number + 1) throw new DOMException('full', 'QuotaExceededError');
      return original.apply(this, args);
    });
  });
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
