/** What is wrong with the content of one file, whatever the record says of it. */
export interface Concern {
  /** The last two are worth knowing, and no sign of anything done to the bundle. */
  readonly code:
    | 'file.kind.unexpected'
    | 'content.active.present'
    | 'content.reference.blocked'
    | 'file.kind.doubtful';
  readonly detail: string;
}

/** The file is not of the kind that belongs where it stands. */
export function isStrange(detail: string): Concern {
  return { code: 'file.kind.unexpected', detail };
}

/** The file could do something when it is opened. */
export function isActive(detail: string): Concern {
  return { code: 'content.active.present', detail };
}
