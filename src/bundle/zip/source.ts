/**
 * A file that is read piece by piece, so that no bundle is ever held in memory whole. `read` answers exactly
 * `length` bytes from `offset`; it throws RangeError when the range lies outside the file, and whatever the
 * platform throws when the file cannot be read. The bytes are the caller's to keep. They may stand in `room`, where it is
 * given and long enough: then until he gives it again.
 */
export interface BundleSource {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  read(offset: number, length: number, room?: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

/** The bundle in a Blob or File, as a page gets it from the user. */
export function blobSource(blob: Blob, name: string): BundleSource {
  return {
    name,
    size: blob.size,
    async read(offset, length) {
      assertWithin(blob.size, offset, length);
      return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
    },
  };
}

/** A part of another file, read as if it were a file of its own. It must lie within the other. */
export function sliceSource(
  outer: BundleSource,
  { name, offset, size }: { readonly name: string; readonly offset: number; readonly size: number },
): BundleSource {
  return {
    name,
    size,
    async read(at, length, room) {
      assertWithin(size, at, length);
      return outer.read(offset + at, length, room);
    },
  };
}

/** Whether an error says that the file itself cannot be read: the browser's kind, or the operating system's. */
export function isReadError(error: unknown): boolean {
  return error instanceof DOMException || (error instanceof Error && 'errno' in error);
}

/** Throws RangeError unless the whole range lies within a file of `size` bytes. */
export function assertWithin(size: number, offset: number, length: number): void {
  if (offset < 0 || length < 0 || offset + length > size) throw new RangeError('range outside the file');
}
