/** What the export worker tells the volume worker of one file, in order: its name, its pieces, then its end. */
export type VolumeRequest =
  | { readonly kind: 'create'; readonly name: string }
  /** The first `length` bytes of the buffer. */
  | { readonly kind: 'piece'; readonly piece: ArrayBuffer; readonly length: number }
  | { readonly kind: 'finish' }
  | { readonly kind: 'discard' };

/** What the volume worker answers, beside a `Failure`. A piece comes back to be filled again; nothing comes after a failure. */
export type VolumeReply =
  | { readonly kind: 'taken'; readonly piece: ArrayBuffer }
  | { readonly kind: 'finished'; readonly sha256: string }
  | { readonly kind: 'discarded' };
