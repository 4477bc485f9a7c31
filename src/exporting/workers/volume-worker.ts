import { type RunningDigest, wasmDigest } from '../../bundle/zip/running-digest.ts';
import { type OpenFile, openForWriting, removeVolume } from '../write/volume-files.ts';
import type { VolumeReply, VolumeRequest } from './volume-protocol.ts';
import { type Failure, failureOf } from './worker-answer.ts';

/**
 * The volume worker of the case page. The page sends it the port of the export worker. Every port that arrives through
 * that one is one file, which is written and digested as its pieces arrive. A file that fails or is discarded is
 * removed.
 */
addEventListener('message', ({ data: asking }: MessageEvent<MessagePort>) => {
  asking.onmessage = ({ data: port }: MessageEvent<MessagePort>) => serve(port);
});

/** An open file of the private file system, with the running digest of its contents. */
interface Volume {
  readonly name: string;
  readonly file: OpenFile;
  readonly digest: RunningDigest;
}

function serve(port: MessagePort): void {
  const reply = (answer: VolumeReply | Failure, moved: Transferable[] = []) =>
    port.postMessage(answer, moved);
  let turn: Promise<Volume | undefined> = Promise.resolve(undefined);
  port.onmessage = ({ data }: MessageEvent<VolumeRequest>) => {
    turn = turn.then(async volume => {
      try {
        return await answer(data, volume, reply);
      } catch (error) {
        if (volume !== undefined) await drop(volume);
        reply(failureOf(error));
        return undefined;
      }
    });
  };
}

/** Carries out one request. Returns the volume while it is open; messages after its end are ignored. */
async function answer(
  request: VolumeRequest,
  volume: Volume | undefined,
  reply: (answer: VolumeReply, moved?: Transferable[]) => void,
): Promise<Volume | undefined> {
  if (request.kind === 'create') {
    const [file, digest] = await Promise.all([openForWriting(request.name), wasmDigest()]);
    return { name: request.name, file, digest };
  }
  if (request.kind === 'discard') {
    if (volume !== undefined) await drop(volume);
    reply({ kind: 'discarded' });
    return undefined;
  }
  if (volume === undefined) return undefined;
  if (request.kind === 'finish') {
    volume.file.close();
    reply({ kind: 'finished', sha256: await volume.digest.digest() });
    return undefined;
  }
  const bytes = new Uint8Array(request.piece, 0, request.length);
  volume.file.write(bytes);
  await volume.digest.update(bytes);
  reply({ kind: 'taken', piece: request.piece }, [request.piece]);
  return volume;
}

async function drop({ name, file }: Volume): Promise<void> {
  file.close();
  await removeVolume(name);
}
