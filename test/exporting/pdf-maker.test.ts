import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPdfMaker } from '../../src/exporting/workers/pdf-maker.ts';
import type { PdfReply, PdfRequest } from '../../src/exporting/workers/pdf-protocol.ts';
import type { Failure } from '../../src/exporting/workers/worker-answer.ts';
import { Fault } from '../../src/model/fault.ts';
import type { CaptureId, Sha256 } from '../../src/model/identifiers.ts';
import { workingCopyIdSchema } from '../../src/model/working-copy.ts';
import { eventually } from '../patience.ts';
import { sampleInput } from '../samples/report.ts';

const picture = { captureId: 'capture' as CaptureId, sha256: 'digest' as Sha256 };
let asked: PdfRequest[] = [];
let worker: PretendedWorker;

class PretendedWorker extends EventTarget {
  isEnded = false;
  constructor() {
    super();
    worker = this;
  }
  postMessage(request: PdfRequest) {
    asked.push(request);
  }
  terminate() {
    this.isEnded = true;
  }
  say(data: PdfReply | Failure) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => {
  asked = [];
  vi.stubGlobal('Worker', PretendedWorker);
});
afterEach(() => void vi.unstubAllGlobals());

const copyOfPicture = workingCopyIdSchema.parse('7c0c7a52-7a3e-4f61-9a39-2f5f2d0f7a77');
const order = { input: sampleInput(), pictureBytes: 1_000 };
const log = {
  openArtifact: async () => new Uint8Array([1, 2, 3]),
  readWorkingCopy: async () => new Uint8Array([4]),
};

describe('the maker of the PDF', () => {
  it('hands over each picture that is wanted, tells the progress and gives the bytes', async () => {
    const told: unknown[] = [];
    const making = createPdfMaker(log).make(order, (done, total) => told.push([done, total]));
    worker.say({ kind: 'progress', progress: { phase: 'pictures', done: 1, total: 2 } });
    worker.say({ kind: 'progress', progress: { phase: 'pages', done: 0, total: 2 } });
    worker.say({ kind: 'wanted', picture });
    await eventually(() =>
      expect(asked.at(-1)).toEqual({ kind: 'picture', bytes: new Uint8Array([1, 2, 3]) }),
    );
    worker.say({ kind: 'wanted', picture: { ...picture, copyId: copyOfPicture } });
    await eventually(() => expect(asked.at(-1)).toEqual({ kind: 'picture', bytes: new Uint8Array([4]) }));
    worker.say({ kind: 'made', pdf: new Uint8Array([37]) });
    expect(await making).toEqual(new Uint8Array([37]));
    expect(told).toEqual([
      [1, 4],
      [2, 4],
    ]);
    expect(asked[0]).toEqual({ kind: 'make', input: sampleInput(), pictureBytes: 1_000 });
  });

  it('tells the worker what the log refused, and rejects with the fault that comes back', async () => {
    const damaged = { ...log, openArtifact: () => Promise.reject(new Fault('log.artifact.damaged')) };
    const making = createPdfMaker(damaged).make(order);
    worker.say({ kind: 'wanted', picture });
    await eventually(() =>
      expect(asked.at(-1)).toMatchObject({ kind: 'failed', code: 'log.artifact.damaged' }),
    );
    worker.say({ kind: 'failed', code: 'log.artifact.damaged', message: '' });
    await expect(making).rejects.toMatchObject({ code: 'log.artifact.damaged' });
  });

  it('stops at once, even while the worker hears nothing, and makes no more', async () => {
    const maker = createPdfMaker(log);
    const making = maker.make(order);
    maker.stop();
    await expect(making).rejects.toMatchObject({ code: 'export.stopped' });
    expect(worker.isEnded).toBe(true);
    await expect(maker.make(order)).rejects.toMatchObject({ code: 'export.stopped' });
  });

  it('rejects when the worker breaks down', async () => {
    const making = createPdfMaker(log).make(order);
    worker.dispatchEvent(new Event('error'));
    await expect(making).rejects.toThrow('a worker broke down');
  });
});
