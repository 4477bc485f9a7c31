import { type Sha256, sha256Schema } from '../../model/identifiers.ts';
import type { VolumeReply, VolumeRequest } from './volume-protocol.ts';
import { errorOf, type Failure } from './worker-answer.ts';

/** A ZIP being written. Every call rejects with Fault `export.disk.full` once there is no room. */
export interface VolumeFile {
  /** The chunk may be reused once the promise is fulfilled. */
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Closes the file and returns the SHA-256 of everything written. */
  finish(): Promise<Sha256>;
  /** Closes the file if it is still open, and removes it. Never rejects. */
  discard(): Promise<void>;
}

/** The number and size of the buffers in circulation, whatever the size of the file. */
const buffers = { most: 12, bytes: 1_048_576 } as const;

/**
 * Creates an empty file of this name on the thread of the volume worker, which is reached through `volumes`. Writing
 * and digesting, the longest work of an export, then run alongside reading.
 */
export function createVolume(volumes: MessagePort, name: string): VolumeFile {
  const { port1: own, port2: theirs } = new MessageChannel();
  const free: ArrayBuffer[] = [];
  let made = 0;
  let wake = () => {};
  const end = new Promise<VolumeReply>((resolve, reject) => {
    own.onmessage = ({ data }: MessageEvent<VolumeReply | Failure>) => {
      if (data.kind === 'taken') free.push(data.piece);
      else if (data.kind === 'failed') reject(errorOf(data));
      else resolve(data);
      wake();
    };
  }).finally(() => own.close());
  // A failure reaches whoever awaits room or the end. It must not count as unhandled when nobody does.
  end.catch(() => undefined);
  const post = (request: VolumeRequest, moved: Transferable[] = []) => own.postMessage(request, moved);
  volumes.postMessage(theirs, [theirs]);
  post({ kind: 'create', name });

  async function emptyBuffer(): Promise<ArrayBuffer> {
    for (;;) {
      const buffer = free.pop();
      if (buffer !== undefined) return buffer;
      if (made < buffers.most) {
        made += 1;
        return new ArrayBuffer(buffers.bytes);
      }
      const woken = new Promise<void>(resolve => {
        wake = resolve;
      });
      await Promise.race([woken, end]);
    }
  }

  return {
    async write(chunk) {
      for (let at = 0; at < chunk.length; at += buffers.bytes) {
        const part = chunk.subarray(at, at + buffers.bytes);
        const piece = await emptyBuffer();
        new Uint8Array(piece).set(part);
        post({ kind: 'piece', piece, length: part.length }, [piece]);
      }
    },
    async finish() {
      post({ kind: 'finish' });
      const reply = await end;
      if (reply.kind !== 'finished') throw new Error('unexpected answer');
      return sha256Schema.parse(reply.sha256);
    },
    async discard() {
      post({ kind: 'discard' });
      await end.catch(() => undefined);
    },
  };
}
