/**
 * A file that is read in pieces, so that no bundle is held whole in memory. `read` resolves to exactly `length` bytes
 * from `offset`; it throws RangeError when the range is outside the file, and whatever the platform throws when the
 * file cannot be read. The caller may keep the bytes, unless it passes a `room` that is long enough: then they may be
 * in it and are valid until it is passed again.
 */
export interface BundleSource {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  read(offset: number, length: number, room?: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

/** The bundle in a Blob or File that the user chose in a page. */
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

/** A part of another file as a file of its own. It must be within the other file. */
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

/** Whether an error means that the file itself cannot be read: a browser's kind, or the operating system's. */
export function isReadError(error: unknown): boolean {
  return error instanceof DOMException || (error instanceof Error && 'errno' in error);
}

/** Throws RangeError unless the whole range is within a file of `size` bytes. */
export function assertWithin(size: number, offset: number, length: number): void {
  if (offset < 0 || length < 0 || offset + length > size) throw new RangeError('range outside the file');
}
