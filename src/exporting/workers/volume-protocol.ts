/** Messages from the export worker to the volume worker about one file, in order: its name, its pieces, its end. */
export type VolumeRequest =
  | { readonly kind: 'create'; readonly name: string }
  /** The first `length` bytes of the buffer. */
  | { readonly kind: 'piece'; readonly piece: ArrayBuffer; readonly length: number }
  | { readonly kind: 'finish' }
  | { readonly kind: 'discard' };

/** Answers of the volume worker, apart from `Failure`. A piece comes back to be reused; nothing follows a failure. */
export type VolumeReply =
  | { readonly kind: 'taken'; readonly piece: ArrayBuffer }
  | { readonly kind: 'finished'; readonly sha256: string }
  | { readonly kind: 'discarded' };
