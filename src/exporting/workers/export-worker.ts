import { openReader } from '../../evidence/open-reader.ts';
import { preservationFiles } from '../../reports/preservation/files.ts';
import type { MadeFile, RequestOrder } from '../../reports/preservation/request-order.ts';
import type { DraftRequest, Gathered, GatherRequest } from '../engine.ts';
import { gatherExhibits } from '../gather/gather.ts';
import { papersOf, previewOf } from '../plan/documents.ts';
import { type Planned, planExport } from '../plan/plan-export.ts';
import { type Prepared, prepare, readPrepared, reportInputOf } from '../plan/prepare.ts';
import { exportTimeStamps } from '../write/time-stamps.ts';
import { openForReading, removeVolume } from '../write/volume-files.ts';
import { writeVolumes } from '../write/write-volumes.ts';
import type { ExportReply, ExportRequest, PrintOrder } from './export-protocol.ts';
import { createVolume } from './volume-writer.ts';
import { type Failure, failureOf } from './worker-answer.ts';

/** The export worker: reads the log and writes ZIPs into the private file system, one request at a time. */
let hold: (key: Uint8Array<ArrayBuffer> | undefined) => void = () => undefined;
const held = new Promise<Uint8Array<ArrayBuffer> | undefined>(resolve => {
  hold = resolve;
});
const heldKey = { read: () => held, watch: () => () => undefined };
const { reader } = openReader({ now: () => new Date(), heldKey });
let volumes: MessagePort | undefined;
let planned: Planned | undefined;
/** The group id of previews. No export has it. */
const draftGroup = '00000000-0000-4000-8000-000000000000';
let stopping = new AbortController();

addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  if (data.kind === 'stop') stopping.abort();
  else if (data.kind === 'volumes') volumes = data.port;
  else if (data.kind === 'key') hold(data.key);
  else void answer(data).then(reply);
});

type Question = Exclude<ExportRequest, { kind: 'stop' | 'volumes' | 'key' }>;

async function answer(request: Question): Promise<ExportReply | Failure> {
  stopping = new AbortController();
  try {
    return await answerTo(request, stopping.signal);
  } catch (error) {
    return failureOf(error);
  }
}

async function answerTo(request: Question, signal: AbortSignal): Promise<ExportReply> {
  switch (request.kind) {
    case 'gather':
      return { kind: 'gathered', gathered: await gather(request.request, signal) };
    case 'papers':
      return { kind: 'papers', papers: papersOf(await prepareDraft(request.request, signal)) };
    case 'preview': {
      const draft = await prepareDraft(request.request, signal);
      return { kind: 'preview', bytes: await previewOf(draft, request.path) };
    }
    case 'request':
      return { kind: 'request', files: await requestFiles(request.order) };
    case 'plan':
      planned = await planExport(await readPrepared(reader, request.request, signal), request.request.limits);
      return { kind: 'planned', print: printOrder(planned) };
    case 'write':
      return { kind: 'written', written: await write(request.print, signal) };
  }
}

/** The papers that ask one platform to keep data. */
function requestFiles({ caseFile, records, reporter, madeAt }: RequestOrder): Promise<readonly MadeFile[]> {
  return preservationFiles({
    case: caseFile,
    exhibits: records.map(record => ({ record })),
    reporter,
    madeAt,
  });
}

async function gather(request: GatherRequest, signal: AbortSignal): Promise<Gathered> {
  const gathering = await reader.readStill(request.caseId, () => gatherExhibits(reader, request, signal));
  return gathering.summary;
}

/** Prepares an export as it would be made now. */
async function prepareDraft(request: DraftRequest, signal: AbortSignal): Promise<Prepared> {
  const gathering = await gatherExhibits(reader, request, signal);
  return prepare(reader, gathering, { ...request, groupId: draftGroup });
}

function printOrder({ prepared, plan, documents, printPictures }: Planned): PrintOrder | undefined {
  if (printPictures === undefined) return undefined;
  const paths = documents.map(({ path }) => path);
  return { input: reportInputOf(prepared, plan, 1, paths), pictureBytes: printPictures };
}

async function write(print: Planned['documents'], signal: AbortSignal) {
  const [port, made] = [volumes, planned];
  if (port === undefined || made === undefined) throw new Error('a write without a plan');
  planned = undefined;
  return writeVolumes({
    planned: made,
    print,
    timeStamps: exportTimeStamps(made.prepared.authorities, { fetch, now: () => Date.now(), signal }),
    log: reader,
    volumes: { create: name => createVolume(port, name), remove: removeVolume, open: openForReading },
    signal,
    onProgress: progress => reply({ kind: 'progress', progress }),
  });
}

function reply(message: ExportReply | Failure): void {
  postMessage(message);
}
