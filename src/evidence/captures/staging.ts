import { type Artifact, artifactSchema } from '../../model/capture.ts';
import type { CaptureId } from '../../model/identifiers.ts';
import { contexts } from '../store/contexts.ts';
import { type ArtifactRow, storable } from '../store/database.ts';
import { requireRoom } from '../store/room.ts';
import type { LogStore } from '../store/store.ts';

/** A file on its way into the log; `ended` settles when it is on the disk or was refused. */
export interface Arriving {
  readonly captureId: CaptureId;
  readonly artifact: Artifact;
  readonly row: Promise<ArtifactRow>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** How long a file may wait for others to share its transaction, in milliseconds. */
const batchDelayMs = 15;

/**
 * Writes files to the disk while their captures still run. One transaction runs at a time, and files that arrive
 * meanwhile share the next, because each wait for the disk costs the same whatever it writes. A commit takes over files
 * that still wait.
 */
export class Staging {
  readonly #store: LogStore;
  readonly #sequences = new Map<CaptureId, number>();
  #waiting: Arriving[] = [];
  #writing: Promise<void> | undefined;

  constructor(store: LogStore) {
    this.#store = store;
  }

  /** Resolves when the bytes are sealed and on the disk. Rejects with the database's error. */
  add(captureId: CaptureId, artifact: Artifact, bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      const row = this.#seal(captureId, artifact, bytes);
      row.catch(() => undefined);
      this.#waiting.push({ captureId, artifact, row, resolve, reject });
      // A capture's first file is written at once, so that it can be recovered; later ones may wait to share.
      if (!this.#sequences.has(captureId)) this.#start();
      else setTimeout(() => this.#start(), batchDelayMs);
    });
  }

  /** Hands over a capture's files that no transaction has begun to write; the caller must settle them. */
  take(captureId: CaptureId): readonly Arriving[] {
    const taken = this.#waiting.filter(each => each.captureId === captureId);
    this.#waiting = this.#waiting.filter(each => each.captureId !== captureId);
    this.#sequences.delete(captureId);
    return taken;
  }

  /** Writes files that were taken over but not written. */
  giveBack(taken: readonly Arriving[]): void {
    this.#waiting.push(...taken);
    this.#start();
  }

  /** Resolves when no file is being written or waiting. */
  async idle(): Promise<void> {
    this.#start();
    await this.written();
  }

  /** Resolves when nothing is being written, even if files still wait. */
  async written(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  async #seal(captureId: CaptureId, artifact: Artifact, bytes: Uint8Array): Promise<ArtifactRow> {
    await requireRoom(bytes.length);
    const sealed = await this.#store.sealBytes(contexts.artifact(captureId, artifact.sha256), bytes);
    return { captureId, sha256: artifact.sha256, bytes: storable(sealed) };
  }

  #start(): void {
    if (this.#waiting.length === 0) return;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      try {
        await this.#write(batch);
        for (const each of batch) each.resolve();
      } catch (error) {
        if (batch.length === 1) batch[0]?.reject(error);
        else await this.#writeOneByOne(batch);
      }
    }
  }

  /** So that one refused file, for its size perhaps, does not fail the others. */
  async #writeOneByOne(batch: readonly Arriving[]): Promise<void> {
    for (const each of batch) await this.#write([each]).then(each.resolve, each.reject);
  }

  /** Bytes are written to their final place, so that a commit moves nothing, with a note beside them. */
  async #write(batch: readonly Arriving[]): Promise<void> {
    const { staged, artifacts } = this.#store.database;
    const rows = await Promise.all(batch.map(({ row }) => row));
    const notes = await Promise.all(batch.map(each => this.#note(each)));
    await this.#store.database.transaction('rw', [staged, artifacts], async () => {
      await Promise.all([artifacts.bulkPut(rows), staged.bulkAdd(notes)]);
    });
  }

  async #note({ captureId, artifact }: Arriving) {
    const sequence = await this.#nextSequence(captureId);
    const context = contexts.staged(captureId, sequence);
    const sealed = await this.#store.sealJson(context, artifactSchema.parse(artifact));
    return { captureId, sequence, sealed };
  }

  async #nextSequence(captureId: CaptureId): Promise<number> {
    if (!this.#sequences.has(captureId)) {
      const last = await this.#lastSequence(captureId);
      // Another file of this batch may have set it meanwhile.
      if (!this.#sequences.has(captureId)) this.#sequences.set(captureId, last);
    }
    const sequence = (this.#sequences.get(captureId) ?? 0) + 1;
    this.#sequences.set(captureId, sequence);
    return sequence;
  }

  async #lastSequence(captureId: CaptureId): Promise<number> {
    const rows = await this.#store.database.staged.where('captureId').equals(captureId).sortBy('sequence');
    return rows.at(-1)?.sequence ?? 0;
  }
}
