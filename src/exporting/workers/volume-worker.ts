import { type RunningDigest, wasmDigest } from '../../bundle/zip/running-digest.ts';
import { type OpenFile, openForWriting, removeVolume } from '../write/volume-files.ts';
import type { VolumeReply, VolumeRequest } from './volume-protocol.ts';
import { type Failure, failureOf } from './worker-answer.ts';

/**
 * The volume worker of the case page. The page sends the port through which the export worker asks; every port
 * that comes through it is one file, which is written and digested as it comes. A file that fails or is not
 * wanted any more is removed.
 */
addEventListener('message', ({ data: asking }: MessageEvent<MessagePort>) => {
  asking.onmessage = ({ data: port }: MessageEvent<MessagePort>) => serve(port);
});

/** A file of the private file system, open, and the digest of what is in it. */
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

/** Does what is asked; answers the volume while it is open. What comes after the end is not heard. */
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
